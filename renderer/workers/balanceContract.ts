import type { LeaverTrial } from '../../shared/balance/gentlestLeaver';
import type { BalanceOptions, BalanceProgress, BalanceResult } from '../../shared/balance/problem';
import type { OwnedAccounts } from '../../shared/balance/solveNamed';

/** Who is in the team, where it is not simply the problem's territories. */
export type TeamTask =
  /** Each territory without a base gets a city. */
  | { readonly kind: 'bases'; readonly leastPopulation: number }
  /** Some go, some come, the rest stays where it is; territories by their number in the problem. */
  | {
      readonly kind: 'resize';
      readonly removed: readonly number[];
      readonly addedCount: number;
      readonly leastPopulation: number;
    }
  /** One goes: who is missed least. `open` is 1 where a territory may go; null = any. */
  | { readonly kind: 'gentlest'; readonly open: Uint8Array | null };

/** Between names that cross over as one text. A list may bring it in a name, though nobody types it. */
const NAME_BREAK = '\u0000';

/** Names as one text: 100,000 texts on their own would hold the window up when they are handed to a worker. */
export function joinedNames(names: readonly string[]): string {
  const isPlain = (name: string): boolean => !name.includes(NAME_BREAK);
  const plain = names.every(isPlain)
    ? names
    : names.map((name) => (isPlain(name) ? name : name.replaceAll(NAME_BREAK, ' ')));
  return plain.join(NAME_BREAK);
}

/** Names by number, cut apart when the first is asked for: few runs name any. */
export function nameReader(joined: string): (at: number) => string | undefined {
  let names: readonly string[] | null = null;
  return (at) => (names ??= joined.split(NAME_BREAK))[at];
}

/** Options as they go to the worker: names as lists, since functions can't. */
export interface BalanceRunOptions extends Partial<Pick<BalanceOptions, 'aim' | 'effort'>> {
  /** By unit of the problem, as joinedNames joins them. */
  readonly unitNames: string;
  /** By territory of the problem. */
  readonly territoryNames: readonly string[];
  readonly team?: TeamTask;
  /** Of the problem's units, where these are areas: territories keep the names of most of their accounts. */
  readonly accounts?: OwnedAccounts | null;
}

/** A city where a rep is to live; degrees. */
export interface CityBase {
  readonly name: string;
  /** Its region's code, "OH"; '' where it has none. */
  readonly region: string;
  readonly lat: number;
  readonly lng: number;
}

/** What became of the team. The result's territories are those that stay, in their order, then the new ones. */
export interface TeamAnswer {
  readonly removed: readonly number[];
  /** By the result's territories; null where a base was given, or none was found. */
  readonly bases: readonly (CityBase | null)[];
  /** Accounts that get another rep because theirs goes, and those that change hands besides. */
  readonly inheritedCount: number;
  readonly movedCount: number;
  /** Who else could go, the gentlest first; empty where that was not asked. */
  readonly trials: readonly LeaverTrial[];
}

/** How a run ended: with the solver's answer, or stopped with the best plan so far (null: none yet). */
export type BalanceEnd =
  | { readonly status: 'done'; readonly result: BalanceResult; readonly team: TeamAnswer | null }
  | {
      readonly status: 'stopped';
      readonly best: Int32Array | null;
      /** Who goes in that plan. */
      readonly removed: readonly number[];
    };

export interface BalanceRun {
  readonly end: Promise<BalanceEnd>;
  /** Stops within 100 ms; `end` then tells the best plan so far. */
  stop(): void;
}

/** Where a run is; of a team that changes, also who goes as far as that is known. */
export interface BalanceReport extends BalanceProgress {
  readonly removed: readonly number[];
}

export type OnBalanceProgress = (report: BalanceReport) => void;

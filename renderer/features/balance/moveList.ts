import type { AccountTable, MeasureColumn } from '../../../shared/model/accountTable';
import { countedColumn } from '../../../shared/plan/accountColumns';
import type { AccountMove } from '../../../shared/plan/accountMoves';
import {
  closerKm,
  moveReason,
  type MoveReason,
  type MoveReasonKind,
  type MoveWords,
} from '../../../shared/plan/moveReason';

/** What the list of moves is narrowed to. */
export interface MoveFilter {
  /** In the names of account and territories, or in the reason. */
  readonly text: string;
  readonly kind: MoveReasonKind | null;
}

export const MOVE_ORDERS = ['account', 'from', 'to', 'closer', 'farther', 'value'] as const;
export type MoveOrder = (typeof MOVE_ORDERS)[number];

export const NO_MOVE_FILTER: MoveFilter = { text: '', kind: null };

/** A move as it is listed. */
export interface ListedMove {
  readonly move: AccountMove;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly reason: MoveReason;
  /** Of the first measure; 1 where there is none. */
  readonly value: number;
}

/** Moves with their names and reasons, in account order. */
export function listedMoves(
  moves: readonly AccountMove[],
  accounts: AccountTable,
  measure: MeasureColumn | null,
  words: MoveWords,
): ListedMove[] {
  const values = measure ? countedColumn(accounts, measure) : null;
  return moves.map((move) => ({
    move,
    name: accounts.names[move.row]! || accounts.ids[move.row]!,
    from: words.territory(move.from),
    to: words.territory(move.to),
    reason: moveReason(move, words),
    value: values?.[move.row] ?? 1,
  }));
}

/** Positions in the list of the moves that pass the filter, in the order asked for; ties keep the account order. */
export function shownMoves(list: readonly ListedMove[], filter: MoveFilter, order: MoveOrder): number[] {
  const wanted = filter.text.trim().toLowerCase();
  const passes = ({ name, from, to, reason }: ListedMove) =>
    (filter.kind === null || reason.kinds.includes(filter.kind)) &&
    (wanted === '' || [name, from, to, reason.sentence].some((text) => text.toLowerCase().includes(wanted)));
  const positions = list.flatMap((item, at) => (passes(item) ? [at] : []));
  const compare = COMPARISONS[order];
  return positions.sort((a, b) => compare(list[a]!, list[b]!) || a - b);
}

/** What has no place comes last. */
const saved = ({ move }: ListedMove, sign: number): number => {
  const km = sign * closerKm(move);
  return Number.isNaN(km) ? -Infinity : km;
};
const byKm = (sign: number) => (a: ListedMove, b: ListedMove) => {
  const [first, second] = [saved(a, sign), saved(b, sign)];
  return first === second ? 0 : second - first;
};

const COMPARISONS: Readonly<Record<MoveOrder, (a: ListedMove, b: ListedMove) => number>> = {
  account: (a, b) => a.name.localeCompare(b.name),
  from: (a, b) => a.from.localeCompare(b.from),
  to: (a, b) => a.to.localeCompare(b.to),
  closer: byKm(1),
  farther: byKm(-1),
  value: (a, b) => b.value - a.value,
};

export const ORDER_WORDS: Readonly<Record<MoveOrder, string>> = {
  account: 'Account',
  from: 'From',
  to: 'To',
  closer: 'Saves most travel',
  farther: 'Costs most travel',
  value: 'Largest',
};

export const KIND_WORDS: Readonly<Record<MoveReasonKind, string>> = {
  closer: 'Closer',
  goes: 'Its territory goes',
  joins: 'Joins a new territory',
  relieves: 'Relieves a territory',
  fills: 'Fills a territory',
  family: 'Goes with its family',
  chain: 'Part of a chain',
  evens: 'Evens out',
  unowned: 'Nobody had it',
  wholePlan: 'Less travel as a whole',
};

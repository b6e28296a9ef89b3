import { causeCode, HOLDOUT, HOUSE } from '../model/alignment';
import type { ExceptionKind, PlanException } from '../model/exception';
import { EXCEPTION_KINDS } from '../model/exception';
import type { PlanDocument } from '../model/planDocument';
import type { Scenario } from '../model/scenario';
import { effectiveAssignment } from './effectiveAssignment';
import { primaryAlignment } from './lookup';
import { unitColumn } from './unitKeys';

/** A line of the list of exceptions. */
export interface ListedException {
  /** null for accounts that are locked, named or set aside without a word of who and why. */
  readonly exception: PlanException | null;
  readonly kind: ExceptionKind;
  /** Accounts that it holds for, ascending. */
  readonly rows: Int32Array;
  /** Its last day lies before today. */
  readonly isExpired: boolean;
  /** What it holds for is gone: the territory was removed, or all its accounts were. */
  readonly isDangling: boolean;
}

export interface ExceptionList {
  readonly items: readonly ListedException[];
  /** Accounts by kind; an account in two exceptions of a kind counts once. */
  readonly counts: Readonly<Record<ExceptionKind, number>>;
  readonly expiredCount: number;
}

/**
 * All exceptions of a scenario in the order of their kinds: those on record, and accounts without one.
 * @param today ISO date; an exception holds to the end of its last day
 */
export function listExceptions(document: PlanDocument, scenario: Scenario, today: string): ExceptionList {
  const alignment = primaryAlignment(scenario);
  const { accounts } = document;
  const assignment = effectiveAssignment(accounts, scenario, alignment);
  const recorded = (scenario.exceptions ?? []).map((exception): ListedException => {
    const rows = rowsOf(document, scenario, assignment, exception);
    const { target } = exception;
    const isGone =
      'territoryId' in target
        ? !scenario.territories.some(({ id, isRemoved }) => id === target.territoryId && !isRemoved)
        : 'rows' in target && rows.length === 0;
    return {
      exception,
      kind: exception.kind,
      rows,
      isExpired: exception.expiresOn !== null && exception.expiresOn < today,
      isDangling: isGone,
    };
  });
  const items: ListedException[] = [];
  const counts = { lock: 0, named: 0, house: 0, doNotCover: 0, holdout: 0, family: 0 };
  const unrecorded = unrecordedRows(document, scenario, assignment, recorded);
  for (const kind of EXCEPTION_KINDS) {
    const own = recorded.filter((item) => item.kind === kind);
    items.push(...own);
    counts[kind] = new Set(own.flatMap((item) => [...item.rows])).size;
    const rows = unrecorded[kind] ?? [];
    if (rows.length === 0) continue;
    counts[kind] += rows.length;
    items.push({
      exception: null,
      kind,
      rows: Int32Array.from(rows),
      isExpired: false,
      isDangling: false,
    });
  }
  return { items, counts, expiredCount: items.filter((item) => item.isExpired).length };
}

/** Kinds of accounts that can be excepted without a word of who and why. */
const UNRECORDED_KINDS = ['lock', 'named', 'house', 'holdout'] as const;

/** Accounts that are locked, named or set aside while no exception of the kind says so; one pass over the rows. */
function unrecordedRows(
  { accounts: { removed, rowCount } }: PlanDocument,
  scenario: Scenario,
  assignment: Int32Array,
  recorded: readonly ListedException[],
): Readonly<Partial<Record<ExceptionKind, readonly number[]>>> {
  const { locks, causes, claims } = primaryAlignment(scenario);
  const covered = new Uint8Array(rowCount);
  UNRECORDED_KINDS.forEach((kind, bit) => {
    for (const item of recorded) {
      // Do-not-cover accounts are house accounts with another reason.
      const isOfKind = item.kind === kind || (kind === 'house' && item.kind === 'doNotCover');
      if (isOfKind) for (const row of item.rows) covered[row]! |= 1 << bit;
    }
  });
  const named = causeCode('named');
  const rows = UNRECORDED_KINDS.map((): number[] => []);
  for (let row = 0; row < rowCount; row++) {
    if (removed[row] !== 0) continue;
    const code = assignment[row];
    const isOfKind =
      (locks[row] === 1 ? 1 : 0) |
      (causes[row] === named && claims[row]! >= 0 ? 2 : 0) |
      (code === HOUSE ? 4 : 0) |
      (code === HOLDOUT ? 8 : 0);
    const bits = isOfKind & ~covered[row]!;
    for (let bit = 0; bits >> bit > 0; bit++) if ((bits >> bit) & 1) rows[bit]!.push(row);
  }
  return Object.fromEntries(UNRECORDED_KINDS.map((kind, bit) => [kind, rows[bit]!]));
}

function rowsOf(
  { accounts }: PlanDocument,
  scenario: Scenario,
  assignment: Int32Array,
  { target }: PlanException,
): Int32Array {
  const isLive = (row: number) => row < accounts.rowCount && !accounts.removed[row];
  if ('rows' in target) return Int32Array.from(new Set(target.rows)).filter(isLive).sort();
  const rows: number[] = [];
  if ('territoryId' in target) {
    const index = scenario.territories.findIndex(({ id }) => id === target.territoryId);
    for (let row = 0; row < assignment.length; row++)
      if (index >= 0 && assignment[row] === index) rows.push(row);
  } else {
    const units = unitColumn(accounts, target.level);
    const code = units?.dictionary.indexOf(target.unitId) ?? -1;
    for (let row = 0; units && code > 0 && row < assignment.length; row++) {
      if (units.codes[row] === code && isLive(row)) rows.push(row);
    }
  }
  return Int32Array.from(rows);
}

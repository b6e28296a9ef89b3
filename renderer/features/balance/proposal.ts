import type { BalanceResult } from '../../../shared/balance/problem';
import { disruptionBetween, type Disruption } from '../../../shared/measures/disruption';
import type { PlanCommand } from '../../../shared/plan/command';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import type { BalanceTask } from './balanceTask';

/** What the solver offers: nothing of it is in the plan until it is accepted. */
export interface Proposal {
  readonly task: BalanceTask;
  /** The plan revision that it was made for. */
  readonly revision: number;
  /** One claim a row. */
  readonly claims: Int32Array;
  /** Null where the run was stopped early. */
  readonly result: BalanceResult | null;
  /** Figures before it; null where the territories are new. */
  readonly before: PlanEvaluation | null;
  /** Figures with all of it. */
  readonly after: PlanEvaluation;
  readonly disruption: Disruption;
  /** Half-width that the index was asked to keep. */
  readonly toleranceShare: number;
  readonly seconds: number;
}

/** One territory before and after. */
export interface ProposalRow {
  readonly territory: number;
  readonly name: string;
  readonly colorIndex: number | null;
  /** NaN = none. */
  readonly indexBefore: number;
  readonly indexAfter: number;
  readonly gained: number;
  readonly lost: number;
}

/** The territories of a proposal, the furthest off before it first. */
export function proposalRows({ task, before, after, disruption }: Proposal): ProposalRow[] {
  const rows = after.territories.assignable.map((territory): ProposalRow => {
    const { name, colorIndex } = task.scenario.territories[territory]!;
    return {
      territory,
      name,
      colorIndex,
      indexBefore: before?.territories.index[territory] ?? Number.NaN,
      indexAfter: after.territories.index[territory]!,
      gained: disruption.gained[territory]!,
      lost: disruption.lost[territory]!,
    };
  });
  const off = (row: ProposalRow) =>
    Number.isNaN(row.indexBefore) ? Math.abs(row.indexAfter - 100) : Math.abs(row.indexBefore - 100);
  return rows.sort((a, b) => off(b) - off(a) || a.name.localeCompare(b.name));
}

/**
 * Claims with only what moves between chosen territories; an account that nobody has goes to its new territory where
 * that one is chosen.
 * @param assignment who has each row today
 */
export function claimsOfChosen(
  claims: Int32Array,
  present: Int32Array,
  assignment: Int32Array,
  chosen: ReadonlySet<number>,
): Int32Array {
  return claims.map((claim, row) => {
    const from = assignment[row]!;
    if (claim === from || claim < 0) return present[row]!;
    return chosen.has(claim) && (from < 0 || chosen.has(from)) ? claim : present[row]!;
  });
}

/** The one edit that takes a proposal over, whole or in part. */
export function acceptCommand(task: BalanceTask, claims: Int32Array, label: string): PlanCommand {
  const apply: PlanCommand = {
    kind: 'applyAssignment',
    scenarioId: task.scenario.id,
    assignment: claims,
    cause: 'solver',
    label,
  };
  return task.preparing.length === 0 ? apply : { kind: 'batch', label, commands: [...task.preparing, apply] };
}

/** Accounts that go from one territory to another, and where they are. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean place of the accounts, unit square of the map. */
  readonly x: number;
  readonly y: number;
}

/** The moves of a proposal by pair of territories, the largest first. */
export function flowsOf(
  before: Int32Array,
  after: Int32Array,
  points: { readonly x: Float64Array; readonly y: Float64Array },
): Flow[] {
  const sums = new Map<
    string,
    { from: number; to: number; count: number; placed: number; x: number; y: number }
  >();
  for (let row = 0; row < after.length; row++) {
    const from = before[row]!;
    const to = after[row]!;
    if (from === to || from < 0 || to < 0) continue;
    const key = `${from} ${to}`;
    const sum = sums.get(key) ?? { from, to, count: 0, placed: 0, x: 0, y: 0 };
    sum.count++;
    if (!Number.isNaN(points.x[row]!) && !Number.isNaN(points.y[row]!)) {
      sum.placed++;
      sum.x += points.x[row]!;
      sum.y += points.y[row]!;
    }
    sums.set(key, sum);
  }
  return [...sums.values()]
    .filter((sum) => sum.placed > 0)
    .map(({ from, to, count, placed, x, y }) => ({ from, to, count, x: x / placed, y: y / placed }))
    .sort((a, b) => b.count - a.count);
}

/** What changes hands between two assignments, tombstones left out. */
export function disruptionOf(task: BalanceTask, before: Int32Array, after: Int32Array): Disruption {
  return disruptionBetween(before, after, task.scenario.territories.length, task.document.accounts.removed);
}

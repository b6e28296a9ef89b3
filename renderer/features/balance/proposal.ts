import type { BalanceResult } from '../../../shared/balance/problem';
import { disruptionBetween, type Disruption } from '../../../shared/measures/disruption';
import { UNASSIGNED } from '../../../shared/model/alignment';
import type { Territory } from '../../../shared/model/territory';
import type { AccountMove } from '../../../shared/plan/accountMoves';
import type { PlanCommand } from '../../../shared/plan/command';
import { commandOfRole } from '../../../shared/plan/commandOfRole';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import type { TeamAnswer } from '../../workers/balanceContract';
import type { BalanceTask } from './balanceTask';
import type { TeamAsk } from './teamTask';

/** What the solver offers: nothing of it is in the plan until it is accepted. */
export interface Proposal {
  readonly task: BalanceTask;
  /** People who come or go, as it was asked; null = the team stays. */
  readonly change: TeamAsk | null;
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
  /** What changes hands, with what tells why; none where the territories are new. */
  readonly moves: readonly AccountMove[];
  /** Half-width that the index was asked to keep. */
  readonly toleranceShare: number;
  /** What the worker says of the team that changes, or of bases in cities; null where neither was asked. */
  readonly team: TeamAnswer | null;
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
  /** The proposal gives it up. */
  readonly goes: boolean;
}

/**
 * The territories of a proposal, the furthest off before it first.
 * @param taken figures and changes of hands with what is taken of it
 */
export function proposalRows(
  { task, before }: Proposal,
  { after, disruption }: Pick<Proposal, 'after' | 'disruption'>,
): ProposalRow[] {
  const removed = task.effect?.removed ?? [];
  const rows = [...after.territories.assignable, ...removed].map((territory): ProposalRow => {
    const { name, colorIndex } = task.scenario.territories[territory]!;
    return {
      territory,
      name,
      colorIndex,
      indexBefore: before?.territories.index[territory] ?? Number.NaN,
      indexAfter: removed.includes(territory) ? Number.NaN : after.territories.index[territory]!,
      gained: disruption.gained[territory]!,
      lost: disruption.lost[territory]!,
      goes: removed.includes(territory),
    };
  });
  const off = (row: ProposalRow) =>
    Number.isNaN(row.indexBefore) ? Math.abs(row.indexAfter - 100) : Math.abs(row.indexBefore - 100);
  return rows.sort((a, b) => off(b) - off(a) || a.name.localeCompare(b.name));
}

/**
 * Claims with only the moves that are taken; all else stays as the plan has it now, which may be later than the
 * proposal.
 * @param present the plan's claims now
 * @param leftOut rows of moves that are not taken
 */
export function claimsTaken(
  { moves, claims, before }: Pick<Proposal, 'moves' | 'claims' | 'before'>,
  present: Int32Array,
  leftOut: ReadonlySet<number>,
): Int32Array {
  // New territories have no moves: they are taken whole.
  if (!before) return claims;
  const taken = present.slice();
  for (const { row, to } of moves) if (!leftOut.has(row)) taken[row] = to;
  return taken;
}

/** The one edit that takes a proposal over, whole or in part. */
export function acceptCommand(task: BalanceTask, claims: Int32Array, label: string): PlanCommand {
  const goes = new Set(task.effect?.removed);
  const apply: PlanCommand = {
    kind: 'applyAssignment',
    scenarioId: task.scenario.id,
    // A territory that goes leaves its accounts to nobody, should there be any that nobody takes.
    assignment: goes.size === 0 ? claims : claims.map((claim) => (goes.has(claim) ? UNASSIGNED : claim)),
    cause: 'solver',
    label,
  };
  const inRole = commandOfRole(apply, task.role);
  return task.preparing.length === 0
    ? inRole
    : { kind: 'batch', label, commands: [...task.preparing, inRole] };
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

/** Territories whose bases are the proposal's own: those that are new and have a city. */
export function proposedBases({ task, team }: Pick<Proposal, 'task' | 'team'>): Territory[] {
  return task.made.territoryIndices.flatMap((index, j) =>
    team?.bases[j] ? [task.scenario.territories[index]!] : [],
  );
}

/** What changes hands between two assignments, tombstones left out. */
export function disruptionOf(task: BalanceTask, before: Int32Array, after: Int32Array): Disruption {
  return disruptionBetween(before, after, task.scenario.territories.length, task.document.accounts.removed);
}

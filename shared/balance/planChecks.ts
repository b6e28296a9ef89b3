import { brokenTerritories } from '../geo/contiguity';
import { mayServe } from './blocks';
import { capExcess, countHands } from './disruptionPrice';
import type { PlanMeasures } from './measurePlan';
import type { BalanceProblem, BalanceReason, BalanceReasonCode, ReasonNames } from './problem';

const MOST_NAMED = 50;

const reasonOf = (
  code: BalanceReasonCode,
  text: string,
  unitIndices: readonly number[] = [],
  territoryIndices: readonly number[] = [],
): BalanceReason => ({
  code,
  text,
  unitIndices: unitIndices.slice(0, MOST_NAMED),
  territoryIndices: territoryIndices.slice(0, MOST_NAMED),
});

function toleranceReasons(measures: PlanMeasures, names: ReasonNames): BalanceReason[] {
  const out = measures.outOfTolerance;
  if (out.length === 0) return [];
  const worst = (100 * measures.maxDeviationShare).toFixed(1);
  const text = `${out.length} territories stay out of tolerance (${names.territoryName(out[0]!)}${out.length > 1 ? ' and others' : ''}); the largest deviation is ${worst}%. Widen the tolerance, release locks or change capacities.`;
  return [reasonOf('tolerance-not-met', text, [], out)];
}

function lockAndServiceReasons(
  problem: BalanceProblem,
  assignment: Int32Array,
  names: ReasonNames,
): BalanceReason[] {
  const misplaced: number[] = [];
  const { locks } = problem;
  const mayStay = (i: number): boolean =>
    (locks !== null && locks[i] === assignment[i]) ||
    (problem.movableTerritories !== null && problem.current !== null && problem.current[i] === assignment[i]);
  for (let i = 0; i < assignment.length; i++) {
    if (!mayStay(i) && !mayServe(problem, i, assignment[i]!)) misplaced.push(i);
  }
  if (misplaced.length === 0) return [];
  const text = `${misplaced.length} accounts (${names.unitName(misplaced[0]!)} first) are with a territory that may not serve them, since none may.`;
  return [reasonOf('nobody-eligible', text, misplaced)];
}

function capReasons(problem: BalanceProblem, assignment: Int32Array, names: ReasonNames): BalanceReason[] {
  if (!problem.caps || !problem.current) return [];
  const excess = capExcess(problem, countHands(problem, assignment));
  if (excess.total === 0) return [];
  const over = [...excess.handedOff.keys()].filter((j) => excess.handedOff[j]! + excess.takenOver[j]! > 0);
  const who =
    over.length > 0 ? ` at ${names.territoryName(over[0]!)}${over.length > 1 ? ' and others' : ''}` : '';
  return [
    reasonOf(
      'caps-too-tight',
      `The caps on changes of hands cannot be met together with the locks${who}.`,
      [],
      over,
    ),
  ];
}

function familyReasons(problem: BalanceProblem, assignment: Int32Array, names: ReasonNames): BalanceReason[] {
  const { families } = problem;
  if (!families) return [];
  const seen = new Map<number, number>();
  const split: number[] = [];
  for (let i = 0; i < families.length; i++) {
    if (families[i]! < 0) continue;
    const first = seen.get(families[i]!);
    if (first === undefined) seen.set(families[i]!, assignment[i]!);
    else if (first !== assignment[i]) split.push(i);
  }
  if (split.length === 0) return [];
  return [
    reasonOf(
      'family-locks-clash',
      `The family of ${names.unitName(split[0]!)} is split by its locks.`,
      split,
    ),
  ];
}

function contiguityReasons(
  problem: BalanceProblem,
  assignment: Int32Array,
  names: ReasonNames,
): BalanceReason[] {
  if (!problem.adjacency) return [];
  const broken = brokenTerritories(problem.adjacency, assignment, problem.territories.capacity.length);
  if (broken.length === 0) return [];
  const text = `${names.territoryName(broken[0]!)}${broken.length > 1 ? ` and ${broken.length - 1} more` : ''} fall apart into pieces because of locked units.`;
  return [reasonOf('locks-break-territory', text, [], broken)];
}

/** Every constraint the plan breaks, in words; empty where it breaks none. */
export function brokenConstraints(
  problem: BalanceProblem,
  assignment: Int32Array,
  measures: PlanMeasures,
  names: ReasonNames,
): BalanceReason[] {
  return [
    ...toleranceReasons(measures, names),
    ...lockAndServiceReasons(problem, assignment, names),
    ...familyReasons(problem, assignment, names),
    ...capReasons(problem, assignment, names),
    ...contiguityReasons(problem, assignment, names),
  ];
}

import type { BalanceProblem, BalanceProgress, BalanceResult } from '../../../../shared/balance/problem';
import { Random } from '../../../../shared/balance/random';
import { solveBalance } from '../../../../shared/balance/solve';

/** A problem with everything optional left out; override what a test is about. */
export function problemOf(
  parts: Partial<BalanceProblem> & Pick<BalanceProblem, 'unitLat' | 'unitLng' | 'territories'>,
): BalanceProblem {
  const count = parts.unitLat.length;
  const activity = parts.travelActivity ?? new Float64Array(count).fill(1);
  return {
    measures: [{ id: 'workload', values: activity, toleranceRatio: 0.05 }],
    travelActivity: activity,
    current: null,
    locks: null,
    families: null,
    eligibility: null,
    keepKm: 0,
    caps: null,
    movableTerritories: null,
    adjacency: null,
    seed: 1,
    ...parts,
  };
}

/** Accounts scattered over a few hundred km, with workloads of 1 to 9 and bases among them. */
export function scatteredProblem(
  accounts: number,
  territories: number,
  seed: number,
  parts: Partial<BalanceProblem> = {},
): BalanceProblem {
  const random = new Random(seed);
  const spread = (count: number, from: number, width: number): Float64Array =>
    Float64Array.from({ length: count }, () => from + width * random.next());
  return problemOf({
    unitLat: spread(accounts, 40, 5),
    unitLng: spread(accounts, -100, 8),
    travelActivity: Float64Array.from({ length: accounts }, () => 1 + Math.round(80 * random.next()) / 10),
    territories: {
      lat: spread(territories, 40, 5),
      lng: spread(territories, -100, 8),
      capacity: new Float64Array(territories).fill(1),
    },
    ...parts,
  });
}

/** Drives a solver to its end. */
export function finish(
  run: Generator<BalanceProgress, BalanceResult>,
  onProgress: (progress: BalanceProgress) => void = () => undefined,
): BalanceResult {
  let step = run.next();
  while (!step.done) {
    onProgress(step.value);
    step = run.next();
  }
  return step.value;
}

/** Runs what only pauses to its end. */
export function toEnd<Result>(run: Generator<void, Result>): Result {
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

/** Solves with a small budget. */
export function solveQuickly(problem: BalanceProblem): BalanceResult {
  return finish(solveBalance(problem, { effort: 0.1 }));
}

import { chooseCities, LEAST_POPULATION, type BaseCities } from './chooseCities';
import { partOfRun, silentPart } from './partOfRun';
import type { BalanceOptions, BalanceProblem, BalanceProgress, BalanceResult } from './problem';
import { solveBalance } from './solve';

export interface GreenfieldOptions extends Partial<BalanceOptions> {
  /** Cities with fewer people are left out, unless there is work enough round them; 50,000 by default. */
  readonly leastPopulation?: number;
}

export interface GreenfieldPlan {
  /** City index of each territory; −1 where it has a base of its own, or none was found. */
  readonly cityOf: Int32Array;
  /** The plan solved from these bases; its centres are the bases. */
  readonly result: BalanceResult;
}

/** Share of the work that finding the centres takes. */
const CENTRES_SHARE = 0.6;

/**
 * Proposes where reps should live: free centres are found first, each then goes to the city with the least
 * travel to its accounts (no city twice), and the plan is solved anew from there. Territories that have a
 * base keep it. Deterministic for a seed; may be stopped at any yield.
 */
export function* proposeBases(
  problem: BalanceProblem,
  cities: BaseCities,
  { leastPopulation = LEAST_POPULATION, ...options }: GreenfieldOptions = {},
): Generator<BalanceProgress, GreenfieldPlan> {
  const drawn = yield* partOfRun(solveBalance(problem, options), 0, CENTRES_SHARE);
  const cityOf = yield* silentPart(chooseCities(problem, cities, leastPopulation, drawn), CENTRES_SHARE);
  const { lat, lng, capacity } = problem.territories;
  const territories = {
    lat: lat.map((own, j) => (Number.isNaN(own) ? (cities.lat[cityOf[j]!] ?? own) : own)),
    lng: lng.map((own, j) => (Number.isNaN(own) ? (cities.lng[cityOf[j]!] ?? own) : own)),
    capacity,
  };
  const result = yield* partOfRun(solveBalance({ ...problem, territories }, options), CENTRES_SHARE, 1);
  return { cityOf, result };
}

/** What a size of team means for the road. */
export interface TeamSizePoint {
  readonly reps: number;
  readonly travelKm: number;
  readonly maxDeviationShare: number;
  readonly feasible: boolean;
}

/**
 * Travel against the number of territories: even territories with free centres, owners and locks left out.
 * @param sizes numbers of territories, each ≥ 1
 */
export function* travelByTeamSize(
  problem: BalanceProblem,
  sizes: readonly number[],
  options: Partial<BalanceOptions> = {},
): Generator<
  { readonly shareDone: number; readonly points: readonly TeamSizePoint[] },
  readonly TeamSizePoint[]
> {
  const points: TeamSizePoint[] = [];
  for (const [at, reps] of sizes.entries()) {
    const nowhere = new Float64Array(reps).fill(NaN);
    const sized: BalanceProblem = {
      ...problem,
      territories: { lat: nowhere, lng: nowhere.slice(), capacity: new Float64Array(reps).fill(1) },
      current: null,
      locks: null,
      eligibility: null,
      caps: null,
      movableTerritories: null,
    };
    const run = solveBalance(sized, options);
    let step = run.next();
    for (; !step.done; step = run.next()) {
      yield { shareDone: (at + step.value.shareDone) / sizes.length, points };
    }
    const { travelKm, maxDeviationShare, feasible } = step.value;
    points.push({ reps, travelKm, maxDeviationShare, feasible });
  }
  return points;
}

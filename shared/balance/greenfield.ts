import { haversineKm } from '../geo/greatCircle';
import { partOfRun } from './partOfRun';
import type { BalanceOptions, BalanceProblem, BalanceProgress, BalanceResult } from './problem';
import { solveBalance } from './solve';

/** Cities that reps may live in, in any order; coordinates in degrees. */
export interface BaseCities {
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  readonly population: Int32Array;
}

export interface GreenfieldOptions extends Partial<BalanceOptions> {
  /** Cities with fewer people are left out where a larger one can be had; 50,000 by default. */
  readonly leastPopulation?: number;
}

export interface GreenfieldPlan {
  /** City index of each territory; −1 where it has a base of its own, or none was found. */
  readonly cityOf: Int32Array;
  /** The plan solved from these bases; its centres are the bases. */
  readonly result: BalanceResult;
}

const LEAST_POPULATION = 50_000;

/** Cities nearest to a territory's centre that are measured account by account. */
const TRIED_CITIES = 30;

/** Share of the work that finding the centres takes. */
const CENTRES_SHARE = 0.6;

/** The untaken cities nearest to a point, nearest first. */
function nearestCities(cities: BaseCities, open: readonly number[], lat: number, lng: number): number[] {
  return open
    .map((city) => ({ city, km: haversineKm(lat, lng, cities.lat[city]!, cities.lng[city]!) }))
    .sort((a, b) => a.km - b.km || a.city - b.city)
    .slice(0, TRIED_CITIES)
    .map(({ city }) => city);
}

function travelFrom(problem: BalanceProblem, units: readonly number[], lat: number, lng: number): number {
  let travel = 0;
  for (const unit of units) {
    const activity = problem.travelActivity[unit]!;
    const km = haversineKm(problem.unitLat[unit]!, problem.unitLng[unit]!, lat, lng);
    if (activity > 0 && Number.isFinite(km)) travel += activity * km;
  }
  return travel;
}

/** Cities of the least population or more; the largest where too few have it. */
function openCities(cities: BaseCities, leastPopulation: number, wanted: number): number[] {
  const bySize = Array.from(cities.population, (_, city) => city);
  bySize.sort((a, b) => cities.population[b]! - cities.population[a]! || a - b);
  const large = bySize.filter((city) => cities.population[city]! >= leastPopulation).length;
  return bySize.slice(0, Math.max(large, wanted));
}

/** Each free territory's city with the least travel to its accounts, no city twice; busiest choose first. */
function* chooseCities(
  problem: BalanceProblem,
  cities: BaseCities,
  leastPopulation: number,
  drawn: BalanceResult,
): Generator<void, Int32Array> {
  const count = problem.territories.capacity.length;
  const cityOf = new Int32Array(count).fill(-1);
  const members: number[][] = Array.from({ length: count }, () => []);
  const activity = new Float64Array(count);
  drawn.assignment.forEach((j, unit) => {
    members[j]!.push(unit);
    activity[j]! += problem.travelActivity[unit]!;
  });
  let open = openCities(cities, leastPopulation, count);
  const order = Array.from(activity, (_, j) => j).filter((j) => Number.isNaN(problem.territories.lat[j]!));
  order.sort((a, b) => activity[b]! - activity[a]! || a - b);
  for (const j of order) {
    const [lat, lng] = [drawn.centreLat[j]!, drawn.centreLng[j]!];
    if (Number.isNaN(lat)) continue;
    let least = Infinity;
    for (const city of nearestCities(cities, open, lat, lng)) {
      const travel = travelFrom(problem, members[j]!, cities.lat[city]!, cities.lng[city]!);
      if (travel < least) {
        least = travel;
        cityOf[j] = city;
      }
    }
    open = open.filter((city) => city !== cityOf[j]);
    yield;
  }
  return cityOf;
}

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
  const last: BalanceProgress = {
    phase: 'centres',
    shareDone: CENTRES_SHARE,
    best: null,
    travel: drawn.travelKm,
    maxDeviation: drawn.maxDeviationShare,
    lowerBound: null,
  };
  const choosing = chooseCities(problem, cities, leastPopulation, drawn);
  let chosen = choosing.next();
  for (; !chosen.done; chosen = choosing.next()) yield last;
  const cityOf = chosen.value;
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

import { haversineKm } from '../geo/greatCircle';
import type { BalanceProblem } from './problem';

/** Cities that reps may live in, in any order; coordinates in degrees. */
export interface BaseCities {
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  readonly population: Int32Array;
}

/** Cities with fewer people are left out, unless there is work enough round them. */
export const LEAST_POPULATION = 50_000;

/** A smaller city counts where so much of a territory's usual activity is in its neighbourhood. */
const NEARBY_SHARE = 0.1;

/** Side of the squares that a neighbourhood is counted in, degrees; it is three by three of them. */
const SQUARE_DEGREES = 0.5;

/** Along a meridian. */
const KM_PER_DEGREE = 111;

/** A smaller city counts only where no larger one is so near. */
const LARGER_NEAR_KM = 100;

/** Cities nearest to a territory's centre that are measured account by account. */
const TRIED_CITIES = 60;

/** The largest city is taken of those that cost at most so much more travel than the best: it is where people live. */
const WORTH_A_LARGER_CITY = 1.02;

/** A plan with free centres, as a solver draws it. */
interface DrawnPlan {
  readonly assignment: Int32Array;
  readonly centreLat: Float64Array;
  readonly centreLng: Float64Array;
}

/**
 * A city with next to the least travel to its accounts for each territory that has no base, no city twice; the
 * busiest choose first. A generator only so that it may be stopped between territories.
 * @param leastPopulation of a city that is taken whatever is near it
 * @returns city index by territory; −1 where it has a base of its own, or none was found
 */
export function* chooseCities(
  problem: BalanceProblem,
  cities: BaseCities,
  leastPopulation: number,
  drawn: DrawnPlan,
): Generator<void, Int32Array> {
  const count = problem.territories.capacity.length;
  const cityOf = new Int32Array(count).fill(-1);
  const members: number[][] = Array.from({ length: count }, () => []);
  const activity = new Float64Array(count);
  drawn.assignment.forEach((j, unit) => {
    members[j]!.push(unit);
    activity[j]! += problem.travelActivity[unit]!;
  });
  let open = openCities(problem, cities, leastPopulation);
  const order = Array.from(activity, (_, j) => j).filter((j) => Number.isNaN(problem.territories.lat[j]!));
  order.sort((a, b) => activity[b]! - activity[a]! || a - b);
  for (const j of order) {
    const [lat, lng] = [drawn.centreLat[j]!, drawn.centreLng[j]!];
    if (Number.isNaN(lat)) continue;
    const tried = nearestCities(cities, open, lat, lng).map((city) => ({
      city,
      travel: travelFrom(problem, members[j]!, cities.lat[city]!, cities.lng[city]!),
    }));
    const least = tried.reduce((low, { travel }) => Math.min(low, travel), Infinity);
    for (const { city, travel } of tried) {
      if (travel > WORTH_A_LARGER_CITY * least) continue;
      if (cityOf[j]! < 0 || cities.population[city]! > cities.population[cityOf[j]!]!) cityOf[j] = city;
    }
    open = open.filter((city) => city !== cityOf[j]);
    yield;
  }
  return cityOf;
}

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

/** Cities of the least population or more, and remote ones with work round them; the largest where they are too few. */
function openCities(problem: BalanceProblem, cities: BaseCities, leastPopulation: number): number[] {
  const wanted = problem.territories.capacity.length;
  const bySize = Array.from(cities.population, (_, city) => city);
  bySize.sort((a, b) => cities.population[b]! - cities.population[a]! || a - b);
  const near = activityNear(problem);
  const whole = problem.travelActivity.reduce((sum, value) => (value > 0 ? sum + value : sum), 0);
  const least = (NEARBY_SHARE * whole) / Math.max(1, wanted);
  const large = bySize.filter((city) => cities.population[city]! >= leastPopulation);
  const isRemote = (city: number) => !hasNear(cities, large, city);
  const isBusy = (city: number) => whole > 0 && near(cities.lat[city]!, cities.lng[city]!) >= least;
  const small = bySize.slice(large.length).filter((city) => isBusy(city) && isRemote(city));
  const open = [...large, ...small];
  return open.length >= wanted ? open : bySize.slice(0, wanted);
}

function hasNear(cities: BaseCities, others: readonly number[], city: number): boolean {
  const [lat, lng] = [cities.lat[city]!, cities.lng[city]!];
  return others.some((other) => {
    if (Math.abs(cities.lat[other]! - lat) > LARGER_NEAR_KM / KM_PER_DEGREE) return false;
    return haversineKm(lat, lng, cities.lat[other]!, cities.lng[other]!) <= LARGER_NEAR_KM;
  });
}

/** Activity in the squares round a point. */
function activityNear(problem: BalanceProblem): (lat: number, lng: number) => number {
  const columns = 360 / SQUARE_DEGREES;
  const square = (row: number, column: number) => row * columns + ((column + columns) % columns);
  const rowOf = (lat: number) => Math.floor((lat + 90) / SQUARE_DEGREES);
  const columnOf = (lng: number) => Math.floor((lng + 180) / SQUARE_DEGREES);
  const sums = new Map<number, number>();
  problem.travelActivity.forEach((activity, unit) => {
    const [lat, lng] = [problem.unitLat[unit]!, problem.unitLng[unit]!];
    if (!(activity > 0) || !Number.isFinite(lat) || !Number.isFinite(lng)) return;
    const key = square(rowOf(lat), columnOf(lng));
    sums.set(key, (sums.get(key) ?? 0) + activity);
  });
  return (lat, lng) => {
    let sum = 0;
    for (let row = -1; row <= 1; row++) {
      for (let column = -1; column <= 1; column++) {
        sum += sums.get(square(rowOf(lat) + row, columnOf(lng) + column)) ?? 0;
      }
    }
    return sum;
  };
}

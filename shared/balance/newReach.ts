import { haversineKm } from '../geo/greatCircle';
import type { BalanceEligibility, BalanceProblem } from './problem';

/** Beyond so many times what reaches nearly all of a new territory's drawn accounts, it takes none. */
const REACH_FACTOR = 1.25;
const REACHED_SHARE = 0.95;

/** A reach below this would leave a new territory too little to choose from. */
const LEAST_REACH_KM = 100;

/**
 * Who may serve what, so that new territories take accounts near their base only: with the fewest changes of hands
 * as the aim, a new rep would else get the largest accounts from anywhere.
 * @param isNew 1 by territory that is new; its place is in the problem's bases
 * @param drawn a plan in which those territories lie well
 */
export function eligibilityNearNew(
  problem: BalanceProblem,
  isNew: Uint8Array,
  drawn: Int32Array,
): BalanceEligibility | null {
  const { unitLat, unitLng, territories, eligibility } = problem;
  const count = isNew.length;
  const fresh = Array.from(isNew.keys()).filter((j) => isNew[j] === 1);
  const kmTo = (unit: number, j: number) =>
    haversineKm(unitLat[unit]!, unitLng[unit]!, territories.lat[j]!, territories.lng[j]!);
  const reachKm = new Map(fresh.map((j) => [j, reachOf(drawn, j, kmTo)]));
  const classes: Uint8Array[] = [];
  const known = new Map<string, number>();
  const classOfUnit = Int32Array.from({ length: unitLat.length }, (_, unit) => {
    const before = eligibility?.classOfUnit[unit] ?? 0;
    const near = fresh.map((j) => !(kmTo(unit, j) > reachKm.get(j)!));
    const key = `${before} ${near.map(Number).join('')}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const allowed = eligibility
      ? eligibility.allowed.slice(before * count, (before + 1) * count)
      : new Uint8Array(count).fill(1);
    fresh.forEach((j, at) => {
      if (!near[at]) allowed[j] = 0;
    });
    known.set(key, classes.length);
    return classes.push(allowed) - 1;
  });
  const allowed = new Uint8Array(classes.length * count);
  classes.forEach((row, at) => allowed.set(row, at * count));
  return { classOfUnit, allowed };
}

/** Km within which a territory takes accounts; without any drawn ones everywhere. */
function reachOf(drawn: Int32Array, j: number, kmTo: (unit: number, j: number) => number): number {
  const away: number[] = [];
  drawn.forEach((to, unit) => {
    const km = to === j ? kmTo(unit, j) : NaN;
    if (Number.isFinite(km)) away.push(km);
  });
  if (away.length === 0) return Infinity;
  away.sort((a, b) => a - b);
  return Math.max(LEAST_REACH_KM, REACH_FACTOR * away[Math.floor(REACHED_SHARE * (away.length - 1))]!);
}

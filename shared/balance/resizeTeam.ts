import { chooseCities, LEAST_POPULATION, type BaseCities } from './chooseCities';
import { leastTravel } from './leastTravel';
import { centresOf } from './measurePlan';
import { eligibilityNearNew } from './newReach';
import { partOfRun, silentPart } from './partOfRun';
import type { BalanceOptions, BalanceProblem, BalanceProgress, BalanceResult } from './problem';
import { solveBalance } from './solve';

/** Who leaves and who comes. */
export interface TeamChange {
  /** Territories that go; their accounts are handed to those who stay, and to the new. */
  readonly removed: readonly number[];
  /** One a new territory: its rep's home in degrees, or null to have the place found. */
  readonly added: readonly ({ readonly lat: number; readonly lng: number } | null)[];
}

export interface ResizedPlan {
  /** The problem's territory each of the new plan's is; −1 for a new one, and those come last. */
  readonly oldOf: Int32Array;
  /** City that a new territory's rep is to live in, by the new plan's territories; −1 elsewhere, and without cities. */
  readonly cityOf: Int32Array;
  /** In the new plan's territories. Its bound and gap are of travel alone; null where a base is free. */
  readonly result: BalanceResult;
  /** Accounts whose rep stays and yet loses them: the disruption. */
  readonly movedCount: number;
  /** Accounts of territories that go. */
  readonly inheritedCount: number;
}

export interface ResizeOptions extends Partial<BalanceOptions> {
  /** Where new reps may live; left out = anywhere. */
  readonly cities?: BaseCities;
  /** Cities with fewer people are left out, unless there is work enough round them; 50,000 by default. */
  readonly leastPopulation?: number;
}

/** Where a new territory's place is sought, an account changes hands only to save this many km. */
const SEEK_KEEP_KM = 150;

/** Share of the work that finding it takes, and that is done where it must be filled from farther away. */
const SEEK_SHARE = 0.6;
const WIDE_SHARE = 0.8;

/** The new plan's territories by the problem's: those who stay in their order, then −1 for each new one. */
export function oldOfChange(territoryCount: number, { removed, added }: TeamChange): Int32Array {
  const goes = new Set(removed);
  const stay = Array.from({ length: territoryCount }, (_, j) => j).filter((j) => !goes.has(j));
  return Int32Array.from([...stay, ...added.map(() => -1)]);
}

/** The problem of the changed team: who goes owns nothing, and who is new has the usual capacity. */
export function resizedProblem(problem: BalanceProblem, change: TeamChange): BalanceProblem {
  const { removed, added } = change;
  const oldOf = oldOfChange(problem.territories.capacity.length, change);
  const { lat, lng, capacity } = problem.territories;
  const newOf = new Int32Array(capacity.length).fill(-1);
  oldOf.forEach((old, j) => {
    if (old >= 0) newOf[old] = j;
  });
  const kept = oldOf.filter((old) => old >= 0);
  const usual = kept.length > 0 ? kept.reduce((sum, old) => sum + capacity[old]!, 0) / kept.length : 1;
  const moveTo = (of: Int32Array | null) => of && of.map((j) => (j >= 0 ? newOf[j]! : -1));
  const spread = (of: Int32Array | null, other: number) =>
    of && Int32Array.from(oldOf, (old) => (old >= 0 ? of[old]! : other));
  const { eligibility, caps, movableTerritories } = problem;
  const unlimited = problem.unitLat.length;
  return {
    ...problem,
    territories: {
      lat: Float64Array.from(oldOf, (old, j) =>
        old >= 0 ? lat[old]! : (added[j - kept.length]?.lat ?? NaN),
      ),
      lng: Float64Array.from(oldOf, (old, j) =>
        old >= 0 ? lng[old]! : (added[j - kept.length]?.lng ?? NaN),
      ),
      capacity: Float64Array.from(oldOf, (old) => (old >= 0 ? capacity[old]! : usual)),
    },
    current: moveTo(problem.current),
    locks: moveTo(problem.locks),
    eligibility: eligibility && {
      classOfUnit: eligibility.classOfUnit,
      allowed: resizedEligibility(eligibility.allowed, capacity.length, oldOf),
    },
    // Whoever is new, or gives up all, is under no cap.
    caps: caps && {
      maxHandedOff: spread(caps.maxHandedOff, unlimited),
      maxTakenOver: spread(caps.maxTakenOver, unlimited),
      maxMovedShare: removed.length > 0 ? null : caps.maxMovedShare,
    },
    movableTerritories:
      movableTerritories && Uint8Array.from(oldOf, (old) => (old >= 0 ? movableTerritories[old]! : 1)),
  };
}

/** A new territory may serve every class. */
function resizedEligibility(allowed: Uint8Array, oldCount: number, oldOf: Int32Array): Uint8Array {
  const classes = allowed.length / oldCount;
  const next = new Uint8Array(classes * oldOf.length).fill(1);
  for (let c = 0; c < classes; c++) {
    oldOf.forEach((old, j) => {
      if (old >= 0) next[c * oldOf.length + j] = allowed[c * oldCount + old]!;
    });
  }
  return next;
}

/** Travel above its bound, as a share of that; null where there is none. */
function gapOf(travelKm: number, boundKm: number | null): number | null {
  if (boundKm === null) return null;
  return boundKm > 0 ? Math.max(0, travelKm / boundKm - 1) : 0;
}

/**
 * The team grown or shrunk with the least disruption: present territories stay where they are, and accounts
 * change hands only to fill a new territory, to hand on a leaver's, or to come within tolerance.
 * A new territory without a home gets the place that needs the least travel, in a city where cities are given, and
 * takes accounts round it. `problem.current` is the plan that it starts from; deterministic for a seed, and may be
 * stopped at any yield.
 */
export function* resizeTeam(
  problem: BalanceProblem,
  change: TeamChange,
  { cities, leastPopulation = LEAST_POPULATION, ...given }: ResizeOptions = {},
): Generator<BalanceProgress, ResizedPlan> {
  const goes = new Set(change.removed);
  const oldOf = oldOfChange(problem.territories.capacity.length, change);
  const nameOf = given.territoryName ?? ((j: number) => `territory ${j + 1}`);
  const options: Partial<BalanceOptions> = {
    ...given,
    territoryName: (j) => (oldOf[j]! >= 0 ? nameOf(oldOf[j]!) : 'a new territory'),
  };
  let cityOf: Int32Array = new Int32Array(oldOf.length).fill(-1);
  const asked = resizedProblem(problem, change);
  const current = asked.current ?? new Int32Array(asked.unitLat.length).fill(-1);
  const standing = centresOf(asked, current);
  const place = (lat: Float64Array, lng: Float64Array): BalanceProblem => ({
    ...asked,
    current,
    territories: { lat, lng, capacity: asked.territories.capacity },
  });
  let placed = place(standing.centreLat, standing.centreLng);
  let near: BalanceProblem | null = null;
  const isSought = placed.territories.lat.some((value) => Number.isNaN(value));
  if (isSought) {
    const keepKm = Math.max(SEEK_KEEP_KM, problem.keepKm);
    const run = solveBalance({ ...placed, keepKm, caps: null }, { ...options, aim: 'full' });
    const found = yield* partOfRun(run, 0, SEEK_SHARE);
    if (cities) cityOf = yield* silentPart(chooseCities(placed, cities, leastPopulation, found), SEEK_SHARE);
    const home = (own: Float64Array, of: Float64Array | undefined) =>
      own.map((value, j) => of?.[cityOf[j]!] ?? value);
    placed = place(home(found.centreLat, cities?.lat), home(found.centreLng, cities?.lng));
    const isNew = Uint8Array.from(oldOf, (old) => (old < 0 ? 1 : 0));
    near = { ...placed, eligibility: eligibilityNearNew(placed, isNew, found.assignment) };
  }
  const solved = (asked: BalanceProblem, from: number) =>
    partOfRun(solveBalance(asked, { ...options, aim: 'corridor' }), from, 1);
  let result = yield* solved(near ?? placed, isSought ? SEEK_SHARE : 0);
  // What lies near may be too little; the tolerance counts for more.
  if (near && !result.feasible) {
    const wide = yield* solved(placed, WIDE_SHARE);
    if (wide.feasible) result = wide;
  }
  // The run's own bound is of what it sought, near the new bases alone: travel is bounded from all of them.
  const isBased = [...asked.territories.lat].every((value, j) => !Number.isNaN(value) || cityOf[j]! >= 0);
  const lowerBound = isBased && result.feasible ? yield* silentPart(leastTravel(placed), 1) : null;
  result = { ...result, lowerBound, gapShare: gapOf(result.travelKm, lowerBound) };
  let inheritedCount = 0;
  problem.current?.forEach((j) => {
    if (goes.has(j)) inheritedCount++;
  });
  return { oldOf, cityOf, result, movedCount: result.movedCount, inheritedCount };
}

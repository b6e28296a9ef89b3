import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BalanceProblem } from '../../shared/balance/problem';
import { Random } from '../../shared/balance/random';
import { brokenTerritories, neighbourRowsOf } from '../../shared/geo/contiguity';
import { haversineKm } from '../../shared/geo/greatCircle';
import { scatteredProblem, solveQuickly } from '../unit/shared/balance/balanceFixtures';

const ACCOUNTS = 9;
const TERRITORIES = 3;
const TOLERANCE = 0.35;

const seeds = fc.integer({ min: 1, max: 100_000 });
const runs = { numRuns: 8, seed: 20_262 };

/** True where a plan keeps every constraint; written from territory.md, without the solver's own checks. */
function isAllowed(problem: BalanceProblem, plan: Int32Array): boolean {
  const { locks, families, eligibility, caps, current, adjacency, territories, measures } = problem;
  const count = territories.capacity.length;
  for (let i = 0; i < plan.length; i++) {
    if (locks && locks[i]! >= 0 && plan[i] !== locks[i]) return false;
    const first = families && families[i]! >= 0 ? families.indexOf(families[i]!) : i;
    if (plan[i] !== plan[first]) return false;
    if (eligibility && eligibility.allowed[eligibility.classOfUnit[i]! * count + plan[i]!] !== 1)
      return false;
  }
  if (caps && caps.maxMovedShare !== null && current) {
    const moved = plan.reduce((sum, j, i) => sum + (j === current[i] ? 0 : 1), 0);
    if (moved > caps.maxMovedShare * plan.length + 1e-9) return false;
  }
  if (adjacency && brokenTerritories(adjacency, plan, count).length > 0) return false;
  const capacity = territories.capacity.reduce((sum, value) => sum + value, 0);
  return measures.every(({ values, toleranceRatio }) => {
    const total = values.reduce((sum, value) => sum + value, 0);
    const load = new Float64Array(count);
    plan.forEach((j, i) => (load[j]! += values[i]!));
    return load.every((value, j) => {
      const target = (total * territories.capacity[j]!) / capacity;
      return Math.abs(value - target) <= target * toleranceRatio + 1e-9;
    });
  });
}

function travelOf(problem: BalanceProblem, plan: Int32Array): number {
  const { unitLat, unitLng, travelActivity, territories, current, keepKm } = problem;
  return plan.reduce((sum, j, i) => {
    const km = haversineKm(unitLat[i]!, unitLng[i]!, territories.lat[j]!, territories.lng[j]!);
    const isMoved = current !== null && current[i]! >= 0 && current[i] !== j;
    return sum + travelActivity[i]! * (km + (isMoved ? keepKm : 0));
  }, 0);
}

/** The least travel, with changes of hands priced, of every plan there is; Infinity where none is allowed. */
function leastTravel(problem: BalanceProblem): number {
  const plan = new Int32Array(ACCOUNTS);
  let least = Infinity;
  for (let code = 0; code < TERRITORIES ** ACCOUNTS; code++) {
    let rest = code;
    for (let i = 0; i < ACCOUNTS; i++) {
      plan[i] = rest % TERRITORIES;
      rest = Math.floor(rest / TERRITORIES);
    }
    if (isAllowed(problem, plan)) least = Math.min(least, travelOf(problem, plan));
  }
  return least;
}

const asks: Record<string, (problem: BalanceProblem, random: Random) => Partial<BalanceProblem>> = {
  'capacity by territory': ({ territories }) => ({
    territories: { ...territories, capacity: Float64Array.of(0.6, 1, 1.5) },
  }),
  locks: (_, random) => ({
    locks: Int32Array.from({ length: ACCOUNTS }, (__, i) => (i < 3 ? random.below(TERRITORIES) : -1)),
  }),
  families: () => ({ families: Int32Array.of(7, 7, -1, 4, -1, 4, -1, -1, -1) }),
  eligibility: (_, random) => ({
    eligibility: {
      classOfUnit: Int32Array.from({ length: ACCOUNTS }, () => random.below(2)),
      allowed: Uint8Array.of(1, 1, 0, 0, 1, 1),
    },
  }),
  'two measures': ({ measures }, random) => ({
    measures: [
      ...measures,
      {
        id: 'revenue',
        values: Float64Array.from({ length: ACCOUNTS }, () => 1 + random.below(9)),
        toleranceRatio: 0.5,
      },
    ],
  }),
  'a price on changes of hands': (_, random) => ({
    current: Int32Array.from({ length: ACCOUNTS }, () => random.below(TERRITORIES)),
    keepKm: 60,
  }),
  'a cap on changes of hands': (_, random) => ({
    current: Int32Array.from({ length: ACCOUNTS }, () => random.below(TERRITORIES)),
    caps: { maxHandedOff: null, maxTakenOver: null, maxMovedShare: 0.5 },
  }),
  'borders of a grid of three by three': () => ({
    adjacency: neighbourRowsOf([[1, 3], [2, 4], [5], [4, 6], [5, 7], [8], [7], [8], []]),
  }),
  'everything of accounts at once': ({ territories }, random) => ({
    territories: { ...territories, capacity: Float64Array.of(0.8, 1, 1.2) },
    locks: Int32Array.of(random.below(TERRITORIES), -1, -1, -1, -1, -1, -1, -1, -1),
    families: Int32Array.of(-1, 3, 3, -1, -1, -1, -1, -1, -1),
    eligibility: {
      classOfUnit: Int32Array.of(0, 0, 0, 0, 0, 0, 0, 1, 1),
      allowed: Uint8Array.of(1, 1, 1, 0, 1, 1),
    },
    current: Int32Array.from({ length: ACCOUNTS }, () => random.below(TERRITORIES)),
    keepKm: 20,
  }),
};

describe('tiny cases equal trying every plan', () => {
  it.each(Object.keys(asks))(
    'with %s',
    (name) => {
      let allowed = 0;
      fc.assert(
        fc.property(seeds, (seed) => {
          const base = scatteredProblem(ACCOUNTS, TERRITORIES, seed);
          const plain = { ...base, measures: [{ ...base.measures[0]!, toleranceRatio: TOLERANCE }] };
          const problem = { ...plain, ...asks[name]!(plain, new Random(seed)) };
          const least = leastTravel(problem);
          const result = solveQuickly(problem);
          expect(result.feasible).toBe(least < Infinity);
          expect(result.feasible || result.reasons.length > 0).toBe(true);
          if (!result.feasible) return;
          allowed++;
          expect(isAllowed(problem, result.assignment)).toBe(true);
          expect(travelOf(problem, result.assignment)).toBeLessThanOrEqual(least * (1 + 1e-6));
          if (result.lowerBound !== null) expect(result.lowerBound).toBeLessThanOrEqual(least * (1 + 1e-6));
        }),
        runs,
      );
      expect(allowed).toBeGreaterThan(1);
    },
    60_000,
  );
});

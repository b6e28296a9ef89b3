import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haversineKm } from '../../shared/geo/greatCircle';
import type { BalanceProblem, BalanceResult } from '../../shared/balance/problem';
import { Random } from '../../shared/balance/random';
import { scatteredProblem, solveQuickly } from '../unit/shared/balance/balanceFixtures';

const seeds = fc.integer({ min: 1, max: 100_000 });
const runs = (count: number) => ({ numRuns: count, seed: 20_261 });

/** Present owners by nearest base, with every seventh account at a random one. */
function withOwners(problem: BalanceProblem, seed: number): BalanceProblem {
  const random = new Random(seed);
  const { lat, lng } = problem.territories;
  const current = Int32Array.from(problem.unitLat, (unitLat, i) => {
    if (i % 7 === 0) return random.below(lat.length);
    const km = Array.from(lat, (_, j) => haversineKm(unitLat, problem.unitLng[i]!, lat[j]!, lng[j]!));
    return km.indexOf(Math.min(...km));
  });
  return { ...problem, current };
}

function bruteForce(problem: BalanceProblem): number {
  const count = problem.unitLat.length;
  const { lat, lng } = problem.territories;
  const measure = problem.measures[0]!;
  const target = measure.values.reduce((sum, value) => sum + value, 0) / lat.length;
  let best = Infinity;
  for (let code = 0; code < lat.length ** count; code++) {
    const load = new Float64Array(lat.length);
    let travel = 0;
    let rest = code;
    for (let i = 0; i < count; i++) {
      const j = rest % lat.length;
      rest = Math.floor(rest / lat.length);
      load[j]! += measure.values[i]!;
      travel +=
        problem.travelActivity[i]! * haversineKm(problem.unitLat[i]!, problem.unitLng[i]!, lat[j]!, lng[j]!);
    }
    if (load.every((value) => Math.abs(value - target) / target <= measure.toleranceRatio + 1e-9)) {
      best = Math.min(best, travel);
    }
  }
  return best;
}

function expectSound(problem: BalanceProblem, result: BalanceResult): void {
  expect(result.assignment.length).toBe(problem.unitLat.length);
  expect(result.assignment.every((j) => j >= 0 && j < problem.territories.capacity.length)).toBe(true);
  expect(Number.isFinite(result.travelKm)).toBe(true);
  expect(Number.isFinite(result.maxDeviationShare)).toBe(true);
  expect(result.feasible || result.reasons.length > 0).toBe(true);
}

/** The numbers below `count` in a random order. */
function shuffled(count: number, seed: number): number[] {
  const random = new Random(seed + 1);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let at = count - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

describe('properties of the balancing engine', () => {
  it('gives the same plan for the same seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = scatteredProblem(120, 4, seed);
        expect(solveQuickly(problem).assignment).toEqual(solveQuickly(problem).assignment);
      }),
      runs(4),
    );
  });

  it('travels the same within 0.5% when the accounts come in another order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = scatteredProblem(400, 4, seed);
        const order = shuffled(400, seed);
        const reordered = (values: Float64Array): Float64Array => Float64Array.from(order, (i) => values[i]!);
        const permuted: BalanceProblem = {
          ...problem,
          unitLat: reordered(problem.unitLat),
          unitLng: reordered(problem.unitLng),
          travelActivity: reordered(problem.travelActivity),
          measures: problem.measures.map((m) => ({ ...m, values: reordered(m.values) })),
        };
        const travel = solveQuickly(problem).travelKm;
        expect(Math.abs(solveQuickly(permuted).travelKm / travel - 1)).toBeLessThan(0.005);
      }),
      runs(4),
    );
  });

  it('reaches what trying every plan reaches, on tiny cases', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const tiny = scatteredProblem(9, 3, seed);
        const problem = { ...tiny, measures: [{ ...tiny.measures[0]!, toleranceRatio: 0.3 }] };
        const best = bruteForce(problem);
        const result = solveQuickly(problem);
        expect(result.feasible).toBe(best < Infinity);
        if (best < Infinity) expect(result.travelKm).toBeLessThanOrEqual(best * (1 + 1e-9));
        if (result.lowerBound !== null) expect(result.lowerBound).toBeLessThanOrEqual(best * (1 + 1e-9));
      }),
      runs(12),
    );
  });

  it('never bounds travel above what trying every plan reaches, with idle accounts too', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const tiny = scatteredProblem(9, 3, seed);
        const measures = [{ ...tiny.measures[0]!, toleranceRatio: 0.3 }];
        const travelActivity = tiny.travelActivity.map((value, i) => (i % 3 === 0 ? 0 : value));
        const problem = { ...tiny, measures, travelActivity };
        const best = bruteForce(problem);
        const { lowerBound } = solveQuickly(problem);
        if (best < Infinity && lowerBound !== null) expect(lowerBound).toBeLessThanOrEqual(best * (1 + 1e-9));
      }),
      runs(8),
    );
  });

  it('bounds the travel of every plan within tolerance, with and without a price on changes of hands', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0, 40), (seed, keepKm) => {
        const problem = { ...withOwners(scatteredProblem(200, 4, seed), seed), keepKm };
        const result = solveQuickly(problem);
        expectSound(problem, result);
        expect(result.lowerBound).toBeLessThanOrEqual(result.travelKm);
        expect(result.gapShare).toBeLessThan(0.02);
      }),
      runs(6),
    );
  });

  it('never breaks a lock or splits a family', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const base = scatteredProblem(200, 4, seed);
        const random = new Random(seed);
        const locks = new Int32Array(200).fill(-1);
        for (let i = 0; i < 12; i++) locks[random.below(100)] = random.below(4);
        // The second hundred are families of four, without locks.
        const families = Int32Array.from({ length: 200 }, (_, i) => (i < 100 ? -1 : Math.floor(i / 4)));
        const result = solveQuickly({ ...base, locks, families });
        for (let i = 0; i < 200; i++) {
          if (locks[i]! >= 0) expect(result.assignment[i]).toBe(locks[i]);
          if (i >= 100) expect(result.assignment[i]).toBe(result.assignment[4 * Math.floor(i / 4)]);
        }
      }),
      runs(5),
    );
  });

  it('never exceeds a cap on changes of hands', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0.02, 0.1, 0.3), (seed, maxMovedShare) => {
        const maxHandedOff = new Int32Array(4).fill(15);
        const problem = {
          ...withOwners(scatteredProblem(200, 4, seed), seed),
          caps: { maxHandedOff, maxTakenOver: new Int32Array(4).fill(12), maxMovedShare },
        };
        const result = solveQuickly(problem);
        const current = problem.current!;
        const moved = [...current.keys()].filter((i) => result.assignment[i] !== current[i]);
        expect(moved.length).toBeLessThanOrEqual(maxMovedShare * 200);
        for (let j = 0; j < 4; j++) {
          expect(moved.filter((i) => current[i] === j).length).toBeLessThanOrEqual(15);
          expect(moved.filter((i) => result.assignment[i] === j).length).toBeLessThanOrEqual(12);
        }
        expectSound(problem, result);
      }),
      runs(5),
    );
  });

  it('serves only whom it may, and only among the chosen territories', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const owned = withOwners(scatteredProblem(200, 4, seed), seed);
        const classOfUnit = Int32Array.from({ length: 200 }, (_, i) => i % 2);
        const allowed = Uint8Array.of(1, 1, 1, 1, 1, 1, 0, 1);
        const eligible = solveQuickly({ ...owned, eligibility: { classOfUnit, allowed } });
        expect(eligible.assignment.every((j, i) => allowed[classOfUnit[i]! * 4 + j] === 1)).toBe(true);
        const subset = solveQuickly({ ...owned, movableTerritories: Uint8Array.of(1, 1, 0, 0) });
        owned.current!.forEach((owner, i) => {
          if (owner >= 2) expect(subset.assignment[i]).toBe(owner);
          else expect(subset.assignment[i]).toBeLessThan(2);
        });
      }),
      runs(4),
    );
  });

  it('survives odd numbers: no coordinates, nothing to do, no measure', () => {
    const problem = scatteredProblem(60, 3, 5);
    const unitLat = problem.unitLat.map((lat, i) => (i % 9 === 0 ? NaN : lat));
    expectSound(problem, solveQuickly({ ...problem, unitLat }));
    const idle = new Float64Array(60);
    const nothing = {
      ...problem,
      travelActivity: idle,
      measures: [{ ...problem.measures[0]!, values: idle }],
    };
    expectSound(problem, solveQuickly(nothing));
    expectSound(problem, solveQuickly({ ...problem, measures: [] }));
    expect(
      solveQuickly({
        ...problem,
        territories: { lat: idle.slice(0, 0), lng: idle.slice(0, 0), capacity: idle.slice(0, 0) },
      }).reasons[0]!.code,
    ).toBe('no-territories');
  });
});

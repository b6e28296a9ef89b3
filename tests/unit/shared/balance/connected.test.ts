import { describe, expect, it } from 'vitest';
import { brokenTerritories, neighbourRowsOf } from '../../../../shared/geo/contiguity';
import { buildBlocks } from '../../../../shared/balance/blocks';
import { solveBalance } from '../../../../shared/balance/solve';
import { connectPlan } from '../../../../shared/balance/unitStart';
import type { BalanceProblem } from '../../../../shared/balance/problem';
import { finish, problemOf } from './balanceFixtures';

/** A grid of counties, each bordering its four neighbours. */
function gridProblem(
  side: number,
  territories: number,
  values: (unit: number) => number,
  toleranceRatio = 0.1,
): BalanceProblem {
  const count = side * side;
  const neighbours = Array.from({ length: count }, (_, unit) =>
    [
      unit - side,
      unit + side,
      unit % side > 0 ? unit - 1 : -1,
      unit % side < side - 1 ? unit + 1 : -1,
    ].filter((other) => other >= 0 && other < count),
  );
  const activity = Float64Array.from({ length: count }, (_, unit) => values(unit));
  const free = new Float64Array(territories).fill(NaN);
  return problemOf({
    unitLat: Float64Array.from({ length: count }, (_, unit) => 40 + Math.floor(unit / side) / 4),
    unitLng: Float64Array.from({ length: count }, (_, unit) => -100 + (unit % side) / 3),
    travelActivity: activity,
    measures: [{ id: 'people', values: activity, toleranceRatio }],
    territories: { lat: free, lng: free, capacity: new Float64Array(territories).fill(1) },
    adjacency: neighbourRowsOf(neighbours),
  });
}

describe('territories of connected units', () => {
  it('are whole and within tolerance, large counties among small ones', () => {
    for (const seed of [1, 2, 3]) {
      const problem = { ...gridProblem(16, 12, (unit) => (unit % 17 === 0 ? 9 : 1)), seed };
      const result = finish(solveBalance(problem, { effort: 0.4 }));
      expect(brokenTerritories(problem.adjacency!, result.assignment, 12)).toEqual([]);
      expect(result.maxDeviationShare).toBeLessThanOrEqual(0.1 + 1e-9);
      expect(result.feasible).toBe(true);
    }
  });

  it('come within tolerance round locked counties, which stay', () => {
    const problem = gridProblem(16, 12, (unit) => (unit % 17 === 0 ? 9 : 1));
    // A locked county in every territory, some of them side by side.
    const locks = new Int32Array(256).fill(-1);
    [0, 1, 40, 58, 77, 90, 118, 119, 150, 185, 222, 255].forEach((unit, j) => (locks[unit] = j));
    const result = finish(solveBalance({ ...problem, locks }, { effort: 0.4 }));
    locks.forEach((territory, unit) => {
      if (territory >= 0) expect(result.assignment[unit]).toBe(territory);
    });
    expect(brokenTerritories(problem.adjacency!, result.assignment, 12)).toEqual([]);
    expect(result.feasible).toBe(true);
  });

  it('start where their locked counties lie: well placed ones shorten the travel', () => {
    const side = 24;
    const problem = gridProblem(side, 64, () => 1, 0.15);
    // The middle counties of squares of nine, to territories in another order than that of the map.
    const locks = new Int32Array(side * side).fill(-1);
    for (let square = 0; square < 64; square++) {
      locks[(3 * Math.floor(square / 8) + 1) * side + 3 * (square % 8) + 1] = (27 * square + 5) % 64;
    }
    const free = finish(solveBalance(problem, { effort: 0.05 }));
    const locked = finish(solveBalance({ ...problem, locks }, { effort: 0.05 }));
    expect(locked.feasible).toBe(true);
    expect(locked.travelKm).toBeLessThan(free.travelKm);
  });

  it('name a county too large for any, and the others still come out', () => {
    const problem = gridProblem(10, 6, (unit) => (unit === 44 ? 60 : 1));
    const result = finish(solveBalance(problem, { effort: 0.4 }));
    expect(result.feasible).toBe(false);
    expect(result.reasons[0]!.code).toBe('unit-over-target');
    expect(result.reasons[0]!.unitIndices).toEqual([44]);
    expect(brokenTerritories(problem.adjacency!, result.assignment, 6)).toEqual([]);
  });

  it('start whole where one of them begins empty amid another', () => {
    // Territory 1 is a thin line along the edge; territory 2 has nothing and is nearest to that line.
    const problem = gridProblem(9, 3, () => 1);
    const blocks = buildBlocks(problem, new Int32Array(81).fill(-1));
    const start = Int32Array.from({ length: 81 }, (_, unit) => (unit >= 72 ? 1 : 0));
    const km = new Float32Array(81 * 3).fill(500);
    for (let unit = 0; unit < 81; unit++) km[unit * 3 + 2] = 10 * Math.abs(unit - 76);
    const plan = connectPlan(blocks, problem.adjacency!, km, new Uint8Array(81), start);
    expect(brokenTerritories(problem.adjacency!, plan, 3)).toEqual([]);
    expect(new Set(plan)).toEqual(new Set([0, 1, 2]));
  });
});

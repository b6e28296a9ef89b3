import { describe, expect, it } from 'vitest';
import { scatteredProblem, solveQuickly } from './balanceFixtures';

describe('a chosen subset of territories', () => {
  // Territory 3 has half of everything and stays; 0 to 2 share the rest unevenly.
  const problem = scatteredProblem(300, 4, 31);
  const current = Int32Array.from({ length: 300 }, (_, i) =>
    i % 2 === 0 ? 3 : i % 8 === 1 ? 0 : i % 8 === 3 ? 1 : 2,
  );
  const movableTerritories = Uint8Array.of(1, 1, 1, 0);
  const loadsOf = (assignment: Int32Array) => {
    const load = [0, 0, 0, 0];
    assignment.forEach((j, i) => (load[j]! += problem.travelActivity[i]!));
    return load;
  };

  it('is held to what it has together, whatever stands outside', () => {
    const result = solveQuickly({ ...problem, current, movableTerritories });
    expect(result.reasons).toEqual([]);
    expect(result.feasible).toBe(true);
    const inside = loadsOf(result.assignment).slice(0, 3);
    const mean = inside.reduce((sum, load) => sum + load, 0) / 3;
    for (const load of inside) expect(Math.abs(load / mean - 1)).toBeLessThanOrEqual(0.05 + 1e-9);
    expect(result.maxDeviationShare).toBeLessThanOrEqual(0.05 + 1e-9);
    expect(result.lowerBound).toBeLessThanOrEqual(result.travelKm);
  });

  it('still fails on what is locked inside it', () => {
    const locks = current.map((owner) => (owner === 2 ? 2 : -1));
    const result = solveQuickly({ ...problem, current, movableTerritories, locks });
    expect(result.feasible).toBe(false);
    expect(result.reasons.map(({ code }) => code)).toContain('locked-load-over-target');
    expect(result.reasons.flatMap(({ territoryIndices }) => territoryIndices)).not.toContain(3);
  });

  it('has giants of its own: an account over what the chosen share, however much the others have', () => {
    // 0 to 2 share 30 and an account of 20: a target of 17 each, while all four would share 60 each.
    const sizes = [20, ...new Array<number>(30).fill(1), ...new Array<number>(190).fill(1)];
    const activity = Float64Array.from(sizes);
    const own = {
      ...scatteredProblem(sizes.length, 4, 5),
      travelActivity: activity,
      measures: [{ id: 'work', values: activity, toleranceRatio: 0.05 }],
      current: Int32Array.from(sizes, (_, unit) => (unit < 31 ? unit % 3 : 3)),
      movableTerritories,
    };
    const result = solveQuickly(own);
    expect(result.feasible).toBe(false);
    expect(result.reasons.map(({ code }) => code)).toEqual(['unit-over-target']);
    expect(result.reasons[0]!.text).toContain('1.20 times');
    // 20 of 16 2/3 wherever it goes; the two others share the rest.
    expect(result.maxDeviationShare).toBeCloseTo(0.2, 9);
  });

  it('calls no account a giant that fits what the chosen share', () => {
    // Chosen: 0 and 1 with 100 each, while the mean of all four is 55.
    const sizes = [80, ...new Array<number>(120).fill(1), ...new Array<number>(20).fill(1)];
    const activity = Float64Array.from(sizes);
    const own = {
      ...scatteredProblem(sizes.length, 4, 6),
      travelActivity: activity,
      measures: [{ id: 'work', values: activity, toleranceRatio: 0.05 }],
      current: Int32Array.from(sizes, (_, unit) => (unit < 121 ? unit % 2 : 2 + (unit % 2))),
      movableTerritories: Uint8Array.of(1, 1, 0, 0),
    };
    const result = solveQuickly(own);
    expect(result.reasons).toEqual([]);
    expect(result.feasible).toBe(true);
  });
});

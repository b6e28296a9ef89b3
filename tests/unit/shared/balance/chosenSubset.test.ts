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
});

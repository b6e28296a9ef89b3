import { describe, expect, it } from 'vitest';
import {
  indexOfTerritories,
  isInCorridor,
  spreadOfIndex,
  targetsByCapacity,
} from '../../../../shared/measures/territoryIndex';

const column = (...values: number[]) => Float64Array.from(values);

describe('figures of a plan worked out by hand', () => {
  it('shares 900 by capacities 1, 1.5 and 0.5 as 300, 450 and 150', () => {
    expect([...targetsByCapacity(900, column(1, 1.5, 0.5))]).toEqual([300, 450, 150]);
    expect([...targetsByCapacity(900, column(0, 0))]).toEqual([0, 0]);
  });

  it('weighs measures by their shares, which need not come to 1', () => {
    // Workload 60 of 50 (120) and potential 30 of 40 (75): 0.6 · 120 + 0.4 · 75 = 102.
    const workload = { totals: column(60, 40), targets: column(50, 50) };
    const potential = { totals: column(30, 50), targets: column(40, 40) };
    const index = (one: number, other: number) =>
      indexOfTerritories(
        [
          { weight: one, ...workload },
          { weight: other, ...potential },
        ],
        2,
      );
    expect(index(0.6, 0.4)[0]).toBeCloseTo(102, 12);
    // 0.6 · 80 + 0.4 · 125 = 98.
    expect(index(0.6, 0.4)[1]).toBeCloseTo(98, 12);
    expect(index(3, 2)[0]).toBeCloseTo(102, 12);
    expect(index(1, 0)[0]).toBeCloseTo(120, 12);
    expect(index(0, 0)[0]).toBeNaN();
  });

  it('has no index without a target', () => {
    const [idle, busy] = indexOfTerritories([{ weight: 1, totals: column(0, 5), targets: column(0, 5) }], 2);
    expect(idle).toBeNaN();
    expect(busy).toBe(100);
  });

  it('tells lowest, highest, their ratio and the coefficient of variation of 80, 100 and 120', () => {
    const spread = spreadOfIndex([80, 100, Number.NaN, 120], 0.15);
    expect(spread).toMatchObject({
      territoryCount: 3,
      inCorridorCount: 1,
      lowest: 80,
      highest: 120,
      maxOverMin: 1.5,
    });
    // Population: √((20² + 0 + 20²) / 3) / 100.
    expect(spread.coefficientOfVariation).toBeCloseTo(Math.sqrt(800 / 3) / 100, 12);
    expect(spreadOfIndex([], 0.15)).toMatchObject({ territoryCount: 0, lowest: null, maxOverMin: null });
    expect(spreadOfIndex([0, 200], 0.15).maxOverMin).toBeNull();
  });

  it('counts the edge of the corridor as in it', () => {
    expect([85, 115, 84.99, 115.01].map((index) => isInCorridor(index, 0.15))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

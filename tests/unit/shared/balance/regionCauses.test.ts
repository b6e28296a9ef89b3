import { describe, expect, it } from 'vitest';
import { regionReasons } from '../../../../shared/balance/regionCauses';
import { neighbourRowsOf } from '../../../../shared/geo/contiguity';
import { problemOf } from './balanceFixtures';

const names = { unitName: (unit: number) => `county ${unit}`, territoryName: (j: number) => `T${j}` };

/** Ten counties in a line, two to each of five territories, with these loads. */
function lineProblem(values: readonly number[], locks: Int32Array | null) {
  const activity = Float64Array.from(values);
  const free = new Float64Array(5).fill(NaN);
  return problemOf({
    unitLat: activity.map((_, unit) => 40 + unit / 4),
    unitLng: activity.map(() => -100),
    travelActivity: activity,
    measures: [{ id: 'people', values: activity, toleranceRatio: 0.1 }],
    territories: { lat: free, lng: free, capacity: new Float64Array(5).fill(1) },
    adjacency: neighbourRowsOf(values.map((_, unit) => (unit + 1 < values.length ? [unit + 1] : []))),
    locks,
  });
}

describe('a region out of tolerance', () => {
  // Targets of 10: two territories have 8 each at one end, the next has 10, the last two 12.
  const loads = [4, 4, 4, 4, 5, 5, 6, 6, 6, 6];
  const assignment = Int32Array.from(loads, (_, unit) => Math.floor(unit / 2));

  it('is named with its territories, what they have together and what holds them', () => {
    const locks = new Int32Array(10).fill(-1);
    locks[1] = 0;
    const [reason] = regionReasons(lineProblem(loads, locks), assignment, names);
    expect(reason!.code).toBe('region-off-target');
    expect([...reason!.territoryIndices].sort()).toEqual([0, 1]);
    expect(reason!.unitIndices).toEqual([1]);
    expect(reason!.text).toContain('have 80.0% of their targets of people together, too little');
    expect(reason!.text).toContain('1 locked unit holds them there. Release locks there');
  });

  it('is told by the name of its measure where that has one', () => {
    const problem = lineProblem(loads, null);
    const [measure] = problem.measures;
    const named = { ...problem, measures: [{ ...measure!, id: 'm-1', name: 'Head count' }] };
    expect(regionReasons(named, assignment, names)[0]!.text).toContain(
      'of their targets of Head count together',
    );
  });

  it('is not spoken of where all are within tolerance', () => {
    const even = new Array<number>(10).fill(5);
    expect(regionReasons(lineProblem(even, null), assignment, names)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { solveBalance } from '../../../../shared/balance/solve';
import { problemOfInstance } from '../../../bench/balanceInstance';
import { pointInstance } from '../../../bench/lookalikes';
import { finish, problemOf } from './balanceFixtures';

/** Accounts of these sizes round territories that stand side by side. */
function sizedProblem(
  sizes: readonly number[],
  capacity: readonly number[],
  locks: Int32Array | null = null,
) {
  const activity = Float64Array.from(sizes);
  return problemOf({
    unitLat: activity.map((_, unit) => 40 + (unit % 7) / 10),
    unitLng: activity.map((_, unit) => -100 + (unit % 11) / 10),
    travelActivity: activity,
    territories: {
      lat: new Float64Array(capacity.length).fill(40.3),
      lng: Float64Array.from(capacity, (_, j) => -100 + j / 4),
      capacity: Float64Array.from(capacity),
    },
    locks,
  });
}

describe('accounts too large for a territory', () => {
  it('go where they lift it least over its target, not to the nearest base', () => {
    // Targets 60 and 140: the account of 150 lies at the base of the smaller, which is left 10 short without it.
    const result = finish(solveBalance(sizedProblem([150, ...new Array<number>(50).fill(1)], [0.6, 1.4])));
    expect(result.reasons.map(({ code }) => code)).toEqual(['unit-over-target']);
    expect(result.maxDeviationShare).toBeCloseTo(10 / 60, 9);
  });

  it('are named where only what is locked leaves them no room', () => {
    // Targets 100: the account of 101 would fit, but 20 are locked to either territory.
    const sizes = [101, 20, 20, ...new Array<number>(59).fill(1)];
    const locks = new Int32Array(sizes.length).fill(-1);
    locks[1] = 0;
    locks[2] = 1;
    const result = finish(solveBalance(sizedProblem(sizes, [1, 1], locks)));
    expect(result.reasons.map(({ code }) => code)).toEqual(['unit-over-target']);
    expect(result.reasons[0]!.text).toContain('no territory has room for it beside its locked accounts');
    expect(result.maxDeviationShare).toBeCloseTo(0.21, 9);
  });

  it('are counted where there are more of them than territories with room', () => {
    const sizes = [60, 60, 60, 60, 60, ...new Array<number>(100).fill(1)];
    const result = finish(solveBalance(sizedProblem(sizes, [1, 1, 1, 1]), { effort: 0.1 }));
    expect(result.reasons.map(({ code }) => code)).toEqual(['large-units-crowded']);
    expect(result.reasons[0]!.text).toContain('room for only 4 accounts of that size');
    // Four of them fit, one a territory: nothing is said.
    const four = finish(
      solveBalance(sizedProblem(sizes.slice(1).concat(new Array<number>(60).fill(1)), [1, 1, 1, 1])),
    );
    expect(four.reasons).toEqual([]);
  });

  it('are the cause of a made-up list with capacities and locks that has no plan', () => {
    const kind = { accounts: 1_000, territories: 10, isHeavy: true, hasCapacity: true, hasOwners: true };
    const instance = pointInstance({ ...kind, land: 'us', seed: 506 });
    const result = finish(solveBalance(problemOfInstance(instance, null)));
    expect(result.reasons.map(({ code }) => code)).toEqual(['unit-over-target']);
    expect(result.maxDeviationShare).toBeLessThan(0.06);
  }, 60_000);
});

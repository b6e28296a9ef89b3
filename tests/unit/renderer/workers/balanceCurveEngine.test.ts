import { describe, expect, it } from 'vitest';
import type { BalanceProblem } from '../../../../shared/balance/problem';
import { balanceCurveEngine } from '../../../../renderer/workers/balanceCurveEngine';

/** Accounts on a line between two bases, the first three quarters of them with the first. */
function problem(count = 20): BalanceProblem {
  const line = Float64Array.from({ length: count }, (_, at) => (at * 10) / count);
  return {
    unitLat: new Float64Array(count),
    unitLng: line,
    measures: [{ id: 'accounts', values: new Float64Array(count).fill(1), toleranceRatio: 0.15 }],
    travelActivity: new Float64Array(count).fill(1),
    territories: { lat: new Float64Array(2), lng: Float64Array.of(0, 9.5), capacity: Float64Array.of(1, 1) },
    current: Int32Array.from(line, (_, at) => (at < count * 0.75 ? 0 : 1)),
    locks: null,
    families: null,
    eligibility: null,
    keepKm: 0,
    caps: null,
    movableTerritories: null,
    adjacency: null,
    seed: 1,
  };
}

describe('balanceCurveEngine', () => {
  it('draws both curves: fewer moves or a tighter tolerance never travel less', async () => {
    const reports: number[] = [];
    const {
      curve: { points: moves, leastMoves },
      isStopped,
    } = await balanceCurveEngine.run({ kind: 'moves', problem: problem(), standing: null }, ({ shareDone }) =>
      reports.push(shareDone),
    );
    // Ten against ten within ±15%: at least four of the fifteen must go over.
    expect(moves[0]!.movedCount).toBe(4);
    expect([leastMoves, isStopped]).toEqual([4, false]);
    for (let at = 1; at < moves.length; at++) {
      expect(moves[at]!.travelKm).toBeLessThanOrEqual(moves[at - 1]!.travelKm);
    }
    const {
      curve: { points: tolerance },
    } = await balanceCurveEngine.run(
      { kind: 'tolerance', problem: problem(), standing: null },
      () => undefined,
    );
    expect(tolerance.length).toBeGreaterThan(1);
    for (const point of tolerance)
      expect(point.maxDeviationRatio).toBeLessThanOrEqual(point.toleranceRatio + 1e-9);
  });

  it('ends with what it has when a stop comes, and says so', async () => {
    // Large enough that no machine ends it before it first listens for a stop.
    const running = balanceCurveEngine.run(
      { kind: 'moves', problem: problem(20_000), standing: null },
      () => undefined,
    );
    balanceCurveEngine.stop();
    const { curve, isStopped } = await running;
    expect(isStopped).toBe(true);
    expect(curve.points.length).toBeLessThan(10);
  });
});

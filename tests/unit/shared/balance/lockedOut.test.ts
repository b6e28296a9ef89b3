import { describe, expect, it } from 'vitest';
import type { BalanceProblem } from '../../../../shared/balance/problem';
import { solveBalance } from '../../../../shared/balance/solve';
import { finish, scatteredProblem } from './balanceFixtures';

const TERRITORIES = 24;

/** Three measures, and the accounts nearest to one base locked to it until it is 30% over its target. */
function withLockedTerritory(): BalanceProblem {
  const base = scatteredProblem(2_000, TERRITORIES, 5);
  const workload = base.travelActivity;
  const potential = workload.map((value, i) => value * (1 + ((i * 7919) % 11)));
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const index = workload.map((v, i) => (0.6 * v) / sum(workload) + (0.4 * potential[i]!) / sum(potential));
  const way = (i: number): number =>
    Math.hypot(base.unitLat[i]! - base.territories.lat[0]!, base.unitLng[i]! - base.territories.lng[0]!);
  const locks = new Int32Array(workload.length).fill(-1);
  let held = 0;
  for (const i of [...locks.keys()].sort((a, b) => way(a) - way(b))) {
    if (held > 1.3 / TERRITORIES) break;
    held += index[i]!;
    locks[i] = 0;
  }
  const measures = [
    { id: 'workload', values: workload, toleranceRatio: 0.1 },
    { id: 'potential', values: potential, toleranceRatio: 0.15 },
    { id: 'index', values: index, toleranceRatio: 0.05 },
  ];
  return { ...base, measures, locks };
}

describe('a territory that its locks keep out of tolerance', () => {
  it('is no leave for the others to be out of it too', () => {
    const problem = withLockedTerritory();
    const { reasons, assignment } = finish(solveBalance(problem));
    expect(reasons.map(({ code }) => code)).toContain('locked-load-over-target');
    for (const { id, values, toleranceRatio } of problem.measures) {
      const load = new Float64Array(TERRITORIES);
      assignment.forEach((j, unit) => (load[j]! += values[unit]!));
      const target = values.reduce((total, value) => total + value, 0) / TERRITORIES;
      const off = [...load.keys()].filter((j) => Math.abs(load[j]! / target - 1) > toleranceRatio + 1e-9);
      expect(off, id).toEqual([0]);
    }
  }, 60_000);
});

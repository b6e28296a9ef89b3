import { describe, expect, it } from 'vitest';
import { joinedNames } from '../../../../renderer/workers/balanceContract';
import { balanceEngine } from '../../../../renderer/workers/balanceEngine';
import type { BalanceProblem, BalanceProgress } from '../../../../shared/balance/problem';

/** Units on a grid, territories without bases, all of the same size. */
function gridProblem(side: number, territoryCount: number): BalanceProblem {
  const count = side * side;
  const at = (index: number): number => 30 + index * 0.2;
  return {
    unitLat: Float64Array.from({ length: count }, (_, unit) => at(Math.floor(unit / side))),
    unitLng: Float64Array.from({ length: count }, (_, unit) => -100 + at(unit % side)),
    measures: [{ id: 'work', values: new Float64Array(count).fill(1), toleranceRatio: 0.05 }],
    travelActivity: new Float64Array(count).fill(1),
    territories: {
      lat: new Float64Array(territoryCount).fill(Number.NaN),
      lng: new Float64Array(territoryCount).fill(Number.NaN),
      capacity: new Float64Array(territoryCount).fill(1),
    },
    current: null,
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

const NAMES = { unitNames: '', territoryNames: [] };

describe('the balance engine', () => {
  it('runs to the end and gives every unit a territory', async () => {
    const end = await balanceEngine.run(gridProblem(12, 4), NAMES, () => undefined);
    expect(end.status).toBe('done');
    if (end.status !== 'done') return;
    const loads = [0, 0, 0, 0];
    for (const territory of end.result.assignment) loads[territory]! += 1;
    expect(loads.reduce((sum, load) => sum + load)).toBe(144);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(4);
  });

  it('names accounts in its reasons as they are called, and by number where they have no name', async () => {
    const problem = gridProblem(6, 2);
    problem.measures[0]!.values[7] = 1_000;
    const names = Array.from({ length: 36 }, (_, unit) => `Firm ${unit}`);
    const reasonOf = async (unitNames: string) => {
      const end = await balanceEngine.run(problem, { ...NAMES, unitNames }, () => undefined);
      return end.status === 'done' ? end.result.reasons.map(({ text }) => text).join(' ') : '';
    };
    expect(await reasonOf(joinedNames(names))).toContain('Firm 7 ');
    expect(await reasonOf('')).toContain('account 8 ');
    // A name with the sign that stands between names leaves the ones behind it where they are.
    expect(await reasonOf(joinedNames(names.with(2, 'Fi\u0000rm 2')))).toContain('Firm 7 ');
  });

  it('tells a new best plan once', async () => {
    const plans: (Int32Array | null)[] = [];
    await balanceEngine.run(gridProblem(40, 12), NAMES, ({ best }) => plans.push(best));
    const told = plans.filter((plan) => plan !== null);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
    // Most reports are of how far the run is.
    expect(told.length).toBeLessThan(plans.length);
  });

  it('stops when it is told to and keeps the best plan so far', async () => {
    const problem = gridProblem(70, 30);
    const reports: BalanceProgress[] = [];
    const end = await balanceEngine.run(problem, NAMES, (progress) => {
      reports.push(progress);
      if (progress.best) balanceEngine.stop();
    });
    expect(reports.length).toBeGreaterThan(0);
    expect(end.status).toBe('stopped');
    if (end.status !== 'stopped') return;
    expect(end.best).toHaveLength(70 * 70);
    expect(end.best).toEqual(reports.at(-1)!.best);
  });

  it('ends a run when another one begins', async () => {
    const first = balanceEngine.run(gridProblem(70, 30), NAMES, () => undefined);
    const second = balanceEngine.run(gridProblem(6, 2), NAMES, () => undefined);
    expect((await second).status).toBe('done');
    expect((await first).status).toBe('stopped');
  });
});

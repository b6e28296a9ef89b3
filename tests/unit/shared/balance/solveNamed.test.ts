import { describe, expect, it } from 'vitest';
import type { BalanceProgress } from '../../../../shared/balance/problem';
import { solveNamed, type OwnedAccounts } from '../../../../shared/balance/solveNamed';
import { neighbourRowsOf } from '../../../../shared/geo/contiguity';
import { finish, problemOf } from './balanceFixtures';

/** Counties on a square grid, three accounts in each, two of which territory `owner(row, column)` has. */
function ownedGrid(side: number, territoryCount: number, owner: (row: number, column: number) => number) {
  const count = side * side;
  const row = (unit: number) => Math.floor(unit / side);
  const adjacency = neighbourRowsOf(
    Array.from({ length: count }, (_, unit) => [
      ...(unit % side < side - 1 ? [unit + 1] : []),
      ...(row(unit) < side - 1 ? [unit + side] : []),
    ]),
  );
  const free = new Float64Array(territoryCount).fill(NaN);
  const current = Int32Array.from({ length: count }, (_, unit) => owner(row(unit), unit % side));
  const problem = problemOf({
    unitLat: Float64Array.from(current.keys(), (unit) => 38 + row(unit) / 4),
    unitLng: Float64Array.from(current.keys(), (unit) => -100 + (unit % side) / 3),
    travelActivity: new Float64Array(count).fill(3),
    measures: [{ id: 'people', values: new Float64Array(count).fill(3), toleranceRatio: 0.1 }],
    territories: { lat: free, lng: free, capacity: new Float64Array(territoryCount).fill(1) },
    adjacency,
    current,
  });
  const accounts: OwnedAccounts = {
    unitOfAccount: Int32Array.from({ length: 3 * count }, (_, account) => Math.floor(account / 3)),
    // The third account of a county is the next territory's.
    current: Int32Array.from({ length: 3 * count }, (_, account) =>
      account % 3 < 2
        ? current[Math.floor(account / 3)]!
        : (current[Math.floor(account / 3)]! + 1) % territoryCount,
    ),
  };
  return { problem, accounts };
}

describe('territories that hang together, with free bases', () => {
  // Four quarters of the square, numbered as no search would.
  const { problem, accounts } = ownedGrid(
    12,
    4,
    (row, column) => [3, 1, 2, 0][2 * (row < 6 ? 0 : 1) + (column < 6 ? 0 : 1)]!,
  );
  const keptOf = (plan: Int32Array): number =>
    accounts.current.reduce(
      (sum, owner, account) => sum + (plan[accounts.unitOfAccount[account]!] === owner ? 1 : 0),
      0,
    );

  it('keep the name of the territory that most of their accounts are in, in every plan on the way', () => {
    const plans: Int32Array[] = [];
    const run = solveNamed(problem, accounts, { effort: 0.2 });
    const watched = (function* (): Generator<BalanceProgress, ReturnType<typeof finish>> {
      let step = run.next();
      for (; !step.done; step = run.next()) {
        if (step.value.best) plans.push(step.value.best);
        yield step.value;
      }
      return step.value;
    })();
    const result = finish(watched);
    // Quarters are the plan of least travel: two of three accounts stay, as they are whoever names them.
    const most = (2 / 3) * accounts.current.length;
    expect(keptOf(result.assignment)).toBeGreaterThan(0.8 * most);
    expect(plans.at(-1)).toEqual(result.assignment);
    const stays = result.assignment.reduce((sum, j, unit) => sum + (j === problem.current![unit] ? 1 : 0), 0);
    expect(result.movedCount).toBe(144 - stays);
    for (const plan of plans) expect(keptOf(plan)).toBeGreaterThan(0.4 * most);
    // A centre lies among the counties of its own territory.
    result.centreLat.forEach((lat, j) => {
      const own = [...result.assignment.keys()].filter((unit) => result.assignment[unit] === j);
      const mean = own.reduce((sum, unit) => sum + problem.unitLat[unit]!, 0) / own.length;
      expect(Math.abs(lat - mean)).toBeLessThan(0.5);
    });
  });

  it.each([0, 1, 2])(
    'are told by the same names where a reason speaks of them (owners turned by %i)',
    (turn) => {
      // Loads that no plan can make even to a thousandth.
      const small = ownedGrid(
        4,
        4,
        (row, column) => (2 * (row < 2 ? 0 : 1) + (column < 2 ? 0 : 1) + turn) % 4,
      );
      const values = Float64Array.from({ length: 16 }, (_, unit) => 20 + ((unit * 7) % 16) ** 1.3);
      const [measure] = small.problem.measures;
      const uneven = { ...small.problem, measures: [{ ...measure!, values, toleranceRatio: 1e-4 }] };
      const result = finish(
        solveNamed(uneven, small.accounts, { effort: 0.05, territoryName: (j) => `Territory ${j}` }),
      );
      const [reason] = result.reasons.filter(({ code }) => code === 'region-off-target');
      const load = (j: number) =>
        values.reduce((sum, value, unit) => (result.assignment[unit] === j ? sum + value : sum), 0);
      const [first] = reason!.territoryIndices;
      const share =
        (100 * reason!.territoryIndices.reduce((sum, j) => sum + load(j), 0)) /
        ((reason!.territoryIndices.length * values.reduce((sum, value) => sum + value, 0)) / 4);
      expect(reason!.text).toContain(`Territory ${first!}`);
      expect(reason!.text).toContain(`${share.toFixed(1)}% of`);
    },
  );

  it('leave a unit where it is locked, though it has nothing to balance', () => {
    const { problem: open, accounts: owned } = ownedGrid(
      8,
      4,
      (row, column) => [3, 1, 2, 0][2 * (row < 4 ? 0 : 1) + (column < 4 ? 0 : 1)]!,
    );
    const [measure] = open.measures;
    const locked = {
      ...open,
      measures: [{ ...measure!, values: measure!.values.with(0, 0) }],
      locks: new Int32Array(64).fill(-1).with(0, 0),
    };
    const result = finish(solveNamed(locked, owned, { effort: 0.1 }));
    expect(result.assignment[0]).toBe(0);
  });
});

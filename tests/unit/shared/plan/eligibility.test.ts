import { describe, expect, it } from 'vitest';
import { solveBalance } from '../../../../shared/balance/solve';
import { encodeAttribute, type AccountTable } from '../../../../shared/model/accountTable';
import { balanceProblemOf, type BalanceRequest } from '../../../../shared/plan/balanceProblemOf';
import { CommandError } from '../../../../shared/plan/commandError';
import { eligibilityOf, eligibilityOfBlocks } from '../../../../shared/plan/eligibility';
import { smallPlan } from './planFixture';

const request: BalanceRequest = {
  measures: [{ measureId: 'accounts', toleranceShare: 1 }],
  indexToleranceShare: null,
  bases: 'fixed',
  keepKm: 0,
  onlyTerritoryIds: null,
  seed: 1,
};

function planWithSegments() {
  const plan = smallPlan();
  const segments = ['Top', 'Top', 'Small', 'Small', 'Top', ''];
  const accounts: AccountTable = {
    ...plan.accounts,
    attributes: [...plan.accounts.attributes, encodeAttribute('tier', 'Tier', segments)],
  };
  return { ...plan, accounts };
}

describe('eligibility', () => {
  const plan = planWithSegments();
  const rows = Int32Array.of(0, 1, 2, 3, 4, 5);

  it('leaves accounts of a value to its territories, all others to any', () => {
    const lines = { attributeId: 'tier', only: [{ value: 'Top', territoryIds: ['b'] }] };
    const made = eligibilityOf(plan.accounts, lines, rows, ['a', 'b'])!;
    expect([...made.classOfUnit]).toEqual([1, 1, 0, 0, 1, 0]);
    expect([...made.allowed]).toEqual([1, 1, 0, 1]);
  });

  it('rules nothing out where no line names a territory of the problem', () => {
    const lines = { attributeId: 'tier', only: [{ value: 'Top', territoryIds: ['gone'] }] };
    expect(eligibilityOf(plan.accounts, lines, rows, ['a', 'b'])).toBeNull();
  });

  it('says which column is missing', () => {
    const lines = { attributeId: 'colour', only: [] };
    expect(() => eligibilityOf(plan.accounts, lines, rows, ['a'])).toThrow(CommandError);
  });

  it('lets a block go where all of its members may', () => {
    const eligibility = { classOfUnit: Int32Array.of(0, 1, 2), allowed: Uint8Array.of(1, 1, 1, 0, 0, 1) };
    const blocks = eligibilityOfBlocks(eligibility, [[0, 1], [0], [1, 2], []], 2);
    const rowOf = (block: number) => [
      ...blocks.allowed.subarray(2 * blocks.classOfUnit[block]!, 2 * blocks.classOfUnit[block]! + 2),
    ];
    expect([0, 1, 2, 3].map(rowOf)).toEqual([
      [1, 0],
      [1, 1],
      [0, 0],
      [1, 1],
    ]);
  });

  it('is kept by the solver', () => {
    const scenario = plan.scenarios[0]!;
    const made = balanceProblemOf(plan, scenario, request);
    const ids = made.territoryIndices.map((index) => scenario.territories[index]!.id);
    const only = [{ value: 'Top', territoryIds: [ids.at(-1)!] }];
    const ruled = balanceProblemOf(plan, scenario, {
      ...request,
      eligibility: { attributeId: 'tier', only },
    });
    const run = solveBalance(ruled.problem);
    let step = run.next();
    while (!step.done) step = run.next();
    const { assignment } = step.value;
    const { codes, dictionary } = plan.accounts.attributes.find(({ id }) => id === 'tier')!;
    const top = ruled.rowOfUnit.findIndex((row) => dictionary[codes[row]!] === 'Top');
    expect(top).toBeGreaterThanOrEqual(0);
    ruled.rowOfUnit.forEach((row, unit) => {
      if (dictionary[codes[row]!] === 'Top' && (ruled.problem.locks?.[unit] ?? -1) < 0)
        expect(ids[assignment[unit]!]).toBe(ids.at(-1));
    });
  });
});

describe('bases that are free among fixed ones', () => {
  it('has no base where the planner frees it', () => {
    const plan = smallPlan();
    const scenario = plan.scenarios[0]!;
    const [first] = balanceProblemOf(plan, scenario, request).territoryIndices;
    const id = scenario.territories[first!]!.id;
    const freed = balanceProblemOf(plan, scenario, { ...request, freeTerritoryIds: [id] });
    expect(freed.problem.territories.lat[0]).toBeNaN();
  });
});

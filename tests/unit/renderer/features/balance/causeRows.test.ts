import { expect, it } from 'vitest';
import { causeRows } from '../../../../../renderer/features/balance/causeRows';
import { balanceProblemOf } from '../../../../../shared/plan/balanceProblemOf';
import { payingPlan } from '../../../shared/plan/planFixture';

it('the rows of a cause are the accounts it names, or those of the areas it names', () => {
  const plan = payingPlan();
  const made = balanceProblemOf(plan, plan.scenarios[0]!, {
    measures: [],
    indexToleranceShare: null,
    bases: 'free',
    keepKm: 0,
    onlyTerritoryIds: null,
    seed: 1,
  });
  const task = { made: { ...made, rowOfUnit: Int32Array.of(2, 5, 7, 8) }, units: null };
  expect(causeRows(task, { unitIndices: [1, 3] })).toEqual([5, 8]);
  const units = {
    problem: made.problem,
    mapUnits: Int32Array.of(40, 41),
    unitOfAccount: Int32Array.of(0, 1, 1, -1),
    reasons: [],
  };
  expect(causeRows({ ...task, units }, { unitIndices: [1] })).toEqual([5, 7]);
});

import { describe, expect, it } from 'vitest';
import { causeCode } from '../../../../shared/model/alignment';
import { balanceProblemOf, type BalanceRequest } from '../../../../shared/plan/balanceProblemOf';
import { payingPlan } from './planFixture';

const request: BalanceRequest = {
  measures: [{ measureId: 'revenue', toleranceShare: 0.05 }],
  indexToleranceShare: null,
  bases: 'free',
  keepKm: 0,
  onlyTerritoryIds: null,
  seed: 1,
};

describe('balanceProblemOf', () => {
  it('locks named accounts to whom they name, and what has no place where it is', () => {
    const plan = payingPlan();
    const scenario = plan.scenarios[0]!;
    const causes = new Uint8Array(6);
    causes[2] = causeCode('named');
    const named = { ...scenario, alignments: [{ ...scenario.alignments[0]!, causes }] };
    const lat = Float64Array.of(0, 0, 0, 0, 0, Number.NaN);
    const document = { ...plan, accounts: { ...plan.accounts, lat }, scenarios: [named] };
    const { problem, rowOfUnit } = balanceProblemOf(document, named, request);
    expect([...rowOfUnit]).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...problem.locks!]).toEqual([-1, -1, 1, -1, -1, 1]);
  });

  it('turns limits into one a territory, and none into none', () => {
    const plan = payingPlan();
    const capsOf = (caps: BalanceRequest['caps']) =>
      balanceProblemOf(plan, plan.scenarios[0]!, { ...request, ...(caps && { caps }) }).problem.caps;
    expect(capsOf(undefined)).toBeNull();
    expect(capsOf({ handedOff: null, takenOver: null, movedShare: null })).toBeNull();
    expect(capsOf({ handedOff: 3, takenOver: null, movedShare: 0.1 })).toEqual({
      maxHandedOff: Int32Array.of(3, 3),
      maxTakenOver: null,
      maxMovedShare: 0.1,
    });
  });
});

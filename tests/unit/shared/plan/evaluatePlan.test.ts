import { describe, expect, it } from 'vitest';
import { compPlanSchema } from '../../../../shared/model/compPlan';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import { explainPay, quotaCarriers } from '../../../../shared/plan/evaluatePay';
import { evaluatePlan } from '../../../../shared/plan/evaluatePlan';
import { runCommand } from '../../../../shared/plan/runCommand';
import { payingPlan } from './planFixture';

/** One expected number a step of the pipeline, worked out by hand. */
describe('the pipeline from accounts to budget', () => {
  const plan = payingPlan();
  const evaluation = evaluatePlan(plan, 's1');
  const [ann, bo] = evaluation.pay.reps;

  it('totals: North 30, South 70 of revenue', () => {
    expect(Array.from(evaluation.territories.measures[0]!.totals)).toEqual([100, 30, 70]);
  });

  it('quotas: a target of 1,000.00 with 5% over-assignment, by potential 30 : 70, adds up', () => {
    expect(evaluation.pay.quotaPlan.poolCents).toBe(105_000);
    expect([ann!.quotaCents, bo!.quotaCents]).toEqual([31_500, 73_500]);
  });

  it('quotas: a pin of somebody without a territory stands beside the spread and takes nothing from it', () => {
    const manager = {
      ...plan.reps[0]!,
      id: 'm1',
      name: 'Mo Lane',
      territoryId: null,
      quotaPinCents: 105_000,
    };
    const uniform = { kind: 'uniform', attainmentRatio: 1 } as const;
    const managed = {
      ...plan,
      scenarios: [{ ...plan.scenarios[0]!, attainment: uniform }],
      reps: [manager, ...plan.reps],
    };
    const { quotaPlan, reps, budget } = evaluatePlan(managed, 's1').pay;
    expect(reps.map(({ quotaCents }) => quotaCents)).toEqual([105_000, 31_500, 73_500]);
    expect(reps[0]!.isPinned).toBe(true);
    expect(quotaPlan).toEqual(evaluation.pay.quotaPlan);
    // What the manager is taken to book is what the reps book, so it counts once.
    expect(budget.bookingsCents).toBe(105_000);
    expect(quotaCarriers(reps).map(({ rep }) => rep.id)).toEqual(['r1', 'r2']);
  });

  it('attainment: a measure of the territory grown by 5% is what a rep books', () => {
    expect(ann!.bookingsCents).toBe(3_150);
    expect(ann!.attainmentRatio).toBeCloseTo(0.1, 12);
    expect(bo!.bookingsCents).toBe(7_350);
  });

  it('payouts: base rate to quota, so a tenth of quota pays a tenth of target', () => {
    expect(ann!.payoutCents).toBe(1_000_000);
    expect(bo!.payoutCents).toBe(1_000_000);
  });

  it('budget: base, incentives, bookings and cost of sales', () => {
    expect(evaluation.pay.budget).toMatchObject({
      baseSalaryCents: 20_000_000,
      payoutCents: 2_000_000,
      bookingsCents: 10_500,
      atQuotaShare: 0,
    });
    expect(evaluation.pay.budget.ccosShare).toBeCloseTo(22_000_000 / 10_500, 9);
  });

  it('prices an edit before it is made as after it, and re-prices only who it touches', () => {
    const edit = runCommand(plan, {
      kind: 'assignAccounts',
      scenarioId: 's1',
      rows: Int32Array.of(1),
      target: { territoryId: 'south' },
    });
    const preview = evaluatePlan(plan, 's1', { uncommitted: edit, previous: evaluation });
    expect(preview).toEqual(evaluatePlan(applyDiff(plan, edit), 's1'));
    expect(preview.pay.reps[0]!.quotaCents).toBe(10_500);
  });

  it('gives whom an edit leaves alone the very year from before', () => {
    const fields = { name: 'Far North' };
    const edit = runCommand(plan, {
      kind: 'updateTerritory',
      scenarioId: 's1',
      territoryId: 'north',
      fields,
    });
    const { pay } = evaluatePlan(applyDiff(plan, edit), 's1', { previous: evaluation });
    expect(pay.reps.map((year, at) => year === evaluation.pay.reps[at])).toEqual([true, true]);
  });

  it('explains a payout in the 13 steps of the fixed order', () => {
    const steps = explainPay(ann!, '2027').map(({ step }) => step);
    expect(new Set(steps).size).toBe(13);
    expect(steps[0]).toBe('credit');
    expect(steps.at(-1)).toBe('trueUp');
  });

  it('gives none, never 0, where there is no quota to attain', () => {
    const without: PlanDocument = {
      ...plan,
      reps: plan.reps.map((rep) => ({ ...rep, territoryId: null })),
    };
    const { pay } = evaluatePlan(without, 's1');
    expect(pay.reps.map((rep) => rep.attainmentRatio)).toEqual([null, null]);
    expect(pay.budget.atQuotaShare).toBeNull();
    expect(pay.budget.ccosShare).toBeNull();
  });

  it('shares a territory between its reps by their capacity', () => {
    const shared: PlanDocument = {
      ...plan,
      reps: plan.reps.map((rep, position) => ({ ...rep, territoryId: 'north', capacityRatio: position + 1 })),
    };
    const { pay } = evaluatePlan(shared, 's1');
    expect(pay.reps.map((rep) => rep.potential)).toEqual([10, 20]);
    expect(pay.reps.map((rep) => rep.quotaCents)).toEqual([35_000, 70_000]);
  });

  it('shares by the measure that is chosen as pipeline, and gives its weight to the others without one', () => {
    const measure = plan.accounts.measures[0]!.id;
    const quotas = (pipelineMeasure: string | null) => {
      const quotaSettings = {
        ...plan.quotaSettings,
        pipelineMeasure,
        weights: { potential: 0, history: 0, pipeline: 3, even: 1 },
      };
      return evaluatePlan({ ...plan, quotaSettings }, 's1').pay.reps;
    };
    const even = quotas(null);
    expect(even.map(({ pipeline }) => pipeline)).toEqual([0, 0]);
    expect(even[0]!.quotaCents).toBe(even[1]!.quotaCents);
    const [first, second] = quotas(measure);
    expect(first!.pipeline).toBe(first!.potential);
    const share = first!.pipeline / (first!.pipeline + second!.pipeline);
    expect(share).not.toBe(0.5);
    const sum = first!.quotaCents + second!.quotaCents;
    expect(first!.quotaCents).toBe(Math.round(sum * (0.75 * share + 0.125)));
  });

  it('keeps a pinned quota and re-spreads the rest', () => {
    const pinned: PlanDocument = {
      ...plan,
      reps: plan.reps.map((rep) => ({ ...rep, quotaPinCents: rep.id === 'r1' ? 50_000 : null })),
      compPlans: [compPlanSchema.parse({ ...plan.compPlans[0] })],
    };
    expect(evaluatePlan(pinned, 's1').pay.reps.map((rep) => rep.quotaCents)).toEqual([50_000, 55_000]);
  });
});

import type { CompPlan } from '../../shared/model/compPlan';
import type { PayAdjustment } from '../../shared/model/payAdjustment';
import type { PayResult } from '../../shared/model/payResult';
import type { PlanDocument } from '../../shared/model/planDocument';
import { evaluatePlan } from '../../shared/plan/evaluatePlan';
import { seededRandom } from '../e2e/steps/seededRandom';

const MONTHS = 7;
/** Of the plan's first comp plan, for the comparison of both. */
const NEW_VERSION_ID = 'new-version';

/**
 * The plan with seven months of imported results for every rep: by month, one rep by quarter, one with quotas of their
 * own; with corrections, one of them of a period without results, and a dispute.
 */
export function withActuals(plan: PlanDocument): PlanDocument {
  const random = seededRandom(11);
  const { pay } = evaluatePlan(plan, plan.scenarios[0]!.id);
  const { fiscalYear, fiscalYearStartMonth } = plan.settings;
  const periodAt = (month: number) => {
    const months = fiscalYear * 12 + fiscalYearStartMonth - 1 + month;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  };
  const payResults = pay.reps.flatMap(({ rep, compPlan, quotaCents }, at): PayResult[] =>
    (compPlan?.components ?? []).flatMap((component) => {
      const goal = component.goal.kind === 'value' ? component.goal.value : quotaCents;
      const isRatio = component.measureUnit === 'ratio';
      return Array.from({ length: MONTHS }, (_, month): PayResult => {
        const part = goal * (0.5 + random()) * (isRatio ? 1 : 1 / 12);
        const credited = isRatio ? Math.round(part * 1000) / 1000 : Math.round(part);
        const result = { repId: rep.id, component: component.id, period: periodAt(month), credited };
        return at === 1 && component.measureUnit === 'money' ? { ...result, quota: 9_876_543 } : result;
      });
    }),
  );
  return { ...plan, payResults, payAdjustments: adjustments(plan, periodAt) };
}

function adjustments(plan: PlanDocument, periodAt: (month: number) => string): PayAdjustment[] {
  const [first, second, third] = plan.reps;
  const common = { componentId: null, author: 'Dana Ortiz', at: '2026-11-20T10:00:00.000Z' };
  const correction = (id: string, repId: string, month: number, amountCents: number): PayAdjustment => ({
    kind: 'correction',
    ...common,
    id,
    repId,
    period: periodAt(month),
    amountCents,
    reason: 'A deal was credited to the wrong rep',
  });
  return [
    correction('c1', first!.id, 2, 123_456),
    correction('c2', first!.id, 2, -23_401),
    correction('c3', second!.id, 11, 55_555),
    {
      kind: 'dispute',
      ...common,
      id: 'd1',
      repId: third!.id,
      period: periodAt(1),
      reason: 'Two deals are missing',
      resolution: null,
    },
  ];
}

/** Components measured and paid by the quarter, month and year in turn, with what is paid too much carried or taken back. */
export function withMixedTiming(plan: PlanDocument): PlanDocument {
  const timings = [
    { measuredOver: 'quarter', paidEvery: 'month', negativeDue: 'carry' },
    { measuredOver: 'year', paidEvery: 'quarter', negativeDue: 'payBack' },
    { measuredOver: 'month', paidEvery: 'month', negativeDue: 'carry' },
    { measuredOver: 'year', paidEvery: 'month', negativeDue: 'carry' },
  ] as const;
  let at = 0;
  return {
    ...plan,
    compPlans: plan.compPlans.map((compPlan) => ({
      ...compPlan,
      components: compPlan.components.map((component) => ({
        ...component,
        timing: { ...component.timing, ...timings[at++ % timings.length]! },
      })),
    })),
  };
}

/**
 * The plan with a season by month or quarter, a rep who ramps up, one who leaves within the year and one away for a
 * while, so that no month's quota is like another's.
 */
export function withSeason(plan: PlanDocument, seasonalityRatios: readonly number[]): PlanDocument {
  const { fiscalYear } = plan.settings;
  return {
    ...plan,
    quotaSettings: { ...plan.quotaSettings, seasonalityRatios: [...seasonalityRatios] },
    reps: plan.reps.map((rep, at) => {
      if (at === 0) return { ...rep, startDate: `${fiscalYear}-02-11`, rampRatios: [0.3, 0.65] };
      if (at === 4) return { ...rep, endDate: `${fiscalYear}-06-17` };
      if (at !== 5) return rep;
      return { ...rep, leaves: [{ from: `${fiscalYear}-03-20`, to: `${fiscalYear}-05-02` }] };
    }),
  };
}

/** Twelve weights of a year that ends strongly; they need not add up to 1. */
export const SEASON_BY_MONTH = [0.06, 0.06, 0.09, 0.07, 0.07, 0.1, 0.05, 0.06, 0.11, 0.07, 0.09, 0.16];

/** The plan with a dearer second version of its first comp plan, whose caps are off. */
export function withNewVersion(plan: PlanDocument): PlanDocument {
  const [first] = plan.compPlans;
  const newer: CompPlan = {
    ...structuredClone(first!),
    id: NEW_VERSION_ID,
    version: first!.version + 1,
    components: first!.components.map((component) => ({
      ...component,
      cap: null,
      targetShareRatio: component.targetShareRatio * 1.1,
    })),
  };
  return { ...plan, compPlans: [...plan.compPlans, newer] };
}

import { payoutOfRep } from '../../../shared/comp/payout';
import { inputsFromResults, type PayYear } from '../../../shared/comp/resultInputs';
import type { PayoutStep, RepPayout, RepPayoutInputs } from '../../../shared/comp/payTypes';
import type { CompPlan } from '../../../shared/model/compPlan';
import type { PayAdjustment } from '../../../shared/model/payAdjustment';
import type { PayResult } from '../../../shared/model/payResult';
import type { Rep } from '../../../shared/model/rep';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { RepPay } from '../../../shared/plan/evaluatePay';

/** What a rep is paid on the results that the plan holds; cents. */
export interface ActualPay {
  readonly rep: Rep;
  readonly quotaCents: number;
  readonly payout: RepPayout;
  readonly inputs: RepPayoutInputs;
  /** Disputes and corrections of the rep, oldest first. */
  readonly adjustments: readonly PayAdjustment[];
  readonly correctionCents: number;
  /** Computed payout and corrections together. */
  readonly totalCents: number;
  /** Results that could not be used, in words. */
  readonly problems: readonly string[];
}

/** The plan year that results are paid for. */
function payYearOf({ settings, quotaSettings }: PlanDocument, quotaCents: number): PayYear {
  const month = String(settings.fiscalYearStartMonth).padStart(2, '0');
  return {
    start: `${settings.fiscalYear}-${month}-01`,
    quotaCents,
    seasonality: quotaSettings.seasonalityRatios,
  };
}

/** Pay on results of each rep of a comp plan that has any. */
export function actualPays(document: PlanDocument, plan: CompPlan, pays: readonly RepPay[]): ActualPay[] {
  const resultsOf = new Map<string, PayResult[]>();
  for (const result of document.payResults ?? []) {
    const own = resultsOf.get(result.repId);
    if (own) own.push(result);
    else resultsOf.set(result.repId, [result]);
  }
  return pays.flatMap(({ rep, quotaCents }): ActualPay[] => {
    const results = resultsOf.get(rep.id) ?? [];
    if (rep.compPlanId !== plan.id || results.length === 0) return [];
    const year = payYearOf(document, quotaCents);
    const { inputs, problems } = inputsFromResults(plan, rep, year, results);
    const withQuotas = ownQuotas(inputs, results);
    const payout = payoutOfRep(plan, withQuotas, null);
    const adjustments = (document.payAdjustments ?? []).filter((each) => each.repId === rep.id);
    const correctionCents = adjustments.reduce(
      (sum, each) => sum + (each.kind === 'correction' ? each.amountCents : 0),
      0,
    );
    return [
      {
        rep,
        quotaCents,
        payout,
        inputs: withQuotas,
        adjustments,
        correctionCents,
        totalCents: payout.payoutCents + correctionCents,
        problems: problems.map((problem) => problem.message),
      },
    ];
  });
}

/** Results that bring their own quota are held against it. */
function ownQuotas(inputs: RepPayoutInputs, results: readonly PayResult[]): RepPayoutInputs {
  const own = new Map(
    results.flatMap(({ component, period, quota }) =>
      quota === undefined ? [] : [[`${component} ${period}`, quota] as const],
    ),
  );
  if (own.size === 0) return inputs;
  const periods = inputs.periods.map((period) => ({
    ...period,
    components: Object.fromEntries(
      Object.entries(period.components).map(([id, facts]) => {
        const quota = own.get(`${id} ${period.period}`);
        return [id, quota === undefined ? facts : { ...facts, quota }];
      }),
    ),
  }));
  return { ...inputs, periods };
}

/** All 13 steps of one period's payout. */
export function actualSteps(plan: CompPlan, pay: ActualPay, period: string): PayoutStep[] {
  const trace = { steps: [] as PayoutStep[] };
  payoutOfRep(plan, pay.inputs, trace);
  return trace.steps.filter((step) => step.period === period);
}

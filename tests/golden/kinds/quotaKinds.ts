import { daysInMonth } from '../../../shared/comp/calendar';
import { activeTime, prorate, quotaByQuarter, rampOfYear, splitByDays } from '../../../shared/comp/proration';
import { cascadeOverAssignment, overAssignmentOf, quotasOf } from '../../../shared/comp/quota';
import { quotaSettingsSchema } from '../../../shared/model/quotaSettings';
import type { GoldenKind } from '../goldenCase';
import { amount, cents, toTheCent } from '../payCase';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** Names of a case's drivers as a fair share knows them; strange ones take the place of one not used. */
function driverNames(names: readonly string[]): (name: string) => string {
  const known = ['potential', 'history', 'pipeline', 'even'];
  const free = known.filter((driver) => !names.includes(driver));
  const strange = names.filter((name) => !known.includes(name));
  return (name) => (known.includes(name) ? name : (free[strange.indexOf(name)] ?? name));
}

export const quotaKinds: Record<string, GoldenKind> = {
  quota_growth: (plan, inputs) => {
    const quotas = quotasOf(
      quotaSettingsSchema.parse({
        method: 'history',
        growthRatio: plan.number('growth', 0),
        reliefRatio: plan.number(['attritionRelief', 'relief'], 0),
        overAssignment: [],
      }),
      [{ repId: 'all', history: cents(inputs.number('baseline')) }],
    );
    return { quota: amount(quotas.sumCents) };
  },
  quota_overassign: (plan) => {
    const targetCents = cents(plan.number('companyTarget'));
    const ratio = plan.has('coverage') ? plan.number('coverage') - 1 : plan.number('overAssignment');
    const reps = plan.number('reps', 1);
    const quotas = quotasOf(
      quotaSettingsSchema.parse({
        targetCents,
        weights: { potential: 0, even: 1 },
        overAssignment: [{ level: 'Company', ratio: toRatio(ratio) }],
      }),
      Array.from({ length: reps }, (_, i) => ({ repId: String(i) })),
    );
    return {
      pool: amount(quotas.poolCents),
      perRep: toTheCent(amount(quotas.poolCents) / reps),
      overAssignment: quotas.overAssignmentRatio,
    };
  },
  quota_weighted_share: (plan, inputs) => {
    const weights = plan.record<number>('weights');
    const driverOf = driverNames(Object.keys(weights));
    const territories = inputs.list<Record<string, number>>('territories');
    const quotas = quotasOf(
      quotaSettingsSchema.parse({
        targetCents: cents(plan.number(['rootQuota', 'companyTarget', 'target'])),
        weights: {
          potential: 0,
          ...Object.fromEntries(Object.entries(weights).map(([name, weight]) => [driverOf(name), weight])),
        },
        overAssignment: [],
        roundingStepCents: plan.has('roundTo') ? cents(plan.number('roundTo')) : 1,
      }),
      territories.map((territory, i) => ({
        repId: String(i),
        ...Object.fromEntries(Object.keys(weights).map((name) => [driverOf(name), territory[name] ?? 0])),
      })),
    );
    return { quotas: quotas.quotas.map((quota) => amount(quota.quotaCents)), sum: amount(quotas.sumCents) };
  },
  quota_cascade: (plan) => {
    const targetCents = cents(plan.number('companyTarget'));
    const levels = cascadeOverAssignment(targetCents, plan.numbers('levels'));
    return {
      levelQuotas: levels.map(amount),
      totalOverAssignment: overAssignmentOf(levels.at(-1) ?? targetCents, targetCents),
    };
  },
  quota_proration_months: (plan, inputs) => {
    const quarters = quotaByQuarter(
      cents(plan.number('annualQuota')),
      plan.numbers('quarterWeights'),
      inputs.number('startMonth', 1),
      inputs.number('endMonth', 12),
    );
    return { quarters: quarters.map(amount), quota: amount(sum(quarters)) };
  },
  day_apportionment: (plan) => {
    const year = plan.number('year');
    const months = [1, 4, 7, 10].flatMap((first) =>
      splitByDays(
        cents(plan.number('quarterAmount')),
        [first, first + 1, first + 2].map((month) => daysInMonth(year, month)),
      ),
    );
    return { months: months.map(amount), total: amount(sum(months)) };
  },
  day_proration: (plan, inputs) => {
    const time = activeTime(plan.text('periodStart', ''), plan.text('periodEnd', ''), {
      startDate: inputs.has('activeFrom') ? inputs.text('activeFrom', '') : null,
      endDate: inputs.has('activeTo') ? inputs.text('activeTo', '') : null,
      leaves: inputs.list<[string, string]>('leave').map(([from, to]) => ({ from, to })),
    });
    const part = (name: string) =>
      plan.has(name) ? amount(prorate(cents(plan.number(name)), time.ratio)) : null;
    return {
      activeDays: time.activeDays,
      periodDays: time.periodDays,
      factor: time.ratio,
      quota: part('quota'),
      targetIncentive: part('targetIncentive'),
    };
  },
  ramp: (plan, inputs) => {
    const start = inputs.number('startMonth', 1);
    const full = cents(plan.number('fullMonthlyQuota'));
    // Month 1 of service is the start month; months before it carry nothing.
    const ratios = rampOfYear(plan.numbers('schedule'), 2 - start);
    return {
      quota: amount(sum(ratios.map((ratio) => prorate(full, ratio)))),
      rampedEquivalent: sum(ratios) / ratios.length,
      months: ratios.map((ratio) => amount(prorate(full, ratio))),
    };
  },
};

/** Without the noise of 1.15 − 1. */
const toRatio = (value: number) => Math.round(value * 1e12) / 1e12;

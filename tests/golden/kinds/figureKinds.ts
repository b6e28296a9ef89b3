import {
  acceleratorForLeverage,
  costOfSales,
  leverageAt,
  payFromMix,
  rateMultipleBetween,
  targetEconomics,
} from '../../../shared/comp/economics';
import {
  capacityOf,
  headcountFor,
  repHours,
  sizeByBreakdown,
  sizeByIncrement,
  sizeBySquareRoot,
  sizeByWorkload,
  workloadHours,
} from '../../../shared/balance/sizing';
import type { Fields, GoldenKind } from '../goldenCase';
import { amount, cents } from '../payCase';

const sellingTime = (plan: Fields) =>
  repHours({
    hoursPerWeek: plan.number('hoursPerWeek'),
    weeksPerYear: plan.number(['weeks', 'weeksPerYear']),
    sellingShareRatio: plan.number('sellingShare', 1),
  });

const amountOrNull = (value: number | null) => (value === null ? null : amount(value));

/** Base and target incentive as a case gives them: both, OTE and one of them, or OTE and a pay mix. */
function paidAtTarget(plan: Fields) {
  if (!plan.has('ote')) {
    return {
      baseSalaryCents: cents(plan.number('base', 0)),
      targetIncentiveCents: cents(plan.number('targetIncentive')),
    };
  }
  const oteCents = cents(plan.number('ote'));
  if (plan.has('base') || plan.has('targetIncentive')) {
    const baseSalaryCents = plan.has('base')
      ? cents(plan.number('base'))
      : oteCents - cents(plan.number('targetIncentive'));
    return { baseSalaryCents, targetIncentiveCents: oteCents - baseSalaryCents };
  }
  return payFromMix(oteCents, plan.numbers('payMix')[0] ?? 0);
}

/** Figures of a plan at target, and team sizes. */
export const figureKinds: Record<string, GoldenKind> = {
  target_economics: (plan) => {
    const economics = targetEconomics({
      ...paidAtTarget(plan),
      quotaCents: plan.has('quota') ? cents(plan.number('quota')) : null,
    });
    return {
      ote: amount(economics.oteCents),
      targetIncentive: amount(economics.targetIncentiveCents),
      bcr: economics.baseRateRatio,
      quotaToOte: economics.quotaToOteRatio,
      payMix: economics.payMix === null ? null : [economics.payMix.base, economics.payMix.incentive],
    };
  },
  ccos: (_, inputs) => ({
    ccos: costOfSales(cents(inputs.number('totalCashComp')), cents(inputs.number(['sales', 'bookings'], 0))),
  }),
  leverage: (plan) => {
    const at = leverageAt({
      baseSalaryCents: cents(plan.number('base', 0)),
      targetIncentiveCents: cents(plan.number('targetIncentive')),
      excellencePayRatio: plan.number('excellencePayout'),
    });
    return {
      leverage: at.leverageRatio,
      incentiveAtExcellence: amount(at.incentiveAtExcellenceCents),
      totalCashAtExcellence: amount(at.totalCashAtExcellenceCents),
      upsideAmount: amount(at.upsideCents),
    };
  },
  accelerator_from_leverage: (plan) => ({
    acceleratorMultipleOfBcr: acceleratorForLeverage(
      plan.number(['excellencePayout', 'leverage']),
      plan.number('excellenceAttainment'),
    ),
    belowTargetSlope: plan.has('thresholdAttainment')
      ? rateMultipleBetween(
          { attainment: plan.number('thresholdAttainment'), payRatio: plan.number('thresholdPayout', 0) },
          { attainment: 1, payRatio: 1 },
        )
      : null,
  }),
  capacity: (plan, inputs) => {
    const capacity = capacityOf({
      quota: cents(plan.number('quota')),
      ramped: inputs.number('ramped', 0),
      attainmentRatio: inputs.number('attainment', 1),
      ramping: inputs.number('ramping', 0),
      rampProductivityRatio: inputs.number('rampProductivity', 0),
    });
    return {
      ramped: amountOrNull(capacity.ramped),
      ramping: amountOrNull(capacity.ramping),
      capacity: amountOrNull(capacity.capacity),
    };
  },
  capacity_headcount: (plan, inputs) => {
    const target = plan.number('target');
    const quota = plan.number('quota');
    return {
      naive: headcountFor(target, quota),
      needed: inputs.has('attainments')
        ? inputs.numbers('attainments').map((attainment) => headcountFor(target, quota, attainment))
        : headcountFor(target, quota, inputs.number('attainment', 1)),
    };
  },
  sizing_breakdown: (plan, inputs) => {
    const sized = sizeByBreakdown(
      inputs.number(['forecast', 'sales']),
      inputs.number('productivity'),
      inputs.number(['turnover', 'allowance'], plan.number(['turnover', 'allowance'], 0)),
    );
    return { n: sized.reps, exact: sized.exact };
  },
  sizing_incremental: (plan, inputs) => {
    const sized = sizeByIncrement(
      Object.entries(inputs.record<number>('incrementalSales')).map(([reps, incrementalSales]) => ({
        reps: Number(reps),
        incrementalSales,
      })),
      {
        grossMarginRatio: plan.number('grossMargin'),
        commissionRatio: plan.number('commission', 0),
        fixedCost: plan.number('fixedCost', 0),
      },
    );
    return {
      net: Object.fromEntries(sized.steps.map((step) => [String(step.reps), step.netProfit])),
      optimal: sized.optimalReps,
    };
  },
  sizing_workload: (plan, inputs) => {
    const hours = sellingTime(plan);
    const sized = sizeByWorkload(inputs.number('workloadHours'), hours.sellingHours);
    return {
      hoursPerRep: hours.workingHours,
      sellingHours: hours.sellingHours,
      exact: sized.exact,
      n: sized.reps,
    };
  },
  sizing_workload_classes: (plan, inputs) => {
    const hours = sellingTime(plan);
    const workload = workloadHours(
      inputs
        .list<{ n: number; minutes?: number; hours?: number; calls: number }>('classes')
        .map(({ n, minutes, hours: hoursPerCall, calls }) => ({
          accounts: n,
          callsPerYear: calls,
          hoursPerCall: hoursPerCall ?? (minutes ?? 0) / 60,
        })),
    );
    const sized = sizeByWorkload(workload, hours.sellingHours);
    return {
      workloadHours: workload,
      hoursPerRep: hours.workingHours,
      sellingHours: hours.sellingHours,
      exact: sized.exact,
      n: sized.reps,
    };
  },
  sizing_sqrt: (plan) => {
    const sized = sizeBySquareRoot(plan.number('revenueCoef'), plan.number('costPerRep'));
    return { n: sized.reps, exact: sized.exact, profit: sized.profit };
  },
};

import type { CompPlan } from '../model/compPlan';
import { roundHalfAway } from '../model/money';
import { clawbackCents, clawbackWords } from './clawback';
import type { CancelledDeals } from './cancelledDeals';
import { applyDraw, drawMonthOf, guaranteedMonths, monthsThereIn } from './draw';
import { recorder } from './earnWords';
import {
  activeMonths,
  type ComponentPayout,
  type PayPeriodInputs,
  type PayoutTrace,
  type PeriodPayout,
  type RepPayoutInputs,
} from './payTypes';
import { money, type Phrase } from './phrase';
import type { PreparedPlan } from './preparePlan';

/** A rep's pay since the year began; cents. */
export interface YearSoFar {
  targetIncentiveCents: number;
  totalCapCents: number;
  dueCents: number;
  paidCents: number;
  drawBalanceCents: number;
}

/** A year in which nothing is paid yet. */
export function newYear(plan: CompPlan, inputs: RepPayoutInputs): YearSoFar {
  return {
    targetIncentiveCents: inputs.targetIncentiveCents,
    totalCapCents: totalCapOf(plan, inputs),
    dueCents: 0,
    paidCents: 0,
    drawBalanceCents: 0,
  };
}

/** The year's cap on all incentive, cents; a share of target shrinks with inactive time. */
function totalCapOf(plan: CompPlan, inputs: RepPayoutInputs): number {
  const { totalCents, totalOfTargetRatio } = plan.caps;
  let cap = totalCents ?? Infinity;
  if (totalOfTargetRatio !== null) {
    cap = Math.min(cap, totalOfTargetRatio * inputs.targetIncentiveCents * activeYear(inputs));
  }
  return roundHalfAway(cap);
}

/** The active part of the year: that of the periods given, and of the months before and after them; 1 = all of it. */
export function activeYear(inputs: RepPayoutInputs): number {
  let given = 0;
  let active = 0;
  let reached = 0;
  for (const period of inputs.periods) {
    active += activeMonths(inputs, reached, period.startMonth);
    given += period.months;
    active += period.months * (period.activeRatio ?? 1);
    reached = period.startMonth + period.months;
  }
  return (active + activeMonths(inputs, reached, 12)) / Math.max(12, given);
}

/** Steps 10 to 13 of one period: sum, total cap, draw, clawback and true-up. */
export function settlePeriod(
  prepared: PreparedPlan,
  components: ComponentPayout[],
  period: PayPeriodInputs,
  year: YearSoFar,
  cancelled: CancelledDeals | null,
  trace: PayoutTrace | null,
): PeriodPayout {
  const { plan } = prepared;
  let sumCents = 0;
  let earnedCents = 0;
  let waitingSumCents = 0;
  for (const component of components) {
    sumCents += component.payoutCents;
    earnedCents += component.earnedToDateCents;
    if (component.periodsToPayDate !== undefined) waitingSumCents += component.payoutCents;
  }
  const allowedCents = underCap(year, sumCents - waitingSumCents);
  const draw = drawnPay(plan, period, allowedCents, year);
  year.drawBalanceCents = draw.balanceCents;
  // Draw and guarantee look at it when it is paid, as part of the whole interval.
  const waitingCents = underCap(year, waitingSumCents);
  const clawbacks = [...(period.clawbacks ?? []), ...(cancelled?.dueIn(period, year) ?? [])];
  let taken = 0;
  for (const each of clawbacks) {
    if (plan.clawback) taken += clawbackCents(plan.clawback, each.commissionCents, each.monthsServed);
  }
  const settled: PeriodPayout = {
    period: period.period,
    components,
    sumCents,
    totalCapCents: allowedCents + waitingCents - sumCents,
    drawCents: draw.paidCents - allowedCents,
    drawBalanceCents: draw.balanceCents,
    clawbackCents: taken,
    payoutCents: draw.paidCents + waitingCents + taken,
    ...(waitingSumCents === 0 ? {} : { waitingCents }),
  };
  if (trace) {
    const words = plan.clawback ? clawbacks.map((each) => clawbackWords(plan.clawback!, each)) : [];
    saySettlement(prepared, settled, earnedCents, year.totalCapCents, words, trace);
  }
  return settled;
}

/** What the year's cap leaves of more pay; counts it as due and paid. */
function underCap(year: YearSoFar, dueCents: number): number {
  year.dueCents += dueCents;
  const allowedCents = Math.min(year.dueCents, year.totalCapCents) - year.paidCents;
  year.paidCents += allowedCents;
  return allowedCents;
}

/** Guarantee, then draw, on what the period earned; a new hire's months count from the first of service. */
function drawnPay(plan: CompPlan, period: PayPeriodInputs, earnedCents: number, year: YearSoFar) {
  const { draw, guarantee } = plan;
  let paidCents = earnedCents;
  const months = guarantee === null ? null : guaranteedMonths(guarantee, period);
  if (guarantee !== null && months !== null) {
    const floor = guarantee.ofTargetRatio * year.targetIncentiveCents * (months / 12);
    paidCents = Math.max(paidCents, roundHalfAway(floor));
  }
  const balanceCents = year.drawBalanceCents;
  if (draw === null) return { paidCents, balanceCents };
  const month = drawMonthOf(draw, period);
  return month === null
    ? { paidCents, balanceCents }
    : applyDraw(draw, paidCents, balanceCents, month, monthsThereIn(period));
}

function saySettlement(
  prepared: PreparedPlan,
  paid: PeriodPayout,
  earnedCents: number,
  totalCapCents: number,
  clawbacks: readonly Phrase[],
  trace: PayoutTrace,
): void {
  const { plan } = prepared;
  const say = recorder(trace, paid.period, null);
  const parts = paid.components.map((component, i): Phrase => [
    plan.components[i]!.name,
    ' ',
    money(component.earnedToDateCents),
  ]);
  say('sum', money(earnedCents), parts, true);
  say(
    'totalCap',
    money(paid.totalCapCents),
    [
      Number.isFinite(totalCapCents)
        ? ['At most ', money(totalCapCents), ' a year']
        : ['No cap on the total'],
    ],
    paid.totalCapCents !== 0,
  );
  say(
    'draw',
    money(paid.drawCents),
    [plan.draw === null ? ['No draw'] : ['Owed after this period: ', money(paid.drawBalanceCents)]],
    paid.drawCents !== 0,
  );
  const beforeCents = paid.sumCents - earnedCents;
  say(
    'trueUp',
    money(beforeCents + paid.clawbackCents),
    [
      beforeCents === 0 ? ['Nothing paid before'] : ['Paid before, or waiting: ', money(beforeCents)],
      paid.clawbackCents === 0 ? ['Nothing taken back'] : ['Taken back: ', money(paid.clawbackCents)],
      ...clawbacks,
    ],
    beforeCents + paid.clawbackCents !== 0,
  );
}

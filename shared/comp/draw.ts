import type { CompDraw, CompPlan } from '../model/compPlan';
import { roundHalfAway } from '../model/money';
import type { PayPeriodInputs } from './payTypes';

/** What a draw did to one period's pay; all in cents. */
export interface DrawStep {
  paidCents: number;
  /** Owed by the rep after this period. */
  balanceCents: number;
  /** Paid above what was earned. */
  advancedCents: number;
  recoveredCents: number;
  forgivenCents: number;
}

/** The months of a period that draws and guarantees are for. */
export const monthsThereIn = ({ monthsThere, months }: PayPeriodInputs): number => monthsThere ?? months;

/**
 * The month that a draw counts a period from: of service, else of the plan year; null where the draw is for new hires
 * and the rep is none, or the rep is not there in the period.
 */
export function drawMonthOf({ isNewHiresOnly }: CompDraw, period: PayPeriodInputs): number | null {
  if (monthsThereIn(period) === 0) return null;
  const ofYear = isNewHiresOnly ? null : period.startMonth + 1;
  return period.monthOfService ?? ofYear;
}

/** Months of a guarantee that lie in a period; null where the rep is no new hire, or not there in it. */
export function guaranteedMonths(
  { months }: NonNullable<CompPlan['guarantee']>,
  period: PayPeriodInputs,
): number | null {
  const there = monthsThereIn(period);
  if (period.monthOfService === undefined || there === 0) return null;
  return Math.max(0, Math.min(there, months - period.monthOfService + 1));
}

/**
 * Applies a draw to one period's earnings (compensation.md, "Draws"): below the draw D the balance grows by
 * D − earned; above it min(balance, r × (earned − D)) is recovered; a surplus is never carried.
 * @param month the period's first month, counted from 1 (of the plan year, or of service for new hires)
 * @param months length of the period; the draw is an amount a month
 */
export function applyDraw(
  draw: CompDraw,
  earnedCents: number,
  balanceCents: number,
  month: number,
  months = 1,
): DrawStep {
  const end = draw.months ?? Infinity;
  const drawMonths = Math.max(0, Math.min(months, end - month + 1));
  const drawCents = roundHalfAway(draw.amountCents * drawMonths);
  const isLast = draw.months !== null && month + months - 1 >= end;
  if (earnedCents < drawCents) {
    const advancedCents = drawCents - earnedCents;
    const owed = draw.kind === 'nonRecoverable' ? balanceCents : balanceCents + advancedCents;
    const forgivenCents = draw.kind === 'forgivenAtEnd' && isLast ? owed : 0;
    return {
      paidCents: drawCents,
      balanceCents: owed - forgivenCents,
      advancedCents,
      recoveredCents: 0,
      forgivenCents,
    };
  }
  const surplusCents = earnedCents - drawCents;
  const isRecovering = month + months - 1 >= draw.recoveryStartsMonth;
  const recoveredCents = isRecovering
    ? Math.min(balanceCents, roundHalfAway(draw.recoveryRatio * surplusCents))
    : 0;
  const owed = balanceCents - recoveredCents;
  const forgivenCents = draw.kind === 'forgivenAtEnd' && isLast ? owed : 0;
  return {
    paidCents: earnedCents - recoveredCents,
    balanceCents: owed - forgivenCents,
    advancedCents: 0,
    recoveredCents,
    forgivenCents,
  };
}

/** A draw over consecutive months, the first is month 1. */
export function drawSchedule(draw: CompDraw, earnedCents: readonly number[]): DrawStep[] {
  let balanceCents = 0;
  return earnedCents.map((earned, i) => {
    const step = applyDraw(draw, earned, balanceCents, i + 1);
    balanceCents = step.balanceCents;
    return step;
  });
}

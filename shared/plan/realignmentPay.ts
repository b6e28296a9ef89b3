import type { Cents } from '../model/money';
import type { RepPay } from './evaluatePay';
import type { PayBudget } from './payBudget';
import type { PlanEvaluation } from './evaluatePlan';

/** A figure on either side of a realignment. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/** What a realignment means for one rep: from the territory's potential to the year's pay. Cents, ratios. */
export interface RepRealignment {
  readonly repId: string;
  readonly name: string;
  /** Index of the rep's territory after it (before it, where the rep has none any more); null = none. */
  readonly territoryIndex: number | null;
  readonly potential: BeforeAfter;
  readonly quotaCents: BeforeAfter;
  /** Bookings over quota, as the scenario expects them; null where there is no quota on either side. */
  readonly attainmentRatio: { readonly before: number | null; readonly after: number | null };
  /** Incentives at the expected attainment. */
  readonly payoutCents: BeforeAfter;
}

/** What a realignment costs in pay. */
export interface RealignmentPay {
  /** Reps whose potential, quota, bookings or pay changes; the largest change of pay first. */
  readonly reps: readonly RepRealignment[];
  readonly quotaCents: BeforeAfter;
  readonly payoutCents: BeforeAfter;
  readonly bookingsCents: BeforeAfter;
  /** (base + incentives) / bookings; null without bookings. */
  readonly ccosShare: { readonly before: number | null; readonly after: number | null };
  /** What the scenario has for incentives; null = no budget is set. */
  readonly budgetCents: Cents | null;
}

/** Compares two evaluations rep by rep: two alignments of one scenario, or two scenarios. */
export function realignmentPay(before: PlanEvaluation, after: PlanEvaluation): RealignmentPay {
  const earlier = new Map(before.pay.reps.map((pay) => [pay.rep.id, pay]));
  const later = new Set(after.pay.reps.map((pay) => pay.rep.id));
  const gone = before.pay.reps.filter((pay) => !later.has(pay.rep.id));
  const reps = [
    ...after.pay.reps.map((pay) => realignmentOf(earlier.get(pay.rep.id) ?? null, pay)),
    ...gone.map((pay) => realignmentOf(pay, null)),
  ].filter(isTouched);
  const change = ({ payoutCents }: RepRealignment) => Math.abs(payoutCents.after - payoutCents.before);
  const sides = <Field extends keyof PayBudget>(field: Field) => ({
    before: before.pay.budget[field],
    after: after.pay.budget[field],
  });
  return {
    reps: reps.sort((a, b) => change(b) - change(a)),
    quotaCents: { before: before.pay.quotaPlan.sumCents, after: after.pay.quotaPlan.sumCents },
    payoutCents: sides('payoutCents'),
    bookingsCents: sides('bookingsCents'),
    ccosShare: sides('ccosShare'),
    budgetCents: after.pay.budget.budgetCents,
  };
}

function realignmentOf(before: RepPay | null, after: RepPay | null): RepRealignment {
  const { rep } = (after ?? before)!;
  const sides = (figure: (pay: RepPay) => number): BeforeAfter => ({
    before: before ? figure(before) : 0,
    after: after ? figure(after) : 0,
  });
  return {
    repId: rep.id,
    name: rep.name,
    territoryIndex: after?.territoryIndex ?? before?.territoryIndex ?? null,
    potential: sides((pay) => pay.potential),
    quotaCents: sides((pay) => pay.quotaCents),
    attainmentRatio: {
      before: before?.attainmentRatio ?? null,
      after: after?.attainmentRatio ?? null,
    },
    payoutCents: sides((pay) => pay.payoutCents),
  };
}

function isTouched({ potential, quotaCents, attainmentRatio, payoutCents }: RepRealignment): boolean {
  return [potential, quotaCents, attainmentRatio, payoutCents].some(({ before, after }) => before !== after);
}

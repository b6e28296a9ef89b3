import type { RepPay } from '../../../plan/evaluatePay';
import { payoutOfRep } from '../../../comp/payout';
import { monthsOf } from '../../../comp/measureWindow';
import {
  activeMonths,
  type ComponentPayout,
  type PayoutStep,
  type PeriodPayout,
  type RepPayoutInputs,
} from '../../../comp/payTypes';
import type { CompComponent } from '../../../model/compComponent';
import type { CompPlan } from '../../../model/compPlan';
import type { ExportContext } from '../exportContext';

/** First row of the lines on Calc and Results, and of the periods on Payouts. */
export const FIRST_PAY_ROW = 2;

/** A rep who is paid by a comp plan, with what the engine was given and what it answered. */
export interface PaidRep {
  readonly pay: RepPay;
  readonly name: string;
  readonly compPlan: CompPlan;
  /** What the comp plan is called in the workbook. */
  readonly planName: string;
  readonly inputs: RepPayoutInputs;
  /** As in YearToPay. */
  readonly isActual: boolean;
  /** The year of the results, by the calendar year that it starts in; null = the year that is expected. */
  readonly fiscalYear: number | null;
  readonly periods: readonly PaidPeriod[];
  /** By component, then period. */
  readonly lines: readonly (readonly PayLine[])[];
}

export interface PaidPeriod {
  readonly name: string;
  readonly paid: PeriodPayout;
  /** Row on Payouts. */
  readonly row: number;
}

/** One row of Calc: a rep's component in a period. Amounts in cents, as the engine has them. */
export interface PayLine {
  readonly component: CompComponent;
  readonly periodAt: number;
  readonly periodName: string;
  readonly paid: ComponentPayout;
  /** Row on Calc and on Results. */
  readonly row: number;
  /** Whether the measurement window begins with this period. */
  readonly opensWindow: boolean;
  /** Active years of the window so far, which scale the target incentive. */
  readonly years: number;
  /** Its months, from the year's first (0) to one past the last. */
  readonly yearsFrom: number;
  readonly yearsTo: number;
  /** Pay at the rate or curve, before gate, multiplier and caps. */
  readonly rateCents: number;
  readonly isOpen: boolean;
  /** After multipliers and the cap on deals. */
  readonly multipliedCents: number;
  readonly dealCapCents: number;
  /** Paid in this window before the period, and in the year with it. */
  readonly paidBeforeCents: number;
  readonly yearToDateCents: number;
  readonly isPayDate: boolean;
  /** False where the component has no result yet and pays nothing. */
  readonly hasResult: boolean;
}

/** A rep's year to price: the comp plan, and what the engine is given. */
export interface YearToPay {
  readonly pay: RepPay;
  readonly compPlan: CompPlan;
  readonly inputs: RepPayoutInputs;
  /** The name of a period that has none. */
  readonly year: string;
  /** Results that the plan holds are inputs as they are; what the scenario expects follows from it. */
  readonly isActual: boolean;
}

/** Reps with their priced lines, each with its row, in the order of the sheets. */
export function pricedReps(context: ExportContext, years: readonly YearToPay[]): PaidRep[] {
  const nameOf = new Map(context.document.reps.map(({ id }, at) => [id, context.repNames[at]!]));
  let row = FIRST_PAY_ROW;
  let periodRow = FIRST_PAY_ROW;
  return years.map(({ pay, compPlan, inputs, year, isActual }): PaidRep => {
    const trace = { steps: [] as PayoutStep[] };
    const payout = payoutOfRep(compPlan, inputs, trace);
    const periods = payout.periods.map((paid): PaidPeriod => ({
      name: paid.period || year,
      paid,
      row: periodRow++,
    }));
    const lines = compPlan.components.map((component, componentAt) => {
      const own = trace.steps.filter((step) => step.componentId === component.id);
      const made = componentLines(component, componentAt, inputs, periods, own, row);
      row += made.length;
      return made;
    });
    const planName = context.planNames.get(compPlan.id)!;
    const fiscalYear = isActual ? Number(year) : null;
    const name = nameOf.get(pay.rep.id)!;
    return { pay, name, compPlan, planName, inputs, periods, lines, isActual, fiscalYear };
  });
}

/** A component's line of each period, with what was paid before it. */
function componentLines(
  component: CompComponent,
  componentAt: number,
  inputs: RepPayoutInputs,
  periods: readonly PaidPeriod[],
  steps: readonly PayoutStep[],
  firstRow: number,
): PayLine[] {
  const isCarried = component.timing.negativeDue === 'carry';
  let paidCents = 0;
  let earnedCents = 0;
  let yearToDateCents = 0;
  return periods.map(({ name, paid }, periodAt): PayLine => {
    const own = steps.filter((step) => step.period === paid.period);
    const window = windowOf(component, inputs, periodAt);
    if (window.opensWindow) paidCents = isCarried ? Math.max(0, paidCents - earnedCents) : 0;
    const line = paid.components[componentAt]!;
    const paidBeforeCents = paidCents;
    paidCents += line.payoutCents;
    yearToDateCents += line.payoutCents;
    earnedCents = line.earnedToDateCents;
    return {
      component,
      periodAt,
      periodName: name,
      paid: line,
      row: firstRow + periodAt,
      paidBeforeCents,
      yearToDateCents,
      isPayDate: isPayDate(component, inputs, periodAt),
      ...window,
      ...stepsOf(own),
    };
  });
}

/** Whether a pay date of the component falls at the end of a period. */
function isPayDate(component: CompComponent, { periods }: RepPayoutInputs, at: number): boolean {
  const { startMonth, months } = periods[at]!;
  return at === periods.length - 1 || (startMonth + months) % monthsOf[component.timing.paidEvery] === 0;
}

/** Where a period stands in its measurement window (as shared/comp/measureWindow has it). */
function windowOf(
  component: CompComponent,
  rep: RepPayoutInputs,
  at: number,
): Pick<PayLine, 'opensWindow' | 'years' | 'yearsFrom' | 'yearsTo'> {
  const { periods } = rep;
  const { timing } = component;
  const span = Math.max(monthsOf[timing.measuredOver], periods[at]!.months);
  const startOf = (index: number) => Math.floor(periods[index]!.startMonth / span) * span;
  const start = startOf(at);
  let first = at;
  while (periods[at]!.months < span && first > 0 && startOf(first - 1) === start) first--;
  const isIn = (index: number) =>
    timing.attainmentOf === 'whole'
      ? index >= first && periods[index]!.startMonth < start + span
      : index >= first && index <= at;
  const years = periods.reduce(
    (sum, period, index) => (isIn(index) ? sum + (period.months * (period.activeRatio ?? 1)) / 12 : sum),
    0,
  );
  // A whole window is the target's even where its later periods are not given yet.
  const reached = periods.reduce(
    (end, period, index) => (isIn(index) ? period.startMonth + period.months : end),
    start + span,
  );
  const isWholeKnown =
    timing.attainmentOf === 'whole' && periods[first]!.components[component.id]?.windowQuota !== undefined;
  const later = isWholeKnown ? activeMonths(rep, reached, start + span) / 12 : 0;
  return {
    opensWindow: first === at,
    years: years + later,
    yearsFrom: periods[first]!.startMonth,
    yearsTo: isWholeKnown ? Math.max(reached, start + span) : reached,
  };
}

function stepsOf(
  steps: readonly PayoutStep[],
): Pick<PayLine, 'rateCents' | 'isOpen' | 'multipliedCents' | 'dealCapCents' | 'hasResult'> {
  const cents = (name: PayoutStep['step']) => {
    const value = steps.find(({ step }) => step === name)?.value;
    return typeof value === 'object' && value.is === 'money' ? value.cents : 0;
  };
  const rateCents = cents('rate');
  const isOpen = steps.find(({ step }) => step === 'gate')?.value !== 'failed';
  return {
    rateCents,
    isOpen,
    multipliedCents: (isOpen ? rateCents : 0) + cents('multiplier') + cents('dealCap'),
    dealCapCents: cents('dealCap'),
    // One without a result has a step that says so, and no more.
    hasResult: steps.some(({ step }) => step !== 'credit'),
  };
}

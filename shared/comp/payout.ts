import type { CompComponent } from '../model/compComponent';
import type { CompPlan } from '../model/compPlan';
import { cancelledDealsOf } from './cancelledDeals';
import { earnComponent } from './earn';
import { sayNoResult } from './earnWords';
import { advanceWindow, monthsOf, newRunning, type Running } from './measureWindow';
import type {
  ComponentPayout,
  PayPeriodInputs,
  PayoutTrace,
  PeriodPayout,
  RepPayout,
  RepPayoutInputs,
} from './payTypes';
import { createPlanState, settleAttainments, type PlanState } from './planState';
import { preparePlan, type PreparedPlan } from './preparePlan';
import { newYear, settlePeriod } from './settle';
import { trueUp } from './trueUp';

/**
 * What a rep is paid under a plan, in integer cents, by the order of operations of compensation.md: credit →
 * splits → attainment → rate or curve → gate → multiplier → deal cap → component cap → sum → total cap → draw →
 * clawback and true-up; each component is rounded once.
 * @param inputs one rep's results by pay period, in order
 * @param trace receives every step in words; null where nobody asks (faster)
 */
export function payoutOfRep(plan: CompPlan, inputs: RepPayoutInputs, trace: PayoutTrace | null): RepPayout {
  const prepared = preparePlan(plan);
  const state = createPlanState(prepared);
  const running = prepared.components.map(newRunning);
  const year = newYear(plan, inputs);
  const cancelled = cancelledDealsOf(prepared, inputs);
  let payoutCents = 0;
  const periods = inputs.periods.map((period, at): PeriodPayout => {
    state.measures = period.measures ?? {};
    for (let i = 0; i < running.length; i++) {
      advanceWindow(prepared, inputs, at, i, running[i]!, state.components[i]!);
    }
    settleAttainments(prepared, state);
    const isLast = at === inputs.periods.length - 1;
    const end = { isLast, isLeaving: inputs.isLeaving === true };
    const components = running.map((own, i) => payComponent(prepared, i, state, own, period, end, trace));
    cancelled?.note(period, state, running);
    const paid = settlePeriod(prepared, components, period, year, cancelled, trace);
    payoutCents += paid.payoutCents;
    return paid;
  });
  const openClawbacks = cancelled?.open(year) ?? [];
  return { payoutCents, periods, ...(openClawbacks.length > 0 ? { openClawbacks } : {}) };
}

/** Periods from this one to the component's next pay date; 0 = one falls at its end. */
function periodsToPayDate({ timing }: CompComponent, { startMonth, months }: PayPeriodInputs): number {
  const every = monthsOf[timing.paidEvery];
  return ((every - ((startMonth + months) % every)) % every) / months;
}

function payComponent(
  prepared: PreparedPlan,
  index: number,
  state: PlanState,
  own: Running,
  period: PayPeriodInputs,
  { isLast, isLeaving }: { readonly isLast: boolean; readonly isLeaving: boolean },
  trace: PayoutTrace | null,
): ComponentPayout {
  const { component } = prepared.components[index]!;
  const facts = period.components[component.id];
  const { inputs } = state.components[index]!;
  const payout: ComponentPayout = {
    componentId: component.id,
    credited: facts?.credited ?? 0,
    quota: facts?.quota ?? (component.goal.kind === 'value' ? component.goal.value : null),
    creditedToDate: inputs.credited,
    quotaToDate: inputs.quota,
    attainmentRatio: Number.isNaN(inputs.attainment) ? null : inputs.attainment,
    earnedToDateCents: own.earnedCents,
    payoutCents: 0,
    carryCents: 0,
  };
  const hasFacts = facts !== undefined || own.paidCents !== 0 || inputs.credited !== 0;
  own.earnedCents = hasFacts ? earnComponent(prepared, index, state, period, trace) : 0;
  if (trace && !hasFacts) sayNoResult(prepared.components[index]!, period, trace);
  payout.earnedToDateCents = own.earnedCents;
  const toPayDate = periodsToPayDate(component, period);
  // The last period shows what is due of an interval that has but begun; who leaves is paid it at once.
  if (toPayDate > 0 && !isLast) return payout;
  if (toPayDate > 0 && !isLeaving) payout.periodsToPayDate = toPayDate;
  const due = trueUp(own.earnedCents, own.paidCents, component.timing.negativeDue);
  own.paidCents += due.dueCents;
  payout.payoutCents = due.dueCents;
  payout.carryCents = due.carryCents;
  return payout;
}

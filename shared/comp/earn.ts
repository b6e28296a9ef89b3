import { roundHalfAway } from '../model/money';
import { areHurdlesMet, combinedFactor } from './conditions';
import { recorder, sayCredit, sayGates, sayMultipliers, sayRounding } from './earnWords';
import type { PayPeriodInputs, PayoutTrace } from './payTypes';
import { count, money, type Phrase } from './phrase';
import type { ComponentState, PlanState } from './planState';
import type { PreparedComponent, PreparedPlan } from './preparePlan';

/** Steps 1 to 9 of one component for its window: what it has earned, rounded once. Writes the steps to `trace`. */
export function earnComponent(
  prepared: PreparedPlan,
  index: number,
  state: PlanState,
  period: PayPeriodInputs,
  trace: PayoutTrace | null,
): number {
  const target = prepared.components[index]!;
  const own = state.components[index]!;
  const say = trace && recorder(trace, period.period, target.component.id);
  if (say) sayCredit(target, own, period, say);
  own.inputs.isAccelerated = areHurdlesMet(target.links, state);
  const isOpen = areHurdlesMet(target.gates, state);
  const multiplier = combinedFactor(target.multipliers, state);
  const rateWords: Phrase[] | null = say ? [] : null;
  const ratePay = priceWindow(target, own, rateWords);
  const gated = isOpen ? ratePay : 0;
  const multiplied = gated * multiplier;
  const { dealCents } = prepared.plan.caps;
  const afterDealCap =
    dealCents === null || own.deals === null || !isOpen
      ? multiplied
      : capDeals(target, own, multiplier, dealCents);
  const capCents = componentCapCents(target, own);
  const capped = Math.min(afterDealCap, capCents);
  const earnedCents = roundPay(capped, prepared.plan.roundingStepCents);
  if (say) {
    say('rate', money(ratePay), rateWords ?? [], ratePay !== 0);
    sayGates(prepared, target, state, isOpen, say);
    sayMultipliers(prepared, target, state, multiplied - gated, say);
    say(
      'dealCap',
      money(afterDealCap - multiplied),
      [dealCents === null ? ['No cap on one deal'] : ['No deal pays more than ', money(dealCents)]],
      afterDealCap !== multiplied,
    );
    say(
      'componentCap',
      money(capped - afterDealCap),
      [Number.isFinite(capCents) ? ['At most ', money(capCents)] : ['No cap on the component']],
      capped !== afterDealCap,
    );
    sayRounding(prepared.plan.roundingStepCents, earnedCents - capped, say);
  }
  return earnedCents;
}

/** The one rounding of a component's pay: to the cent, or to the plan's step. */
function roundPay(cents: number, stepCents: number): number {
  return stepCents === 1 ? roundHalfAway(cents) : roundHalfAway(cents / stepCents) * stepCents;
}

/**
 * What earnComponent answers where nobody asks why, and there are neither deals nor a team priced rep by rep: the
 * inner loop of simulation.
 */
export function earnQuietly(prepared: PreparedPlan, index: number, state: PlanState): number {
  const target = prepared.components[index]!;
  const own = state.components[index]!;
  const { component, gates, links, multipliers } = target;
  if (gates.length > 0 && !areHurdlesMet(gates, state)) return 0;
  own.inputs.isAccelerated = links.length === 0 || areHurdlesMet(links, state);
  let cents = target.evaluate(own.inputs, null);
  if (multipliers.length > 0) cents *= combinedFactor(multipliers, state);
  if (component.cap !== null) cents = Math.min(cents, componentCapCents(target, own));
  return roundPay(cents, prepared.plan.roundingStepCents);
}

/** Unrounded cents at the rate or curve, by whose results and which processing the component asks for. */
function priceWindow(target: PreparedComponent, own: ComponentState, words: Phrase[] | null): number {
  const { evaluate } = target;
  const { inputs } = own;
  const trace = words && { rate: (line: Phrase) => void words.push(line) };
  const byReport = payByReport(target, own, trace);
  if (byReport !== null) return byReport.reduce((sum, cents) => sum + cents, 0);
  if (isPricedByDeal(target, own)) {
    let cents = 0;
    for (const deal of own.deals!) cents += priceCredit(target, own, deal);
    words?.push([count(own.deals!.length), ' transactions, each priced from the first tier']);
    return cents;
  }
  return evaluate(inputs, trace);
}

/**
 * Unrounded cents that each report's own result pays a manager at the rate or curve, in the order of the team; null
 * where the component prices the team as one.
 */
export function payByReport(
  { component, evaluate }: PreparedComponent,
  { inputs, team }: ComponentState,
  trace: Parameters<PreparedComponent['evaluate']>[1],
): number[] | null {
  if (component.crediting !== 'eachRep' || team === null) return null;
  return team.map(({ credited, quota }) => {
    const attainment = quota > 0 ? credited / quota : NaN;
    const targetCents = inputs.targetCents / team.length;
    return evaluate({ ...inputs, credited, quota, attainment, targetCents }, trace);
  });
}

/** Whether each deal is priced by itself; deals of a team are not known one by one. */
export function isPricedByDeal({ isPerTransaction }: PreparedComponent, { deals }: ComponentState): boolean {
  return isPerTransaction && deals !== null;
}

/** The window's pay if this were all that is credited; leaves the inputs as they were. */
function priceCredit(target: PreparedComponent, own: ComponentState, credited: number): number {
  const { inputs } = own;
  const { credited: before, attainment } = inputs;
  inputs.credited = credited;
  inputs.attainment = inputs.quota > 0 ? credited / inputs.quota : NaN;
  const cents = target.evaluate(inputs, null);
  inputs.credited = before;
  inputs.attainment = attainment;
  return cents;
}

/** What one deal pays by itself, unrounded cents, where each is priced from the first tier: by gate, multiplier and deal cap. */
export function dealPay(prepared: PreparedPlan, index: number, state: PlanState, credited: number): number {
  const target = prepared.components[index]!;
  if (!areHurdlesMet(target.gates, state)) return 0;
  const cents =
    priceCredit(target, state.components[index]!, credited) * combinedFactor(target.multipliers, state);
  return Math.min(cents, prepared.plan.caps.dealCents ?? Infinity);
}

/** Each deal earns what it adds (or, per transaction, what it pays alone), and no deal more than the cap. */
function capDeals(
  target: PreparedComponent,
  own: ComponentState,
  multiplier: number,
  dealCapCents: number,
): number {
  let cents = 0;
  let credited = 0;
  let before = target.isPerTransaction ? 0 : priceCredit(target, own, 0);
  cents += before * multiplier;
  for (const deal of own.deals!) {
    credited += deal;
    const after = priceCredit(target, own, target.isPerTransaction ? deal : credited);
    const added = (target.isPerTransaction ? after : after - before) * multiplier;
    cents += Math.min(added, dealCapCents);
    before = after;
  }
  return cents;
}

/** The most the component pays in its window, cents. */
function componentCapCents(target: PreparedComponent, own: ComponentState): number {
  const { cap } = target.component;
  if (cap === null) return Infinity;
  return cap.kind === 'amount' ? cap.cents : cap.ratio * own.inputs.targetCents;
}

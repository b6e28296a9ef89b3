import { roundHalfAway, splitByWeight } from '../model/money';
import type { CompPlan } from '../model/compPlan';
import { nextPeriod } from './calendar';
import type { ComponentPayout, PeriodPayout, RepPayout } from './payTypes';

/** What is paid at once and what is held until its release; the two add up. */
export function holdbackOf(cents: number, heldRatio: number): { upfrontCents: number; heldCents: number } {
  const upfrontCents = roundHalfAway(cents * (1 - heldRatio));
  return { upfrontCents, heldCents: cents - upfrontCents };
}

/** Equal parts that add up exactly; a cent left over goes to the earlier ones. */
export function instalmentsOf(cents: number, instalments: number): number[] {
  return splitByWeight(cents, Array<number>(Math.max(1, instalments)).fill(1));
}

/** What a component earned in a period and is not paid at once. Cents; paid + held + owed = earned. */
export interface DeferredPay {
  readonly componentId: string;
  readonly periodAt: number;
  /** Under the plan's total cap, which every component of the period bears in proportion. */
  readonly earnedCents: number;
  readonly heldCents: number;
  /** The rest: the first is paid with the period, or its pay date, the others in the periods after it. */
  readonly instalmentsCents: readonly number[];
  /** When each is paid; null = after the last period, whose successor has no name. */
  readonly dueIn: readonly (string | null)[];
}

/** Share of what the components earn that the plan's total cap leaves: of those paid with the period, and of those that wait. */
function sharesUnderCap({ sumCents, totalCapCents, waitingCents = 0, components }: PeriodPayout) {
  let waitingSumCents = 0;
  for (const each of components) if (each.periodsToPayDate !== undefined) waitingSumCents += each.payoutCents;
  const share = (leftCents: number, ofCents: number) =>
    ofCents > 0 ? Math.min(1, Math.max(0, leftCents / ofCents)) : 1;
  return {
    paid: share(sumCents + totalCapCents - waitingCents, sumCents - waitingSumCents),
    waiting: share(waitingCents, waitingSumCents),
  };
}

/** The periods from one of a payout on: its own, then those named after the last. */
function periodsFrom(payout: RepPayout, at: number, count: number): (string | null)[] {
  const names: (string | null)[] = [];
  for (let later = 0; later < count; later++) {
    const given = payout.periods[at + later]?.period;
    const before = later === 0 ? null : names[later - 1]!;
    names.push(given ?? (before === null ? null : nextPeriod(before)));
  }
  return names;
}

/** All that a rep's payout holds back, or pays in instalments or on a pay date to come; payouts themselves (the cost) don't change. */
export function deferredPay(plan: CompPlan, payout: RepPayout): DeferredPay[] {
  return payout.periods.flatMap((period, periodAt) => {
    const shares = sharesUnderCap(period);
    return period.components.flatMap(({ componentId, payoutCents, periodsToPayDate }, i): DeferredPay[] => {
      const { holdbackRatio, instalments } = plan.components[i]!;
      const ahead = periodsToPayDate ?? 0;
      const share = periodsToPayDate === undefined ? shares.paid : shares.waiting;
      const earnedCents = roundHalfAway(payoutCents * share);
      if (earnedCents <= 0 || (holdbackRatio === 0 && instalments === 1 && ahead === 0)) return [];
      const { upfrontCents, heldCents } = holdbackOf(earnedCents, holdbackRatio);
      const instalmentsCents = instalmentsOf(upfrontCents, instalments);
      const dueIn = periodsFrom(payout, periodAt, ahead + instalmentsCents.length).slice(ahead);
      return [{ componentId, periodAt, earnedCents, heldCents, instalmentsCents, dueIn }];
    });
  });
}

/** The period that a component is paid in, where its pay date comes after the period that it is shown in; else null. */
export function laterPayDate(period: string, { periodsToPayDate = 0 }: ComponentPayout): string | null {
  let name: string | null = periodsToPayDate > 0 ? period : null;
  for (let at = 0; at < periodsToPayDate && name !== null; at++) name = nextPeriod(name);
  return name;
}

/** Money of one period: what it earned, and what leaves the till in it. Cents. */
export interface Payment {
  readonly period: string;
  readonly earnedCents: number;
  readonly paidCents: number;
  /** Held back so far and not released. */
  readonly heldCents: number;
  /** Earned, but to be paid later: on a pay date to come, or in instalments. Σ earned = Σ paid + held + owed. */
  readonly owedCents: number;
  /** After the last period that earned anything: only instalments are paid in it. */
  readonly isLater: boolean;
}

/**
 * When payouts are paid: what a component earns is paid in its instalments from the period, or its pay date, on, less its holdback.
 * Instalments of the last periods come due after them, in periods of the same length.
 * @param years a rep's fiscal years in order
 */
export function paymentsOf(
  years: readonly { readonly compPlan: CompPlan; readonly payout: RepPayout }[],
): Payment[] {
  const none = () => ({ earnedCents: 0, paidCents: 0, heldCents: 0, owedCents: 0, isLater: true });
  const flows = new Map<string, ReturnType<typeof none>>();
  const flowOf = (period: string) => {
    const known = flows.get(period);
    if (known) return known;
    const flow = none();
    flows.set(period, flow);
    return flow;
  };
  for (const { payout } of years) {
    for (const { period, payoutCents } of payout.periods) {
      const flow = flowOf(period);
      flow.earnedCents += payoutCents;
      flow.paidCents += payoutCents;
      flow.isLater = false;
    }
  }
  for (const { compPlan, payout } of years) {
    for (const deferred of deferredPay(compPlan, payout)) defer(deferred, payout, flowOf);
  }
  const order = [...flows].sort(([, a], [, b]) => Number(a.isLater) - Number(b.isLater));
  let heldCents = 0;
  let owedCents = 0;
  return order.map(([period, flow]) => {
    heldCents += flow.heldCents;
    owedCents += flow.owedCents;
    return { period, ...flow, heldCents, owedCents };
  });
}

function defer(
  { periodAt, earnedCents, heldCents, instalmentsCents, dueIn }: DeferredPay,
  payout: RepPayout,
  flowOf: (period: string) => { paidCents: number; heldCents: number; owedCents: number },
): void {
  const own = flowOf(payout.periods[periodAt]!.period);
  own.paidCents -= earnedCents;
  own.heldCents += heldCents;
  own.owedCents += earnedCents - heldCents;
  instalmentsCents.forEach((cents, later) => {
    const period = dueIn[later]!;
    if (period === null) return;
    const due = flowOf(period);
    due.paidCents += cents;
    due.owedCents -= cents;
  });
}

/** Where pay stands after the last period that earned anything; paid + held + owed = earned. Cents. */
export interface PayStanding {
  readonly earnedCents: number;
  readonly paidCents: number;
  readonly heldCents: number;
  readonly owedCents: number;
  /** What is owed, by the period that it is paid in. */
  readonly due: readonly { readonly period: string; readonly cents: number }[];
}

/** @param paidOnTopCents corrections, which are earned and paid at once */
export function standingOf(payments: readonly Payment[], paidOnTopCents = 0): PayStanding {
  const known = payments.filter(({ isLater }) => !isLater);
  const later = payments.filter(({ isLater, paidCents }) => isLater && paidCents !== 0);
  const sum = (cents: (payment: Payment) => number) =>
    known.reduce((total, payment) => total + cents(payment), 0);
  return {
    earnedCents: sum(({ earnedCents }) => earnedCents) + paidOnTopCents,
    paidCents: sum(({ paidCents }) => paidCents) + paidOnTopCents,
    heldCents: known.at(-1)?.heldCents ?? 0,
    owedCents: known.at(-1)?.owedCents ?? 0,
    due: later.map(({ period, paidCents }) => ({ period, cents: paidCents })),
  };
}

/** Whether anything was not paid in the period that earned it. */
export function isDeferring(payments: readonly Payment[]): boolean {
  return payments.some(
    ({ heldCents, owedCents, paidCents, earnedCents }) =>
      heldCents !== 0 || owedCents !== 0 || paidCents !== earnedCents,
  );
}

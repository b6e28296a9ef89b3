import { roundHalfAway } from '../model/money';
import { dealPay } from './earn';
import type { Running } from './measureWindow';
import type { CancelledCredit, OpenClawback, PayPeriodInputs, RepPayoutInputs, TakenBack } from './payTypes';
import type { PlanState } from './planState';
import type { PreparedPlan } from './preparePlan';
import type { YearSoFar } from './settle';

/** What a component's measurement window earned, as far as it is known; a closed window changes no more. */
interface Window {
  start: number;
  earnedCents: number;
  credited: number;
}

/** A cancelled deal that nothing is taken back for yet. */
interface Waiting {
  readonly deal: CancelledCredit;
  readonly window: Window;
  /** What the deal pays by itself, unrounded cents; null = its part of what the window earned. */
  readonly ownCents: number | null;
}

/**
 * Deals of a rep's year that were sold and then cancelled, and the pay that each was given. A deal's pay is what it
 * was priced at where the plan prices each transaction; else its part, by credit, of what its measurement window
 * earned, so that catching up on a tier belongs to all the deals that reached it. A total cap leaves it the share
 * that it leaves the year.
 */
export class CancelledDeals {
  private readonly waiting: Waiting[] = [];
  private readonly windows: Window[] = [];

  constructor(private readonly prepared: PreparedPlan) {}

  /** Takes in the period that was just priced. */
  note(period: PayPeriodInputs, state: PlanState, running: readonly Running[]): void {
    this.prepared.components.forEach(({ component, isPerTransaction }, index) => {
      const { windowStart, earnedCents } = running[index]!;
      let window = this.windows[index];
      if (window?.start !== windowStart) {
        window = { start: windowStart, earnedCents: 0, credited: 0 };
        this.windows[index] = window;
      }
      window.earnedCents = earnedCents;
      window.credited = state.components[index]!.inputs.credited;
      for (const deal of period.components[component.id]?.cancelled ?? []) {
        const ownCents = isPerTransaction ? dealPay(this.prepared, index, state, deal.credited) : null;
        this.waiting.push({ deal, window, ownCents });
      }
    });
  }

  /** Commissions of deals that are cancelled by the end of a period; each is answered once. */
  dueIn({ startMonth, months }: PayPeriodInputs, year: YearSoFar): TakenBack[] {
    const due = this.waiting.filter(({ deal }) => deal.atMonth < startMonth + months);
    for (const each of due) this.waiting.splice(this.waiting.indexOf(each), 1);
    return due.map((each) => takenBack(each, year));
  }

  /** Those that no period was given for. */
  open(year: YearSoFar): OpenClawback[] {
    return this.waiting.map((each) => ({ ...takenBack(each, year), atMonth: each.deal.atMonth }));
  }
}

function takenBack({ deal, window, ownCents }: Waiting, year: YearSoFar): TakenBack {
  const share = window.credited > 0 ? deal.credited / window.credited : 0;
  const cents = ownCents ?? Math.max(0, window.earnedCents) * share;
  const underCap = year.dueCents > 0 ? Math.min(1, Math.max(0, year.paidCents / year.dueCents)) : 1;
  const { monthsServed, label } = deal;
  return { commissionCents: roundHalfAway(cents * underCap), monthsServed, label };
}

/** null where nothing can be taken back: no deal is cancelled, or the plan has no clawback. */
export function cancelledDealsOf(prepared: PreparedPlan, inputs: RepPayoutInputs): CancelledDeals | null {
  const isAny = inputs.periods.some(({ components }) =>
    Object.values(components).some(({ cancelled }) => cancelled !== undefined),
  );
  return isAny && prepared.plan.clawback !== null ? new CancelledDeals(prepared) : null;
}

import { roundHalfAway } from '../model/money';
import { dealPay, isPricedByDeal, payByReport } from './earn';
import type { Running } from './measureWindow';
import type {
  CancelledCredit,
  ComponentFacts,
  OpenClawback,
  PayPeriodInputs,
  RepPayoutInputs,
  TakenBack,
} from './payTypes';
import type { ComponentState, PlanState } from './planState';
import type { PreparedComponent, PreparedPlan } from './preparePlan';
import type { YearSoFar } from './settle';

/** What a result earned, and what it is credited with. */
interface Earned {
  readonly earnedCents: number;
  readonly credited: number;
}

/** What a component's measurement window earned, as far as it is known; a closed window changes no more. */
interface Window {
  readonly start: number;
  whole: Earned;
  /** By report, where a manager is paid on each by themselves. */
  byReport: ReadonlyMap<string, Earned>;
}

/** A cancelled deal that nothing is taken back for yet. */
interface Waiting {
  readonly deal: CancelledCredit;
  readonly window: Window;
  /** What the window's result holds of it, in the measure's unit. */
  readonly credited: number;
  /** What the deal pays by itself, unrounded cents; null = its part of what the window earned. */
  readonly ownCents: number | null;
}

/**
 * Deals of a rep's year that were sold and then cancelled, and the pay that each was given. A deal's pay is what it
 * was priced at where the plan prices each transaction; else its part, by credit, of what its measurement window
 * earned, so that catching up on a tier belongs to all the deals that reached it. A manager who is paid on each rep
 * loses that part of what the rep's result earned them; one who is paid on the mean of attainments the part that the
 * deal has in the mean. A total cap leaves it the share that it leaves the year.
 */
export class CancelledDeals {
  private readonly waiting: Waiting[] = [];
  private readonly windows: Window[] = [];

  constructor(private readonly prepared: PreparedPlan) {}

  /** Takes in the period that was just priced. */
  note(period: PayPeriodInputs, state: PlanState, running: readonly Running[]): void {
    this.prepared.components.forEach((target, index) => {
      const own = state.components[index]!;
      const { windowStart, earnedCents } = running[index]!;
      const facts = period.components[target.component.id];
      const whole = { earnedCents, credited: own.inputs.credited };
      const byReport = earnedByReport(target, own, facts, earnedCents);
      let window = this.windows[index];
      // A period within a coarser result tells nothing of the team.
      const known = facts?.team ? byReport : (window?.byReport ?? byReport);
      if (window?.start === windowStart) Object.assign(window, { whole, byReport: known });
      else window = this.windows[index] = { start: windowStart, whole, byReport };
      for (const deal of facts?.cancelled ?? []) {
        const isAlone = isPricedByDeal(target, own);
        const ownCents = isAlone ? dealPay(this.prepared, index, state, deal.credited) : null;
        this.waiting.push({ deal, window, credited: creditOf(target, facts, deal), ownCents });
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

/** What a manager earned on each report: its share, by rate or curve, of what is left after gate, multiplier and caps. */
function earnedByReport(
  target: PreparedComponent,
  own: ComponentState,
  facts: ComponentFacts | undefined,
  earnedCents: number,
): Map<string, Earned> {
  const pays = payByReport(target, own, null) ?? [];
  const sum = pays.reduce((total, cents) => total + cents, 0);
  return new Map(
    pays.flatMap((cents, at): [string, Earned][] => {
      const repId = facts?.team?.[at]?.repId;
      if (repId === undefined) return [];
      const earned = sum > 0 ? earnedCents * (cents / sum) : 0;
      return [[repId, { earnedCents: earned, credited: own.team![at]!.credited }]];
    }),
  );
}

/** A deal as its window counts it: in a mean of attainments, by what it adds to its rep's. */
function creditOf(
  { component }: PreparedComponent,
  facts: ComponentFacts | undefined,
  { credited, repId }: CancelledCredit,
): number {
  if (component.crediting !== 'meanAttainment' || !facts?.team) return credited;
  const carrying = facts.team.filter(({ quota }) => quota !== null && quota > 0);
  if (carrying.length === 0) return credited;
  const quota = facts.team.reduce((sum, report) => sum + (report.quota ?? 0), 0);
  const own = carrying.find((report) => report.repId === repId)?.quota ?? 0;
  return own > 0 ? (credited / own / carrying.length) * quota : 0;
}

function takenBack({ deal, window, credited, ownCents }: Waiting, year: YearSoFar): TakenBack {
  const earned = window.byReport.get(deal.repId ?? '') ?? window.whole;
  const share = earned.credited > 0 ? credited / earned.credited : 0;
  const cents = ownCents ?? Math.max(0, earned.earnedCents) * share;
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

import type { Figure, Phrase } from './phrase';

/**
 * The fixed order of operations (compensation.md, "Order"), the one rounding of each component at its place; every
 * payout is explained in these 13 steps.
 */
export const payoutSteps = [
  'credit',
  'splits',
  'attainment',
  'rate',
  'gate',
  'multiplier',
  'dealCap',
  'componentCap',
  'rounding',
  'sum',
  'totalCap',
  'draw',
  'trueUp',
] as const;
export type PayoutStepName = (typeof payoutSteps)[number];

/** One step of a payout, kept so that it can be shown in words. */
export interface PayoutStep {
  step: PayoutStepName;
  /** The pay period, as given; the first nine steps belong to a component, the rest to the plan (null). */
  period: string;
  componentId: string | null;
  /** What stands at the right of the step: a figure, or a word such as "passed". */
  value: Figure | string;
  /** One line a fact: "$1,353,900 / quota $1,070,000". */
  words: Phrase[];
  /** false: the step changed nothing, and is dimmed. */
  hasEffect: boolean;
}

/** Collects the steps of a payout; pass null where nobody asks why. */
export interface PayoutTrace {
  steps: PayoutStep[];
}

/** What one of those below brings in to a manager's component. */
export interface TeamCredit {
  /** Whose it is; missing = not known. */
  readonly repId?: string;
  readonly credited: number;
  readonly quota: number | null;
  /** The report's quota of the whole measurement window, where it follows from the year's. */
  readonly windowQuota?: number;
}

/** What a rep has to show for one component in one pay period. Money measures in cents. */
export interface ComponentFacts {
  /** Credited result after splits, in the measure's unit. */
  credited: number;
  /** Quota of this period, prorated and ramped, in the same unit; null = none. */
  quota: number | null;
  /** Given away in splits: credit before splits − credited. */
  splitAway?: number;
  /** Credited amounts deal by deal, Σ = credited; needed for deal caps and per-transaction rates. */
  deals?: readonly number[];
  /** Deals of this period that were cancelled then or later; what they paid is taken back in that month. */
  cancelled?: readonly CancelledCredit[];
  /** The reports' results, where the component credits a team. */
  team?: readonly TeamCredit[];
  /** The whole measurement window's quota, where later periods of it are not given yet. */
  windowQuota?: number;
  /** Scores of objectives by id, 1 = fully met. */
  scores?: Readonly<Record<string, number>>;
  /** Place among peers, for rank bonuses (placesOf). */
  rank?: number;
  tiedCount?: number;
  /** Words for where the credit comes from, e.g. "Bookings closed by Sofia, 41 deals". */
  source?: string;
}

/** One pay period of a rep: a month, a quarter or the year. */
export interface PayPeriodInputs {
  /** As shown and exported: 2026-01, 2026-Q1 or 2026. */
  period: string;
  /** Months from the start of the plan year to the start of the period, and its length: 1, 3 or 12. */
  startMonth: number;
  months: number;
  /** Active days / days in the period; scales target incentive (quotas arrive prorated). Default 1. */
  activeRatio?: number;
  /** Calendar months of the period in which the rep is there at all: what draws and guarantees are for. Default all. */
  monthsThere?: number;
  /** Month of service at the start of the period (at the hire within it: 1); missing = not a new hire. */
  monthOfService?: number;
  /** By component id; a component without facts pays nothing. */
  components: Readonly<Record<string, ComponentFacts>>;
  /** Values of other measures that conditions look at, by name (ratios or amounts). */
  measures?: Readonly<Record<string, number>>;
  /** Commissions to take back: cancelled after `monthsServed` months. */
  clawbacks?: readonly TakenBack[];
}

/** A credited deal that was cancelled. */
export interface CancelledCredit {
  /** As credited, in the measure's unit. */
  credited: number;
  /** Whose deal it is, where a manager is paid on it; missing = the rep's own. */
  repId?: string;
  /** Month of the cancellation, from the start of the plan year; 12 and more lie in later years. */
  atMonth: number;
  /** Whole months from the sale to the cancellation. */
  monthsServed: number;
  /** What the deal is called; '' = it has no name. */
  label: string;
}

/** A commission to take back: cancelled after so many whole months. */
export interface TakenBack {
  commissionCents: number;
  monthsServed: number;
  label?: string;
}

/** All a payout needs to know about one rep and plan year. Money in integer cents. */
export interface RepPayoutInputs {
  /** For a full year, before proration. */
  targetIncentiveCents: number;
  baseSalaryCents?: number;
  /** Active days / days of each month of the plan year (12), for months that no period is given of; default 1. */
  activeRatios?: readonly number[];
  /** In order; only those that results cover. */
  periods: readonly PayPeriodInputs[];
  /** The rep leaves in the last period: nothing waits for a later pay date. Default false. */
  isLeaving?: boolean;
}

/** Active months among those from one month of the plan year (0–11) to before another; without proration all of them. */
export function activeMonths({ activeRatios }: RepPayoutInputs, from: number, to: number): number {
  if (to <= from) return 0;
  return activeRatios?.slice(from, to).reduce((sum, ratio) => sum + ratio, 0) ?? to - from;
}

/** What one component pays in one period. */
export interface ComponentPayout {
  componentId: string;
  /** This period's own result. */
  credited: number;
  quota: number | null;
  /** What was priced: the result of the measurement window so far, and its attainment (null = none). */
  creditedToDate: number;
  quotaToDate: number;
  attainmentRatio: number | null;
  earnedToDateCents: number;
  /** Due in this period: earned to date − paid before. */
  payoutCents: number;
  /** Periods until its pay date, where results end before that; missing = it is paid with the period. */
  periodsToPayDate?: number;
  /** Negative due that is carried against later pay (≤ 0). */
  carryCents: number;
}

/** What a rep is paid in one period. sum + totalCap + draw + clawback = payout. */
export interface PeriodPayout {
  period: string;
  components: ComponentPayout[];
  sumCents: number;
  totalCapCents: number;
  drawCents: number;
  /** Draw still owed after this period. */
  drawBalanceCents: number;
  clawbackCents: number;
  payoutCents: number;
  /** Of the payout, what the total cap leaves of pay that waits for its pay date; missing = none waits. */
  waitingCents?: number;
}

/** A rep's incentive over all periods given. */
export interface RepPayout {
  payoutCents: number;
  periods: PeriodPayout[];
  /** Commissions of deals that are cancelled after the last period: nothing is taken back for them yet. */
  openClawbacks?: readonly OpenClawback[];
}

/** A commission that a later period takes back. */
export interface OpenClawback extends TakenBack {
  /** From the start of the plan year. */
  atMonth: number;
}

import { monthSpan } from '../comp/calendar';
import { isSameTime, yearTime, type YearTime } from '../comp/repYear';
import { creditsTeam, reportsBelow } from '../comp/reportsBelow';
import type { PayoutStep, RepPayout } from '../comp/payTypes';
import { payoutOfRep } from '../comp/payout';
import type { QuotaBasis, QuotaPlan, RepQuota } from '../comp/quota';
import { quotasOf } from '../comp/quota';
import type { CompPlan } from '../model/compPlan';
import type { Cents } from '../model/money';
import { toCents } from '../model/money';
import type { PlanDocument } from '../model/planDocument';
import type { Rep } from '../model/rep';
import type { Scenario } from '../model/scenario';
import { activeQuotaCents, payInputs, type PaidYear, type TeamPart } from './payInputs';
import { budgetOf, type PayBudget } from './payBudget';
import type { MeasureFigures, TerritoryFigures } from './evaluateTerritories';
import { seatsOf, type Seat } from './seats';

/** One rep's way from territory to pay, for the plan year. Money in integer cents. */
export interface RepPay {
  readonly rep: Rep;
  readonly compPlan: CompPlan | null;
  /** Index of the rep's territory in the scenario; null where the rep has none in it. */
  readonly territoryIndex: number | null;
  /** The territory's potential that the quota rests on, in the measure's unit. */
  readonly potential: number;
  /** The territory's open pipeline, in the measure's unit; 0 where no measure is chosen for it. */
  readonly pipeline: number;
  /** Of the full year, before ramp and proration. */
  readonly quotaCents: Cents;
  /** How much of the year the rep is there, by dates, leave and ramp. */
  readonly time: YearTime;
  readonly isPinned: boolean;
  /** What the rep is taken to book (Scenario.attainment) in the time there. */
  readonly bookingsCents: Cents;
  /** bookings / what time and ramp leave of the quota; null without a quota. */
  readonly attainmentRatio: number | null;
  /** What those below bring in, cents, where the plan pays on it; null = paid on their own results alone. */
  readonly team: readonly TeamPart[] | null;
  readonly payout: RepPayout | null;
  readonly payoutCents: Cents;
}

export interface PayFigures {
  /** Of the primary alignment's reps. */
  readonly quotaPlan: QuotaPlan;
  /** The measure that quotas take as potential; null where the plan has none. */
  readonly potentialMeasureId: string | null;
  readonly reps: readonly RepPay[];
  readonly budget: PayBudget;
}

/**
 * Quotas, attainment, payouts and budget of a scenario; reps whose inputs stay keep their earlier payout. A rep of an
 * overlay is credited by the overlay's territories, on top of the primary's: each overlay carries the whole target
 * once more, and its credits are no bookings.
 */
export function evaluatePay(
  document: PlanDocument,
  scenario: Scenario,
  primary: TerritoryFigures,
  overlays: ReadonlyMap<string, TerritoryFigures>,
  previous: PayFigures | null,
): PayFigures {
  const seats = seatsOf(document, scenario);
  const roleOf = (repId: string) => scenario.territories[seats.get(repId)?.territoryIndex ?? -1]?.role;
  const figuresOf = (repId: string) => overlays.get(roleOf(repId) ?? '') ?? primary;
  const basis = document.reps.map((rep) => {
    const figures = figuresOf(rep.id);
    return quotaBasis(
      rep,
      seats,
      potentialMeasure(document, scenario, figures),
      pipelineMeasure(document, figures),
    );
  });
  const { carrying, beside } = quotaHolders(basis, seats);
  const quotasOfRole = (role: string | undefined) =>
    quotasOf(
      document.quotaSettings,
      carrying.filter(({ repId }) => roleOf(repId) === role),
    );
  const quotaPlan = quotasOfRole(undefined);
  const quotaPlans = [quotaPlan, ...[...overlays.keys()].map(quotasOfRole)];
  const shared = quotaPlans.flatMap(({ quotas }) => quotas);
  const quotaOf = new Map([...shared, ...beside].map((quota) => [quota.repId, quota]));
  const isOfPrimary = new Set(quotaPlan.quotas.map(({ repId }) => repId));
  const planOf = new Map(document.compPlans.map((compPlan) => [compPlan.id, compPlan]));
  const earlier = new Map(previous?.reps.map((pay) => [pay.rep.id, pay]) ?? []);
  const planYear = planYearOf(document);
  const years = document.reps.map((rep, position): RepYear => {
    const quota = quotaOf.get(rep.id);
    const quotaCents = quota?.quotaCents ?? 0;
    const seat = seats.get(rep.id) ?? null;
    const time = timeOf(rep, planYear);
    const activeCents = activeQuotaCents({ quotaCents, time });
    const bookingsCents = bookingsOf(scenario, figuresOf(rep.id), seat, activeCents, time);
    return {
      rep,
      compPlan: planOf.get(rep.compPlanId ?? '') ?? null,
      territoryIndex: seat?.territoryIndex ?? null,
      potential: basis[position]!.potential ?? 0,
      pipeline: basis[position]!.pipeline ?? 0,
      quotaCents,
      time,
      isPinned: quota?.isPinned ?? false,
      bookingsCents,
      attainmentRatio: activeCents > 0 ? bookingsCents / activeCents : null,
    };
  });
  const reps = pricedYears(years, earlier);
  return {
    quotaPlan,
    potentialMeasureId: potentialMeasure(document, scenario, primary)?.measureId ?? null,
    reps,
    budget: budgetOf(
      scenario,
      reps,
      reps.filter(({ rep }) => isOfPrimary.has(rep.id)),
    ),
  };
}

/** First day and season of the plan's own year. */
type PlanYear = ReturnType<typeof planYearOf>;

function planYearOf({ settings, quotaSettings }: PlanDocument) {
  return {
    start: monthSpan(settings.fiscalYear, settings.fiscalYearStartMonth, 1).from,
    seasonality: quotaSettings.seasonalityRatios,
  };
}

const knownTimes = new WeakMap<Rep, { readonly year: PlanYear; readonly time: YearTime }>();

/** A rep's time in the year, reckoned once for each version of the rep. */
function timeOf(rep: Rep, year: PlanYear): YearTime {
  const known = knownTimes.get(rep);
  if (known?.year.start === year.start && known.year.seasonality === year.seasonality) return known.time;
  const time = yearTime(rep, year);
  knownTimes.set(rep, { year, time });
  return time;
}

/** A rep's year before it is priced. */
type RepYear = Omit<RepPay, 'team' | 'payout' | 'payoutCents'>;

/** Those who are paid on a team's results are given them; whose year is as it was keep their payout. */
function pricedYears(years: readonly RepYear[], earlier: ReadonlyMap<string, RepPay>): RepPay[] {
  const isLeader = ({ compPlan }: RepYear) => creditsTeam(compPlan);
  const withPlan = years.filter(({ compPlan }) => compPlan !== null);
  const below = withPlan.some(isLeader) ? reportsBelow(withPlan, isLeader) : null;
  return years.map((year): RepPay => {
    const reports = isLeader(year) ? below?.get(year.rep.id) : undefined;
    const team =
      reports?.map((report) => ({
        repId: report.rep.id,
        credited: report.bookingsCents,
        quota: activeQuotaCents(report),
      })) ?? null;
    const known = earlier.get(year.rep.id);
    const isSame =
      known?.rep === year.rep &&
      known.compPlan === year.compPlan &&
      known.quotaCents === year.quotaCents &&
      isSameTime(known.time, year.time) &&
      known.bookingsCents === year.bookingsCents &&
      isSameTeam(known.team, team);
    if (isSame && isSameSeat(known, year)) return known;
    const payout = isSame ? known.payout : payoutAt({ ...year, team });
    return { ...year, team, payout, payoutCents: payout?.payoutCents ?? 0 };
  });
}

/** The same where a year that pays the same also looks the same: rep, time and bookings are known to be. */
function isSameSeat(known: RepYear, year: RepYear): boolean {
  return (
    known.territoryIndex === year.territoryIndex &&
    known.potential === year.potential &&
    known.pipeline === year.pipeline &&
    known.isPinned === year.isPinned
  );
}

function isSameTeam(one: readonly TeamPart[] | null, other: readonly TeamPart[] | null): boolean {
  return (
    one === other ||
    (one?.length === other?.length &&
      (one ?? []).every(({ repId, credited, quota }, at) => {
        const part = other![at]!;
        return repId === part.repId && credited === part.credited && quota === part.quota;
      }))
  );
}

/** The steps of a rep's payout, in the fixed order; empty where the rep has no comp plan. */
export function explainPay(pay: RepPay, period: string): readonly PayoutStep[] {
  const inputs = payInputs(pay.compPlan, pay, period);
  if (!pay.compPlan || !inputs) return [];
  const trace = { steps: [] as PayoutStep[] };
  payoutOfRep(pay.compPlan, inputs, trace);
  return trace.steps;
}

/**
 * Who shares the target: those with a territory. A pin of anybody else, such as a manager whose quota is the team's,
 * stands beside the spread and takes nothing from it. Where nobody has a territory, pins are all there is to add up.
 */
function quotaHolders(
  basis: readonly QuotaBasis[],
  seats: ReadonlyMap<string, Seat>,
): { carrying: QuotaBasis[]; beside: RepQuota[] } {
  const isPinned = ({ pinCents }: QuotaBasis) => typeof pinCents === 'number';
  if (seats.size === 0) return { carrying: basis.filter(isPinned), beside: [] };
  const beside = basis.flatMap(({ repId, pinCents }): RepQuota[] =>
    typeof pinCents === 'number' && !seats.has(repId)
      ? [{ repId, quotaCents: pinCents, isPinned: true }]
      : [],
  );
  return { carrying: basis.filter(({ repId }) => seats.has(repId)), beside };
}

/** Those whose quotas share the target; a quota pinned for somebody without a territory is beside it. */
export function quotaCarriers<Pay extends Pick<RepPay, 'quotaCents' | 'territoryIndex'>>(
  pays: readonly Pay[],
): Pay[] {
  const isSeated = ({ territoryIndex }: Pay) => territoryIndex !== null;
  const isAnySeated = pays.some(isSeated);
  return pays.filter((pay) => pay.quotaCents > 0 && (isSeated(pay) || !isAnySeated));
}

function potentialMeasure(
  document: PlanDocument,
  scenario: Scenario,
  figures: TerritoryFigures,
): MeasureFigures | null {
  const named = document.quotaSettings.potentialMeasure ?? scenario.measures[0]?.measureId;
  return figures.measures.find((measure) => measure.measureId === named) ?? figures.measures[0] ?? null;
}

function pipelineMeasure({ quotaSettings }: PlanDocument, figures: TerritoryFigures): MeasureFigures | null {
  return figures.measures.find(({ measureId }) => measureId === quotaSettings.pipelineMeasure) ?? null;
}

function quotaBasis(
  rep: Rep,
  seats: ReadonlyMap<string, Seat>,
  potential: MeasureFigures | null,
  pipeline: MeasureFigures | null,
): QuotaBasis {
  const seat = seats.get(rep.id);
  const partOf = (measure: MeasureFigures | null) =>
    seat && measure ? measure.totals[seat.territoryIndex]! * seat.share : 0;
  return {
    repId: rep.id,
    potential: partOf(potential),
    pipeline: partOf(pipeline),
    history: rep.historyCents ?? 0,
    capacityRatio: rep.capacityRatio,
    pinCents: rep.quotaPinCents,
  };
}

function bookingsOf(
  scenario: Scenario,
  figures: TerritoryFigures,
  seat: Seat | null,
  activeCents: Cents,
  { activeShare }: YearTime,
): Cents {
  const assumption = scenario.attainment;
  if (assumption.kind === 'uniform') return Math.round(activeCents * assumption.attainmentRatio);
  const measure = figures.measures.find((candidate) => candidate.measureId === assumption.measureId);
  if (!measure || !seat) return 0;
  return toCents(
    measure.totals[seat.territoryIndex]! * seat.share * (1 + assumption.growthShare) * activeShare,
  );
}

function payoutAt(year: PaidYear & Pick<RepPay, 'compPlan'>): RepPayout | null {
  const inputs = payInputs(year.compPlan, year, '');
  return year.compPlan && inputs ? payoutOfRep(year.compPlan, inputs, null) : null;
}

import { fiscalYearOf, monthSpan } from '../comp/calendar';
import { payoutOfRep } from '../comp/payout';
import type { OpenClawback, PayoutStep, RepPayout, RepPayoutInputs } from '../comp/payTypes';
import type { ResultRow } from '../comp/resultInputs';
import { teamInputs, type RepResults } from '../comp/teamInputs';
import type { CompPlan } from '../model/compPlan';
import type { Cents } from '../model/money';
import type { PayAdjustment } from '../model/payAdjustment';
import type { PayResult } from '../model/payResult';
import type { PlanDocument } from '../model/planDocument';
import type { RepPay } from './evaluatePay';
import { resultsUnder } from './resultsUnder';

/** What a rep was paid on a fiscal year's results. */
export interface ActualYear {
  /** By the calendar year that it starts in. */
  readonly fiscalYear: number;
  readonly compPlan: CompPlan;
  readonly inputs: RepPayoutInputs;
  readonly payout: RepPayout;
  /** Results that can't be used, each in a sentence. */
  readonly problems: readonly string[];
}

/** A rep's pay on results, with what people added to it. Cents. */
export interface RepActuals {
  readonly repId: string;
  /** Years in order; none without results. */
  readonly years: readonly ActualYear[];
  /** Disputes and corrections, oldest first. */
  readonly adjustments: readonly PayAdjustment[];
  readonly computedCents: Cents;
  readonly correctionCents: Cents;
  /** computed + corrections. */
  readonly payoutCents: Cents;
}

/** Pay of everybody on the results that the plan holds. */
export interface PayActuals {
  readonly reps: ReadonlyMap<string, RepActuals>;
  readonly fiscalYears: readonly number[];
  readonly payoutCents: Cents;
}

export interface ActualsOptions {
  /** The comp plan that a rep is paid under; left out = the rep's own. */
  readonly planOf?: (pay: RepPay) => CompPlan | null;
}

/**
 * Attainment and payout by period from the plan's results, and disputes and corrections beside them. A result may be
 * of another fiscal year than the plan's: it is held against the same quotas, unless it brings its own.
 * @param reps quotas of the scenario, as evaluatePay gives them
 */
export function evaluateActuals(
  document: PlanDocument,
  reps: readonly RepPay[],
  { planOf = (pay) => pay.compPlan }: ActualsOptions = {},
): PayActuals {
  const byYear = resultsByYear(document);
  const yearsOf = new Map<string, ActualYear[]>();
  let open = new Map<string, readonly OpenClawback[]>();
  byYear.forEach(([fiscalYear, results], at) => {
    const nextYear = byYear[at + 1]?.[0];
    const years = yearActuals(document, reps, fiscalYear, results, open, planOf);
    for (const [repId, year] of years) {
      const said = { ...year, problems: [...year.problems, ...waitingFor(year, nextYear)] };
      yearsOf.set(repId, [...(yearsOf.get(repId) ?? []), said]);
    }
    open = new Map(years.map(([repId, year]) => [repId, carriedOn(year, nextYear)]));
  });
  const actuals = reps.map(({ rep }): RepActuals => {
    const years = yearsOf.get(rep.id) ?? [];
    const adjustments = (document.payAdjustments ?? []).filter(({ repId }) => repId === rep.id);
    const computedCents = years.reduce((sum, { payout }) => sum + payout.payoutCents, 0);
    const correctionCents = adjustments.reduce((sum, each) => sum + correctionOf(each), 0);
    const payoutCents = computedCents + correctionCents;
    return { repId: rep.id, years, adjustments, computedCents, correctionCents, payoutCents };
  });
  return {
    reps: new Map(actuals.map((each) => [each.repId, each])),
    fiscalYears: byYear.map(([fiscalYear]) => fiscalYear),
    payoutCents: actuals.reduce((sum, each) => sum + each.payoutCents, 0),
  };
}

/** What a correction adds to the payout; a dispute adds nothing. */
export function correctionOf(adjustment: PayAdjustment): Cents {
  return adjustment.kind === 'correction' ? adjustment.amountCents : 0;
}

/** The steps of a year's payout in all its periods, in the fixed order. */
export function explainActual({ compPlan, inputs }: ActualYear): readonly PayoutStep[] {
  const trace = { steps: [] as PayoutStep[] };
  payoutOfRep(compPlan, inputs, trace);
  return trace.steps;
}

/** Pay that the next year with results takes back: cancelled in it, or before it began. */
function carriedOn(
  { payout, fiscalYear }: ActualYear,
  nextYear: number | undefined,
): readonly OpenClawback[] {
  if (nextYear === undefined) return [];
  const months = (nextYear - fiscalYear) * 12;
  return (payout.openClawbacks ?? []).flatMap((each) =>
    each.atMonth >= 12 ? [{ ...each, atMonth: Math.max(0, each.atMonth - months) }] : [],
  );
}

/** Says of deals that were cancelled after the last result that nothing is taken back for them yet. */
function waitingFor({ payout }: ActualYear, nextYear: number | undefined): string[] {
  return (payout.openClawbacks ?? [])
    .filter(({ atMonth }) => atMonth < 12 || nextYear === undefined)
    .map(
      ({ label }) =>
        `${label ? `${label} is` : 'A deal is'} cancelled after the last result. Its pay is taken back once results reach that month.`,
    );
}

function resultsByYear({ payResults, settings }: PlanDocument): [number, PayResult[]][] {
  const byYear = new Map<number, PayResult[]>();
  for (const result of payResults ?? []) {
    const year = fiscalYearOf(result.period, settings.fiscalYearStartMonth);
    const results = byYear.get(year);
    if (results) results.push(result);
    else byYear.set(year, [result]);
  }
  return [...byYear].sort(([a], [b]) => a - b);
}

function yearActuals(
  document: PlanDocument,
  reps: readonly RepPay[],
  fiscalYear: number,
  results: readonly PayResult[],
  open: ReadonlyMap<string, readonly OpenClawback[]>,
  planOf: (pay: RepPay) => CompPlan | null,
): [string, ActualYear][] {
  const rowsOf = new Map<string, ResultRow[]>();
  for (const result of results) rowsOf.set(result.repId, [...(rowsOf.get(result.repId) ?? []), result]);
  const team = reps.flatMap((pay): RepResults[] => {
    const plan = planOf(pay);
    if (plan === null) return [];
    const rows = resultsUnder(plan, pay.compPlan, rowsOf.get(pay.rep.id) ?? []);
    const taken = open.get(pay.rep.id) ?? [];
    return [{ rep: pay.rep, plan, quotaCents: pay.quotaCents, rows, open: taken }];
  });
  const inputsOf = teamInputs(team, {
    start: monthSpan(fiscalYear, document.settings.fiscalYearStartMonth, 1).from,
    seasonality: document.quotaSettings.seasonalityRatios,
  });
  return team.flatMap(({ rep, plan }): [string, ActualYear][] => {
    const { inputs, problems } = inputsOf.get(rep.id)!;
    const payout = payoutOfRep(plan, inputs, null);
    const hasResults = rowsOf.has(rep.id) || inputs.periods.some(({ components }) => hasAny(components));
    // Who has no result has a year only where a draw or guarantee pays in it.
    if (!hasResults && payout.payoutCents === 0) return [];
    if (inputs.periods.length === 0 && problems.length === 0) return [];
    return [
      [
        rep.id,
        {
          fiscalYear,
          compPlan: plan,
          inputs,
          payout,
          problems: problems.map(({ message }) => message),
        },
      ],
    ];
  });
}

const hasAny = (components: object) => Object.keys(components).length > 0;

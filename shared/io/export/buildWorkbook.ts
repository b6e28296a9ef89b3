import type { PlanDocument } from '../../model/planDocument';
import { USUAL_SETUP } from '../../model/simulationSetup';
import { pastAttainments } from '../../plan/pastAttainments';
import { simulateYear, type SimulatedYear } from '../../plan/simulatedYear';
import { CommandError } from '../../plan/commandError';
import { baseScenarioOf } from './baseScenario';
import type { ExportContext } from './exportContext';
import { exportContext, forSheets } from './exportContext';
import {
  actualReps,
  comparedPay,
  expectedReps,
  versionPairs,
  type ComparedPay,
  type PlanPair,
} from './pay/paidReps';
import type { PaidRep } from './pay/payLines';
import { payParts, pricesDeals } from './pay/payParts';
import { rosterTimes } from './pay/rosterTimes';
import { linkToResults, type OwnPay, type ResultsLink } from './pay/resultsLink';
import { accountsSheet, type AccountsSheet } from './sheets/accountsSheet';
import { assumptionsSheet, type Assumptions } from './sheets/assumptionsSheet';
import { calcSheet, type CalcSources } from './sheets/calcSheet';
import { changeLogSheet } from './sheets/changeLogSheet';
import { checksSheet } from './sheets/checksSheet';
import { comparePlansSheet } from './sheets/comparePlansSheet';
import { correctionsSheet, type CorrectionsSheet } from './sheets/correctionsSheet';
import { compareSheet } from './sheets/compareSheet';
import { coverSheet, type CoverPay } from './sheets/coverSheet';
import { dataNotesSheet } from './sheets/dataNotesSheet';
import { distributionSheet } from './sheets/distributionSheet';
import { movesSheet } from './sheets/movesSheet';
import { partsSheet } from './sheets/partsSheet';
import { paymentsSheet } from './sheets/paymentsSheet';
import { payoutsSheet } from './sheets/payoutsSheet';
import { plansSheet } from './sheets/plansSheet';
import { quotaMonths } from './sheets/quotaMonthsSheet';
import { quotasSheet } from './sheets/quotasSheet';
import { resultsSheet } from './sheets/resultsSheet';
import { rosterSheet } from './sheets/rosterSheet';
import { sensitivitySheet } from './sheets/sensitivitySheet';
import { summarySheet } from './sheets/summarySheet';
import { takenBackSheet } from './sheets/takenBackSheet';
import { territoriesSheet, territoryRows } from './sheets/territoriesSheet';
import { timeSheet } from './sheets/timeSheet';
import {
  ACTUAL_PAY,
  COMPARE_PLANS_SHEET,
  COMPARED_PAY,
  DISTRIBUTION_SHEET,
  EXPECTED_PAY,
  isOptionalSheet,
  SENSITIVITY_SHEET,
  type PaySheetNames,
} from './sheetNames';
import type { Sheet, WorkbookModel } from './workbook';

export interface WorkbookOptions {
  readonly scenarioId: string;
  /** ISO date for the cover; shared code has no clock. */
  readonly madeOn: string;
  /** Leaves out quotas, plans and payouts, for those who may not see them. */
  readonly withoutPay: boolean;
  /** Names of the sheets wanted of OPTIONAL_SHEETS; left out = all. The others always come: formulas refer to them. */
  readonly sheets?: readonly string[] | undefined;
  /** Comp plans to compare, by id, old and new; left out = each plan in use with its earlier version. */
  readonly comparedPlans?: readonly { readonly oldId: string; readonly newId: string }[] | undefined;
  /** Hears the share done while the year is simulated. */
  readonly onSimulated?: ((doneShare: number) => void) | undefined;
}

/**
 * The plan as a live model (compensation.md, "The Excel model that finance asks for"): inputs are cells, what
 * follows from them are formulas that carry Evenland's own figure as their cached value.
 * @throws CommandError when the plan has no such scenario
 */
export function buildWorkbook(document: PlanDocument, options: WorkbookOptions): WorkbookModel {
  return buildFrom(
    forSheets(exportContext(document, options.scenarioId, options.madeOn, options.withoutPay)),
    options,
  );
}

/** The same from what is evaluated already, with names for sheets. */
export function buildFrom(context: ExportContext, options: WorkbookOptions): WorkbookModel {
  const assumptions = assumptionsSheet(context);
  const accounts = accountsSheet(context, territoryRows(context));
  const all = options.withoutPay
    ? { sheets: sheetsWithoutPay(context, assumptions, accounts), cover: null }
    : sheetsWithPay(context, assumptions, accounts, options);
  const sheets = all.sheets.filter(
    ({ name }) => !isOptionalSheet(name) || !options.sheets || options.sheets.includes(name),
  );
  const cover = coverSheet(
    context,
    sheets.map((sheet) => sheet.name),
    all.cover,
  );
  return {
    title: context.document.name,
    currency: context.document.settings.currency,
    sheets: [cover, ...sheets],
    names: assumptions.names,
  };
}

function sheetsWithoutPay(
  context: ExportContext,
  assumptions: Assumptions,
  accounts: AccountsSheet,
): Sheet[] {
  const base = baseScenarioOf(context);
  return [
    assumptions.sheet,
    territoriesSheet(context, accounts, assumptions),
    accounts.sheet,
    ...(base ? [movesSheet(context, accounts, base), compareSheet(context, base, null)] : []),
    distributionSheet(context, null),
    checksSheet(context, accounts, assumptions, null),
    changeLogSheet(context, accounts.rows),
    dataNotesSheet(context, accounts.rows),
  ];
}

/** Simulated only where a sheet shows it. */
function simulatedYearOf(context: ExportContext, options: WorkbookOptions): SimulatedYear | null {
  const { sheets, onSimulated } = options;
  if (sheets && ![DISTRIBUTION_SHEET, SENSITIVITY_SHEET].some((name) => sheets.includes(name))) return null;
  const { pay, actuals } = context.evaluation;
  const setup = context.document.simulation ?? USUAL_SETUP;
  const work = simulateYear(pay.reps, setup, pastAttainments(actuals, pay.reps));
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    onSimulated?.(step.value);
  }
}

function sheetsWithPay(
  context: ExportContext,
  assumptions: Assumptions,
  accounts: AccountsSheet,
  options: WorkbookOptions,
): { sheets: Sheet[]; cover: CoverPay } {
  const base = baseScenarioOf(context);
  const year = simulatedYearOf(context, options);
  const compared = comparedOf(context, options);
  const plans = plansSheet(
    context,
    compared?.pairs.flatMap(({ oldPlan, newPlan }) => [oldPlan, newPlan]),
  );
  const times = rosterTimes(context);
  const time = timeSheet(context, times);
  const roster = rosterSheet(context, times, time);
  const quotas = quotasSheet(context, assumptions, roster, time);
  const months = quotaMonths(context, assumptions, quotas, time);
  const sources = { assumptions, quotas, roster, months, time, plans };
  const expected = paySheets(context, expectedReps(context), sources, EXPECTED_PAY);
  const dealsOf = compared ? repsByDeal(compared) : new Set<string>();
  const actual = actualSheets(context, sources, dealsOf);
  const { calc, payouts } = expected;
  const own = compared?.on.kind === 'results' && actual ? actual : expected;
  const byPlans = compared ? comparedSheets(context, compared, sources, own) : null;
  const leftOut = [expected, actual, byPlans].flatMap((made) => (made ? [made.leftOut] : []));
  // What all the others have asked for.
  const byMonth = [time.sheet(), months.sheet()].filter((sheet) => sheet !== null);
  const sheets = [
    assumptions.sheet,
    plans.sheet,
    territoriesSheet(context, accounts, assumptions),
    accounts.sheet,
    ...(base ? [movesSheet(context, accounts, base)] : []),
    roster.sheet,
    quotas.sheet,
    ...byMonth,
    ...expected.sheets,
    ...(actual?.sheets ?? []),
    summarySheet(context, { roster, quotas, payouts, actual: actual?.payouts ?? null }),
    ...(base ? [compareSheet(context, base, { quotas, payouts })] : []),
    ...(byPlans?.sheets ?? []),
    distributionSheet(context, { quotas, year }),
    sensitivitySheet(year),
    checksSheet(context, accounts, assumptions, { roster, quotas, calc, payouts, actual }),
    changeLogSheet(context, accounts.rows),
    dataNotesSheet(context, accounts.rows, { valueLines: leftOut, isCompared: byPlans !== null }),
  ];
  return { sheets, cover: { roster, quotas, payouts } };
}

/** What one way to pay has beside its reps. */
interface PayExtras {
  readonly corrections?: CorrectionsSheet | null;
  /** The sheets of reps' own pay, where these follow from them. */
  readonly link?: ResultsLink | null;
  /** Reps whose deals are listed for others to look at. */
  readonly dealsOf?: ReadonlySet<string>;
}

/** The sheets of one way to pay: what is credited, by what parts, each step of a payout, and what is paid. */
function paySheets(
  context: ExportContext,
  paid: readonly PaidRep[],
  given: Omit<CalcSources, 'results' | 'parts'>,
  names: PaySheetNames,
  { corrections = null, link = null, dealsOf }: PayExtras = {},
) {
  let linesLeftOut = 0;
  const of = payParts(context, paid, { dealsOf, onLeftOut: () => linesLeftOut++ });
  const parts = { name: names.parts, of };
  const results = resultsSheet(context, paid, given, names, { link, parts });
  const sources = { ...given, results, parts };
  const calc = calcSheet(context, paid, sources, names);
  const takenBack = takenBackSheet(context, paid, sources, names);
  const payouts = payoutsSheet(context, paid, calc, sources, names, takenBack, corrections);
  const own: OwnPay = { paid, results, parts: parts.of, names };
  const partsOfLines = partsSheet(context, sources, names, link ?? linkToResults(own), link);
  const sheets = [results.sheet, partsOfLines, calc.sheet, takenBack.sheet, payouts.sheet];
  const leftOut = { sheet: names.calc, lines: linesLeftOut };
  return { own, calc, payouts, leftOut, sheets: sheets.filter((sheet) => sheet !== null) };
}

/** Reps who are compared under a plan that prices or caps single deals. */
function repsByDeal({ reps }: ComparedPay): Set<string> {
  return new Set(reps.flatMap(({ pay, compPlan }) => (pricesDeals(compPlan) ? [pay.rep.id] : [])));
}

/** Pay on the results that the plan holds, with what people added to it; null where it holds none of either. */
function actualSheets(
  context: ExportContext,
  sources: Omit<CalcSources, 'results' | 'parts'>,
  dealsOf: ReadonlySet<string>,
) {
  const paid = actualReps(context);
  const corrections = correctionsSheet(context);
  if (paid.length === 0 && !corrections) return null;
  const made = paySheets(context, paid, sources, ACTUAL_PAY, { corrections, dealsOf });
  const payments = paymentsSheet(
    paid,
    made.payouts,
    ACTUAL_PAY,
    sources.plans,
    context.evaluation.actuals.payoutCents,
  );
  const sheets = [
    ...made.sheets,
    ...(corrections ? [corrections.sheet] : []),
    ...(payments ? [payments] : []),
  ];
  return { ...made, corrections, sheets };
}

/** Comp plans that reps are compared under; null where nobody is, or the sheet is not wanted. */
function comparedOf(context: ExportContext, options: WorkbookOptions): ComparedPay | null {
  if (options.sheets && !options.sheets.includes(COMPARE_PLANS_SHEET)) return null;
  const compared = comparedPay(context, pairsOf(context.document, options));
  return compared.reps.length > 0 ? compared : null;
}

/** @throws CommandError when the plan has no such comp plan */
function pairsOf(document: PlanDocument, { comparedPlans }: WorkbookOptions): PlanPair[] {
  const find = (id: string) => {
    const found = document.compPlans.find((plan) => plan.id === id);
    if (!found) throw new CommandError(`The plan has no comp plan ${id} to compare.`);
    return found;
  };
  return (
    comparedPlans?.map(({ oldId, newId }) => ({ oldPlan: find(oldId), newPlan: find(newId) })) ??
    versionPairs(document)
  );
}

function comparedSheets(
  context: ExportContext,
  compared: ComparedPay,
  sources: Omit<CalcSources, 'results' | 'parts'>,
  { own }: { readonly own: OwnPay },
) {
  const link = linkToResults(own);
  const made = paySheets(context, compared.reps, sources, COMPARED_PAY, { link });
  const { leftOut, sheets, payouts } = made;
  return { leftOut, sheets: [comparePlansSheet(context, compared, payouts), ...sheets] };
}

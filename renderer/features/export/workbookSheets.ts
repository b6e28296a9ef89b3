import { versionPairs } from '../../../shared/io/export/pay/paidReps';
import { sheetsThere } from '../../../shared/io/export/pay/sheetsThere';
import { isOptionalSheet } from '../../../shared/io/export/sheetNames';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';

/**
 * A scenario before this one; results or corrections; corrections; two comp plans to compare; results paid by their
 * parts; managers paid on their teams; cancelled deals whose pay goes back; anybody on the roster; results paid on months of
 * a quota; pay that is not paid at once; parts and cancelled deals under compared comp plans.
 */
export type SheetNeed =
  | 'base'
  | 'actuals'
  | 'corrections'
  | 'comparison'
  | 'parts'
  | 'teams'
  | 'takenBack'
  | 'reps'
  | 'quotaMonths'
  | 'payments'
  | 'comparedParts'
  | 'comparedTakenBack';

/** A sheet of the workbook, as the export screen lists it. */
export interface WorkbookSheet {
  readonly name: string;
  readonly text: string;
  /** Left out of a copy without pay. */
  readonly isPay: boolean;
  /** Only there where the plan and scenario have this; null = always there. */
  readonly needs: SheetNeed | null;
  /** Can be left out: no other sheet refers to it. */
  readonly isOptional: boolean;
}

const sheet = (name: string, text: string, isPay = false, needs: SheetNeed | null = null): WorkbookSheet => ({
  name,
  text,
  isPay,
  needs,
  isOptional: isOptionalSheet(name),
});

/** Sheets in the order of the workbook (shared/io/export). */
const WORKBOOK_SHEETS: readonly WorkbookSheet[] = [
  sheet('Cover', 'plan, scenario, date, state of the checks'),
  sheet('Assumptions', 'every input by name, with unit and source'),
  sheet('Plans', 'components, tiers and curves as tables', true),
  sheet('Territories', 'hierarchy, totals, targets, index, deviation, travel'),
  sheet('Accounts', 'every account with its territory and measures'),
  sheet('Moves', 'from, to, reason and effect of each account that changes hands', false, 'base'),
  sheet('Roster', 'reps with role, base, target incentive and dates', true),
  sheet('Quotas', 'reps, quotas and how they come about', true),
  sheet('Time by month', 'when each rep is there, by dates, leave and ramp', true, 'reps'),
  sheet('Quota by month', 'quotas by season, ramp and days that results are paid on', true, 'quotaMonths'),
  sheet('Results', 'credited result by rep, component and period', true),
  sheet('Team results', 'what reports bring in for managers who are paid on them', true, 'teams'),
  sheet('Calc', 'rep × component × period: quota, attainment, rate, gate, caps, payout', true),
  sheet('Payouts', 'pay by rep', true),
  sheet('Actual results', 'the results that the plan holds, period by period', true, 'actuals'),
  sheet('Actual parts', 'what reports of a team and single deals add to the pay on them', true, 'parts'),
  sheet('Actual calc', 'each step of the pay on them', true, 'actuals'),
  sheet('Taken back', 'pay of cancelled deals that goes back', true, 'takenBack'),
  sheet('Actual payouts', 'pay on results by rep and period, with corrections', true, 'actuals'),
  sheet('Corrections', 'corrections and disputes with author and reason', true, 'corrections'),
  sheet('Payments', 'pay that is held back, or paid in parts or on a date to come', true, 'payments'),
  sheet('Summary', 'by role and by region', true),
  sheet('Compare', 'this scenario against the first', false, 'base'),
  sheet(
    'Compare plans',
    'who gains and who loses under two comp plans, and what both cost',
    true,
    'comparison',
  ),
  sheet('Compared results', 'what the reps are credited with under both plans', true, 'comparison'),
  sheet(
    'Compared parts',
    'what reports and single deals add to the pay under both plans',
    true,
    'comparedParts',
  ),
  sheet('Compared calc', 'each step of the pay under both plans', true, 'comparison'),
  sheet(
    'Compared taken back',
    'pay of cancelled deals that goes back under both plans',
    true,
    'comparedTakenBack',
  ),
  sheet('Compared payouts', 'pay under both plans', true, 'comparison'),
  sheet('Distribution', 'the simulated year with its seed; reps and territories by band'),
  sheet('Sensitivity', 'the simulated year’s payout with one input low or high', true),
  sheet('Checks', 'sums against sums, each passed or not'),
  sheet('Change log', 'what was decided by hand, by rule and by the balance'),
  sheet('Data notes', 'repairs and approximate places'),
];

/** What is left of a sheet in a copy without pay. */
const WITHOUT_PAY: Readonly<Record<string, string>> = {
  Distribution: 'territories by band of the index',
};

/**
 * What sheets can be made of: of the plan, the scenario, and the comp plans chosen to compare.
 * @param figures of the scenario; null = not known yet
 */
export function sheetNeedsOf(
  plan: PlanDocument,
  scenarioId: string,
  isCompared: boolean,
  figures: PlanEvaluation | null,
): Set<SheetNeed> {
  const corrections = plan.payAdjustments?.length ?? 0;
  const there = sheetsThere(plan, isCompared, figures);
  const needs: readonly (readonly [SheetNeed, boolean])[] = [
    ['base', plan.scenarios[0]?.id !== scenarioId],
    ['actuals', (plan.payResults?.length ?? 0) + corrections > 0],
    ['corrections', corrections > 0],
    ['parts', there.parts],
    ['teams', there.teams],
    ['takenBack', there.takenBack],
    ['reps', plan.reps.length > 0],
    ['quotaMonths', there.quotaMonths],
    ['payments', there.payments],
    ['comparedParts', there.comparedParts],
    ['comparedTakenBack', there.comparedTakenBack],
    ['comparison', isCompared || versionPairs(plan).length > 0],
  ];
  return new Set(needs.flatMap(([need, isThere]) => (isThere ? [need] : [])));
}

/** The sheets that a workbook has, in their order; those left out with "Compare plans" go with it. */
export function sheetsOf(withoutPay: boolean, has: ReadonlySet<SheetNeed>): readonly WorkbookSheet[] {
  const wanted = WORKBOOK_SHEETS.filter(
    ({ isPay, needs }) => (!withoutPay || !isPay) && (needs === null || has.has(needs)),
  );
  return withoutPay ? wanted.map((each) => ({ ...each, text: WITHOUT_PAY[each.name] ?? each.text })) : wanted;
}

/** Names of the sheets that can be left out, less those that are. */
export function optionalSheetsWanted(leftOut: readonly string[]): string[] {
  return WORKBOOK_SHEETS.flatMap(({ name, isOptional }) =>
    isOptional && !leftOut.includes(name) ? [name] : [],
  );
}

import { isOptionalSheet } from '../../../shared/io/export/sheetNames';

/** A sheet of the workbook, as the export screen lists it. */
export interface WorkbookSheet {
  readonly name: string;
  readonly text: string;
  /** Left out of a copy without pay. */
  readonly isPay: boolean;
  /** Only there for a scenario after the first, which it is held against. */
  readonly needsBase: boolean;
  /** Can be left out: no other sheet refers to it. */
  readonly isOptional: boolean;
}

const sheet = (name: string, text: string, isPay = false, needsBase = false): WorkbookSheet => ({
  name,
  text,
  isPay,
  needsBase,
  isOptional: isOptionalSheet(name),
});

/** Sheets in the order of the workbook (shared/io/export). */
const WORKBOOK_SHEETS: readonly WorkbookSheet[] = [
  sheet('Cover', 'plan, scenario, date, state of the checks'),
  sheet('Assumptions', 'every input by name, with unit and source'),
  sheet('Plans', 'components, tiers and curves as tables', true),
  sheet('Territories', 'hierarchy, totals, targets, index, deviation, travel'),
  sheet('Accounts', 'every account with its territory and measures'),
  sheet('Moves', 'from, to, reason and effect of each account that changes hands', false, true),
  sheet('Roster', 'reps with role, base, target incentive and dates', true),
  sheet('Quotas', 'reps, quotas and how they come about', true),
  sheet('Results', 'credited result by rep, component and period', true),
  sheet('Calc', 'rep × component × period: quota, attainment, rate, gate, caps, payout', true),
  sheet('Payouts', 'pay by rep', true),
  sheet('Summary', 'by role and by region', true),
  sheet('Compare', 'this scenario against the first', false, true),
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

/** The sheets that a workbook can have: with or without pay, of the first scenario or of a later one. */
export function sheetsOf(withoutPay: boolean, hasBase: boolean): readonly WorkbookSheet[] {
  const wanted = WORKBOOK_SHEETS.filter(
    ({ isPay, needsBase }) => (!withoutPay || !isPay) && (hasBase || !needsBase),
  );
  return withoutPay ? wanted.map((each) => ({ ...each, text: WITHOUT_PAY[each.name] ?? each.text })) : wanted;
}

/** A sheet of the workbook, as the export screen lists it. */
export interface WorkbookSheet {
  readonly name: string;
  readonly text: string;
  /** Left out of a copy without pay. */
  readonly isPay: boolean;
}

/** Sheets in the order of the workbook (shared/io/export). */
export const workbookSheets: readonly WorkbookSheet[] = [
  { name: 'Cover', text: 'plan, scenario, date, state of the checks', isPay: false },
  { name: 'Assumptions', text: 'every input by name, with unit and source', isPay: false },
  { name: 'Territories', text: 'hierarchy, totals, targets, index, deviation, travel', isPay: false },
  { name: 'Accounts', text: 'every account with its territory and measures', isPay: false },
  { name: 'Plans', text: 'components, tiers and curves as tables', isPay: true },
  { name: 'Quotas', text: 'reps, quotas and how they come about', isPay: true },
  {
    name: 'Calc',
    text: 'a row for each rep and component: quota, attainment, rate, caps, payout',
    isPay: true,
  },
  { name: 'Payouts', text: 'pay by rep', isPay: true },
  { name: 'Checks', text: 'sums against sums, each passed or not', isPay: false },
];

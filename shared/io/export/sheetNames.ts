/** Sheets that others refer to before they are made. */
export const TERRITORIES_SHEET = 'Territories';
export const QUOTAS_SHEET = 'Quotas';
/** Quotas by month or quarter, where results are paid on them. */
export const QUOTA_MONTHS_SHEET = 'Quota by month';
/** When each rep is there, month by month, with the ramp of new hires. */
export const TIME_SHEET = 'Time by month';
export const PLANS_SHEET = 'Plans';
export const CHECKS_SHEET = 'Checks';
export const ROSTER_SHEET = 'Roster';
export const MOVES_SHEET = 'Moves';
export const CORRECTIONS_SHEET = 'Corrections';
export const PAYMENTS_SHEET = 'Payments';
export const COMPARE_PLANS_SHEET = 'Compare plans';
export const SUMMARY_SHEET = 'Summary';
export const DISTRIBUTION_SHEET = 'Distribution';
export const SENSITIVITY_SHEET = 'Sensitivity';

/** What the three sheets of one way to pay are called: what is credited, each step, and what is paid. */
export interface PaySheetNames {
  readonly results: string;
  readonly calc: string;
  readonly payouts: string;
  /** What single deals and reports add to steps, where pay is priced by them. */
  readonly parts: string;
  /** Pay of cancelled deals that goes back. */
  readonly takenBack: string;
}

/** The year that the scenario expects. */
export const EXPECTED_PAY: PaySheetNames = {
  results: 'Results',
  calc: 'Calc',
  payouts: 'Payouts',
  parts: 'Team results',
  takenBack: 'Taken back as expected',
};
/** The results that the plan holds, period by period. */
export const ACTUAL_PAY: PaySheetNames = {
  results: 'Actual results',
  calc: 'Actual calc',
  payouts: 'Actual payouts',
  parts: 'Actual parts',
  takenBack: 'Taken back',
};
/** The same reps under two comp plans. */
export const COMPARED_PAY: PaySheetNames = {
  results: 'Compared results',
  calc: 'Compared calc',
  payouts: 'Compared payouts',
  parts: 'Compared parts',
  takenBack: 'Compared taken back',
};

/** Sheets that no other refers to, so that a workbook can do without them. */
const OPTIONAL_SHEETS: readonly string[] = [
  MOVES_SHEET,
  SUMMARY_SHEET,
  'Compare',
  COMPARE_PLANS_SHEET,
  DISTRIBUTION_SHEET,
  SENSITIVITY_SHEET,
  'Change log',
  'Data notes',
];

export function isOptionalSheet(name: string): boolean {
  return OPTIONAL_SHEETS.includes(name);
}

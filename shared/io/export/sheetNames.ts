/** Sheets that others refer to before they are made. */
export const TERRITORIES_SHEET = 'Territories';
export const QUOTAS_SHEET = 'Quotas';
export const PLANS_SHEET = 'Plans';
export const CALC_SHEET = 'Calc';
export const PAYOUTS_SHEET = 'Payouts';
export const CHECKS_SHEET = 'Checks';
export const ROSTER_SHEET = 'Roster';
export const RESULTS_SHEET = 'Results';
export const MOVES_SHEET = 'Moves';
export const SUMMARY_SHEET = 'Summary';
export const DISTRIBUTION_SHEET = 'Distribution';
export const SENSITIVITY_SHEET = 'Sensitivity';

/** Sheets that no other refers to, so that a workbook can do without them. */
const OPTIONAL_SHEETS: readonly string[] = [
  MOVES_SHEET,
  SUMMARY_SHEET,
  'Compare',
  DISTRIBUTION_SHEET,
  SENSITIVITY_SHEET,
  'Change log',
  'Data notes',
];

export function isOptionalSheet(name: string): boolean {
  return OPTIONAL_SHEETS.includes(name);
}

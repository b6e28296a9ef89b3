import { columnName } from '../cellAddress';
import type { TableColumn } from '../sheets/tableSheet';

/** Columns of Calc, left to right: the order of operations of a payout. */
export const CALC_COLUMNS = [
  ['rep', ['Rep', 'text', 24]],
  ['plan', ['Comp plan', 'text', 36]],
  ['component', ['Component', 'text', 22]],
  ['period', ['Period', 'text', 10]],
  ['credited', ['Credited', 'moneyCents']],
  ['quota', ['Quota', 'moneyCents']],
  ['creditedToDate', ['Credited to date', 'moneyCents']],
  ['quotaToDate', ['Quota to date', 'moneyCents']],
  ['attainment', ['Attainment', 'percent']],
  ['years', ['Part of the year', 'decimal']],
  ['target', ['Target to date', 'moneyCents']],
  ['second', ['Second attainment', 'percent']],
  ['accelerated', ['Accelerated rates', 'integer']],
  ['band', ['Band reached', 'integer']],
  ['rate', ['Pays, share of target', 'decimal']],
  ['ratePay', ['Pay at the rate', 'moneyCents']],
  ['gate', ['Gate open', 'integer']],
  ['multiplier', ['Multiplier', 'decimal']],
  ['multiplied', ['After multiplier', 'moneyCents']],
  ['cap', ['Cap', 'moneyCents']],
  ['earned', ['Earned to date', 'moneyCents']],
  ['paidBefore', ['Paid before', 'moneyCents']],
  ['payout', ['Payout', 'moneyCents']],
  ['yearToDate', ['Paid, year to date', 'moneyCents']],
  ['basis', ['Pay at the rate is', 'text', 34]],
] as const satisfies readonly (readonly [string, TableColumn])[];

export type CalcColumn = (typeof CALC_COLUMNS)[number][0];

/** Letters of each column. */
export const CALC = Object.fromEntries(CALC_COLUMNS.map(([key], at) => [key, columnName(at)])) as Record<
  CalcColumn,
  string
>;

/** An address on Calc itself. */
export function calcAddress(column: CalcColumn, row: number): string {
  return `${CALC[column]}${row}`;
}

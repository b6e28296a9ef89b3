import { cellAddress, columnRange } from '../cellAddress';
import type { TableColumn } from '../sheets/tableSheet';
import type { PayPart } from './payParts';

/** Columns of the sheets that list reports of teams and single deals, left to right. */
export const PART_COLUMNS: readonly TableColumn[] = [
  ['Rep', 'text', 24],
  ['Comp plan', 'text', 36],
  ['Component', 'text', 22],
  ['Period', 'text', 10],
  ['Report or deal', 'text', 24],
  ['Credited', 'moneyCents'],
  ['Quota', 'moneyCents'],
  ['Attainment', 'percent'],
  ['Credited, as priced', 'moneyCents'],
  ['Quota, as priced', 'moneyCents'],
  ['Attainment, as priced', 'percent'],
  ['Target', 'moneyCents'],
  ['Band reached', 'integer'],
  ['Pays, share of target', 'decimal'],
  ['Pay at the rate', 'moneyCents'],
  ['Added', 'moneyCents'],
  ['Under the cap of a deal', 'moneyCents'],
  ['Quota of the whole window', 'moneyCents'],
];
const PART = {
  credited: 5,
  quota: 6,
  attainment: 7,
  priced: 8,
  pays: 14,
  counts: 16,
  window: 17,
} as const;
type PartColumn = keyof typeof PART;

/** The cells of a line's parts in one column, for the sheets that add them up. */
export function partRange(name: string, parts: readonly PayPart[], column: PartColumn): string {
  return columnRange(name, PART[column], parts[0]!.row, parts.at(-1)!.row);
}

/** The cell of one part. */
export function partAddress(name: string, part: PayPart, column: PartColumn): string {
  return cellAddress(name, PART[column], part.row);
}

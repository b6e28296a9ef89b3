import { decideDateOrder, isDateColumn, readDate, serialToIso, type DateOrder } from './cleanDate';
import type { ColumnMapping } from './fields';
import type { RawSheet } from './rawSheets';

/** Headers of dates that amounts hold on. When a record was made or changed says nothing about its amounts. */
const DATE_OF_AMOUNT =
  /\b(as of|rate|amount|revenue|close[ds]?|invoice[ds]?|order|booking|booked|renewal|contract|period|value)\b/i;

const SAMPLE = 2000;

/**
 * The date of each row's amounts, for rates of exchange: from the list's column of dates whose header says so.
 * @returns ISO days, one an account row, '' where the row gives none; null where no column, or more than one, is it
 */
export function amountDates(
  sheet: RawSheet,
  mapping: readonly ColumnMapping[],
  rows: Int32Array,
  planOrder: DateOrder,
): string[] | null {
  const columns = mapping.filter(({ field, header, columnIndex }) => {
    if (typeof field === 'string' || !('attribute' in field) || !DATE_OF_AMOUNT.test(header)) return false;
    const cells = sheet.columns[columnIndex]!;
    return isDateColumn(
      header,
      Array.from(rows.subarray(0, SAMPLE), (row) => cells[row]!),
    );
  });
  if (columns.length !== 1) return null;
  const cells = sheet.columns[columns[0]!.columnIndex]!;
  const order = decideDateOrder(Array.from(rows, (row) => cells[row]!)) ?? planOrder;
  return Array.from(rows, (row) => dayOf(cells[row]!.trim(), order));
}

function dayOf(text: string, order: DateOrder): string {
  if (/^\d{5}(\.\d+)?$/.test(text)) return serialToIso(Math.floor(Number(text)));
  return readDate(text, order)?.slice(0, 10) ?? '';
}

import type { GridColumn } from './gridColumn';

/** Rows as tab-separated text with a header line, as spreadsheets take it from the clipboard. */
export function rowsAsTsv(columns: readonly GridColumn[], rows: Iterable<number>): string {
  const lines = [columns.map((column) => tsvCell(column.title)).join('\t')];
  for (const row of rows) lines.push(columns.map((column) => tsvCell(column.text(row))).join('\t'));
  return lines.join('\r\n');
}

/** Text with a tab, a line break or a quote goes in quotes, quotes doubled. */
function tsvCell(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

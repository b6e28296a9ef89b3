import type { TableColumn } from './tableColumns';
import { cellText } from './tableColumns';

/** A number as spreadsheets read it: plain digits, a point, no grouping; '' for none. */
export function plainNumber(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

function plainCell(column: TableColumn, row: number): string {
  const { source } = column;
  const text = source.kind === 'measure' ? plainNumber(source.measure.values[row]!) : cellText(source, row);
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as tab-separated text with a line of headers, as spreadsheets paste it. */
export function copyRows(columns: readonly TableColumn[], rows: Iterable<number>): string {
  const lines = [columns.map((column) => column.label).join('\t')];
  for (const row of rows) lines.push(columns.map((column) => plainCell(column, row)).join('\t'));
  return lines.join('\r\n');
}

/** Tab-separated text from a spreadsheet → cells; quoted cells may hold tabs and line breaks. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < body.length; i++) {
    const letter = body[i]!;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (body[i + 1] === '"') cell += body[++i]!;
      else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === '\t' || letter === '\n') {
      rows.at(-1)!.push(cell);
      cell = '';
      if (letter === '\n') rows.push([]);
    } else cell += letter;
  }
  rows.at(-1)!.push(cell);
  return rows;
}

/** The figures behind a chart, as they are shown and copied. */
export interface ChartTable {
  /** e.g. "Attainment"; figures in it are aligned to the right unless it is the first. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Tab-separated text that pastes into a spreadsheet; tabs and line breaks inside a cell become blanks. */
export function tableAsTsv(table: ChartTable): string {
  const line = (cells: readonly string[]) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t');
  return [table.columns, ...table.rows].map(line).join('\n');
}

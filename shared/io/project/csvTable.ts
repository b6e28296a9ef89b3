import Papa from 'papaparse';
import { ProjectFileError } from './projectError';

/**
 * A table as text: commas, quotes doubled, so that a person can open it.
 * @param newline what ends a line; RFC 4180 asks for CRLF, plan files keep LF
 */
export function writeCsvTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  newline: '\n' | '\r\n' = '\n',
): string {
  const text = Papa.unparse({ fields: [...header], data: rows.map((row) => [...row]) }, { newline });
  // Papa Parse ends the header's line itself where no rows follow.
  return rows.length === 0 ? text : text + newline;
}

/**
 * Rows of a table of a plan file, without its header.
 * @throws ProjectFileError naming the file and row when a row has another number of cells than the header
 */
export function readCsvTable(fileName: string, text: string): { header: string[]; rows: string[][] } {
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
  // Blank lines are no rows; a row whose cells are all empty has its commas.
  const [header, ...rows] = data.filter((row) => row.length > 1 || row[0] !== '');
  if (!header) throw new ProjectFileError('damaged', `${fileName} in the plan file is empty.`);
  rows.forEach((row, index) => {
    if (row.length === header.length) return;
    throw new ProjectFileError(
      'damaged',
      `${fileName} in the plan file, row ${index + 2}: ${row.length} cells where the header has ${header.length}. ` +
        'Open a backup of the plan, or mend the row and zip the folder again.',
    );
  });
  return { header, rows };
}

/** A number as it stands in a table; none is an empty cell. Reads back to the very same number. */
export function numberCell(value: number): string {
  if (Number.isNaN(value)) return '';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** @throws ProjectFileError when the cell is no number */
export function readNumberCell(fileName: string, rowIndex: number, cell: string): number {
  if (cell === '') return Number.NaN;
  const value = Number(cell);
  if (!Number.isFinite(value)) {
    throw new ProjectFileError(
      'damaged',
      `${fileName} in the plan file, row ${rowIndex + 2}: ${cell} is no number.`,
    );
  }
  return value;
}

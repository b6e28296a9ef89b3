import { writeCsvTable } from '../../project/csvTable';

/** A text file of an export; a set of them goes into one folder. */
export interface ExportFile {
  /** With forward slashes where it lies in a folder of the set, e.g. "rollback/1-Account-update.csv". */
  readonly name: string;
  readonly text: string;
}

/** A table for a loader (RFC 4180: CRLF, quotes doubled; UTF-8 without BOM), its cells exactly as they are. */
export function loaderFile(
  name: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): ExportFile {
  return { name, text: writeCsvTable(header, rows, '\r\n') };
}

/**
 * A table for people, who may open it in a spreadsheet: a text that would run there as a formula gets an
 * apostrophe before it; numbers stay as they are.
 */
export function peopleFile(
  name: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): ExportFile {
  return loaderFile(
    name,
    header.map(neutralText),
    rows.map((row) => row.map(neutralText)),
  );
}

/** The text with an apostrophe before it where a spreadsheet would take it for a formula. */
export function neutralText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^[-+]?\d[\d.,]*(e[-+]?\d+)?$/i.test(text) ? `'${text}` : text;
}

/** What is wrong with a file as a whole. */
export type ImportFileErrorCode =
  | 'empty-file'
  | 'header-only'
  | 'not-a-table'
  | 'old-excel'
  | 'locked-workbook'
  | 'damaged-workbook'
  | 'too-large'
  | 'no-such-sheet'
  | 'nothing-mapped';

/** A file that can't be read at all; the message names the file and says what to do, and is fit to be shown. */
export class ImportFileError extends Error {
  constructor(
    readonly code: ImportFileErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'ImportFileError';
  }
}

/** A list of more cells than this takes more memory than a browser gives; 100,000 rows of 600 columns stay below. */
const MAX_CELLS = 60_000_000;

/** Refuses a list that would fill the memory, while it is being read. */
export function refuseTooManyCells(rows: number, columns: number): void {
  if (rows * columns <= MAX_CELLS) return;
  throw new ImportFileError(
    'too-large',
    `The list has ${columns} columns on more than ${rows} rows, which is too much to read. Keep only the columns that you need.`,
  );
}

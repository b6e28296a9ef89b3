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

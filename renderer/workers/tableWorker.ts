import { expose } from 'comlink';
import { ImportFileError } from '../../shared/io/import/importFileError';
import { headersOf } from '../../shared/io/import/rawSheets';
import { readFile } from '../../shared/io/import/readFile';

/** The fullest sheet of a file as texts, or why there is none, in words for the user. */
export type TableAnswer =
  | {
      readonly ok: true;
      readonly fileName: string;
      readonly headers: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Of each row, as Excel shows it, from 1. */
      readonly rowNumbers: readonly number[];
    }
  | { readonly ok: false; readonly message: string };

const tables = {
  read(bytes: Uint8Array, fileName: string): TableAnswer {
    try {
      const file = readFile(bytes, fileName);
      const sheet = file.sheets[file.mainSheet]!;
      const first = sheet.header.firstRow + sheet.header.rowCount;
      const at = Array.from({ length: Math.max(0, sheet.rowCount - first) }, (_, row) => first + row);
      return {
        ok: true,
        fileName,
        headers: headersOf(sheet),
        rows: at.map((row) => sheet.columns.map((cells) => cells[row] ?? '')),
        rowNumbers: at.map((row) => sheet.rowNumbers[row]!),
      };
    } catch (error) {
      if (error instanceof ImportFileError) return { ok: false, message: error.message };
      throw error;
    }
  },
};

export type Tables = typeof tables;

expose(tables);

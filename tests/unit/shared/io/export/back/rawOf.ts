import { columnName } from '../../../../../../shared/io/export/cellAddress';
import type { WorkbookModel } from '../../../../../../shared/io/export/workbook';
import type { RawSheet, RawSheets } from '../../../../../../shared/io/import/rawSheets';

/** A workbook as it would be read again, without writing a file: each cell's value as text. */
export function rawOf(model: WorkbookModel, edits: Readonly<Record<string, string>> = {}): RawSheets {
  return {
    fileName: 'plan.xlsx',
    format: 'workbook',
    encoding: null,
    delimiter: null,
    mainSheet: 0,
    notes: [],
    sheets: model.sheets.map((sheet): RawSheet => {
      const rows = [...sheet.rows()].map((row, at) =>
        row.map(
          ({ value }, column) => edits[`${sheet.name}!${columnName(column)}${at + 1}`] ?? String(value ?? ''),
        ),
      );
      const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
      return {
        name: sheet.name,
        isHidden: false,
        rowCount: rows.length,
        rowNumbers: Int32Array.from(rows, (_, at) => at + 1),
        columns: Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? '')),
        cellKinds: Array.from({ length: width }, () => null),
        hiddenColumns: [],
        header: { firstRow: 0, rowCount: 1 },
      };
    }),
  };
}

import ExcelJS from 'exceljs';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { Sheet, WorkbookModel } from '../../shared/io/export/workbook';
import { columnName } from '../../shared/io/export/cellAddress';
import { createCellStyles } from './cellStyles';
import { roomInZip } from './roomInZip';
import { sheetRows, styleNumbers } from './sheetRows';

/** Rows between two reports, and two chances for the thread to be ended. */
const ROWS_A_SLICE = 2_000;

/**
 * Writes a workbook row by row, so that memory does not grow with the number of accounts.
 * @param path where to write; an existing file is replaced
 * @param report doneShare 0–1, and the sheet that is being written
 * @throws the file system's error, e.g. of a full disk; what is written by then is the caller's to remove
 */
export async function writeXlsx(
  path: string,
  workbook: WorkbookModel,
  report: (doneShare: number, step: string) => void,
): Promise<void> {
  const file = createWriteStream(path);
  // exceljs itself listens for errors of the file at the end alone: till then a full disk would end the thread.
  const failure = new Promise<never>((_, reject) => file.once('error', reject));
  await Promise.race([failure, writeTo(file, workbook, report)]);
}

async function writeTo(
  file: WriteStream,
  workbook: WorkbookModel,
  report: (doneShare: number, step: string) => void,
): Promise<void> {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: file,
    useStyles: true,
    useSharedStrings: false,
  });
  writer.title = workbook.title;
  writer.creator = 'Evenland';
  const numbers = styleNumbers(writer, createCellStyles(workbook.currency));
  const totalRows = workbook.sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
  let written = 0;
  for (const sheet of workbook.sheets) {
    const target = openSheet(writer, sheet);
    const rows = sheetRows(target, sheet.columns, numbers);
    let inSlice = 0;
    for (const cells of sheet.rows()) {
      rows.write(cells);
      written++;
      if (++inSlice < ROWS_A_SLICE) continue;
      inSlice = 0;
      report(written / totalRows, `Writing ${sheet.name}`);
      await new Promise((resolve) => setImmediate(resolve));
      await roomInZip(target, file);
    }
    rows.flush();
    finishSheet(target, sheet);
  }
  for (const { name, refersTo } of workbook.names) writer.definedNames.add(refersTo, name);
  await writer.commit();
  report(1, 'Written');
}

function openSheet(writer: ExcelJS.stream.xlsx.WorkbookWriter, sheet: Sheet): ExcelJS.Worksheet {
  const target = writer.addWorksheet(sheet.name, {
    views: [viewOf(sheet)],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesWide(sheet),
      fitToHeight: 0,
      printArea: `A1:${columnName(sheet.columns.length - 1)}${Math.max(1, sheet.rowCount)}`,
      ...(sheet.frozenRows > 0 ? { printTitlesRow: `1:${sheet.frozenRows}` } : {}),
      ...(sheet.frozenColumns > 0 ? { printTitlesColumn: `A:${columnName(sheet.frozenColumns - 1)}` } : {}),
    },
  });
  target.columns = sheet.columns.map((column) => ({ width: column.widthChars }));
  for (const { range, from } of sheet.choices) {
    // The typings leave out the streaming sheet's validations, which work as those of any other sheet do.
    const { dataValidations } = target as ExcelJS.Worksheet & { dataValidations: Validations };
    dataValidations.add(range, { type: 'list', allowBlank: true, formulae: [from], showErrorMessage: true });
  }
  for (const { range, least } of sheet.atLeast ?? []) {
    const { dataValidations } = target as ExcelJS.Worksheet & { dataValidations: Validations };
    dataValidations.add(range, {
      type: 'decimal',
      operator: 'greaterThanOrEqual',
      allowBlank: true,
      formulae: [least ?? -MOST_NUMBER],
      showErrorMessage: true,
      error: least === null ? 'A number.' : `A number, ${least} or more.`,
    });
  }
  for (const range of sheet.days ?? []) {
    const { dataValidations } = target as ExcelJS.Worksheet & { dataValidations: Validations };
    dataValidations.add(range, {
      type: 'date',
      operator: 'greaterThanOrEqual',
      allowBlank: true,
      formulae: [FIRST_DAY],
      showErrorMessage: true,
      error: 'A day, e.g. 2027-03-15.',
    });
  }
  return target;
}

/** Before it Excel's count of days is one off: it has a 29 February 1900. */
const FIRST_DAY = new Date('1900-03-01T00:00:00Z');

/** No figure of a plan comes near it; open bands are this wide. */
const MOST_NUMBER = 1e15;

function viewOf({ frozenColumns, frozenRows }: Sheet): Partial<ExcelJS.WorksheetView> {
  if (frozenColumns === 0 && frozenRows === 0) return { state: 'normal' };
  return { state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows };
}

/** Characters that a page in landscape holds side by side and can still be read. */
const PAGE_CHARS = 220;

/** A wide sheet goes over several pages, its frozen columns on each of them. */
function pagesWide({ columns }: Sheet): number {
  return Math.ceil(columns.reduce((sum, { widthChars }) => sum + widthChars, 0) / PAGE_CHARS);
}

interface Validations {
  add(range: string, validation: ExcelJS.DataValidation): void;
}

/** Only inputs can be typed over; no password, so that whoever wants more lifts the protection. */
const PROTECTION: Partial<ExcelJS.WorksheetProtection> = {
  autoFilter: true,
  sort: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
};

function finishSheet(target: ExcelJS.Worksheet, sheet: Sheet): void {
  void target.protect('', PROTECTION);
  if (sheet.filterRow !== null && sheet.rowCount > sheet.filterRow) {
    target.autoFilter = {
      from: { row: sheet.filterRow, column: 1 },
      to: { row: sheet.rowCount, column: sheet.columns.length },
    };
  }
  if (sheet.corridor) {
    const { range, lowest, highest } = sheet.corridor;
    const first = range.split(':')[0]!;
    target.addConditionalFormatting({
      ref: range,
      rules: [
        colourRule(1, `AND(ISNUMBER(${first}),${first}>${highest})`, 'FFA9501A'),
        colourRule(2, `AND(ISNUMBER(${first}),${first}<${lowest})`, 'FF1E5C9E'),
      ],
    });
  }
  for (const { range, text } of sheet.warnings ?? []) {
    target.addConditionalFormatting({
      ref: range,
      rules: [colourRule(3, `${range.split(':')[0]!}="${text}"`, 'FFC0281C')],
    });
  }
  target.commit();
}

function colourRule(priority: number, formula: string, argb: string): ExcelJS.ConditionalFormattingRule {
  return {
    type: 'expression',
    priority,
    formulae: [formula],
    style: { font: { bold: true, color: { argb } } },
  };
}

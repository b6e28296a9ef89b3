import ExcelJS from 'exceljs';
import type { Cell, CellFormat, Sheet, SheetColumn, WorkbookModel } from '../../shared/io/export/workbook';
import { LONGEST_TEXT } from '../../shared/io/export/workbook';
import { columnName } from '../../shared/io/export/cellAddress';
import { createCellStyles } from './cellStyles';
import { roomInZip } from './roomInZip';

const CUT_MARK = ' … (cut)';
/** Rows between two reports, and two chances for the thread to be ended. */
const ROWS_A_SLICE = 2_000;

type CellStyles = ReturnType<typeof createCellStyles>;

/**
 * Writes a workbook row by row, so that memory does not grow with the number of accounts.
 * @param path where to write; an existing file is replaced
 * @param report doneShare 0–1, and the sheet that is being written
 */
export async function writeXlsx(
  path: string,
  workbook: WorkbookModel,
  report: (doneShare: number, step: string) => void,
): Promise<void> {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useStyles: true,
    useSharedStrings: false,
  });
  writer.title = workbook.title;
  writer.creator = 'Evenland';
  const styles = createCellStyles(workbook.currency);
  const totalRows = workbook.sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
  let written = 0;
  for (const sheet of workbook.sheets) {
    const target = openSheet(writer, sheet);
    let inSlice = 0;
    for (const cells of sheet.rows()) {
      writeRow(target, sheet.columns, cells, styles);
      written++;
      if (++inSlice < ROWS_A_SLICE) continue;
      inSlice = 0;
      report(written / totalRows, `Writing ${sheet.name}`);
      await new Promise((resolve) => setImmediate(resolve));
      await roomInZip(target);
    }
    finishSheet(target, sheet);
  }
  for (const { name, refersTo } of workbook.names) writer.definedNames.add(refersTo, name);
  await writer.commit();
  report(1, 'Written');
}

function openSheet(writer: ExcelJS.stream.xlsx.WorkbookWriter, sheet: Sheet): ExcelJS.Worksheet {
  const target = writer.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: sheet.frozenRows }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: `A1:${columnName(sheet.columns.length - 1)}${Math.max(1, sheet.rowCount)}`,
      ...(sheet.frozenRows > 0 ? { printTitlesRow: `1:${sheet.frozenRows}` } : {}),
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
      formulae: [least],
      showErrorMessage: true,
      error: `A number, ${least} or more.`,
    });
  }
  return target;
}

interface Validations {
  add(range: string, validation: ExcelJS.DataValidation): void;
}

function writeRow(
  target: ExcelJS.Worksheet,
  columns: readonly SheetColumn[],
  cells: readonly Cell[],
  styles: CellStyles,
): void {
  const row = target.addRow([]);
  cells.forEach((cell, position) => {
    if (cell.value === null && cell.formula === null && cell.style === 'plain') return;
    const place = row.getCell(position + 1);
    place.style = styles(formatOf(cell, columns[position]), cell.style);
    place.value = valueOf(cell);
  });
  const lines = headingLines(columns, cells);
  if (lines > 1) row.height = lines * LINE_POINTS;
  row.commit();
}

const LINE_POINTS = 15;

/** Lines that the longest heading of a row takes in its column; 1 where the row has none. */
function headingLines(columns: readonly SheetColumn[], cells: readonly Cell[]): number {
  return cells.reduce((most, { style, value }, at) => {
    if (style !== 'header' || typeof value !== 'string') return most;
    // Bold letters and the indent take more room than the width counts.
    const room = Math.max(4, (columns[at]?.widthChars ?? 10) * 0.85 - 1);
    return Math.max(most, Math.ceil(value.length / room));
  }, 1);
}

/** Text that looks like a formula stays text when it is edited: its cell is formatted as text. */
function formatOf(cell: Cell, column: SheetColumn | undefined): CellFormat {
  // A heading is text, and stands over its column as the figures below it do.
  if (cell.style === 'header') return column?.format ?? 'text';
  if (cell.formula === null && typeof cell.value === 'string' && FORMULA_LIKE.test(cell.value)) return 'text';
  return cell.format ?? column?.format ?? 'text';
}

const FORMULA_LIKE = /^[=+\-@\t\r]/;

function valueOf(cell: Cell): ExcelJS.CellValue {
  const value = typeof cell.value === 'string' ? fitText(cell.value) : cell.value;
  if (cell.formula === null) return value;
  return { formula: cell.formula, result: value ?? '', date1904: false };
}

/** Text that Excel can hold: short enough, and without the control characters that XML forbids. */
function fitText(text: string): string {
  const legal = Array.from(text, (char) => (isLegal(char.codePointAt(0)!) ? char : ' ')).join('');
  return legal.length <= LONGEST_TEXT ? legal : legal.slice(0, LONGEST_TEXT - CUT_MARK.length) + CUT_MARK;
}

function isLegal(code: number): boolean {
  return code >= 0x20 ? code !== 0xfffe && code !== 0xffff : code === 0x09 || code === 0x0a || code === 0x0d;
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

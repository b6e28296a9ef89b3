import type ExcelJS from 'exceljs';

/** Finds the cells of an exported workbook as a person would: by sheet, header and the text at the row's left. */

export function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`The workbook has no sheet ${name}.`);
  return sheet;
}

/** Row numbers whose cell in a column holds a value. */
function rowsWith(sheet: ExcelJS.Worksheet, column: number, value: string | number): number[] {
  const found: number[] = [];
  sheet.eachRow((row, rowNumber) => {
    if (row.getCell(column).value === value) found.push(rowNumber);
  });
  return found;
}

function columnWith(sheet: ExcelJS.Worksheet, header: string): number {
  let found = 0;
  sheet.getRow(1).eachCell((cell, column) => {
    if (cell.value === header) found = column;
  });
  if (found === 0) throw new Error(`${sheet.name} has no column ${header}.`);
  return found;
}

/** Changes the assumption that formulas call by this name. */
export function setAssumption(workbook: ExcelJS.Workbook, name: string, value: number): void {
  const sheet = sheetOf(workbook, 'Assumptions');
  const [row] = rowsWith(sheet, columnWith(sheet, 'Name in formulas'), name);
  if (row === undefined) throw new Error(`There is no assumption ${name}.`);
  sheet.getRow(row).getCell(columnWith(sheet, 'Value')).value = value;
}

/** Changes a cell by what its row begins with and its column's header. */
export function setCell(
  workbook: ExcelJS.Workbook,
  sheetName: string,
  rowText: string,
  header: string,
  value: string | number,
): void {
  const sheet = sheetOf(workbook, sheetName);
  const [row] = rowsWith(sheet, 1, rowText);
  if (row === undefined) throw new Error(`${sheetName} has no row ${rowText}.`);
  sheet.getRow(row).getCell(columnWith(sheet, header)).value = value;
}

/** Changes a cell of the first row that holds all of these texts. */
export function setPart(
  workbook: ExcelJS.Workbook,
  sheetName: string,
  texts: readonly string[],
  header: string,
  value: number,
): void {
  const sheet = sheetOf(workbook, sheetName);
  const column = columnWith(sheet, header);
  let isSet = false;
  sheet.eachRow((row) => {
    const own = [1, 2, 3, 4, 5].map((at) => row.getCell(at).value);
    if (isSet || !texts.every((text) => own.includes(text))) return;
    row.getCell(column).value = value;
    isSet = true;
  });
  if (!isSet) throw new Error(`${sheetName} has no row of ${texts.join(', ')}.`);
}

/** Changes the cell right of a number in the first table below a component's name on Plans. */
export function setPlanTableCell(
  workbook: ExcelJS.Workbook,
  planName: string,
  componentName: string,
  firstColumn: number,
  header: string,
  value: number,
): void {
  const sheet = sheetOf(workbook, 'Plans');
  const plan = rowsWith(sheet, 1, planName)[0] ?? 0;
  const component = rowsWith(sheet, 1, componentName).find((row) => row > plan) ?? 0;
  const row = rowsWith(sheet, 1, firstColumn).find((each) => each > component);
  if (row === undefined) throw new Error(`${componentName} has no row ${firstColumn} in its table.`);
  for (let above = row; above > component; above--) {
    for (let column = 1; column <= 8; column++) {
      if (sheet.getRow(above).getCell(column).value !== header) continue;
      sheet.getRow(row).getCell(column).value = value;
      return;
    }
  }
  throw new Error(`The table of ${componentName} has no column ${header}.`);
}

/** Changes a comp plan's own number on Plans by what stands at its left. */
export function setPlanSetting(
  workbook: ExcelJS.Workbook,
  planName: string,
  label: string,
  value: number,
): void {
  const sheet = sheetOf(workbook, 'Plans');
  const plan = rowsWith(sheet, 1, planName)[0] ?? 0;
  const row = rowsWith(sheet, 1, label).find((each) => each > plan);
  if (row === undefined) throw new Error(`${planName} has no number called ${label}.`);
  sheet.getRow(row).getCell(2).value = value;
}

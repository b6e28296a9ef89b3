import ExcelJS from 'exceljs';

/** A sheet as records by header, formulas with what they came to, and how many formulas there are. */
export interface SheetRows {
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  readonly formulaCount: number;
}

/** Reads sheets whose first row holds the headers. Formulas give the result that was saved with them. */
export async function readWorkbook(path: string): Promise<ReadonlyMap<string, SheetRows>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return new Map(workbook.worksheets.map((sheet) => [sheet.name, readSheet(sheet)]));
}

function readSheet(sheet: ExcelJS.Worksheet): SheetRows {
  const headers: string[] = [];
  const rows: Record<string, string | number>[] = [];
  let formulaCount = 0;
  sheet.eachRow((line, lineNumber) => {
    const record: Record<string, string | number> = {};
    line.eachCell((cell, column) => {
      if (cell.formula) formulaCount++;
      const value = cell.formula ? cell.result : cell.value;
      if (lineNumber === 1) headers[column] = cell.text;
      else if (typeof value === 'number' || typeof value === 'string') record[headers[column] ?? ''] = value;
    });
    if (lineNumber > 1) rows.push(record);
  });
  return { rows, formulaCount };
}

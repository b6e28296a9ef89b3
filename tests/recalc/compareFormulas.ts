import ExcelJS from 'exceljs';

export interface Difference {
  readonly address: string;
  readonly formula: string;
  readonly expected: string | number;
  readonly found: string | number;
}

export interface Comparison {
  readonly equal: number;
  readonly differences: readonly Difference[];
}

export async function openWorkbook(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

/**
 * Compares each formula's value in one workbook with the same cell's in another.
 * @param expected as Evenland wrote it, values and all
 * @param found the same sheets, recalculated by another program
 */
export function compareFormulas(expected: ExcelJS.Workbook, found: ExcelJS.Workbook): Comparison {
  const differences: Difference[] = [];
  let equal = 0;
  for (const sheet of expected.worksheets) {
    const other = found.getWorksheet(sheet.name);
    sheet.eachRow((row, rowNumber) =>
      row.eachCell((cell, column) => {
        if (!cell.formula) return;
        const there = other?.getRow(rowNumber).getCell(column);
        const values = { expected: shownValue(cell), found: there ? shownValue(there) : '(no such sheet)' };
        if (areEqual(values.expected, values.found)) equal++;
        else differences.push({ address: `${sheet.name}!${cell.address}`, formula: cell.formula, ...values });
      }),
    );
  }
  return { equal, differences };
}

function shownValue(cell: ExcelJS.Cell): string | number {
  const value: unknown = cell.formula ? cell.result : cell.value;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

/** To the cent in amounts, and to a part in a million in ratios and other small figures. */
function areEqual(expected: string | number, found: string | number): boolean {
  if (typeof expected !== 'number' || typeof found !== 'number') return expected === found;
  return Math.abs(expected - found) < (Math.abs(expected) < 100 ? 1e-6 : 0.004);
}

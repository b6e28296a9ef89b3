import type { Cell, WorkbookModel } from '../../shared/io/export/workbook';

/** The workbook with the first amount that a sheet computes put a cent too high. */
export function plantWrongValue(model: WorkbookModel, sheetName: string): WorkbookModel {
  const sheet = model.sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new Error(`The workbook has no sheet ${sheetName}.`);
  let isPlanted = false;
  const rows = [...sheet.rows()].map((row) =>
    row.map((cell): Cell => {
      if (isPlanted || cell.formula === null || typeof cell.value !== 'number') return cell;
      isPlanted = true;
      return { ...cell, value: cell.value + 0.01 };
    }),
  );
  if (!isPlanted) throw new Error(`${sheetName} computes nothing.`);
  return {
    ...model,
    sheets: model.sheets.map((each) => (each === sheet ? { ...sheet, rows: () => rows } : each)),
  };
}

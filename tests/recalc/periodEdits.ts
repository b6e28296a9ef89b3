import type ExcelJS from 'exceljs';
import { serialOf } from '../../shared/io/export/pay/rosterTimes';
import type { PlanDocument } from '../../shared/model/planDocument';
import { setCell } from './inputCells';
import type { FormulaSheets } from './readFormulas';

/** Reps of the plan of draws without a result: one whose draw pays all the same, and one who would be a new hire. */
const WITHOUT_RESULTS = [1, 4];

export function withSomeResults(plan: PlanDocument): PlanDocument {
  const without = new Set(WITHOUT_RESULTS.map((at) => plan.reps[at]!.id));
  return { ...plan, payResults: plan.payResults!.filter(({ repId }) => !without.has(repId)) };
}

/** Dates by which three reps have other pay periods, and a fourth the same as before. */
export function movePeriods(plan: PlanDocument, workbook: ExcelJS.Workbook): void {
  const year = plan.settings.fiscalYear;
  const put = (at: number, header: string, date: string) =>
    setCell(workbook, 'Roster', plan.reps[at]!.name, header, serialOf(date) ?? 0);
  put(1, 'Starts', `${year}-03-05`);
  put(4, 'Starts', `${year}-01-01`);
  put(6, 'Ends', `${year - 1}-11-30`);
  put(8, 'Starts', `${year}-02-14`);
}

const MOVED = 3;

/** Whether Roster says it of those three and no others, and Checks and the cover say that a check does not hold. */
export function tellsMovedPeriods(sheets: FormulaSheets): boolean {
  const values = (sheet: string) => [...(sheets.get(sheet)?.values() ?? [])].map(({ value }) => value);
  const count = (sheet: string, text: string) => values(sheet).filter((value) => value === text).length;
  return (
    count('Roster', 'export again') === MOVED &&
    count('Roster', 'as exported') > 0 &&
    count('Checks', 'differs') === 1 &&
    count('Cover', 'see the sheet Checks') === 1
  );
}

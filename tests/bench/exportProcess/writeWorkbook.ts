/** A process that does nothing but write one workbook of a plan file, and says how long it took and its peak memory. */
import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { createCellStyles } from '../../../electron/export/cellStyles';
import { writeXlsx } from '../../../electron/export/writeXlsx';
import { buildWorkbook } from '../../../shared/io/export/buildWorkbook';
import type { WorkbookModel } from '../../../shared/io/export/workbook';
import { readPlanFile } from '../../../shared/io/project/planFile';

/** The same cells by exceljs's own in-memory writer. */
async function writeInMemory(path: string, model: WorkbookModel): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const styles = createCellStyles(model.currency);
  for (const sheet of model.sheets) {
    const target = workbook.addWorksheet(sheet.name);
    for (const cells of sheet.rows()) {
      const row = target.addRow([]);
      cells.forEach((cell, at) => {
        if (cell.value === null && cell.formula === null) return;
        const place = row.getCell(at + 1);
        place.style = styles(cell.format ?? sheet.columns[at]?.format ?? 'text', cell.style);
        place.value =
          cell.formula === null
            ? cell.value
            : { formula: cell.formula, result: cell.value ?? '', date1904: false };
      });
    }
  }
  await workbook.xlsx.writeFile(path);
}

const [writer, planPath, outPath] = process.argv.slice(2);
const start = performance.now();
const plan = readPlanFile(new Uint8Array(readFileSync(planPath!)));
const model = buildWorkbook(plan, {
  scenarioId: plan.scenarios[1]!.id,
  madeOn: '2026-11-28',
  withoutPay: false,
});
if (writer === 'memory') await writeInMemory(outPath!, model);
else await writeXlsx(outPath!, model, () => undefined);
const seconds = Math.round((performance.now() - start) / 10) / 100;
const { user, system } = process.cpuUsage();
// On a machine shared with others the clock also counts their work.
console.error(`${writer}: ${Math.round((user + system) / 1e4) / 100} s of CPU time`);
const peakRssMB = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ seconds, peakRssMB }));

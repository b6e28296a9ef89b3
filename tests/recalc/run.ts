/**
 * `npm run -s recalc`: exported workbooks, recalculated by LibreOffice, must give Evenland's own figures; so must
 * they after an input is changed in the workbook, and in the plan.
 */
import ExcelJS from 'exceljs';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from '../../electron/export/writeXlsx';
import { buildWorkbook } from '../../shared/io/export/buildWorkbook';
import type { WorkbookModel } from '../../shared/io/export/workbook';
import type { PlanDocument } from '../../shared/model/planDocument';
import { clawbackPlan } from './clawbackPlan';
import { SEASON_BY_MONTH, withActuals, withMixedTiming, withNewVersion, withSeason } from './actualsPlan';
import { drawEdits, drawPlan } from './drawPlan';
import { compareFormulas } from './compareFormulas';
import { everyKindPlan } from './everyKindPlan';
import { hasLibreOffice, startRecalculation, type Recalculate } from './libreOffice';
import { plantWrongValue } from './plantWrongValue';
import {
  actualEdits,
  clawbackEdits,
  everyKindEdits,
  hospitalEdits,
  partsEdits,
  sampleEdits,
  type RecalcEdit,
} from './recalcEdits';
import { oddNames } from './oddNames';
import { partsPlan } from './partsPlan';
import { movePeriods, tellsMovedPeriods, withSomeResults } from './periodEdits';
import { readFormulas, type FormulaSheets } from './readFormulas';
import { hospitalPlan, samplePlan } from './recalcPlans';
import { timeEdit } from './timeEdits';

/** A workbook to recalculate, and the one whose cached values it must come to. */
interface RecalcCase {
  readonly name: string;
  readonly input: string;
  readonly expected: string;
  readonly isControl: boolean;
  /** What the recalculated workbook must say instead; left out = the cached values of the other. */
  readonly says?: (sheets: FormulaSheets) => boolean;
  /** The input, once it is recalculated. */
  readonly recalculated: Promise<string>;
}

const SHOWN_DIFFERENCES = 5;

async function main(): Promise<number> {
  if (!hasLibreOffice()) {
    console.log(
      'LibreOffice is not installed (Debian: apt-get install libreoffice-calc): nothing is proved.',
    );
    console.log('0 formulas equal, 0 differ; control not run');
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'evenland-recalc-'));
  try {
    return await check(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function check(folder: string): Promise<number> {
  const writer = createCaseWriter(folder, startRecalculation(folder));
  const sample = samplePlan();
  await writer.add('sample plan', sample, [...sampleEdits(sample), timeEdit(sample)]);
  await writer.add('sample plan, its second scenario against the first', sample, [], 1);
  const hospitals = await hospitalPlan(folder, console.log);
  await writer.add('hospital plan', hospitals, hospitalEdits());
  await writer.add('sample plan, with odd names', oddNames(sample), []);
  const everyKind = everyKindPlan(sample);
  await writer.add('every kind of component', everyKind, everyKindEdits());
  const months = withActuals(withNewVersion(withMixedTiming(withSeason(sample, SEASON_BY_MONTH))));
  await writer.add('months of imported results', months, [...actualEdits(months), timeEdit(months)]);
  await writer.add('months of results, every kind of component', withActuals(withMixedTiming(everyKind)), []);
  const parts = partsPlan(sample);
  await writer.add('results of teams and deal by deal', parts, partsEdits(parts));
  const cancelled = withSeason(clawbackPlan(sample), [0.21, 0.24, 0.22, 0.33]);
  await writer.add('cancelled deals, whole windows and compared deals', cancelled, clawbackEdits(cancelled));
  const drawn = withActuals(withSeason(drawPlan(sample), []));
  await writer.add('draws and guarantees', drawn, [...drawEdits(drawn), timeEdit(drawn)]);
  await writer.addTold('dates that ask for other pay periods', withSomeResults(drawn));
  await writer.addControl(sample);
  let equal = 0;
  let differ = 0;
  let isCaught = false;
  for (const { name, expected, isControl, says, recalculated } of writer.cases) {
    if (says) {
      const isSaid = says(readFormulas(await recalculated));
      if (isSaid) equal++;
      else differ++;
      console.log(`${name}: the workbook ${isSaid ? 'says so' : 'does NOT say so'}`);
      continue;
    }
    const compared = compareFormulas(readFormulas(expected), readFormulas(await recalculated));
    if (isControl) {
      isCaught = compared.differences.length === 1;
      continue;
    }
    equal += compared.equal;
    differ += compared.differences.length;
    console.log(`${name}: ${compared.equal} formulas equal, ${compared.differences.length} differ`);
    for (const { address, formula, expected: ours, found } of compared.differences.slice(
      0,
      SHOWN_DIFFERENCES,
    )) {
      console.log(`  ${address}: Evenland has ${ours}, LibreOffice ${found}, by =${formula}`);
    }
  }
  console.log(`${equal} formulas equal, ${differ} differ; control ${isCaught ? 'caught' : 'NOT caught'}`);
  return equal > 0 && differ === 0 && isCaught ? 0 : 1;
}

function createCaseWriter(folder: string, recalculate: Recalculate) {
  const cases: RecalcCase[] = [];
  mkdirSync(join(folder, 'workbooks'));
  let written = 0;
  const write = async (model: WorkbookModel): Promise<string> => {
    const path = join(folder, 'workbooks', `written-${written++}.xlsx`);
    await writeXlsx(path, model, () => undefined);
    return path;
  };
  /** Has the inputs recalculated while the next ones are written. */
  const start = (made: readonly Omit<RecalcCase, 'recalculated'>[]): void => {
    const all = recalculate(made.map(({ input }) => input));
    for (const [at, each] of made.entries()) {
      const recalculated = all.then((paths) => paths[at]!);
      // A failure is told where the result is waited for.
      recalculated.catch(() => undefined);
      cases.push({ ...each, recalculated });
    }
  };
  return {
    cases,
    async add(name: string, plan: PlanDocument, edits: readonly RecalcEdit[], scenarioAt = 0): Promise<void> {
      const original = await write(workbookOf(plan, scenarioAt));
      const before = readFormulas(original);
      const made = [{ name, input: original, expected: original, isControl: false }];
      for (const edit of edits) {
        const workbook = new ExcelJS.Workbook();
        await workbook.xlsx.readFile(original);
        edit.inWorkbook(workbook);
        const input = join(folder, 'workbooks', `edited-${written++}.xlsx`);
        await workbook.xlsx.writeFile(input);
        const expected = await write(workbookOf(edit.inPlan(plan)));
        const effect = compareFormulas(before, readFormulas(expected));
        if (effect.differences.length === 0) throw new Error(`${edit.name}: the change has no effect.`);
        made.push({ name: `${name}, ${edit.name}`, input, expected, isControl: false });
      }
      start(made);
    },
    /** A workbook whose dates were changed so that periods come and go: it must say so itself. */
    async addTold(name: string, plan: PlanDocument): Promise<void> {
      const original = await write(workbookOf(plan));
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(original);
      movePeriods(plan, workbook);
      const input = join(folder, 'workbooks', `edited-${written++}.xlsx`);
      await workbook.xlsx.writeFile(input);
      start([
        { name: `${name}, before`, input: original, expected: original, isControl: false },
        { name, input, expected: original, isControl: false, says: tellsMovedPeriods },
      ]);
    },
    /** A workbook with one cached value that is a cent off: exactly that one must be found. */
    async addControl(plan: PlanDocument): Promise<void> {
      const path = await write(plantWrongValue(workbookOf(plan), 'Payouts'));
      start([{ name: 'control', input: path, expected: path, isControl: true }]);
    },
  };
}

function workbookOf(plan: PlanDocument, scenarioAt = 0): WorkbookModel {
  return buildWorkbook(plan, {
    scenarioId: plan.scenarios[scenarioAt]!.id,
    madeOn: '2026-11-28',
    withoutPay: false,
  });
}

process.exitCode = await main();

/**
 * The workbook of 100,000 accounts × 12 columns with all its sheets, written by stream in a process of its own, beside
 * exceljs's in-memory writer on the same sheets in the same run. Runs in Node (said so on stderr).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportThreadLimits } from '../../electron/host/createExportJobs';
import { writePlanFile } from '../../shared/io/project/planFile';
import { exportBenchPlan } from './exportProcess/exportBenchPlan';

const ACCOUNTS = 100_000;
interface Written {
  seconds: number;
  peakRssMB: number;
}

/** What the app gives the thread that writes, said as Node wants it of a process: a third of the young generation. */
function limitsFor(planBytes: number): string[] {
  const { maxYoungGenerationSizeMb, maxOldGenerationSizeMb } = exportThreadLimits(planBytes);
  return [
    `--max-semi-space-size=${maxYoungGenerationSizeMb / 3}`,
    `--max-old-space-size=${maxOldGenerationSizeMb}`,
  ];
}

function writeWith(writer: 'stream' | 'memory', folder: string): Written {
  const plan = join(folder, 'plan.evenland');
  const limits = writer === 'stream' ? limitsFor(statSync(plan).size) : [];
  const child = join(import.meta.dirname, 'exportProcess', 'writeWorkbook.ts');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...limits, '--import', 'tsx', child, writer, plan, join(folder, `${writer}.xlsx`)],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`The ${writer} writer failed: ${stderr}`);
  console.error(stderr.trim());
  return JSON.parse(stdout) as Written;
}

const folder = mkdtempSync(join(tmpdir(), 'evenland-bench-'));
try {
  writeFileSync(join(folder, 'plan.evenland'), writePlanFile(exportBenchPlan(ACCOUNTS)));
  const ours = writeWith('stream', folder);
  const theirs = writeWith('memory', folder);
  console.error(`Ran in Node; exceljs in memory peaked at ${theirs.peakRssMB} MB.`);
  const figures = {
    accounts: ACCOUNTS,
    seconds: ours.seconds,
    peakRssMB: ours.peakRssMB,
    excelJsSeconds: theirs.seconds,
    ratio: Math.round((ours.seconds / theirs.seconds) * 1000) / 1000,
  };
  console.log(process.argv.includes('--json') ? JSON.stringify(figures) : figures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

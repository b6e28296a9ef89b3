/**
 * The balancing engine on instances: `bench:balance INSTANCE.json[.gz] --out ASSIGNMENT.json [--tolerance PCT]`
 * prints one JSON value (cli.md); without an instance, the open set beside the project as a table.
 * Runs in Node; times are CPU time of the solve alone, reading not included.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BalanceResult } from '../../shared/balance/problem';
import { solveBalance } from '../../shared/balance/solve';
import { OPEN_SET, problemOfInstance, readInstance, type Instance } from './balanceInstance';

interface Outcome {
  readonly result: BalanceResult;
  readonly cpuMs: number;
  readonly firstMs: number | null;
  readonly firstTravel: number | null;
}

function solve(instance: Instance, toleranceRatio: number | null): Outcome {
  const problem = problemOfInstance(instance, toleranceRatio);
  const widest = Math.max(0, ...problem.measures.map((measure) => measure.toleranceRatio));
  const started = process.cpuUsage();
  const spentMs = (): number => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  let first: { ms: number; travel: number } | null = null;
  const run = solveBalance(problem, {
    unitName: (unit) => `account ${instance.units.id[unit]!}`,
    territoryName: (territory) => instance.territories.id[territory] ?? `territory ${territory + 1}`,
  });
  let step = run.next();
  for (; !step.done; step = run.next()) {
    if (!first && step.value.best && step.value.maxDeviation <= widest + 1e-9) {
      first = { ms: spentMs(), travel: step.value.travel };
    }
  }
  return {
    result: step.value,
    cpuMs: spentMs(),
    firstMs: first?.ms ?? null,
    firstTravel: first?.travel ?? null,
  };
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

function reportOf(instance: Instance, { result, cpuMs, firstMs, firstTravel }: Outcome): object {
  const { lowerBound, gapShare } = result;
  const firstGap =
    firstTravel !== null && lowerBound !== null && lowerBound > 0 ? firstTravel / lowerBound - 1 : null;
  return {
    runtime: 'node',
    feasible: result.feasible,
    reasons: result.reasons.map(({ code, text, unitIndices, territoryIndices }) => ({
      code,
      text,
      ids: [
        ...unitIndices.map((unit) => instance.units.id[unit]!),
        ...territoryIndices.map((territory) => instance.territories.id[territory]!),
      ],
    })),
    travel: rounded(result.travelKm, 3),
    lowerBound: lowerBound === null ? null : rounded(lowerBound, 3),
    gapPct: gapShare === null ? null : rounded(100 * gapShare, 4),
    maxDevPct: rounded(100 * result.maxDeviationShare, 4),
    moved: result.movedCount,
    cpuMs: Math.round(cpuMs),
    rssMB: Math.round(process.resourceUsage().maxRSS / 1024),
    firstMs: firstMs === null ? null : Math.round(firstMs),
    firstGapPct: firstGap === null ? null : rounded(100 * firstGap, 4),
  };
}

function printOpenSet(): void {
  const folder = join(OPEN_SET, 'instances');
  if (!existsSync(folder)) {
    console.log('The open set of instances is not beside the project: nothing measured.');
    return;
  }
  const rows = readdirSync(folder)
    .sort()
    .map((file) => {
      const instance = readInstance(join(folder, file));
      const {
        runtime: _runtime,
        reasons: _reasons,
        ...figures
      } = reportOf(instance, solve(instance, null)) as Record<string, unknown>;
      return { instance: basename(file, '.json.gz'), ...figures };
    });
  console.table(rows);
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { out: { type: 'string' }, tolerance: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const file = positionals[0];
  if (file === undefined) {
    printOpenSet();
    return;
  }
  const percent = values.tolerance === undefined ? null : Number(values.tolerance);
  if (percent !== null && !(percent >= 0)) {
    console.error('--tolerance takes a number of percent, for example 5');
    process.exitCode = 2;
    return;
  }
  if (!existsSync(file)) {
    console.error(`There is no file ${file}`);
    process.exitCode = 1;
    return;
  }
  const instance = readInstance(file);
  const outcome = solve(instance, percent === null ? null : percent / 100);
  if (values.out !== undefined) {
    writeFileSync(values.out, JSON.stringify({ assignment: Array.from(outcome.result.assignment) }));
  }
  console.log(JSON.stringify(reportOf(instance, outcome)));
}

main();

import { describe, expect, it } from 'vitest';
import { runInSlices, RunStopped } from '../../../../renderer/workers/runInSlices';
import { buildAccountsSteps } from '../../../../shared/io/import/buildAccounts';
import { defaultBuildSettings } from '../../../../shared/io/import/buildSettings';
import { guessMapping } from '../../../../shared/io/import/guessMapping';
import type { ImportProgress, RawSheets } from '../../../../shared/io/import/rawSheets';
import { readFile, readFileSteps } from '../../../../shared/io/import/readFile';
import { geocoder } from '../../shared/io/import/importFixture';

const ROWS = 100_000;
const bytes = new TextEncoder().encode(
  'Id,Name,City,State,Revenue\n' +
    Array.from({ length: ROWS }, (_, row) => `A${row},Account ${row},Boston,MA,${row}\n`).join(''),
);

/** Reads, cleans and places the list as the worker does. */
function* importSteps(): Generator<ImportProgress, number> {
  const file: RawSheets = yield* readFileSteps(bytes, 'long.csv');
  const sheet = file.sheets[0]!;
  const settings = defaultBuildSettings('long.csv', file.delimiter);
  return (yield* buildAccountsSteps(sheet, guessMapping(sheet).columns, geocoder, settings)).imported;
}

describe('importing 100,000 rows', () => {
  it('reports how far it is, ever further in each stage', async () => {
    const seen: ImportProgress[] = [];
    const steps = (function* () {
      const inner = importSteps();
      for (let step = inner.next(); ; step = inner.next()) {
        if (step.done) return step.value;
        seen.push(step.value);
        yield step.value;
      }
    })();
    expect(
      await runInSlices(
        steps,
        () => undefined,
        () => false,
      ),
    ).toBe(ROWS);
    expect(new Set(seen.map(({ stage }) => stage))).toEqual(new Set(['read', 'clean', 'place']));
    for (const stage of ['read', 'clean', 'place'] as const) {
      const shares = seen.filter((step) => step.stage === stage).map(({ share }) => share);
      expect(shares.length).toBeGreaterThan(2);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.at(-1)).toBeLessThanOrEqual(1);
    }
  });

  it('stops when the person says so, and the list can be read again', async () => {
    let reports = 0;
    const run = runInSlices(
      importSteps(),
      () => reports++,
      () => reports > 0,
    );
    await expect(run).rejects.toBeInstanceOf(RunStopped);
    expect(reports).toBe(1);
    expect(readFile(bytes, 'long.csv').sheets[0]!.rowCount).toBe(ROWS + 1);
  });
});

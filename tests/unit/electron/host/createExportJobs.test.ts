import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExportRequest } from '../../../../electron/host/createExportJobs';
import { createExportJobs, exportThreadLimits } from '../../../../electron/host/createExportJobs';
import type { ExportProgress } from '../../../../shared/bridge/contract';
import { temporaryFolder } from '../temporaryFolder';

const thread = new URL('./exportThread.mjs', import.meta.url);

async function runJob(request: Pick<ExportRequest, 'source'>, oldMb?: number) {
  const folder = await temporaryFolder();
  const path = join(folder, 'plan.xlsx');
  const reports: ExportProgress[] = [];
  const last = await new Promise<ExportProgress>((resolve) => {
    const jobs = createExportJobs(
      thread,
      (file) => ({ fileId: 'the-file', name: basename(file), folder: dirname(file) }),
      (progress) => {
        reports.push(progress);
        if (progress.state !== 'running') resolve(progress);
        else if (progress.step === 'Accounts' && isHanging(request)) void jobs.cancel(progress.jobId);
      },
      oldMb === undefined
        ? undefined
        : (bytes) => ({ ...exportThreadLimits(bytes), maxOldGenerationSizeMb: oldMb }),
    );
    jobs.start({ kind: 'xlsx', options: { note: 'care' }, path, ...request });
  });
  return { last, reports, path, left: () => readdir(folder) };
}
const workbook = (behave: string): Pick<ExportRequest, 'source'> => ({
  source: { from: 'workbook', workbook: { behave } },
});
const isHanging = ({ source }: Pick<ExportRequest, 'source'>) =>
  source.from === 'workbook' && (source.workbook as { behave: string }).behave === 'hang';

test('a job reports its steps and leaves the whole file alone in its place', async () => {
  const { last, reports, path, left } = await runJob(workbook('write'));
  expect(reports.map(({ state, doneShare, step }) => [state, doneShare, step])).toEqual([
    ['running', 0.25, 'Accounts'],
    ['running', 0.9, 'Closing'],
    ['done', 1, 'Saved'],
  ]);
  expect(last.file).toMatchObject({ fileId: 'the-file', name: 'plan.xlsx' });
  expect(await readFile(path, 'utf8')).toBe('written with care');
  expect(await left()).toEqual(['plan.xlsx']);
});

test("a plan file's bytes reach the exporter, even as a view into a larger buffer", async () => {
  const bytes = new Uint8Array([9, 9, 1, 2, 3]).subarray(2);
  const { path } = await runJob({ source: { from: 'planFile', bytes } });
  expect([...(await readFile(path))]).toEqual([1, 2, 3]);
});

test('a failing exporter is told by its message, without a stack, and leaves nothing behind', async () => {
  const { last, left } = await runJob(workbook('fail'));
  expect(last).toMatchObject({
    state: 'failed',
    error: { code: 'export-failed', message: 'The sheet "Quotas" has no rows.' },
  });
  expect(await left()).toEqual([]);
});

test('a full disk is called a full disk', async () => {
  const { last } = await runJob(workbook('full disk'));
  expect(last.error).toMatchObject({ code: 'disk-full' });
});

test('a thread that dies fails its job', async () => {
  const { last, left } = await runJob(workbook('crash'));
  expect(last).toMatchObject({ state: 'failed', error: { code: 'export-failed' } });
  expect(await left()).toEqual([]);
});

test('a thread that takes all memory it may is told in words', async () => {
  const { last, left } = await runJob(workbook('take all memory'), 64);
  expect(last.error).toEqual({
    code: 'export-failed',
    message: 'The export needs more memory than it may take. Leave sheets out, or export without pay.',
  });
  expect(await left()).toEqual([]);
});

test('cancel ends even an exporter that never looks up, and removes what it wrote', async () => {
  const { last, left } = await runJob(workbook('hang'));
  expect(last.state).toBe('cancelled');
  await expect.poll(left).toEqual([]);
});

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerChannel } from '../../../../electron/host/answerChannel';
import { createHost } from '../../../../electron/host/createHost';
import type { HostPlatform } from '../../../../electron/host/hostPlatform';
import type { HostEvent } from '../../../../shared/bridge/contract';
import { temporaryFolder } from '../temporaryFolder';

/** A host on a folder of its own, whose dialogs are answered by the test. */
async function hostOn(folder: string, answers: Partial<HostPlatform> = {}) {
  const platform: HostPlatform = {
    appInfo: {
      host: 'desktop',
      appVersion: '0.0.0',
      versions: {},
      platform: 'linux',
      canOverwriteFiles: true,
      canShowInFolder: true,
      canPrintToPdf: true,
    },
    chooseFilesToOpen: () => Promise.resolve([]),
    chooseSavePath: () => Promise.resolve(null),
    chooseFolder: () => Promise.resolve(null),
    printPage: () => Promise.resolve(new Uint8Array([1])),
    showInFolder: () => Promise.resolve(),
    openFile: () => Promise.resolve(),
    answerClose: () => undefined,
    ...answers,
  };
  await mkdir(folder, { recursive: true });
  const exportWorkerFile = new URL('./exportThread.mjs', import.meta.url);
  return createHost({
    platform,
    folder: join(folder, 'data'),
    exportWorkerFile,
    now: () => Date.UTC(2026, 0, 1),
  });
}
const bytes = new TextEncoder().encode('plan');

test('a plan saved where the person said is in the recents, opens again, and is overwritten by its id', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'North.evenland');
  const { api } = await hostOn(folder, { chooseSavePath: () => Promise.resolve(path) });
  const saved = await api.savePlanFile({ suggestedName: 'x.evenland', bytes, fileId: null });
  if (saved.status !== 'saved') throw new Error('not saved');
  const again = await hostOn(folder);
  const [recent] = await again.api.listRecents();
  expect(recent).toMatchObject({ name: 'North.evenland', folder, usedAt: '2026-01-01T00:00:00.000Z' });
  const opened = await again.api.openRecent({ fileId: recent!.fileId });
  expect(new TextDecoder().decode(opened.bytes)).toBe('plan');
  const newBytes = new TextEncoder().encode('newer');
  await again.api.savePlanFile({ suggestedName: 'x', bytes: newBytes, fileId: opened.file!.fileId });
  expect(await readFile(path, 'utf8')).toBe('newer');
  await again.api.forgetRecent({ fileId: recent!.fileId });
  expect(await again.api.listRecents()).toEqual([]);
});

test('a recent file that is gone is not offered; one that vanishes while open is named in the error', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'gone.evenland');
  await writeFile(path, bytes);
  const { api } = await hostOn(folder, { chooseFilesToOpen: () => Promise.resolve([path]) });
  const [opened] = await api.openFiles({ purpose: 'plan', multiple: false });
  await rm(path);
  expect(await api.listRecents()).toEqual([]);
  await expect(api.openRecent({ fileId: opened!.file!.fileId })).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('"gone.evenland"') as string,
  });
});

test('a broken recents file costs nothing but the list', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'data', 'recents.json'), '{"not": [json');
  expect(await (await hostOn(folder)).api.listRecents()).toEqual([]);
});

test('an id that was never given out opens and overwrites nothing', async () => {
  const { api } = await hostOn(await temporaryFolder());
  await expect(api.openRecent({ fileId: '/etc/passwd' })).rejects.toMatchObject({ code: 'not-allowed' });
  const saving = api.savePlanFile({ suggestedName: 'x', bytes, fileId: '/etc/passwd' });
  await expect(saving).rejects.toMatchObject({ code: 'not-allowed' });
});

test('cancelling a dialog saves nothing and says so', async () => {
  const { api } = await hostOn(await temporaryFolder());
  const saved = await api.savePlanFile({ suggestedName: 'x', bytes, fileId: null });
  expect(saved).toEqual({ status: 'cancelled' });
  expect(await api.printToPdf({ suggestedName: 'x.pdf', landscape: true })).toEqual({ status: 'cancelled' });
  expect(await api.chooseFolder({ purpose: 'export' })).toBeNull();
  expect(await api.openFiles({ purpose: 'accounts', multiple: true })).toEqual([]);
});

test('an export into a chosen folder takes a free name and tells when it is done', async () => {
  const folder = await temporaryFolder();
  const target = join(folder, 'exports');
  await mkdir(target);
  await writeFile(join(target, 'plan.xlsx'), 'mine already');
  const { api } = await hostOn(folder, { chooseFolder: () => Promise.resolve(target) });
  const chosen = await api.chooseFolder({ purpose: 'export' });
  const done = new Promise<HostEvent>((resolve) => {
    api.onEvent((event) => event.type === 'export' && event.job.state === 'done' && resolve(event));
  });
  const started = await api.startExport({
    kind: 'xlsx',
    suggestedName: 'plan.xlsx',
    source: { from: 'planFile', bytes },
    options: {},
    folderId: chosen!.folderId,
  });
  expect(await done).toMatchObject({ job: { jobId: started!.jobId, file: { name: 'plan (2).xlsx' } } });
  expect(await readFile(join(target, 'plan.xlsx'), 'utf8')).toBe('mine already');
  expect((await readdir(target)).sort()).toEqual(['plan (2).xlsx', 'plan.xlsx']);
});

test('the log gets a dated line', async () => {
  const folder = await temporaryFolder();
  const { api } = await hostOn(folder);
  await api.log({ level: 'warn', message: 'two\nlines' });
  const text = await readFile(join(folder, 'data', 'logs', 'evenland.log'), 'utf8');
  expect(text).toBe('2026-01-01T00:00:00.000Z warn two\n  lines\n');
});

test('channels answer only what they know, with arguments that parse, and errors as code and message', async () => {
  const { api } = await hostOn(await temporaryFolder());
  expect(await answerChannel(api, 'userName', {})).toMatchObject({ ok: true });
  for (const channel of ['onEvent', 'constructor', '__proto__', 'nothing', 7]) {
    expect(await answerChannel(api, channel, {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-channel' },
    });
  }
  const wrong = await answerChannel(api, 'writeBackup', {
    planId: '',
    planName: 'x',
    revision: -1,
    bytes: 'no',
  });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
  expect(await answerChannel(api, 'openRecent', { fileId: 'x' })).toEqual({
    ok: false,
    error: { code: 'not-allowed', message: 'This file was not chosen by you. Choose it again.' },
  });
});

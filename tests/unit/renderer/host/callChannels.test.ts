import { expect, test } from 'vitest';
import { callChannels } from '../../../../renderer/host/callChannels';
import { channelNames } from '../../../../shared/bridge/contract';

test('every channel of the contract is a function that passes its arguments on', async () => {
  const calls: [string, unknown][] = [];
  const channels = callChannels((channel, args) => {
    calls.push([channel, args]);
    return Promise.resolve({ ok: true, value: 'answer' });
  });
  expect(Object.keys(channels).sort()).toEqual([...channelNames].sort());
  expect(await channels.userName()).toBe('answer');
  await channels.readBackup({ backupId: 'b' });
  expect(calls).toEqual([
    ['userName', {}],
    ['readBackup', { backupId: 'b' }],
  ]);
});

test('a refusal becomes an error with code and message', async () => {
  const error = { code: 'disk-full', message: 'The disk is full.' } as const;
  const channels = callChannels(() => Promise.resolve({ ok: false, error }));
  await expect(channels.listBackups()).rejects.toMatchObject({ name: 'HostError', ...error });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackupMirror } from '../../../../renderer/state/backupMirror';
import { smallPlan } from '../../shared/plan/planFixture';

function mirror() {
  const written: number[] = [];
  const failures: unknown[] = [];
  let isBroken = false;
  const made = new BackupMirror({
    restMs: 10,
    atMostMs: 25,
    write: (_plan, revision) => {
      if (isBroken) return Promise.reject(new Error('disk full'));
      written.push(revision);
      return Promise.resolve();
    },
    onFailure: (error) => failures.push(error),
  });
  return { made, written, failures, breakDisk: () => (isBroken = true) };
}

describe('the backup mirror', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('writes the latest once the plan rests', async () => {
    const { made, written } = mirror();
    made.changed(smallPlan(), 1);
    made.changed(smallPlan(), 2);
    await vi.advanceTimersByTimeAsync(9);
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(written).toEqual([2]);
  });

  it('does not wait for ever for a plan that never rests', async () => {
    const { made, written } = mirror();
    for (let revision = 1; revision <= 10; revision++) {
      made.changed(smallPlan(), revision);
      await vi.advanceTimersByTimeAsync(5);
    }
    expect(written.length).toBeGreaterThanOrEqual(1);
  });

  it('writes at once on closing, and nothing twice', async () => {
    const { made, written } = mirror();
    made.changed(smallPlan(), 3);
    await made.flush();
    await vi.advanceTimersByTimeAsync(100);
    await made.flush();
    expect(written).toEqual([3]);
  });

  it('tells of a failure and goes on', async () => {
    const { made, failures, breakDisk } = mirror();
    breakDisk();
    made.changed(smallPlan(), 1);
    await made.flush();
    expect(failures).toEqual([new Error('disk full')]);
  });
});

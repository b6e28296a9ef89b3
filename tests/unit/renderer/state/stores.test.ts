import { describe, expect, it } from 'vitest';
import { commandStore, registerCommands, runAppCommand } from '../../../../renderer/state/commandStore';
import { jobStore, secondsLeft, startJob } from '../../../../renderer/state/jobStore';
import { parseRoute } from '../../../../renderer/state/routeStore';
import { selectRows, viewStore } from '../../../../renderer/state/viewStore';

describe('the job store', () => {
  it('lists a job until it is finished', () => {
    const job = startJob('Balancing 24 territories');
    job.report({ doneShare: 0.5, step: 'annealing' });
    expect(jobStore.getState().jobs).toMatchObject([
      { title: 'Balancing 24 territories', doneShare: 0.5, step: 'annealing' },
    ]);
    job.finish();
    job.finish();
    expect(jobStore.getState().jobs).toEqual([]);
  });

  it('estimates from the pace so far, and not before there is one', () => {
    const job = { id: 'j', title: '', step: '', doneShare: 0.25, startedAt: 1000, cancel: null };
    expect(secondsLeft(job, 3000)).toBe(6);
    expect(secondsLeft(job, 1500)).toBeNull();
    expect(secondsLeft({ ...job, doneShare: null }, 9000)).toBeNull();
  });
});

describe('the route', () => {
  it('reads screen and section, and takes what it does not know for the home screen', () => {
    expect(parseRoute('#/comp/results')).toEqual({ screen: 'comp', section: 'results' });
    expect(parseRoute('#/team')).toEqual({ screen: 'team', section: '' });
    expect(parseRoute('')).toEqual({ screen: 'territories', section: '' });
    expect(parseRoute('#/nowhere/at/all')).toEqual({ screen: 'territories', section: '' });
  });
});

describe('the view store', () => {
  it('keeps selected rows ascending and once each', () => {
    selectRows([10, 9, 100, 9]);
    expect(viewStore.getState().selectedRows).toEqual(Int32Array.of(9, 10, 100));
  });
});

describe('the command store', () => {
  it('runs commands by id where they are enabled, for as long as they are registered', () => {
    const ran: string[] = [];
    let isEnabled = false;
    const remove = registerCommands([
      { id: 'a', title: 'A', group: 'Test', run: () => ran.push('a') },
      { id: 'b', title: 'B', group: 'Test', isEnabled: () => isEnabled, run: () => ran.push('b') },
    ]);
    runAppCommand('a');
    runAppCommand('b');
    isEnabled = true;
    runAppCommand('b');
    remove();
    runAppCommand('a');
    expect(ran).toEqual(['a', 'b']);
    expect(commandStore.getState().commands).toEqual([]);
  });
});

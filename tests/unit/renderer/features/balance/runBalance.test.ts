import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { balanceStore, dropProposal } from '../../../../../renderer/features/balance/balanceStore';
import { runBalance } from '../../../../../renderer/features/balance/runBalance';
import { jobStore } from '../../../../../renderer/state/jobStore';
import { noticeStore } from '../../../../../renderer/state/noticeStore';
import { planStore } from '../../../../../renderer/state/planStore';
import { viewStore } from '../../../../../renderer/state/viewStore';
import { balanceEngine } from '../../../../../renderer/workers/balanceEngine';
import { EMPTY_HISTORY } from '../../../../../shared/plan/history';
import { payingPlan } from '../../../shared/plan/planFixture';

/** A plan whose accounts all have a place and a territory. */
function openPlan(): void {
  const plan = payingPlan();
  planStore.open({ plan, history: EMPTY_HISTORY, revision: 1, readOnlyReason: null });
  viewStore.setState({ scenarioId: plan.scenarios[0]!.id });
}

/** A worker that fails in a way. @returns what hears that it is ended */
function workerThat(fails: 'to be made' | 'to load') {
  const terminate = vi.fn();
  class FakeWorker extends EventTarget {
    readonly terminate = terminate;
    constructor() {
      super();
      if (fails === 'to be made') throw new Error('no room for a worker');
      if (fails === 'to load') queueMicrotask(() => this.dispatchEvent(new Event('error')));
    }
    postMessage(): void {
      // Nobody listens.
    }
  }
  vi.stubGlobal('Worker', FakeWorker);
  return terminate;
}

/** A worker that balances, on this thread. */
function workerThatBalances(): void {
  const { port1, port2 } = new MessageChannel();
  expose(balanceEngine, port2);
  port1.start();
  vi.stubGlobal('Worker', function stub() {
    return port1;
  });
}

describe('a balance', () => {
  beforeEach(() => {
    openPlan();
    vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint, 0));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    planStore.close();
    dropProposal();
    noticeStore.setState({ latest: null });
  });

  it.each(['to be made', 'to load'] as const)(
    'is not left running where its worker fails %s, and says so',
    async (fails) => {
      const terminate = workerThat(fails);
      await runBalance();
      expect(terminate).toHaveBeenCalledTimes(fails === 'to load' ? 1 : 0);
      expect(balanceStore.getState().running).toBeNull();
      expect(jobStore.getState().jobs).toEqual([]);
      expect(noticeStore.getState().latest?.title).toBe('Balancing stopped with an error');
    },
  );

  it('can be stopped from its first moment, before a worker has anything to do', async () => {
    workerThat('to be made');
    const run = runBalance();
    balanceStore.getState().running!.stop();
    expect(balanceStore.getState().running?.isOver).toBe('stopped');
    await run;
    expect(balanceStore.getState()).toMatchObject({ running: null, proposal: null });
    expect(balanceStore.getState().problem).toContain('Stopped before there was a plan');
    expect(noticeStore.getState().latest).toBeNull();
  });

  it('becomes the proposal once it is priced, unless its plan was closed meanwhile, be it opened again', async () => {
    workerThatBalances();
    await runBalance();
    expect(balanceStore.getState().proposal).not.toBeNull();
    dropProposal();
    const stopListening = balanceStore.subscribe(({ running }) => {
      if (running?.isOver !== 'done') return;
      stopListening();
      planStore.close();
      openPlan();
    });
    await runBalance();
    expect(balanceStore.getState()).toMatchObject({ running: null, proposal: null, problem: null });
  });
});

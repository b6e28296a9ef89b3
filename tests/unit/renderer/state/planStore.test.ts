import { describe, expect, it } from 'vitest';
import { createPlanStore, type PlanEvent, type PlanStore } from '../../../../renderer/state/planStore';
import { EMPTY_HISTORY } from '../../../../shared/plan/history';
import { smallPlan } from '../../shared/plan/planFixture';

function openStore(): { store: PlanStore; events: PlanEvent[] } {
  const store = createPlanStore(() => 5000);
  const events: PlanEvent[] = [];
  store.onEvent((event) => events.push(event));
  store.open({ plan: smallPlan(), history: EMPTY_HISTORY, revision: 0, readOnlyReason: null });
  return { store, events };
}

describe('the plan store', () => {
  it('tells each step as one diff, with the document before and after', () => {
    const { store, events } = openStore();
    const result = store.dispatch({ kind: 'renamePlan', name: 'Next year' }, 'as agreed');
    expect(result.ok).toBe(true);
    expect(events.at(-1)).toMatchObject({
      kind: 'changed',
      step: { action: 'do', at: 5000, reason: 'as agreed' },
      before: { name: 'Small plan' },
      plan: { name: 'Next year' },
      revision: 1,
    });
  });

  it('undoes and redoes by name, and counts every step as a revision', () => {
    const { store } = openStore();
    store.dispatch({ kind: 'renamePlan', name: 'Next year' });
    expect(store.undo()).toBe('rename the plan to Next year');
    expect(store.store.getState().plan).toEqual(smallPlan());
    expect(store.redo()).toBe('rename the plan to Next year');
    expect(store.redo()).toBeNull();
    expect(store.store.getState()).toMatchObject({ revision: 3, plan: { name: 'Next year' } });
  });

  it('goes back over the last step to the very document before it, and over others to an equal one', () => {
    const { store } = openStore();
    const planNow = () => store.store.getState().plan;
    const documents = [planNow()];
    for (const territoryId of ['north', 'south']) {
      store.dispatch({
        kind: 'assignAccounts',
        scenarioId: 's1',
        rows: Int32Array.of(0, 1, 2),
        target: { territoryId },
      });
      documents.push(planNow());
    }
    const [first, second, third] = documents;
    store.undo();
    expect(planNow()).toBe(second);
    store.redo();
    expect(planNow()).toBe(third);
    store.undo();
    store.undo();
    expect(planNow()).toEqual(first);
    store.redo();
    expect(planNow()).toBe(second);
    store.redo();
    expect(planNow()).toEqual(third);
  });

  it('refuses a command that can not be run, says why, and leaves the plan as it was', () => {
    const { store, events } = openStore();
    const before = store.store.getState();
    expect(store.dispatch({ kind: 'renamePlan', name: ' ' })).toEqual({
      ok: false,
      message: 'A plan needs a name.',
    });
    expect(events.at(-1)).toEqual({ kind: 'rejected', message: 'A plan needs a name.' });
    expect(store.store.getState()).toBe(before);
  });

  it('leaves no step for a command that changes nothing', () => {
    const { store } = openStore();
    const toSouth = {
      kind: 'assignAccounts',
      scenarioId: 's1',
      rows: Int32Array.of(0),
      target: { territoryId: 'south' },
    } as const;
    store.dispatch(toSouth);
    store.dispatch(toSouth);
    expect(store.store.getState()).toMatchObject({ revision: 1 });
    expect(store.store.getState().history.done).toHaveLength(1);
  });

  it('can be read but not changed while another window has the plan', () => {
    const { store, events } = openStore();
    store.dispatch({ kind: 'renamePlan', name: 'Next year' });
    store.setReadOnly('Open elsewhere.');
    expect(store.dispatch({ kind: 'renamePlan', name: 'No' })).toEqual({
      ok: false,
      message: 'Open elsewhere.',
    });
    expect(store.undo()).toBeNull();
    expect(events.at(-1)).toEqual({ kind: 'rejected', message: 'Open elsewhere.' });
    expect(store.store.getState().plan?.name).toBe('Next year');
  });

  it('without a plan asks for one', () => {
    const store = createPlanStore(() => 0);
    expect(store.dispatch({ kind: 'renamePlan', name: 'A' })).toEqual({
      ok: false,
      message: 'Open a plan first.',
    });
    expect(store.undo()).toBeNull();
  });
});

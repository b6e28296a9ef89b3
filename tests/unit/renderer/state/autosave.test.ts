import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { PlanDatabase } from '../../../../renderer/persistence/database';
import { SavedPlans } from '../../../../renderer/persistence/savedPlans';
import { Autosave } from '../../../../renderer/state/autosave';
import { createPlanStore } from '../../../../renderer/state/planStore';
import { saveStore } from '../../../../renderer/state/saveStore';
import { smallPlan } from '../../shared/plan/planFixture';

const opened: PlanDatabase[] = [];
let databases = 0;

async function openAutosaved(stepsPerCheckpoint = 1000) {
  const database = new PlanDatabase(`autosave-${++databases}`);
  opened.push(database);
  const plans = new SavedPlans(database, () => 77);
  await plans.create(smallPlan());
  const store = createPlanStore(() => 0);
  const saved: number[] = [];
  const idle: (() => void)[] = [];
  const autosave = new Autosave(plans, store, {
    stepsPerCheckpoint,
    retryAfterMs: 5,
    now: () => 77,
    soon: (work) => work(),
    whenIdle: (work) => idle.push(work),
    onSaved: (_plan, revision) => saved.push(revision),
  });
  autosave.follow();
  const { document, history, stepCount } = await plans.load('p1');
  store.open({ plan: document, history, revision: stepCount, readOnlyReason: null });
  return { database, plans, store, autosave, saved, idle };
}

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

describe('autosave', () => {
  it('has every step on disk once it has settled, and says when', async () => {
    const { plans, store, autosave } = await openAutosaved();
    for (let i = 0; i < 20; i++) store.dispatch({ kind: 'renamePlan', name: `Name ${i}` });
    store.undo();
    expect(saveStore.getState().status).toBe('saving');
    await autosave.flush();
    expect(saveStore.getState()).toEqual({ status: 'saved', savedAt: 77, problem: null });
    const loaded = await plans.load('p1');
    expect(loaded.document.name).toBe('Name 18');
    expect(loaded.history).toEqual(store.store.getState().history);
  });

  it('keeps what could not be written, says so, and writes it when it can', async () => {
    const { database, plans, store, autosave } = await openAutosaved();
    database.close({ disableAutoOpen: true });
    store.dispatch({ kind: 'renamePlan', name: 'Kept' });
    await autosave.flush();
    expect(saveStore.getState()).toMatchObject({ status: 'failed' });
    expect(saveStore.getState().problem).toContain('Save the plan as a file');
    await database.open();
    await autosave.flush();
    expect(saveStore.getState().status).toBe('saved');
    expect((await plans.load('p1')).document.name).toBe('Kept');
  });

  it('makes the plan read-only when another window has written to it', async () => {
    const { plans, store, autosave } = await openAutosaved();
    const other = createPlanStore(() => 0);
    const { document, history } = await plans.load('p1');
    other.open({ plan: document, history, revision: 0, readOnlyReason: null });
    other.onEvent((event) => {
      if (event.kind === 'changed') void plans.append(event.plan, 0, [event.step]);
    });
    other.dispatch({ kind: 'renamePlan', name: 'Theirs' });
    store.dispatch({ kind: 'renamePlan', name: 'Mine' });
    await autosave.flush();
    expect(store.store.getState().readOnlyReason).toContain('Another window has changed this plan');
    expect((await plans.load('p1')).document.name).toBe('Theirs');
  });

  it('asks for a checkpoint after so many steps; the plan reads the same from it', async () => {
    const { database, plans, store, autosave, idle } = await openAutosaved(5);
    for (let i = 0; i < 7; i++) {
      store.dispatch({ kind: 'renamePlan', name: `Name ${i}` });
      await autosave.flush();
    }
    expect(idle).toHaveLength(1);
    idle[0]!();
    await database.transaction('rw', database.tables, () => undefined);
    const loaded = await plans.load('p1');
    expect(loaded.stepsSinceCheckpoint).toBe(2);
    expect(loaded.document.name).toBe('Name 6');
    expect(loaded.history.done).toHaveLength(7);
  });

  it('tells the backup which revision is on disk', async () => {
    const { store, autosave, saved } = await openAutosaved();
    store.dispatch({ kind: 'renamePlan', name: 'A' });
    await autosave.flush();
    store.dispatch({ kind: 'renamePlan', name: 'B' });
    await autosave.flush();
    expect(saved).toEqual([1, 2]);
  });
});

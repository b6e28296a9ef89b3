import { afterEach, describe, expect, it } from 'vitest';
import { planStore } from '../../../../renderer/state/planStore';
import {
  clearPreview,
  commitPreview,
  followPlan,
  previewCommand,
  resultStore,
} from '../../../../renderer/state/resultStore';
import { resetView } from '../../../../renderer/state/viewStore';
import { EMPTY_HISTORY } from '../../../../shared/plan/history';
import { smallPlan } from '../../shared/plan/planFixture';

const toNorth = {
  kind: 'assignAccounts',
  scenarioId: 's1',
  rows: Int32Array.of(0, 1),
  target: { territoryId: 'north' },
} as const;

function open(): void {
  resetView('s1');
  planStore.open({ plan: smallPlan(), history: EMPTY_HISTORY, revision: 4, readOnlyReason: null });
}

const NORTH = 1;
const northRevenue = (
  evaluation: ReturnType<typeof resultStore.getState>['evaluation'],
): number | undefined => evaluation?.territories.measures[0]?.totals[NORTH];

describe('the result store', () => {
  let stop = followPlan();
  afterEach(() => {
    planStore.close();
    stop();
    stop = followPlan();
  });

  it('has the figures of the plan as it is, stamped with its revision', () => {
    open();
    expect(resultStore.getState()).toMatchObject({ revision: 4, preview: null });
    expect(northRevenue(resultStore.getState().evaluation)).toBe(0);
    planStore.dispatch(toNorth);
    expect(resultStore.getState().revision).toBe(5);
    expect(northRevenue(resultStore.getState().evaluation)).toBe(30);
  });

  it('keeps the figures of an edit that they do not follow from', () => {
    open();
    const before = resultStore.getState().evaluation;
    planStore.dispatch({ kind: 'renamePlan', name: 'Other' });
    expect(resultStore.getState().evaluation).toBe(before);
    expect(resultStore.getState().revision).toBe(5);
    planStore.dispatch({ kind: 'updateSettings', settings: { driveSpeedKmh: 60 } });
    expect(resultStore.getState().evaluation).not.toBe(before);
  });

  it('has the figures from before an edit again when it is undone, and knows none of them once the plan is closed', () => {
    open();
    const before = resultStore.getState().evaluation;
    planStore.dispatch(toNorth);
    planStore.undo();
    expect(resultStore.getState().evaluation).toBe(before);
    expect(resultStore.getState().revision).toBe(6);
    planStore.redo();
    expect(northRevenue(resultStore.getState().evaluation)).toBe(30);
    planStore.close();
    expect(resultStore.getState().evaluation).toBeNull();
    open();
    expect(resultStore.getState().evaluation).not.toBe(before);
  });

  it('prices an edit that is not made, and leaves the plan alone until it is', () => {
    open();
    expect(previewCommand(toNorth)).toBeNull();
    expect(northRevenue(resultStore.getState().preview!.evaluation)).toBe(30);
    expect(northRevenue(resultStore.getState().evaluation)).toBe(0);
    expect(planStore.store.getState().history.done).toHaveLength(0);
    expect(commitPreview('hand')?.ok).toBe(true);
    expect(northRevenue(resultStore.getState().evaluation)).toBe(30);
    expect(resultStore.getState().preview).toBeNull();
    expect(planStore.store.getState().history.done[0]).toMatchObject({ reason: 'hand' });
  });

  it('says why an edit can not be previewed, and drops the one before', () => {
    open();
    previewCommand(toNorth);
    expect(previewCommand({ ...toNorth, target: { territoryId: 'nowhere' } })).toMatch(/no such territory/);
    expect(resultStore.getState().preview).toBeNull();
    expect(commitPreview()).toBeNull();
  });

  it('drops a preview when the plan changes under it, and is empty when the plan is closed', () => {
    open();
    previewCommand(toNorth);
    planStore.dispatch({ kind: 'renamePlan', name: 'Other' });
    expect(resultStore.getState().preview).toBeNull();
    planStore.close();
    clearPreview();
    expect(resultStore.getState()).toEqual({ evaluation: null, revision: -1, preview: null });
  });
});

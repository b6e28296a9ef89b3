import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlanDocument } from '../../shared/model/planDocument';
import { applyDiff } from '../../shared/plan/applyDiff';
import type { PlanCommand } from '../../shared/plan/command';
import { CommandError } from '../../shared/plan/commandError';
import { EMPTY_HISTORY, pushEdit, redoEdit, undoEdit, type History } from '../../shared/plan/history';
import { isEmptyDiff, type PlanDiff } from '../../shared/plan/planDiff';
import { runCommand } from '../../shared/plan/runCommand';
import type { PlanStep } from '../persistence/planStep';

/**
 * The open plan: its document, its history and nothing derived. `dispatch` is the sole writer.
 * Whoever must follow edits (journal, recompute, map) listens to the events: each carries the one diff.
 */
export interface PlanState {
  /** Null while no plan is open. */
  readonly plan: PlanDocument | null;
  readonly history: History;
  /** Steps (edits, undos, redos) that the plan has ever seen: stamps results, orders backups. */
  readonly revision: number;
  /** Why the plan can't be edited here, as a sentence; null = it can. */
  readonly readOnlyReason: string | null;
}

export type PlanEvent =
  | { readonly kind: 'opened'; readonly plan: PlanDocument; readonly revision: number }
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'changed';
      readonly step: PlanStep;
      /** The diff as it was applied: for an undo the inverse. */
      readonly diff: PlanDiff;
      readonly before: PlanDocument;
      readonly plan: PlanDocument;
      readonly revision: number;
    }
  | { readonly kind: 'rejected'; readonly message: string };

export type DispatchResult =
  { readonly ok: true; readonly diff: PlanDiff } | { readonly ok: false; readonly message: string };

export interface PlanStore {
  readonly store: StoreApi<PlanState>;
  /** Runs a command: diff → document → history → event. A command that changes nothing leaves no step. */
  dispatch(command: PlanCommand, reason?: string | null): DispatchResult;
  /** @returns the name of the step taken back, null where there is none */
  undo(): string | null;
  redo(): string | null;
  open(opened: OpenedPlan): void;
  close(): void;
  setReadOnly(reason: string | null): void;
  /** @returns the function that ends the subscription */
  onEvent(listener: (event: PlanEvent) => void): () => void;
}

export interface OpenedPlan {
  readonly plan: PlanDocument;
  readonly history: History;
  readonly revision: number;
  readonly readOnlyReason: string | null;
}

interface LastStep {
  readonly action: PlanStep['action'];
  readonly before: PlanDocument;
  readonly after: PlanDocument;
}

const CLOSED: PlanState = { plan: null, history: EMPTY_HISTORY, revision: 0, readOnlyReason: null };

/** A store of its own, for tests; the app uses the one below. @param now milliseconds since 1970 */
export function createPlanStore(now: () => number): PlanStore {
  const store = createStore<PlanState>(() => CLOSED);
  const listeners = new Set<(event: PlanEvent) => void>();
  const emit = (event: PlanEvent): void => listeners.forEach((listener) => listener(event));
  /** The last step and the document before it: to go back over it is to show that document again. */
  let last: LastStep | null = null;

  function reject(message: string): DispatchResult {
    emit({ kind: 'rejected', message });
    return { ok: false, message };
  }

  function commit(step: PlanStep, diff: PlanDiff, plan: PlanDocument, history: History): void {
    const state = store.getState();
    const revision = state.revision + 1;
    last = state.plan && { action: step.action, before: state.plan, after: plan };
    store.setState({ plan, history, revision });
    emit({ kind: 'changed', step, diff, before: state.plan!, plan, revision });
  }

  function stepBack(action: 'undo' | 'redo'): string | null {
    const { plan, history, readOnlyReason } = store.getState();
    if (!plan) return null;
    if (readOnlyReason) {
      reject(readOnlyReason);
      return null;
    }
    const isBack = (action === 'undo') !== (last?.action === 'undo');
    const known = isBack && last?.after === plan ? last.before : null;
    const result = action === 'undo' ? undoEdit(plan, history, known) : redoEdit(plan, history, known);
    if (!result) return null;
    commit({ action, at: now() }, result.diff, result.document, result.history);
    return result.diff.label;
  }

  return {
    store,
    dispatch(command, reason = null) {
      const { plan, history, readOnlyReason } = store.getState();
      if (!plan) return reject('Open a plan first.');
      if (readOnlyReason) return reject(readOnlyReason);
      let diff: PlanDiff;
      try {
        diff = runCommand(plan, command);
      } catch (error) {
        if (error instanceof CommandError) return reject(error.message);
        throw error;
      }
      if (!isEmptyDiff(diff)) {
        const at = now();
        const pushed = pushEdit(history, diff, at, reason);
        const kept = pushed.done.at(-1)!.diff;
        commit({ action: 'do', diff: kept, at, reason }, diff, applyDiff(plan, diff), pushed);
      }
      return { ok: true, diff };
    },
    undo: () => stepBack('undo'),
    redo: () => stepBack('redo'),
    open(opened) {
      last = null;
      store.setState(opened);
      emit({ kind: 'opened', plan: opened.plan, revision: opened.revision });
    },
    close() {
      last = null;
      store.setState(CLOSED);
      emit({ kind: 'closed' });
    },
    setReadOnly: (readOnlyReason) => store.setState({ readOnlyReason }),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const planStore = createPlanStore(Date.now);

/** The open plan's state in a component, e.g. usePlanStore((state) => state.plan?.reps). */
export function usePlanStore<T>(select: (state: PlanState) => T): T {
  return useStore(planStore.store, select);
}

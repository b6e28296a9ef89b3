import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SimulatedRealignment } from '../../workers/simulationContract';
import { showPanel } from '../../state/panelStore';
import { planStore } from '../../state/planStore';
import { resultStore } from '../../state/resultStore';

/** What a realignment is measured against. */
export type Baseline =
  /** The plan as it stood before an edit; the edit to come next stands for the plan as it is now. */
  { readonly kind: 'edit'; readonly sequence: number } | { readonly kind: 'scenario'; readonly id: string };

interface RealignmentState {
  /** The plan that the panel was opened on: it does not follow to another one. */
  readonly planId: string | null;
  /** Null while the panel is closed. */
  readonly baseline: Baseline | null;
  /** The last simulated pair of years, and whether it is of the figures on screen. */
  readonly simulated: SimulatedRealignment | null;
  readonly isCurrent: boolean;
  /** 0 to 1 while a simulation is on; null else. */
  readonly doneShare: number | null;
}

const CLOSED: RealignmentState = {
  planId: null,
  baseline: null,
  simulated: null,
  isCurrent: false,
  doneShare: null,
};

export const realignmentStore = createStore<RealignmentState>(() => CLOSED);

export function useRealignmentStore<T>(select: (state: RealignmentState) => T): T {
  return useStore(realignmentStore, select);
}

/** Opens the panel against the plan before its last edit; where a move is previewed, against the plan as it is. */
export function openRealignmentPay(): void {
  const { plan, history } = planStore.store.getState();
  if (!plan) return;
  showPanel('territories', 'right');
  const isPreviewed = resultStore.getState().preview !== null;
  const last = isPreviewed ? undefined : history.done.at(-1);
  const sequence = last?.sequence ?? history.nextSequence;
  realignmentStore.setState({ ...CLOSED, planId: plan.id, baseline: { kind: 'edit', sequence } });
}

export function closeRealignmentPay(): void {
  realignmentStore.setState(CLOSED);
}

export function chooseBaseline(baseline: Baseline): void {
  realignmentStore.setState({ baseline, simulated: null, isCurrent: false });
}

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CompPlan } from '../../../shared/model/compPlan';
import { planStore } from '../../state/planStore';

/** What the compensation screens look at; forgotten with the window. */
export interface CompViewState {
  readonly compPlanId: string | null;
  readonly componentId: string | null;
  /** The rep whose number is explained. */
  readonly repId: string | null;
  /** Null = as the width of the window suggests. */
  readonly isWhyOpen: boolean | null;
  /** The plan whose curve stands dashed beside the one shown. */
  readonly comparedPlanId: string | null;
  /** The attainment that a warning points at, marked on the curve. */
  readonly markedRatio: number | null;
}

export const compViewStore = createStore<CompViewState>(() => ({
  compPlanId: null,
  componentId: null,
  repId: null,
  isWhyOpen: null,
  comparedPlanId: null,
  markedRatio: null,
}));

export function useCompView<T>(select: (state: CompViewState) => T): T {
  return useStore(compViewStore, select);
}

export function showCompPlan(compPlanId: string | null): void {
  compViewStore.setState({ compPlanId, componentId: null, markedRatio: null });
}

/** Changes or adds a comp plan as one edit. @returns why it can't be, or null */
export function saveCompPlan(compPlan: CompPlan, label: string): string | null {
  const result = planStore.dispatch({ kind: 'putCompPlan', compPlan, label });
  return result.ok ? null : result.message;
}

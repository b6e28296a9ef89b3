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
  /** Whose settings stand at the right: the id of a component or condition, or the plan; null = none. */
  readonly settingsOf: string | null;
  /** The plan whose curve stands dashed beside the one shown. */
  readonly comparedPlanId: string | null;
  /** The fiscal year whose results both plans are priced on, or the simulated year; null = the expected year. */
  readonly comparedYear: number | 'simulated' | null;
  /** The attainment that a warning points at, marked on the curve. */
  readonly markedRatio: number | null;
}

export const compViewStore = createStore<CompViewState>(() => ({
  compPlanId: null,
  componentId: null,
  repId: null,
  isWhyOpen: null,
  settingsOf: null,
  comparedPlanId: null,
  comparedYear: null,
  markedRatio: null,
}));

export function useCompView<T>(select: (state: CompViewState) => T): T {
  return useStore(compViewStore, select);
}

/** Stands for the plan itself in `settingsOf`. */
export const PLAN_SETTINGS = 'plan';

/** Opens the settings of a component, a condition or the plan in the panel at the right. */
export function showSettings(of: string): void {
  compViewStore.setState({ settingsOf: of });
}

export function showCompPlan(compPlanId: string | null): void {
  compViewStore.setState({ compPlanId, componentId: null, markedRatio: null, settingsOf: null });
}

/** Changes or adds a comp plan as one edit. @returns why it can't be, or null */
export function saveCompPlan(compPlan: CompPlan, label: string): string | null {
  const result = planStore.dispatch({ kind: 'putCompPlan', compPlan, label });
  return result.ok ? null : result.message;
}

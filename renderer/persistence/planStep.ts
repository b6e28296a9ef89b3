import type { PlanDiff } from '../../shared/plan/planDiff';

/** One step of a plan's life, as it goes into the journal, its diff packed; undo and redo name no diff, the history has it. */
export type PlanStep =
  | { readonly action: 'do'; readonly diff: PlanDiff; readonly at: number; readonly reason: string | null }
  | { readonly action: 'undo' | 'redo'; readonly at: number };

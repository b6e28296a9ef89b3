import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PlanDocument } from '../../shared/model/planDocument';
import type { Scenario } from '../../shared/model/scenario';
import type { PlanCommand } from '../../shared/plan/command';
import { CommandError } from '../../shared/plan/commandError';
import { evaluatePlan, type PlanEvaluation } from '../../shared/plan/evaluatePlan';
import type { PlanDiff } from '../../shared/plan/planDiff';
import { runCommand } from '../../shared/plan/runCommand';
import { activeScenario } from './activeScenario';
import { logProblem } from './hostAccess';
import { planStore, type DispatchResult } from './planStore';
import { viewStore } from './viewStore';

/**
 * Every figure that follows from the plan, for the scenario on screen. Screens read figures here and nowhere
 * else; `revision` says of which plan they are. A preview prices an edit that is not made yet.
 */
export interface ResultState {
  /** Null while no plan is open, or when it can't be evaluated. */
  readonly evaluation: PlanEvaluation | null;
  /** The plan revision that the evaluation is of; −1 without one. */
  readonly revision: number;
  readonly preview: PlanPreview | null;
}

/** What a command would do: its diff and the figures after it. */
export interface PlanPreview {
  readonly command: PlanCommand;
  readonly diff: PlanDiff;
  readonly evaluation: PlanEvaluation;
  /** The plan revision that it was priced on; the plan has moved on when it is not the present one. */
  readonly revision: number;
}

const NOTHING: ResultState = { evaluation: null, revision: -1, preview: null };

export const resultStore = createStore<ResultState>(() => NOTHING);

export function useResultStore<T>(select: (state: ResultState) => T): T {
  return useStore(resultStore, select);
}

interface EvaluationInputs {
  readonly plan: PlanDocument;
  readonly scenario: Scenario;
}

/** The evaluation on screen and the one before it, each with what it was made from. */
interface Evaluated extends EvaluationInputs {
  readonly evaluation: PlanEvaluation;
}

let last: Evaluated | null = null;
let beforeLast: Evaluated | null = null;

/** Whether an edit left alone all that figures follow from: a renamed plan keeps its evaluation. */
function hasSameInputs(a: EvaluationInputs, b: EvaluationInputs): boolean {
  return (
    a.scenario === b.scenario &&
    a.plan.accounts === b.plan.accounts &&
    a.plan.unitMeasures === b.plan.unitMeasures &&
    a.plan.reps === b.plan.reps &&
    a.plan.compPlans === b.plan.compPlans &&
    a.plan.quotaSettings === b.plan.quotaSettings &&
    a.plan.settings === b.plan.settings &&
    a.plan.payResults === b.plan.payResults &&
    a.plan.payAdjustments === b.plan.payAdjustments &&
    a.plan.unitMeasures === b.plan.unitMeasures
  );
}

/**
 * Evaluates the plan as it is now; what an edit did not touch is taken from the last evaluation. An undo gives the
 * one before it again.
 */
export function recompute(): void {
  const { plan, revision } = planStore.store.getState();
  const scenario = activeScenario();
  if (!plan || !scenario) {
    forget();
    return;
  }
  try {
    const known = [last, beforeLast].find((each) => each && hasSameInputs(each, { plan, scenario }));
    const previous = resultStore.getState().evaluation;
    const evaluation = known?.evaluation ?? evaluatePlan(plan, scenario.id, { previous });
    if (evaluation !== last?.evaluation) beforeLast = last;
    last = { plan, scenario, evaluation };
    resultStore.setState({ evaluation, revision });
  } catch (error) {
    logProblem(
      `Evaluation failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    forget();
  }
}

function forget(): void {
  last = beforeLast = null;
  resultStore.setState(NOTHING);
}

/**
 * Prices a command without running it and keeps it as the preview.
 * @returns why it can't be run, as a sentence; null where the preview is there
 */
export function previewCommand(command: PlanCommand): string | null {
  const { plan, revision } = planStore.store.getState();
  const scenario = activeScenario();
  if (!plan || !scenario) return 'Open a plan first.';
  try {
    const diff = runCommand(plan, command);
    const previous = resultStore.getState().evaluation;
    const evaluation = evaluatePlan(plan, scenario.id, { uncommitted: diff, previous });
    resultStore.setState({ preview: { command, diff, evaluation, revision } });
    return null;
  } catch (error) {
    resultStore.setState({ preview: null });
    if (error instanceof CommandError) return error.message;
    throw error;
  }
}

/** Drops the preview; the plan is as it was. */
export function clearPreview(): void {
  if (resultStore.getState().preview) resultStore.setState({ preview: null });
}

/** Makes the previewed edit: one step of undo. Null where there is no preview. */
export function commitPreview(reason: string | null = null): DispatchResult | null {
  const { preview } = resultStore.getState();
  if (!preview) return null;
  resultStore.setState({ preview: null });
  return planStore.dispatch(preview.command, reason);
}

/** Keeps the figures in step with the plan and with the scenario on screen. @returns the function that stops it */
export function followPlan(): () => void {
  const stopEvents = planStore.onEvent((event) => {
    if (event.kind === 'rejected') return;
    if (event.kind !== 'changed') forget();
    clearPreview();
    recompute();
  });
  const stopView = viewStore.subscribe((view, before) => {
    if (view.role !== before.role) clearPreview();
    if (view.scenarioId === before.scenarioId) return;
    clearPreview();
    recompute();
  });
  return () => {
    stopEvents();
    stopView();
  };
}

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { BalanceProgress, BalanceResult } from '../../shared/balance/problem';
import { CommandError } from '../../shared/plan/commandError';
import {
  balanceProblemOf,
  claimsOfSolution,
  type BalanceRequest,
  type PlanBalanceProblem,
} from '../../shared/plan/balanceProblemOf';
import type { PlanCommand } from '../../shared/plan/command';
import { findScenario } from './activeScenario';
import type { BalanceRun } from '../workers/balanceContract';
import { startBalanceRun } from '../workers/startBalanceRun';
import { logProblem } from './hostAccess';
import { startJob } from './jobStore';
import { notify } from './noticeStore';
import { planStore, type DispatchResult } from './planStore';
import { clearPreview, previewCommand } from './resultStore';
import { viewStore } from './viewStore';

/** A run of the solver and what it proposes. The plan changes only when a proposal is accepted. */
export interface BalanceState {
  /** The latest report of the run that is going on; null = none is. */
  readonly progress: BalanceProgress | null;
  readonly isRunning: boolean;
  readonly proposal: BalanceProposal | null;
  /** Why a run could not start or failed, as a sentence. */
  readonly problem: string | null;
}

export interface BalanceProposal {
  readonly scenarioId: string;
  /** The plan revision that the run started from; the proposal is stale when the plan has moved on. */
  readonly revision: number;
  readonly request: BalanceRequest;
  /** One claim a row, as the command `applyAssignment` takes them. */
  readonly claims: Int32Array;
  /** The solver's own figures; null where the run was stopped before its end. */
  readonly result: BalanceResult | null;
  /** Accounts that were left out, having neither a place nor a territory. */
  readonly unplacedCount: number;
  readonly seconds: number;
}

const NOTHING: BalanceState = { progress: null, isRunning: false, proposal: null, problem: null };

export const balanceStore = createStore<BalanceState>(() => NOTHING);

export function useBalanceStore<T>(select: (state: BalanceState) => T): T {
  return useStore(balanceStore, select);
}

/** Whether the plan has changed since the proposal's run began: it is offered then, not applied unasked. */
export function isStale(proposal: BalanceProposal): boolean {
  return proposal.revision !== planStore.store.getState().revision;
}

let current: BalanceRun | null = null;

/** Balances the scenario on screen in the engine worker; ends with a proposal, or says why there is none. */
export async function runBalance(request: BalanceRequest): Promise<void> {
  const { plan, revision } = planStore.store.getState();
  const scenario = findScenario(plan, viewStore.getState().scenarioId);
  if (!plan || !scenario) return;
  current?.stop();
  let problem: PlanBalanceProblem;
  try {
    problem = balanceProblemOf(plan, scenario, request);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    balanceStore.setState({ ...NOTHING, problem: error.message });
    return;
  }
  const { rowOfUnit, territoryIndices } = problem;
  const job = startJob(`Balancing ${territoryIndices.length} territories`, stopBalance);
  const startedAt = performance.now();
  balanceStore.setState({ ...NOTHING, isRunning: true });
  const run = startBalanceRun(
    problem.problem,
    {
      unitNames: Array.from(rowOfUnit, (row) => plan.accounts.names[row]!),
      territoryNames: territoryIndices.map((index) => scenario.territories[index]!.name),
    },
    (progress) => {
      job.report({ doneShare: progress.shareDone });
      if (current === run) balanceStore.setState({ progress });
    },
  );
  current = run;
  try {
    const end = await run.end;
    if (current !== run) return;
    const assignment = end.status === 'done' ? end.result.assignment : end.best;
    if (!assignment) {
      balanceStore.setState(NOTHING);
      return;
    }
    const proposal: BalanceProposal = {
      scenarioId: scenario.id,
      revision,
      request,
      claims: claimsOfSolution(scenario, problem, assignment),
      result: end.status === 'done' ? end.result : null,
      unplacedCount: problem.unplacedCount,
      seconds: (performance.now() - startedAt) / 1000,
    };
    balanceStore.setState({ ...NOTHING, proposal });
    showProposal();
  } catch (error) {
    logProblem(
      `Balancing failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    balanceStore.setState({
      ...NOTHING,
      problem: 'The solver stopped with an error. Nothing was changed; run it again.',
    });
  } finally {
    job.finish();
    if (current === run) current = null;
  }
}

/** Stops the run; the best plan so far becomes the proposal. */
export function stopBalance(): void {
  current?.stop();
}

/** Prices the proposal as the preview of the result store, so that map, table and budget show it. */
export function showProposal(): void {
  const { proposal } = balanceStore.getState();
  if (!proposal) return;
  const problem = previewCommand(proposalCommand(proposal, proposal.claims));
  if (problem) notify('warning', 'The proposal no longer fits the plan', `${problem} Run it again.`);
}

/**
 * Makes the proposal, or a part of it, one step of the plan.
 * @param claims the claims to apply; without it all of the proposal's
 */
export function acceptProposal(claims?: Int32Array): DispatchResult | null {
  const { proposal } = balanceStore.getState();
  if (!proposal) return null;
  const result = planStore.dispatch(proposalCommand(proposal, claims ?? proposal.claims));
  if (result.ok) balanceStore.setState(NOTHING);
  return result;
}

/** Lets the proposal go; the plan is as it was. */
export function discardProposal(): void {
  clearPreview();
  balanceStore.setState(NOTHING);
}

function proposalCommand(proposal: BalanceProposal, claims: Int32Array): PlanCommand {
  return {
    kind: 'applyAssignment',
    scenarioId: proposal.scenarioId,
    assignment: claims,
    cause: 'solver',
    label: 'balance territories',
  };
}

/** Forgets run and proposal when another plan comes. @returns the function that stops it */
export function followPlanForBalance(): () => void {
  return planStore.onEvent((event) => {
    if (event.kind !== 'opened' && event.kind !== 'closed') return;
    current?.stop();
    current = null;
    balanceStore.setState(NOTHING);
  });
}

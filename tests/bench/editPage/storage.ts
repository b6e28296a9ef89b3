import { loadBasemap } from '../../../renderer/map/basemapFiles';
import { closePlan, openNewPlan, openSavedPlan } from '../../../renderer/state/planSession';
import { planStore } from '../../../renderer/state/planStore';
import { resultStore } from '../../../renderer/state/resultStore';
import { savedPlans } from '../../../renderer/state/savedPlanStore';
import { saveStore } from '../../../renderer/state/saveStore';
import { seededRandom } from '../mapPage/generatedAccounts';
import { generatePlan } from './generatedPlan';

/** Milliseconds, medians. */
export interface StorageFigures {
  /** From the database to figures, with the journal replayed since the last checkpoint. */
  readonly openMs: number;
  readonly duplicateMs: number;
  /** From an edit of one account to its journal entry on disk. */
  readonly appendMedianMs: number;
}

export interface StorageBenchSize {
  readonly accounts: number;
  readonly territories: number;
  /** Edits in the journal when the plan is opened. */
  readonly journalled: number;
  readonly opens: number;
  readonly duplicates: number;
  readonly appends: number;
}

declare global {
  interface Window {
    runStorageBench?: (size: StorageBenchSize) => Promise<StorageFigures>;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function medianOf(rounds: number, work: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(() => work(round)));
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

/** Moves one account and waits until that is on disk. */
async function moveAndSave(random: () => number, size: StorageBenchSize): Promise<void> {
  const row = Math.floor(random() * size.accounts);
  const owner = resultStore.getState().evaluation!.territories.assignment[row]!;
  const { territories } = planStore.store.getState().plan!.scenarios[0]!;
  const others = territories.filter(({ level }, index) => level === 1 && index !== owner);
  const saved = new Promise<void>((resolve) => {
    const stop = saveStore.subscribe(({ status }) => {
      if (status !== 'saved') return;
      stop();
      resolve();
    });
  });
  const result = planStore.dispatch({
    kind: 'assignAccounts',
    scenarioId: 'scenario',
    rows: Int32Array.of(row),
    target: { territoryId: others[Math.floor(random() * others.length)]!.id },
  });
  if (!result.ok) throw new Error(result.message);
  await saved;
}

async function runStorageBench(size: StorageBenchSize): Promise<StorageFigures> {
  const random = seededRandom(9);
  const plan = generatePlan(await loadBasemap(), size.accounts, size.territories);
  if (!(await openNewPlan(plan))) throw new Error('The plan did not open.');
  for (let edit = 0; edit < size.journalled; edit++) await moveAndSave(random, size);
  const appendMedianMs = await medianOf(size.appends, () => moveAndSave(random, size));
  const { revision } = planStore.store.getState();
  const times: number[] = [];
  for (let round = 0; round < size.opens; round++) {
    await closePlan();
    times.push(await timed(() => openSavedPlan(plan.id)));
    const opened = planStore.store.getState();
    if (opened.revision !== revision || resultStore.getState().revision !== revision) {
      throw new Error('The plan came back without its edits or figures.');
    }
  }
  const duplicateMs = await medianOf(size.duplicates, (round) =>
    savedPlans().duplicate(plan.id, `copy ${round}`, 'Copy'),
  );
  const copy = await savedPlans().load('copy 0');
  if (copy.document.accounts.rowCount !== size.accounts) throw new Error('The copy is not whole.');
  return { openMs: times.sort((a, b) => a - b)[Math.floor(size.opens / 2)]!, duplicateMs, appendMedianMs };
}

window.runStorageBench = runStorageBench;

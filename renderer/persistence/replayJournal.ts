import type { PlanDocument } from '../../shared/model/planDocument';
import { applyDiff } from '../../shared/plan/applyDiff';
import type { History, HistoryEntry } from '../../shared/plan/history';
import { invertDiff } from '../../shared/plan/planDiff';
import type { PackedDiff } from './packDiff';
import { unpackBack, unpackForward } from './packDiff';
import type { StepRecord } from './planRecords';

interface PackedEntry {
  readonly sequence: number;
  readonly packed: PackedDiff;
  readonly at: number;
  readonly reason: string | null;
}

/** What had been done and undone after some steps, the diffs still packed. */
interface Stacks {
  readonly done: PackedEntry[];
  readonly undone: PackedEntry[];
  nextSequence: number;
}

/**
 * Document and history after all steps, from a checkpoint's document and the whole journal: steps before the
 * checkpoint give the history only, later ones are done again.
 * @param steps all steps of the plan, in order
 * @param checkpointStep how many of them the document has already seen
 */
export function replayJournal(
  document: PlanDocument,
  steps: readonly StepRecord[],
  checkpointStep: number,
): { document: PlanDocument; history: History } {
  const stacks: Stacks = { done: [], undone: [], nextSequence: 1 };
  for (const step of steps.slice(0, checkpointStep)) followStep(stacks, step);
  const done = unpackDone(stacks.done, document);
  const undone = unpackUndone(stacks.undone, document);
  let current = document;
  let { nextSequence } = stacks;
  for (const step of steps.slice(checkpointStep)) {
    if (step.action === 'do') {
      const { diff } = unpackForward(step.diff!, current.accounts);
      done.push({ sequence: nextSequence++, diff, at: step.at, reason: step.reason });
      undone.length = 0;
      current = applyDiff(current, diff);
      continue;
    }
    const entry = step.action === 'undo' ? done.pop() : undone.pop();
    if (!entry) continue;
    (step.action === 'undo' ? undone : done).push(entry);
    current = applyDiff(current, step.action === 'undo' ? invertDiff(entry.diff) : entry.diff);
  }
  return { document: current, history: { done, undone, nextSequence } };
}

function followStep(stacks: Stacks, step: StepRecord): void {
  if (step.action === 'do') {
    const sequence = stacks.nextSequence++;
    stacks.done.push({ sequence, packed: step.diff!, at: step.at, reason: step.reason });
    stacks.undone.length = 0;
    return;
  }
  const entry = step.action === 'undo' ? stacks.done.pop() : stacks.undone.pop();
  if (entry) (step.action === 'undo' ? stacks.undone : stacks.done).push(entry);
}

/** From the newest to the oldest: each diff's far side is the table before the one above it. */
function unpackDone(entries: readonly PackedEntry[], document: PlanDocument): HistoryEntry[] {
  let { accounts } = document;
  return entries
    .toReversed()
    .map(({ packed, ...entry }): HistoryEntry => {
      const unpacked = unpackBack(packed, accounts);
      accounts = unpacked.accounts;
      return { ...entry, diff: unpacked.diff };
    })
    .reverse();
}

/** From the next redo, which is last, on. */
function unpackUndone(entries: readonly PackedEntry[], document: PlanDocument): HistoryEntry[] {
  let { accounts } = document;
  return entries
    .toReversed()
    .map(({ packed, ...entry }): HistoryEntry => {
      const unpacked = unpackForward(packed, accounts);
      accounts = unpacked.accounts;
      return { ...entry, diff: unpacked.diff };
    })
    .reverse();
}

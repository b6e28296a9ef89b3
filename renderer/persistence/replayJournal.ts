import type { PlanDocument } from '../../shared/model/planDocument';
import { applyDiff } from '../../shared/plan/applyDiff';
import type { History, HistoryEntry } from '../../shared/plan/history';
import { invertDiff } from '../../shared/plan/planDiff';
import type { StepRecord } from './planRecords';

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
  const done: HistoryEntry[] = [];
  const undone: HistoryEntry[] = [];
  let current = document;
  let nextSequence = 1;
  steps.forEach((step, at) => {
    const isNew = at >= checkpointStep;
    if (step.action === 'do') {
      const diff = step.diff!;
      done.push({ sequence: nextSequence++, diff, at: step.at, reason: step.reason });
      undone.length = 0;
      if (isNew) current = applyDiff(current, diff);
      return;
    }
    const entry = step.action === 'undo' ? done.pop() : undone.pop();
    if (!entry) return;
    (step.action === 'undo' ? undone : done).push(entry);
    if (isNew) current = applyDiff(current, step.action === 'undo' ? invertDiff(entry.diff) : entry.diff);
  });
  return { document: current, history: { done, undone, nextSequence } };
}

import type { PlanDocument } from '../model/planDocument';
import { applyDiff } from './applyDiff';
import { packDiff } from './packDiff';
import type { PlanDiff } from './planDiff';
import { invertDiff } from './planDiff';

/** One edit as it stands in the history. */
export interface HistoryEntry {
  /** Counts up by one an edit within a plan; names the entry in the journal. */
  readonly sequence: number;
  /** Packed: thousands of edits of a large list are held at once. */
  readonly diff: PlanDiff;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reason: string | null;
}

/** Undo without limit: what was done, oldest first, and what was undone, the next redo last. */
export interface History {
  readonly done: readonly HistoryEntry[];
  readonly undone: readonly HistoryEntry[];
  readonly nextSequence: number;
}

export const EMPTY_HISTORY: History = { done: [], undone: [], nextSequence: 1 };

/** The history after a new edit; what had been undone can no longer be redone. */
export function pushEdit(
  history: History,
  diff: PlanDiff,
  at: number,
  reason: string | null = null,
): History {
  const entry: HistoryEntry = { sequence: history.nextSequence, diff: packDiff(diff), at, reason };
  return { done: [...history.done, entry], undone: [], nextSequence: history.nextSequence + 1 };
}

export interface HistoryStep {
  readonly document: PlanDocument;
  readonly history: History;
  /** The diff that was applied to the document. */
  readonly diff: PlanDiff;
}

/**
 * Takes the last edit back; null when there is none.
 * @param known the document as it stood before that edit, where it is still at hand: it comes back as it is
 */
export function undoEdit(
  document: PlanDocument,
  history: History,
  known: PlanDocument | null = null,
): HistoryStep | null {
  const entry = history.done.at(-1);
  if (!entry) return null;
  const diff = invertDiff(entry.diff);
  return {
    document: known ?? applyDiff(document, diff),
    history: { ...history, done: history.done.slice(0, -1), undone: [...history.undone, entry] },
    diff,
  };
}

/**
 * Does the last undone edit again; null when there is none.
 * @param known the document as it stood after that edit, where it is still at hand
 */
export function redoEdit(
  document: PlanDocument,
  history: History,
  known: PlanDocument | null = null,
): HistoryStep | null {
  const entry = history.undone.at(-1);
  if (!entry) return null;
  return {
    document: known ?? applyDiff(document, entry.diff),
    history: { ...history, done: [...history.done, entry], undone: history.undone.slice(0, -1) },
    diff: entry.diff,
  };
}

/**
 * The document as it stood before an edit that is still done: every later edit taken back, none of them undone.
 * @param sequence of the edit; one that is not done gives the document as it is
 */
export function documentBefore(document: PlanDocument, history: History, sequence: number): PlanDocument {
  const at = history.done.findIndex((entry) => entry.sequence === sequence);
  if (at < 0) return document;
  return history.done
    .slice(at)
    .reduceRight((current, entry) => applyDiff(current, invertDiff(entry.diff)), document);
}

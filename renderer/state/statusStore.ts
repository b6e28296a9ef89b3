import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What the screen says in the status bar; where it says nothing, the bar shows the plan and the selection. */
export interface StatusPart {
  /** The figure, in strong; '' for a part of words only. */
  readonly value: string;
  readonly text: string;
}

export interface StatusState {
  /** Null = the bar's own. */
  readonly parts: readonly StatusPart[] | null;
  /** At the right end, e.g. "Nothing is changed until you press Import". */
  readonly note: string | null;
}

export const statusStore = createStore<StatusState>(() => ({ parts: null, note: null }));

export function useStatusStore<T>(select: (state: StatusState) => T): T {
  return useStore(statusStore, select);
}

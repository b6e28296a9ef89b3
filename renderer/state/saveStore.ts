import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Whether the open plan is on disk. Written by the autosave alone. */
export interface SaveState {
  readonly status: 'saved' | 'saving' | 'failed';
  /** Milliseconds since 1970; null before the first save. */
  readonly savedAt: number | null;
  /** What is wrong and what to do, where saving failed. */
  readonly problem: string | null;
}

export const saveStore = createStore<SaveState>(() => ({ status: 'saved', savedAt: null, problem: null }));

export function useSaveStore<T>(select: (state: SaveState) => T): T {
  return useStore(saveStore, select);
}

import { useStore } from 'zustand';
import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { FileRef, FolderRef } from '../../../shared/bridge/contract';

/** One export of this window's life. */
export interface ExportRun {
  readonly jobId: string;
  /** File name without its folder. */
  readonly name: string;
  readonly scenarioName: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly doneShare: number;
  /** What is being written, or why it was not. */
  readonly step: string;
  readonly file: FileRef | null;
}

export interface ExportRunsState {
  /** The latest first. */
  readonly runs: readonly ExportRun[];
  /** A plan is being packed for the host. */
  readonly isPacking: boolean;
  /** Where files go without asking; null = ask each time. Forgotten with the window: a host names folders anew. */
  readonly folder: FolderRef | null;
}

export const exportRunsStore = createStore<ExportRunsState>(() => ({
  runs: [],
  isPacking: false,
  folder: null,
}));

export function useExportRuns<T>(select: (state: ExportRunsState) => T): T {
  return useStore(exportRunsStore, select);
}

/** What was chosen last time, kept across starts. */
export interface ExportPreset {
  readonly withoutPay: boolean;
}

export const exportPresetStore = createStore<ExportPreset>()(
  persist((): ExportPreset => ({ withoutPay: false }), { name: 'evenland.export' }),
);

export function useExportPreset<T>(select: (state: ExportPreset) => T): T {
  return useStore(exportPresetStore, select);
}

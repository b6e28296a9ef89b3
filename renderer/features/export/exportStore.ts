import { useStore } from 'zustand';
import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { FileRef, FolderRef } from '../../../shared/bridge/contract';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { ChoiceKind } from './exportChoices';

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

/** An export of the Salesforce org, given to fill in ids and to load changes alone. */
export interface OrgFile {
  readonly name: string;
  readonly text: string;
}

export interface ExportRunsState {
  /** The latest first. */
  readonly runs: readonly ExportRun[];
  /** A plan is being packed for the host. */
  readonly isPacking: boolean;
  /** Where files go without asking; null = ask each time. Forgotten with the window: a host names folders anew. */
  readonly folder: FolderRef | null;
  /** What the org holds today; forgotten with the window, since it would be out of date the next time. */
  readonly orgTerritories: OrgFile | null;
  readonly orgAssociations: OrgFile | null;
  /** Comp plans that the workbook compares, by id; null = each with the one before it. */
  readonly oldPlanId: string | null;
  readonly newPlanId: string | null;
}

export const exportRunsStore = createStore<ExportRunsState>(() => ({
  runs: [],
  isPacking: false,
  folder: null,
  orgTerritories: null,
  orgAssociations: null,
  oldPlanId: null,
  newPlanId: null,
}));

/** The two comp plans chosen to compare; null where they are not two of the plan's. */
export function comparedPair(
  { compPlans }: PlanDocument,
  { oldPlanId, newPlanId }: Pick<ExportRunsState, 'oldPlanId' | 'newPlanId'>,
): { readonly oldId: string; readonly newId: string } | null {
  const isThere = (id: string) => compPlans.some((plan) => plan.id === id);
  if (oldPlanId === null || newPlanId === null || oldPlanId === newPlanId) return null;
  return isThere(oldPlanId) && isThere(newPlanId) ? { oldId: oldPlanId, newId: newPlanId } : null;
}

export function useExportRuns<T>(select: (state: ExportRunsState) => T): T {
  return useStore(exportRunsStore, select);
}

/** What was chosen last time, kept across starts. */
export interface ExportPreset {
  readonly kind: ChoiceKind;
  readonly withoutPay: boolean;
  /** Sheets that the workbook does without, by name. */
  readonly sheetsLeftOut: readonly string[];
}

export const exportPresetStore = createStore<ExportPreset>()(
  persist(
    (): ExportPreset => ({
      kind: 'xlsx',
      withoutPay: false,
      sheetsLeftOut: [],
    }),
    { name: 'evenland.export' },
  ),
);

export function useExportPreset<T>(select: (state: ExportPreset) => T): T {
  return useStore(exportPresetStore, select);
}

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { BackupInfo, RecentFile } from '../../shared/bridge/contract';
import { PlanDatabase } from '../persistence/database';
import type { PlanSummary } from '../persistence/planRecords';
import { SavedPlans } from '../persistence/savedPlans';
import { hostApi } from './hostAccess';

/** What can be opened without choosing a file. Null until it has been looked up. */
export interface SavedPlanState {
  readonly plans: readonly PlanSummary[] | null;
  /** Backups of plans that this browser profile does not hold, the newest of each plan. */
  readonly backups: readonly BackupInfo[];
  /** Plan files that were opened or saved lately. */
  readonly recentFiles: readonly RecentFile[];
}

export const savedPlanStore = createStore<SavedPlanState>(() => ({
  plans: null,
  backups: [],
  recentFiles: [],
}));

export function useSavedPlans<T>(select: (state: SavedPlanState) => T): T {
  return useStore(savedPlanStore, select);
}

let opened: SavedPlans | null = null;

/** The plans of this profile; the database opens with the first use. */
export function savedPlans(): SavedPlans {
  opened ??= new SavedPlans(new PlanDatabase());
  return opened;
}

/** Looks up again what can be opened. */
export async function refreshSavedPlans(): Promise<void> {
  const plans = await savedPlans().list();
  savedPlanStore.setState({ plans });
  // Backups and recents are extras: where the host can't say, the list goes without.
  const [backups, recentFiles] = await Promise.all([
    hostApi()
      .listBackups()
      .catch((): BackupInfo[] => []),
    hostApi()
      .listRecents()
      .catch((): RecentFile[] => []),
  ]);
  const held = new Set(await savedPlans().ids());
  savedPlanStore.setState({
    backups: newestOfEach(backups.filter((backup) => !held.has(backup.planId))),
    recentFiles: recentFiles.filter((file) => /\.evenland$/i.test(file.name)),
  });
}

function newestOfEach(backups: readonly BackupInfo[]): BackupInfo[] {
  const newest = new Map<string, BackupInfo>();
  for (const backup of backups) {
    const known = newest.get(backup.planId);
    if (!known || known.savedAt < backup.savedAt) newest.set(backup.planId, backup);
  }
  return [...newest.values()].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

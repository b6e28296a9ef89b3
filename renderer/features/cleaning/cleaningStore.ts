import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MergedMeasures } from '../../../shared/plan/cleaning/cleaningEdit';

export type CleaningSection = 'duplicates' | 'families' | 'spellings';

/** What is shown of the Clean up screen; kept while the app runs. */
export interface CleaningView {
  readonly section: CleaningSection;
  /** Position in the list of each section. */
  readonly positions: Readonly<Record<CleaningSection, number>>;
  /** The column whose spellings are compared. */
  readonly attributeId: string | null;
  readonly measures: MergedMeasures;
}

export const cleaningStore = createStore<CleaningView>(() => ({
  section: 'duplicates',
  positions: { duplicates: 0, families: 0, spellings: 0 },
  attributeId: null,
  measures: 'keep',
}));

export function useCleaning<T>(select: (view: CleaningView) => T): T {
  return useStore(cleaningStore, select);
}

/** Goes to an entry of a section's list. */
export function goToEntry(section: CleaningSection, position: number): void {
  const { positions } = cleaningStore.getState();
  cleaningStore.setState({ positions: { ...positions, [section]: Math.max(0, position) } });
}

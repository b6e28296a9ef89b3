import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CheckItem } from '../../../../shared/plan/checks/checkItem';
import { selectRows, selectTerritory } from '../../../state/viewStore';
import { lookAt } from '../mapFocus';
import { showSideTab } from '../sideTabStore';

export interface ChecksState {
  /** null until the plan has been checked. */
  readonly items: readonly CheckItem[] | null;
  readonly currentId: string | null;
  /** Where the current one stood, for when it is mended and gone. */
  readonly position: number;
}

export const checksStore = createStore<ChecksState>(() => ({ items: null, currentId: null, position: -1 }));

export function useChecks<T>(select: (state: ChecksState) => T): T {
  return useStore(checksStore, select);
}

/** Takes a new list of findings; next and previous keep their place. */
export function setFindings(items: readonly CheckItem[] | null): void {
  const { currentId } = checksStore.getState();
  const position = items?.findIndex(({ id }) => id === currentId) ?? -1;
  if (position >= 0) checksStore.setState({ items, position });
  else checksStore.setState({ items });
}

/** Makes a finding the current one and shows it on the map. */
export function showFinding(item: CheckItem): void {
  const position = checksStore.getState().items?.indexOf(item) ?? -1;
  checksStore.setState({ currentId: item.id, position });
  selectRows(item.rows);
  selectTerritory(item.territoryIds[0] ?? null);
  lookAt(item);
}

/** Goes to the next finding, or the one before; round at either end. */
export function stepFinding(step: 1 | -1): void {
  showSideTab('checks');
  const { items, currentId, position } = checksStore.getState();
  if (!items || items.length === 0) return;
  const isThere = items.some(({ id }) => id === currentId);
  let to = position + step;
  if (position < 0) to = step > 0 ? 0 : -1;
  // Where the current one was mended, the one that took its place comes next.
  else if (!isThere && step > 0) to = position;
  showFinding(items[(to + items.length) % items.length]!);
}

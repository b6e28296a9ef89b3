import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ClosedLine } from '../../../../shared/geo/lassoSelect';

/** The boundary that is being drawn or edited on the map. */
export interface BoundaryEditing {
  readonly territoryId: string;
  /** What it looks like to begin with; null = it is to be drawn. */
  readonly start: ClosedLine | null;
}

const boundaryStore = createStore<{ readonly editing: BoundaryEditing | null }>(() => ({ editing: null }));

export function useBoundaryEditing(): BoundaryEditing | null {
  return useStore(boundaryStore, (state) => state.editing);
}

export function startEditing(editing: BoundaryEditing): void {
  boundaryStore.setState({ editing });
}

export function stopEditing(): void {
  if (boundaryStore.getState().editing) boundaryStore.setState({ editing: null });
}

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/**
 * What a person looks at and points at; never part of the plan, never undone, forgotten with the plan.
 * A drag, lasso or brush lives here as a preview until it becomes one command at pointer-up.
 */
export interface ViewState {
  /** The scenario on every screen; null while no plan is open. */
  readonly scenarioId: string | null;
  /** Rows of the account table, ascending. */
  readonly selectedRows: Int32Array;
  /** The territory in the inspector. */
  readonly selectedTerritoryId: string | null;
  readonly hoveredTerritoryId: string | null;
  /** The account that table and map both point at. */
  readonly focusedRow: number | null;
  readonly tool: MapTool;
  readonly mapColor: MapColor;
  readonly mapPreview: MapPreview | null;
}

export const MAP_TOOLS = ['select', 'lasso', 'polygon', 'rectangle', 'radius', 'paint', 'erase'] as const;
export type MapTool = (typeof MAP_TOOLS)[number];

/** What the dots and areas of the map are coloured by. */
export type MapColor =
  | { readonly kind: 'territory' }
  | { readonly kind: 'measure'; readonly measureId: string }
  | { readonly kind: 'index' };

/** Accounts caught by a tool and where they would go; territoryId null until one is chosen. */
export interface MapPreview {
  readonly rows: Int32Array;
  readonly territoryId: string | null;
}

export const NO_ROWS = new Int32Array(0);

const INITIAL: ViewState = {
  scenarioId: null,
  selectedRows: NO_ROWS,
  selectedTerritoryId: null,
  hoveredTerritoryId: null,
  focusedRow: null,
  tool: 'select',
  mapColor: { kind: 'territory' },
  mapPreview: null,
};

export const viewStore = createStore<ViewState>(() => INITIAL);

export function useViewStore<T>(select: (state: ViewState) => T): T {
  return useStore(viewStore, select);
}

/** Selects rows; any order and repeats are put right, so that readers can rely on ascending rows. */
export function selectRows(rows: Iterable<number>): void {
  const sorted = Int32Array.from(new Set(rows)).sort();
  viewStore.setState({ selectedRows: sorted.length === 0 ? NO_ROWS : sorted });
}

export function selectTerritory(territoryId: string | null): void {
  viewStore.setState({ selectedTerritoryId: territoryId });
}

/** Shows another scenario; what was selected by territory or previewed belongs to the old one. */
export function showScenario(scenarioId: string | null): void {
  viewStore.setState({ scenarioId, mapPreview: null });
}

/** Back to the start, when a plan opens or closes. */
export function resetView(scenarioId: string | null): void {
  viewStore.setState({ ...INITIAL, scenarioId });
}

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { UnitLevel } from '../../shared/model/exception';
import type { AssignTarget } from '../../shared/plan/command';
import type { UnitScope } from '../../shared/plan/territoryEdit';

/**
 * What a person looks at and points at; never part of the plan, never undone, forgotten with the plan.
 * A drag, lasso or brush lives here as a preview until it becomes one command at pointer-up.
 */
export interface ViewState {
  /** The scenario on every screen; null while no plan is open. */
  readonly scenarioId: string | null;
  /** The overlay role that the territories screen works on; null = the primary alignment. */
  readonly role: string | null;
  /** Rows of the account table, ascending. */
  readonly selectedRows: Int32Array;
  /** The territory in the inspector. */
  readonly selectedTerritoryId: string | null;
  readonly hoveredTerritoryId: string | null;
  /** The account that table and map both point at. */
  readonly focusedRow: number | null;
  readonly tool: MapTool;
  readonly mapColor: MapColor;
  /** The measure that the size of dots follows; null = the plan's segments, else its first measure. */
  readonly mapSizeId: string | null;
  readonly mapPreview: MapPreview | null;
  /** The units that tools pick; null = they pick accounts. */
  readonly unitLevel: UnitLevel | null;
  readonly unitScope: UnitScope;
  /** Keys of the units that are picked, on unitLevel. */
  readonly pickedUnits: readonly string[];
}

export const MAP_TOOLS = ['select', 'lasso', 'polygon', 'rectangle', 'radius', 'paint', 'erase'] as const;
export type MapTool = (typeof MAP_TOOLS)[number];

/** What the dots and areas of the map are coloured by. */
export type MapColor =
  | { readonly kind: 'territory' }
  | { readonly kind: 'measure'; readonly measureId: string }
  /** A measure that units have themselves, on their level. */
  | { readonly kind: 'unitMeasure'; readonly unitMeasureId: string }
  /** Where accounts are dense, or a measure of theirs is. */
  | { readonly kind: 'heat'; readonly measureId: string | null }
  /** Each account's own dot, by a measure or by an attribute. */
  | { readonly kind: 'accountMeasure'; readonly measureId: string }
  | { readonly kind: 'accountAttribute'; readonly attributeId: string }
  | { readonly kind: 'index' };

/** What a tool caught and where it would go; territoryId null where that is nobody. */
export interface MapPreview {
  readonly rows: Int32Array;
  /** Keys of units on unitLevel; [] where accounts alone were caught. */
  readonly unitIds: readonly string[];
  /** Keys by row for accounts whose unit the plan does not know yet; null where it knows all. */
  readonly newKeys: readonly string[] | null;
  readonly target: AssignTarget;
  readonly territoryId: string | null;
}

export const NO_ROWS = new Int32Array(0);
export const NO_UNITS: readonly string[] = [];

const INITIAL: ViewState = {
  scenarioId: null,
  role: null,
  selectedRows: NO_ROWS,
  selectedTerritoryId: null,
  hoveredTerritoryId: null,
  focusedRow: null,
  tool: 'select',
  mapColor: { kind: 'territory' },
  mapSizeId: null,
  mapPreview: null,
  unitLevel: null,
  unitScope: 'unitsAndAccounts',
  pickedUnits: NO_UNITS,
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
  viewStore.setState({ scenarioId, mapPreview: null, pickedUnits: NO_UNITS });
}

/** Works on another alignment; what was selected by territory or previewed belongs to the one before. */
export function showRole(role: string | null): void {
  if (viewStore.getState().role === role) return;
  viewStore.setState({ role, selectedTerritoryId: null, mapPreview: null, pickedUnits: NO_UNITS });
}

/** Back to the start, when a plan opens or closes. */
export function resetView(scenarioId: string | null): void {
  viewStore.setState({ ...INITIAL, scenarioId });
}

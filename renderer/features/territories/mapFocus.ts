import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TerritoryMap } from '../../map/TerritoryMap';
import { boxOfMost, boxOfTerritory, type UnitBox } from './mapBoxes';
import type { TerritoriesData } from './useTerritoriesData';

/** What a list wants to be looked at on the map. */
export interface MapFocus {
  readonly rows: readonly number[];
  /** Counties, by FIPS code. */
  readonly unitIds: readonly string[];
  readonly territoryIds: readonly string[];
}

/** Closest look at a few accounts. */
const CLOSEST_ZOOM = 9;

/** Of hundreds of accounts those far off at either edge, as on Guam, are no reason to look at the whole world. */
const OUTLIER_SHARE = 0.02;

const mapFocusStore = createStore<{ readonly focus: MapFocus | null }>(() => ({ focus: null }));

/** Brings accounts, land or territories into sight on the map. */
export function lookAt(focus: MapFocus): void {
  mapFocusStore.setState({ focus: { ...focus } });
}

/** Follows what lists want to be looked at. */
export function useMapFocus(map: TerritoryMap | null, data: TerritoriesData): void {
  const focus = useStore(mapFocusStore, (state) => state.focus);
  useEffect(() => {
    if (!map || !focus) return;
    const box = boxOfFocus(data, focus);
    if (box) map.fit(box, true, CLOSEST_ZOOM);
    mapFocusStore.setState({ focus: null });
  }, [map, focus, data]);
}

function boxOfFocus(data: TerritoriesData, { rows, unitIds, territoryIds }: MapFocus): UnitBox | null {
  const boxes: UnitBox[] = [];
  const { points, hidden } = data.places;
  const shown = rows.filter((row) => !hidden[row]);
  const along = (values: Float64Array) => Float64Array.from(shown, (row) => values[row]!);
  const most = boxOfMost(along(points.x), along(points.y), OUTLIER_SHARE);
  if (most) boxes.push(most);
  if (unitIds.length > 0 && data.basemap) {
    const { ids, bounds } = data.basemap.counties;
    const wanted = new Set(unitIds);
    ids.forEach((id, unit) => {
      if (!wanted.has(id)) return;
      const [west, north, east, south] = [0, 1, 2, 3].map((side) => bounds[unit * 4 + side]!);
      boxes.push([west!, north!, east!, south!]);
    });
  }
  // Territories alone, where there is nothing smaller to look at.
  if (boxes.length === 0) {
    data.scenario.territories.forEach(({ id }, index) => {
      const box = territoryIds.includes(id) ? boxOfTerritory(data, index) : null;
      if (box) boxes.push(box);
    });
  }
  if (boxes.length === 0) return null;
  return boxes.reduce((all, box) => [
    Math.min(all[0], box[0]),
    Math.min(all[1], box[1]),
    Math.max(all[2], box[2]),
    Math.max(all[3], box[3]),
  ]);
}

import { useRef, useState } from 'react';
import {
  combineRows,
  lassoSelect,
  radiusSelect,
  type ClosedLine,
  type SelectionMode,
} from '../../../shared/geo/lassoSelect';
import { combineUnits, unitsInLine, unitsOnPath } from '../../../shared/geo/unitSelect';
import type { TerritoryMap } from '../../map/TerritoryMap';
import type { MapPoint, ToolEvents } from '../../map/toolGestures';
import { NO_UNITS, selectTerritory, viewStore } from '../../state/viewStore';
import { growRows, growUnits } from './growRows';
import { dropMove, pickForMove } from './moveActions';
import { suggestReceiver } from './suggestReceiver';
import { rowsOfUnits, type UnitsOnMap } from './useMapUnits';
import type { TerritoriesData } from './useTerritoriesData';

/** What tools do: they catch accounts, or units where these are chosen, and their move is priced. */
export interface MapPicking {
  readonly draft: ClosedLine | null;
  readonly shape: ClosedLine | null;
  /** Units under the brush, before it is lifted. */
  readonly brushedUnits: readonly number[] | null;
  readonly dropShape: () => void;
  readonly onDraft: ToolEvents['onDraft'];
  readonly onShape: ToolEvents['onShape'];
  readonly brush: (
    map: TerritoryMap | null,
    path: readonly MapPoint[],
    radius: number,
    mode: SelectionMode,
    phase: 'start' | 'move' | 'end',
  ) => void;
  readonly click: (map: TerritoryMap | null, point: MapPoint, mode: SelectionMode) => void;
  readonly grow: () => void;
  readonly pickRows: (rows: Int32Array, mode: SelectionMode) => void;
}

const NONE = new Int32Array(0);

export function useMapPicking(data: TerritoriesData, units: UnitsOnMap | null): MapPicking {
  const { scenario, evaluation, places, selectedIndex } = data;
  const { assignment, index, assignable } = evaluation.territories;
  const [draft, setDraft] = useState<ClosedLine | null>(null);
  const [shape, setShape] = useState<ClosedLine | null>(null);
  const [brushedUnits, setBrushedUnits] = useState<readonly number[] | null>(null);
  const brushed = useRef<Int32Array | null>(null);

  function receiverIdFor(rows: Int32Array): string | null {
    const receiver = suggestReceiver(rows, assignment, data.neighbours(), index, selectedIndex, assignable);
    return scenario.territories[receiver]?.id ?? null;
  }

  // While more is added the receiver stays who it was.
  function receiverIdOf(rows: Int32Array, mode: SelectionMode): string | null {
    const known = viewStore.getState().mapPreview?.territoryId ?? null;
    return mode === 'replace' || known === null ? receiverIdFor(rows) : known;
  }

  function pickRows(rows: Int32Array, mode: SelectionMode): void {
    const all = combineRows(viewStore.getState().selectedRows, rows, mode);
    pickForMove({ rows: all, unitIds: NO_UNITS, newKeys: null }, receiverIdOf(all, mode));
  }

  function pickUnits(onMap: UnitsOnMap, picked: readonly number[], mode: SelectionMode): void {
    const { ground, newKeys } = onMap;
    const unitIds = combineUnits(
      viewStore.getState().pickedUnits,
      picked.map((unit) => ground.map.ids[unit]!),
      mode,
    );
    const inside = rowsOfUnits(
      onMap,
      unitIds.map((unitId) => ground.indexOfId.get(unitId)!),
    );
    const rows = viewStore.getState().unitScope === 'unitsOnly' ? NONE : inside;
    // Empty land goes to the territory round it, or to the open one.
    const isEmpty = inside.length === 0 && selectedIndex < 0 && ground.level === 'county';
    const around = isEmpty ? scenario.territories[data.owners?.[picked[0] ?? -1] ?? -1]?.id : undefined;
    pickForMove({ rows, unitIds, newKeys }, around ?? receiverIdOf(inside, mode));
  }

  function click(map: TerritoryMap | null, point: MapPoint, mode: SelectionMode): void {
    if (units) {
      const under = unitsOnPath(units.ground.locator, [point]);
      if (under.length > 0) pickUnits(units, under, mode);
      else if (mode === 'replace') dropMove(true);
      return;
    }
    const row = map?.accountAt(point) ?? -1;
    if (row >= 0) {
      const rows = combineRows(viewStore.getState().selectedRows, Int32Array.of(row), mode);
      viewStore.setState({ selectedRows: rows, focusedRow: row });
      const owner = scenario.territories[assignment[row]!];
      if (owner && mode === 'replace') selectTerritory(owner.id);
      if (viewStore.getState().mapPreview) dropMove(false);
      return;
    }
    if (mode !== 'replace') return;
    const owner = map?.ownerAt(point) ?? null;
    selectTerritory(owner !== null && owner >= 0 ? (scenario.territories[owner]?.id ?? null) : null);
    dropMove(true);
    setShape(null);
  }

  function grow(): void {
    setShape(null);
    if (units) {
      const { pickedUnits } = viewStore.getState();
      const picked = pickedUnits.map((unitId) => units.ground.indexOfId.get(unitId)!);
      pickUnits(units, growUnits(picked, units.ground.map), 'add');
      return;
    }
    const { basemap, unitOfRow } = data;
    const { selectedRows } = viewStore.getState();
    if (basemap && unitOfRow) {
      pickRows(growRows(selectedRows, basemap.counties, unitOfRow, places.hidden), 'add');
    }
  }

  return {
    draft,
    shape,
    brushedUnits,
    dropShape: () => setShape(null),
    onDraft: setDraft,
    onShape: (line, mode) => {
      setDraft(null);
      setShape(line);
      if (units) pickUnits(units, unitsInLine(units.ground.middles, units.ground.locator, line), mode);
      else pickRows(lassoSelect(places.points, places.index, line), mode);
    },
    brush: (map, path, radius, mode, phase) => {
      if (units) {
        const stroke = [...(brushedUnits ?? []), ...unitsOnPath(units.ground.locator, path)];
        setBrushedUnits(phase === 'end' ? null : [...new Set(stroke)]);
        if (phase === 'end') pickUnits(units, [...new Set(stroke)], mode);
        return;
      }
      const under = path.map((point) => radiusSelect(places.index, point.x, point.y, radius));
      const stroke = under.reduce((all, rows) => combineRows(all, rows, 'add'), brushed.current ?? NONE);
      brushed.current = phase === 'end' ? null : stroke;
      if (phase === 'end') pickRows(stroke, mode);
      else map?.setSelection(combineRows(viewStore.getState().selectedRows, stroke, mode));
    },
    click,
    grow,
    pickRows,
  };
}

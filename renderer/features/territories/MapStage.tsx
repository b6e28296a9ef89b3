import {
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { mercatorX, mercatorY } from '../../../shared/geo/projection';
import { DETAIL_ZOOMS } from '../../map/basemapDetail';
import { isDensityShown } from '../../map/crowding';
import type { MapPoints } from '../../map/mapAccounts';
import type { MapView, TerritoryMap } from '../../map/TerritoryMap';
import type { MapPoint } from '../../map/toolGestures';
import type { MapUnits } from '../../map/UnitLayerDrawing';
import { useTerritoryMap } from '../../map/useTerritoryMap';
import { openDialog } from '../../state/dialogStore';
import { useMapChoices } from '../../state/mapChoices';
import { useViewStore } from '../../state/viewStore';
import { BoundaryHint } from './boundary/BoundaryHint';
import { useBoundaryEditing } from './boundary/boundaryStore';
import { useBoundaryOnMap } from './boundary/useBoundaryOnMap';
import { CardOnMap } from './CardOnMap';
import { DriveReach } from './DriveReach';
import { boxOfPlan, boxOfTerritory } from './mapBoxes';
import { MapLegend } from './MapLegend';
import classes from './MapStage.module.css';
import { useMapFocus } from './mapFocus';
import { MapHint, MapTools } from './MapTools';
import { MapTooltip, type Hovered } from './MapTooltip';
import { MapZoom } from './MapZoom';
import { SelectByColumn } from './SelectByColumn';
import { UnitTooltip } from './UnitTooltip';
import { useMapColoring } from './useMapColoring';
import { useMapContent } from './useMapContent';
import { useMapPicking, type MapPicking } from './useMapPicking';
import { useMapUnits, type UnitsOnMap } from './useMapUnits';
import { useMoveKeys } from './useMoveKeys';
import type { TerritoriesData } from './useTerritoriesData';
import { useTerritoryLabels } from './useTerritoryLabels';

interface MapStageProps {
  readonly data: TerritoriesData;
  /** Where the screen's other parts find the way to show a territory on the map. */
  readonly showTerritoryRef: RefObject<((territory: number) => void) | null>;
  /** What floats on the map and goes under the tip of the pointer. */
  readonly children?: ReactNode;
}

/** The map with all that floats on it. Tools pick accounts or units; the card prices their move before it is made. */
export function MapStage({ data, showTerritoryRef, children }: MapStageProps) {
  const { plan, places } = data;
  const [view, setView] = useState<MapView | null>(null);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const pointed = useRef<MapPoint | null>(null);
  const picked = useViewStore((state) => state.mapPreview);
  const { units, problem: unitsProblem } = useMapUnits(data);
  const picking = useMapPicking(data, units);
  const { draft, shape } = picking;

  // A finished shape stands for what it caught: without that it goes.
  const isCaught = useViewStore((state) => state.selectedRows.length > 0 || state.pickedUnits.length > 0);
  const shownShape = isCaught || draft ? (draft ?? shape) : null;
  useMoveKeys(picking.dropShape);

  const { ref, map, isNew } = useTerritoryMap(
    plan.id,
    {
      onDraft: picking.onDraft,
      onShape: picking.onShape,
      onBrush: (path, radius, mode, phase) => picking.brush(map, path, radius, mode, phase),
      onClick: (point, mode) => picking.click(map, point, mode),
      onHover: (point) => {
        pointed.current = point;
        setHovered(hoverAt(map, units, point));
      },
    },
    setView,
  );
  // The land of another level may come only after the pointer has come to rest.
  const hoverAgain = useEffectEvent(() => setHovered(hoverAt(map, units, pointed.current)));
  const ground = units?.ground;
  useEffect(() => hoverAgain(), [ground]);

  const { coloring, classed, kinds, classOfUnit } = useMapColoring(data, units);
  const labels = useTerritoryLabels(data);
  const dotView = useMapChoices((choices) => choices.dotView);

  // The tools stay as they are drawn while edits come and go.
  const pickingRef = useRef<MapPicking | null>(null);
  useEffect(() => {
    pickingRef.current = picking;
  });
  const growNow = useCallback(() => pickingRef.current?.grow(), []);
  const formTools = useMemo(
    () => (
      <>
        <SelectByColumn onPick={(rows, mode) => pickingRef.current?.pickRows(rows, mode)} />
        <DriveReach map={map} onShape={(line, mode) => pickingRef.current?.onShape(line, mode)} />
      </>
    ),
    [map],
  );
  const print = useCallback(() => openDialog({ kind: 'print', shown: map?.shownBox() ?? null }), [map]);
  const zoomBy = useCallback((steps: number) => map?.zoomBy(steps), [map]);
  const fitPlan = useCallback(() => fitMap(map, places, true), [map, places]);
  const fitFirst = useEffectEvent(() => fitMap(map, places, false));
  useEffect(() => {
    if (map && isNew) fitFirst();
  }, [map, isNew]);
  useEffect(() => {
    showTerritoryRef.current = (territory) => {
      const box = boxOfTerritory(data, territory);
      if (map && box) map.fit(box, true, 9);
    };
  });

  const mapUnits = useUnitDrawing(units, classOfUnit, picking.brushedUnits);
  useMapContent(map, data, coloring, labels, shownShape, mapUnits);
  useMapFocus(map, data);
  const hasBoundaries = useBoundaryOnMap(map, data);
  const isEditing = useBoundaryEditing() !== null;

  // What the legend names; of the plan itself there is another one after every move of an account.
  const { accounts, unitMeasures } = plan;
  const named = useMemo(() => ({ accounts, unitMeasures }), [accounts, unitMeasures]);

  const problem = data.mapProblem ?? unitsProblem;
  return (
    <div className={classes.stage}>
      <div
        ref={ref}
        className={classes.map}
        role="application"
        aria-label="Map of territories. Everything on it can also be done from the list and the table."
        tabIndex={0}
      />
      {problem && <p className={classes.problem}>{problem}</p>}
      <MapTools onGrow={growNow}>{formTools}</MapTools>
      {isEditing ? <BoundaryHint /> : <MapHint />}
      <MapLegend
        plan={named}
        places={places}
        sizes={data.sizes}
        classed={classed}
        kinds={kinds}
        isDensity={view !== null && isDensityShown(dotView, coloring.kind, places, view.zoom)}
        hasZip3={view !== null && isZip3Shown(map, view)}
        hasBoundaries={hasBoundaries}
      />
      <MapZoom view={view} onZoom={zoomBy} onFit={fitPlan} onPrint={print} />
      {children}
      {hovered && !picked && !isEditing && hovered.row >= 0 && <MapTooltip data={data} hovered={hovered} />}
      {hovered && !isEditing && hovered.row < 0 && units && (
        <UnitTooltip data={data} units={units} hovered={hovered} />
      )}
      {map && picked && <CardOnMap data={data} map={map} shape={shownShape} labels={labels} view={view} />}
    </div>
  );
}

function fitMap(map: TerritoryMap | null, places: MapPoints, isAnimated: boolean): void {
  const box = boxOfPlan(places);
  if (map && box) map.fit(box, isAnimated);
}

/** Whether the base map shows ZIP3 areas: from near, in the USA. */
function isZip3Shown(map: TerritoryMap | null, { lat, lng, zoom }: MapView): boolean {
  const middle = { x: mercatorX(lng), y: mercatorY(lat) };
  return map !== null && zoom >= DETAIL_ZOOMS.zip3 && map.ownerAt(middle) !== null;
}

/** The account under the pointer; where units are picked the unit. */
function hoverAt(map: TerritoryMap | null, units: UnitsOnMap | null, point: MapPoint | null): Hovered | null {
  if (!map || !point) return null;
  const row = units ? -1 : map.accountAt(point);
  const unit = units ? units.ground.locator.locate(point.x, point.y) : -1;
  return row >= 0 || unit >= 0 ? { row, unit, ...map.toPixels(point), ...map.size() } : null;
}

/** What the map draws of the units; while a brush is down also what it has touched. */
function useUnitDrawing(
  units: UnitsOnMap | null,
  classOfUnit: Int32Array | null,
  brushed: readonly number[] | null,
): MapUnits | null {
  const pickedUnits = useViewStore((state) => state.pickedUnits);
  return useMemo(() => {
    if (!units) return null;
    const { ground, claimed } = units;
    const known = pickedUnits.flatMap((unitId) => ground.indexOfId.get(unitId) ?? []);
    return { ground, claimed, classOfUnit, picked: brushed ? [...known, ...brushed] : known };
  }, [units, classOfUnit, brushed, pickedUnits]);
}

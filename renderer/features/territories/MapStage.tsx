import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, type RefObject } from 'react';
import {
  combineRows,
  lassoSelect,
  radiusSelect,
  type ClosedLine,
  type SelectionMode,
} from '../../../shared/geo/lassoSelect';
import type { MapPoints } from '../../map/mapAccounts';
import type { TerritoryLabel } from '../../map/paintLabels';
import type { MapView, TerritoryMap } from '../../map/TerritoryMap';
import type { MapPoint } from '../../map/toolGestures';
import { useTerritoryMap } from '../../map/useTerritoryMap';
import { useResultStore } from '../../state/resultStore';
import { selectTerritory, useViewStore, viewStore } from '../../state/viewStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { growRows } from './growRows';
import { boxOfTerritory, boxOfPlan } from './mapBoxes';
import { MapLegend } from './MapLegend';
import classes from './MapStage.module.css';
import { MapHint, MapTools } from './MapTools';
import { MapTooltip, type Hovered } from './MapTooltip';
import { MapZoom } from './MapZoom';
import { commitMove, dropMove, pickForMove } from './moveActions';
import { placeCard, type PixelBox } from './placeCard';
import { PreviewCard } from './PreviewCard';
import { suggestReceiver } from './suggestReceiver';
import { useMapColoring } from './useMapColoring';
import type { TerritoriesData } from './useTerritoriesData';
import { useMapContent } from './useMapContent';
import { useMapPicture } from './useMapPicture';

interface MapStageProps {
  readonly data: TerritoriesData;
  /** Where the screen's other parts find the way to show a territory on the map. */
  readonly showTerritoryRef: RefObject<((territory: number) => void) | null>;
}

const CARD_WIDTH_PX = 306;

/** The map with all that floats on it. Tools pick accounts; the card prices their move before it is made. */
export function MapStage({ data, showTerritoryRef }: MapStageProps) {
  const { plan, scenario, evaluation, places, selectedIndex } = data;
  const { assignment, index, assignable } = evaluation.territories;
  const [view, setView] = useState<MapView | null>(null);
  const [draft, setDraft] = useState<ClosedLine | null>(null);
  const [shape, setShape] = useState<ClosedLine | null>(null);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const picked = useViewStore((state) => state.mapPreview);
  const brushed = useRef<Int32Array | null>(null);

  function receiverIdFor(rows: Int32Array): string | null {
    const receiver = suggestReceiver(rows, assignment, data.neighbours, index, selectedIndex, assignable);
    return scenario.territories[receiver]?.id ?? null;
  }

  function pick(rows: Int32Array, mode: SelectionMode): void {
    const all = combineRows(viewStore.getState().selectedRows, rows, mode);
    // While more is added the receiver stays who it was.
    const known = viewStore.getState().mapPreview?.territoryId ?? null;
    pickForMove(all, mode === 'replace' || known === null ? receiverIdFor(all) : known);
  }

  function click(point: MapPoint, mode: SelectionMode): void {
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
    const { basemap, unitOfRow } = data;
    const { selectedRows } = viewStore.getState();
    if (!basemap || !unitOfRow) return;
    setShape(null);
    pick(growRows(selectedRows, basemap.counties, unitOfRow, places.hidden), 'add');
  }

  // A finished shape stands for the accounts that it caught: without them it goes.
  const selectedCount = useViewStore((state) => state.selectedRows.length);
  const shownShape = selectedCount > 0 || draft ? (draft ?? shape) : null;
  useMoveKeys(() => setShape(null));

  const { ref, map, isNew } = useTerritoryMap(
    plan.id,
    {
      onDraft: setDraft,
      onShape: (line, mode) => {
        setDraft(null);
        setShape(line);
        pick(lassoSelect(places.points, places.index, line), mode);
      },
      onBrush: (path, radius, mode, phase) => {
        const under = path.map((point) => radiusSelect(places.index, point.x, point.y, radius));
        const stroke = under.reduce((all, rows) => combineRows(all, rows, 'add'), brushed.current ?? NONE);
        brushed.current = phase === 'end' ? null : stroke;
        if (phase === 'end') pick(stroke, mode);
        else map?.setSelection(combineRows(viewStore.getState().selectedRows, stroke, mode));
      },
      onClick: click,
      onHover: (point) => setHovered(hoverAt(map, point)),
    },
    setView,
  );

  const { coloring, classes: measureClasses } = useMapColoring(data);
  const labels = useTerritoryLabels(data);

  // The tools stay as they are drawn while edits come and go.
  const growRef = useRef<(() => void) | null>(null);
  useEffect(() => {
    growRef.current = grow;
  });
  const growNow = useCallback(() => growRef.current?.(), []);
  const savePicture = useMapPicture(map, data);
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

  useMapContent(map, data, coloring, labels, shownShape);

  return (
    <div className={classes.stage}>
      <div
        ref={ref}
        className={classes.map}
        role="application"
        aria-label="Map of territories. Everything on it can also be done from the list and the table."
        tabIndex={0}
      />
      {data.mapProblem && <p className={classes.problem}>{data.mapProblem}</p>}
      <MapTools onGrow={growNow} />
      <MapHint />
      <MapLegend
        measures={plan.accounts.measures}
        places={places}
        sizes={data.sizes}
        measureClasses={measureClasses}
      />
      <MapZoom view={view} onZoom={zoomBy} onFit={fitPlan} onPicture={savePicture} />
      {hovered && !picked && <MapTooltip data={data} hovered={hovered} />}
      {map && picked && <CardOnMap data={data} map={map} shape={shownShape} labels={labels} view={view} />}
    </div>
  );
}

const NONE = new Int32Array(0);

function fitMap(map: TerritoryMap | null, places: MapPoints, isAnimated: boolean): void {
  const box = boxOfPlan(places);
  if (map && box) map.fit(box, isAnimated);
}

function hoverAt(map: TerritoryMap | null, point: MapPoint | null): Hovered | null {
  const row = map && point ? map.accountAt(point) : -1;
  return map && point && row >= 0 ? { row, ...map.toPixels(point), ...map.size() } : null;
}

/** Names and indices of territories, the selected one first: it has the best right to its place. */
function useTerritoryLabels(data: TerritoriesData): readonly PlacedLabel[] {
  const { labelSpots: spots, evaluation, scenario, selectedIndex } = data;
  const { index, accounts } = evaluation.territories;
  const format = usePlanFormat();
  const [keep] = useState(keepEqualLabels);
  return useMemo(() => {
    const order = spots.map((_, territory) => territory);
    const rank = (k: number) => (k === selectedIndex ? Infinity : accounts.totals[k]!);
    order.sort((a, b) => rank(b) - rank(a));
    const labels = order.flatMap((territory) => {
      const spot = spots[territory];
      const { name, isRemoved } = scenario.territories[territory]!;
      if (!spot || isRemoved) return [];
      const figure = Number.isNaN(index[territory]!) ? '' : format.index(index[territory]!);
      return [{ ...spot, territory, name, figure }];
    });
    return keep(labels);
  }, [spots, selectedIndex, accounts, scenario.territories, index, format, keep]);
}

type PlacedLabel = TerritoryLabel & { readonly territory: number };

/** Gives the labels from before where an edit changes none: the map then leaves them as they are drawn. */
function keepEqualLabels(): (labels: readonly PlacedLabel[]) => readonly PlacedLabel[] {
  let kept: readonly PlacedLabel[] = [];
  const isKept = (label: PlacedLabel, at: number): boolean => {
    const other = kept[at]!;
    return (
      label.territory === other.territory &&
      label.name === other.name &&
      label.figure === other.figure &&
      label.x === other.x &&
      label.y === other.y &&
      label.reachY === other.reachY
    );
  };
  return (labels) => (labels.length === kept.length && labels.every(isKept) ? kept : (kept = labels));
}

/** Enter makes the previewed move, Esc drops it, from anywhere that has no use of its own for them. */
function useMoveKeys(onDrop: () => void): void {
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !(event.target instanceof Element)) return;
      if (
        event.target.closest('input, textarea, button, [role="menu"], [role="listbox"], [role="dialog"] *')
      ) {
        if (event.key !== 'Escape') return;
      }
      const { mapPreview, selectedRows } = viewStore.getState();
      if (event.key === 'Enter' && mapPreview) commitMove();
      else if (event.key === 'Escape' && (mapPreview ?? selectedRows.length > 0)) {
        dropMove(true);
        drop();
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

interface CardOnMapProps {
  readonly data: TerritoriesData;
  readonly map: TerritoryMap;
  readonly shape: ClosedLine | null;
  readonly labels: readonly (TerritoryLabel & { readonly territory: number })[];
  /** Where the map looks; the card follows the shape when it moves. */
  readonly view: MapView | null;
}

/** The preview card beside the shape. */
function CardOnMap({ data, map, shape, labels, view }: CardOnMapProps) {
  const picked = useViewStore((state) => state.mapPreview);
  const preview = useResultStore((state) => state.preview);
  const [heightPx, setHeightPx] = useState(260);
  if (!picked || !preview || !view) return null;
  const size = map.size();
  const receiver = labels.find(
    ({ territory }) => data.scenario.territories[territory]?.id === picked.territoryId,
  );
  const isNarrow = window.innerWidth <= 1100;
  const spot = placeCard({
    mapWidth: size.width,
    mapHeight: size.height,
    cardWidth: CARD_WIDTH_PX,
    cardHeight: heightPx,
    shape: shape && !isNarrow ? boxOfShape(map, shape) : null,
    label: receiver ? boxOfLabel(map, receiver) : null,
    controls: [
      { left: 0, top: 0, right: 50, bottom: 310 },
      { left: 0, top: size.height - 110, right: 240, bottom: size.height },
      { left: size.width - 50, top: size.height - 180, right: size.width, bottom: size.height },
    ],
  });
  return (
    <div className={classes.card} data-map-control style={spot}>
      <PreviewCard data={data} picked={picked} preview={preview} onHeight={setHeightPx} />
    </div>
  );
}

function boxOfShape(map: TerritoryMap, line: ClosedLine): PixelBox {
  const xs = line.filter((_, at) => at % 2 === 0);
  const ys = line.filter((_, at) => at % 2 === 1);
  const corner = map.toPixels({ x: Math.min(...xs), y: Math.min(...ys) });
  const opposite = map.toPixels({ x: Math.max(...xs), y: Math.max(...ys) });
  return { ...corner, right: opposite.left, bottom: opposite.top };
}

function boxOfLabel(map: TerritoryMap, label: TerritoryLabel): PixelBox {
  const { left, top } = map.toPixels(label);
  const half = label.name.length * 3.5;
  return { left: left - half, right: left + half, top: top - 14, bottom: top + 14 };
}

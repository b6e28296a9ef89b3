import { useEffect, useMemo, useState } from 'react';
import { lineOfBoundary } from '../../../../shared/geo/boundaryLine';
import { basemapDetail, DETAIL_ZOOMS } from '../../../map/basemapDetail';
import { isDensityShown } from '../../../map/crowding';
import { readPaperTheme, type MapTheme } from '../../../map/mapTheme';
import type { PictureScene } from '../../../map/paintPicture';
import { frameOfBox } from '../../../map/pictureFrame';
import { useMapChoices } from '../../../state/mapChoices';
import { useViewStore } from '../../../state/viewStore';
import { usePlanFormat } from '../../../ui/PlanFormatContext';
import { boxOfPaper, type UnitBox } from '../mapBoxes';
import { treeRows } from '../treeRows';
import { useMapColoring } from '../useMapColoring';
import { useMapUnits } from '../useMapUnits';
import type { TerritoriesData } from '../useTerritoriesData';
import { useTerritoryLabels } from '../useTerritoryLabels';
import { legendRows, legendTitle } from './legendRows';
import type { MapPage } from './paintMapPage';

/** What pages are made from. */
export interface PrintedMap {
  readonly page: MapPage;
  readonly scene: PictureScene;
  readonly theme: MapTheme;
  /** Territories that hold accounts, in the order of the tree. */
  readonly territories: readonly number[];
}

const NONE: ReadonlySet<string> = new Set();
/** About the map's size on a page, CSS pixels: whatever the paper, a map is all dots or all density. */
const PAGE_MAP = { width: 800, height: 600 } as const;
const WORLD: UnitBox = [0.15, 0.3, 0.35, 0.45];

/** The map as it goes on paper, coloured as on screen; null until the base map is read. @param shown null = all accounts */
export function usePrintedMap(data: TerritoriesData, shown: UnitBox | null): PrintedMap | null {
  const { plan, scenario, evaluation, basemap, owners, places, sizes, colorIndices } = data;
  const format = usePlanFormat();
  const { units } = useMapUnits(data);
  const color = useViewStore((view) => view.mapColor);
  const { coloring, classed, kinds, classOfUnit } = useMapColoring(data, units);
  const labels = useTerritoryLabels(data);
  const dotView = useMapChoices((choices) => choices.dotView);
  const { assignment, assignable, accounts, index } = evaluation.territories;
  const theme = useMemo(() => readPaperTheme(), []);
  const boundaries = useMemo(
    () =>
      scenario.territories.flatMap(({ boundary, isRemoved, role }, territory) =>
        boundary && !isRemoved && role === undefined ? [{ territory, line: lineOfBoundary(boundary) }] : [],
      ),
    [scenario.territories],
  );
  const detailCount = useDetailCount();
  return useMemo(() => {
    if (!basemap || !owners) return null;
    const box = shown ?? boxOfPaper(places) ?? WORLD;
    const { zoom } = frameOfBox(box, PAGE_MAP.width, PAGE_MAP.height, 0);
    const isDensity = isDensityShown(dotView, coloring.kind, places, zoom);
    const scene: PictureScene = {
      basemap,
      places,
      sizes,
      alignment: { assignment, colorIndices, owners },
      coloring,
      labels,
      units: units && { ground: units.ground, claimed: units.claimed, classOfUnit, picked: [] },
      boundaries,
      isDensity,
      only: -1,
    };
    const holders = new Set(assignable);
    const territories = treeRows(scenario, plan.reps, NONE, '')
      .map((row) => row.index)
      .filter((k) => holders.has(k));
    const made = new Date().toLocaleDateString(format.locale, { dateStyle: 'long' });
    const counted = `${format.number(territories.length)} territories, ${format.number(
      places.hidden.reduce((count, isHidden) => count + (isHidden ? 0 : 1), 0),
    )} accounts on the map`;
    const page: MapPage = {
      title: plan.name,
      subtitle: `${scenario.name} · ${counted}`,
      foot: `${made} · Evenland`,
      scene,
      box,
      legendTitle: legendTitle(data, color),
      legend: legendRows(
        data,
        {
          color,
          classed,
          kinds,
          isDensity,
          hasZip3: detailCount > 0 && zoom >= DETAIL_ZOOMS.zip3,
          hasBoundaries: boundaries.length > 0,
        },
        theme,
        format,
      ),
      rows: territories.map((k) => ({
        name: scenario.territories[k]!.name,
        colorIndex: scenario.territories[k]!.colorIndex,
        accounts: format.number(accounts.totals[k]!),
        index: format.index(index[k]!, scenario.corridorShare),
      })),
    };
    return { page, scene, theme, territories };
  }, [
    basemap,
    owners,
    places,
    sizes,
    assignment,
    colorIndices,
    coloring,
    labels,
    units,
    classOfUnit,
    assignable,
    scenario,
    plan,
    format,
    shown,
    data,
    color,
    classed,
    kinds,
    boundaries,
    detailCount,
    dotView,
    theme,
    accounts,
    index,
  ]);
}

/** Lines that the base map has read of late; a page is near enough for all of them, or one of a book is. */
function useDetailCount(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isWanted = true;
    basemapDetail.want(Math.max(...Object.values(DETAIL_ZOOMS)), () => {
      if (isWanted) setCount((before) => before + 1);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return count;
}

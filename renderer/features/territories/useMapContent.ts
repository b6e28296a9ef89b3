import { useEffect } from 'react';
import type { ClosedLine } from '../../../shared/geo/lassoSelect';
import type { TerritoryLabel } from '../../map/placeLabels';
import type { MapColoring } from '../../map/mapColoring';
import type { TerritoryMap } from '../../map/TerritoryMap';
import type { MapUnits } from '../../map/UnitLayerDrawing';
import { useMapChoices } from '../../state/mapChoices';
import { useViewStore } from '../../state/viewStore';
import type { TerritoriesData } from './useTerritoriesData';

/** Tells the map what to show, each part only when it changes. */
export function useMapContent(
  map: TerritoryMap | null,
  data: TerritoriesData,
  coloring: MapColoring,
  labels: readonly TerritoryLabel[],
  shape: ClosedLine | null,
  units: MapUnits | null,
): void {
  const { basemap, places, sizes, colorIndices, owners, selectedIndex } = data;
  const { assignment } = data.evaluation.territories;
  const selectedRows = useViewStore((view) => view.selectedRows);
  const tool = useViewStore((view) => view.tool);
  const dotView = useMapChoices((choices) => choices.dotView);
  useEffect(() => {
    if (map && basemap) map.setBasemap(basemap);
  }, [map, basemap]);
  useEffect(() => map?.setDotView(dotView), [map, dotView]);
  const { names } = data.plan.accounts;
  useEffect(() => map?.setAccounts(places, sizes, names), [map, places, sizes, names]);
  useEffect(
    () => map?.setAlignment({ assignment, colorIndices, owners }),
    [map, basemap, places, sizes, names, assignment, colorIndices, owners],
  );
  useEffect(() => map?.setColoring(coloring), [map, basemap, coloring]);
  useEffect(() => map?.setUnits(units), [map, units]);
  useEffect(() => map?.setLabels(labels), [map, labels]);
  useEffect(() => map?.selectTerritory(selectedIndex), [map, selectedIndex]);
  useEffect(() => map?.setSelection(selectedRows), [map, places, sizes, names, selectedRows]);
  useEffect(() => map?.shapes.setShape(shape), [map, shape]);
  useEffect(() => map?.setTool(tool), [map, tool]);
}

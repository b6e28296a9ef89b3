import { useMemo } from 'react';
import type { MeasureColumn } from '../../../shared/model/accountTable';
import { countedColumn } from '../../../shared/plan/accountColumns';
import type { MapColoring } from '../../map/mapColoring';
import { useViewStore } from '../../state/viewStore';
import { classesOfSums, measureClasses, type MeasureClasses } from './measureClasses';
import type { TerritoriesData } from './useTerritoriesData';
import type { UnitsOnMap } from './useMapUnits';

const BY_TERRITORY: MapColoring = { kind: 'territory' };
const BY_UNITS: MapColoring = { kind: 'measure', classOfUnit: null };

/** Classes of a measure as the legend names them. */
export interface ClassedMeasure {
  readonly name: string;
  readonly kind: MeasureColumn['kind'];
  readonly classes: MeasureClasses['classes'];
}

interface ColoringState {
  readonly coloring: MapColoring;
  /** Null while no measure colours the map. */
  readonly classed: ClassedMeasure | null;
  /** Class of each unit of the layer that is shown; null where none is, or no measure colours the map. */
  readonly classOfUnit: Int32Array | null;
}

/** What the map's areas are coloured by now: a measure by county, or by the units that are shown. */
export function useMapColoring(data: TerritoriesData, units: UnitsOnMap | null): ColoringState {
  const color = useViewStore((view) => view.mapColor);
  const { accounts, unitMeasures } = data.plan;
  const unitOfRow = units?.unitOfRow ?? data.unitOfRow;
  const unitCount = units?.ground.map.ids.length ?? data.unitCount;
  const measure =
    color.kind === 'measure' ? (accounts.measures.find(({ id }) => id === color.measureId) ?? null) : null;
  const ground = units?.ground ?? null;
  const landMeasure =
    color.kind === 'unitMeasure'
      ? unitMeasures?.find(({ id, level }) => id === color.unitMeasureId && level === ground?.level)
      : undefined;
  const ofLand = useMemo(() => {
    if (!landMeasure || !ground) return null;
    const sums = Float64Array.from(ground.map.ids, (id) => landMeasure.values[id] ?? Number.NaN);
    return { measure: landMeasure, ...classesOfSums(sums) };
  }, [landMeasure, ground]);
  const ofAccounts = useMemo(
    () =>
      measure && unitOfRow
        ? { measure, ...measureClasses(unitOfRow, countedColumn(accounts, measure), unitCount) }
        : null,
    [measure, accounts, unitOfRow, unitCount],
  );
  const classed = ofLand ?? ofAccounts;
  // By territory the index is of no matter: an edit then leaves the colouring as it is.
  const index = color.kind === 'index' ? data.evaluation.territories.index : null;
  const coloring = useMemo((): MapColoring => {
    if (classed) return ground ? BY_UNITS : { kind: 'measure', classOfUnit: classed.classOfUnit };
    return index ? { kind: 'index', index } : BY_TERRITORY;
  }, [classed, index, ground]);
  return useMemo(
    () => ({
      coloring,
      classed: classed && {
        name: classed.measure.name,
        kind: classed.measure.kind,
        classes: classed.classes,
      },
      classOfUnit: classed && ground ? classed.classOfUnit : null,
    }),
    [coloring, classed, ground],
  );
}

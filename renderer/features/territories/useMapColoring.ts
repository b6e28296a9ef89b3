import { useMemo } from 'react';
import { findAttribute, type MeasureColumn } from '../../../shared/model/accountTable';
import { countedColumn, presenceColumn } from '../../../shared/plan/accountColumns';
import type { MapColoring } from '../../map/mapColoring';
import { useViewStore } from '../../state/viewStore';
import { accountKinds, type AccountKinds } from './accountColoring';
import { classesOfDots, classesOfSums, measureClasses, type MeasureClasses } from './measureClasses';
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
  /** Kinds of accounts; null while no attribute colours their dots. */
  readonly kinds: AccountKinds | null;
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
  const dotMeasure =
    color.kind === 'accountMeasure'
      ? (accounts.measures.find(({ id }) => id === color.measureId) ?? null)
      : null;
  const dotAttribute = color.kind === 'accountAttribute' ? findAttribute(accounts, color.attributeId) : null;
  const { removed } = accounts;
  const ofDots = useMemo(
    () => (dotMeasure ? { measure: dotMeasure, ...classesOfDots(dotMeasure.values) } : null),
    [dotMeasure],
  );
  const kinds = useMemo(
    () => (dotAttribute ? accountKinds(dotAttribute, removed) : null),
    [dotAttribute, removed],
  );
  const heatMeasure =
    color.kind === 'heat' ? (accounts.measures.find(({ id }) => id === color.measureId) ?? null) : null;
  const isHeat = color.kind === 'heat';
  const weights = useMemo(
    () => (isHeat ? (heatMeasure ? countedColumn(accounts, heatMeasure) : presenceColumn(accounts)) : null),
    [isHeat, heatMeasure, accounts],
  );
  const ofAreas = ofLand ?? ofAccounts;
  const classed = ofAreas ?? ofDots;
  // By territory the index is of no matter: an edit then leaves the colouring as it is.
  const index = color.kind === 'index' ? data.evaluation.territories.index : null;
  const coloring = useMemo((): MapColoring => {
    if (weights) return { kind: 'heat', weights };
    if (ofDots) return { kind: 'accounts', scale: 'sequential', codeOfRow: ofDots.classOfUnit };
    if (kinds) return { kind: 'accounts', scale: 'categorical', codeOfRow: kinds.codeOfRow };
    if (ofAreas) return ground ? BY_UNITS : { kind: 'measure', classOfUnit: ofAreas.classOfUnit };
    return index ? { kind: 'index', index } : BY_TERRITORY;
  }, [weights, ofDots, kinds, ofAreas, index, ground]);
  return useMemo(
    () => ({
      coloring,
      classed: classed && {
        name: classed.measure.name,
        kind: classed.measure.kind,
        classes: classed.classes,
      },
      kinds,
      classOfUnit: ofAreas && ground ? ofAreas.classOfUnit : null,
    }),
    [coloring, classed, kinds, ofAreas, ground],
  );
}

import { useMemo } from 'react';
import { countedColumn } from '../../../shared/plan/accountColumns';
import type { MapColoring } from '../../map/TerritoryMap';
import { useViewStore } from '../../state/viewStore';
import { measureClasses, type MeasureClasses } from './measureClasses';
import type { TerritoriesData } from './useTerritoriesData';

const BY_TERRITORY: MapColoring = { kind: 'territory' };

/** What the map's areas are coloured by now, and for a measure the classes that the legend names. */
export function useMapColoring(data: TerritoriesData): {
  readonly coloring: MapColoring;
  readonly classes: MeasureClasses['classes'] | null;
} {
  const color = useViewStore((view) => view.mapColor);
  const { unitOfRow, unitCount } = data;
  const measure =
    color.kind === 'measure'
      ? (data.plan.accounts.measures.find(({ id }) => id === color.measureId) ?? null)
      : null;
  const { accounts } = data.plan;
  const classed = useMemo(
    () =>
      measure && unitOfRow ? measureClasses(unitOfRow, countedColumn(accounts, measure), unitCount) : null,
    [measure, accounts, unitOfRow, unitCount],
  );
  // By territory the index is of no matter: an edit then leaves the colouring as it is.
  const index = color.kind === 'index' ? data.evaluation.territories.index : null;
  const coloring = useMemo((): MapColoring => {
    if (classed) return { kind: 'measure', classOfUnit: classed.classOfUnit };
    return index ? { kind: 'index', index } : BY_TERRITORY;
  }, [classed, index]);
  return { coloring, classes: classed?.classes ?? null };
}

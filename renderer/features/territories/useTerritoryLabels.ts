import { useMemo, useState } from 'react';
import type { TerritoryLabel } from '../../map/placeLabels';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { TerritoriesData } from './useTerritoriesData';

/** Names and indices of territories, the selected one first: it has the best right to its place. */
export function useTerritoryLabels(data: TerritoriesData): readonly PlacedLabel[] {
  const { labelSpots: spots, evaluation, scenario, selectedIndex } = data;
  const { index, accounts } = evaluation.territories;
  const format = usePlanFormat();
  const [keep] = useState(keepEqualLabels);
  return useMemo(() => {
    const order = spots.map((_, territory) => territory);
    // By steps of half as much again: names would change places with every move between two of a size.
    const rank = (k: number) =>
      k === selectedIndex ? Infinity : Math.round(Math.log(1 + accounts.totals[k]!) / RANK_STEP);
    order.sort((a, b) => rank(b) - rank(a));
    const labels = order.flatMap((territory) => {
      const spot = spots[territory];
      const { name, isRemoved } = scenario.territories[territory]!;
      if (!spot || isRemoved) return [];
      const figure = Number.isNaN(index[territory]!)
        ? ''
        : format.index(index[territory]!, scenario.corridorShare);
      return [{ ...spot, territory, name, figure }];
    });
    return keep(labels);
  }, [spots, selectedIndex, accounts, scenario.territories, scenario.corridorShare, index, format, keep]);
}

const RANK_STEP = Math.log(1.5);

export type PlacedLabel = TerritoryLabel & { readonly territory: number };

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

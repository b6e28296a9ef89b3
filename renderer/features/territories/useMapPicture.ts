import { useEffect, useRef, useCallback } from 'react';
import type { TerritoryMap } from '../../map/TerritoryMap';
import { notify } from '../../state/noticeStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { saveMapPicture } from './saveMapPicture';
import type { TerritoriesData } from './useTerritoriesData';

/** Saves what the map shows, with the figures of all territories; the same function for as long as it is on screen. */
export function useMapPicture(map: TerritoryMap | null, data: TerritoriesData): () => void {
  const format = usePlanFormat();
  const saveRef = useRef<(() => void) | null>(null);
  useEffect(() => {
    saveRef.current = () => {
      if (!map) return;
      const { plan, scenario, evaluation } = data;
      const { index, accounts, assignable } = evaluation.territories;
      const rows = assignable.map((territory) => ({
        name: scenario.territories[territory]!.name,
        colorIndex: scenario.territories[territory]!.colorIndex,
        index: Number.isNaN(index[territory]!) ? '–' : format.index(index[territory]!),
        accounts: format.number(accounts.totals[territory]!),
      }));
      const { canvas, ratio } = map.picture();
      saveMapPicture(canvas, ratio, plan.name, scenario.name, rows).catch((error: unknown) =>
        notify(
          'warning',
          'The picture was not saved',
          error instanceof Error ? error.message : String(error),
        ),
      );
    };
  });
  return useCallback(() => saveRef.current?.(), []);
}

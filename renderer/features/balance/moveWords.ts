import { useMemo } from 'react';
import type { Scenario } from '../../../shared/model/scenario';
import type { MoveWords } from '../../../shared/plan/moveReason';
import { usePlanFormat } from '../../ui/PlanFormatContext';

/** How reasons of moves are written on screen. */
export function useMoveWords({ territories }: Pick<Scenario, 'territories'>): MoveWords {
  const format = usePlanFormat();
  return useMemo(
    () => ({
      distance: (km) => format.distance(km),
      percent: (share) => format.percent(share, share < 0.1 ? 1 : 0),
      territory: (index) => territories[index]?.name ?? 'nobody',
    }),
    [format, territories],
  );
}

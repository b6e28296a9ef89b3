import { useCallback } from 'react';
import type { Scenario } from '../../../../shared/model/scenario';
import type { Territory } from '../../../../shared/model/territory';
import { planStore } from '../../../state/planStore';
import { selectRows } from '../../../state/viewStore';
import { previewRows } from '../moveActions';
import { draggedNow, endDrag } from './dragPayload';
import { mayStandUnder } from './treeEdits';

/** What can be dropped on a node of the tree and what then happens; null = the space below all, which is the top. */
export function useTreeDrop({ id, territories, levels }: Pick<Scenario, 'id' | 'territories' | 'levels'>): {
  readonly takesDrop: (target: Territory | null) => boolean;
  readonly drop: (target: Territory | null) => void;
} {
  const lowest = levels.length - 1;
  const takesDrop = useCallback(
    (target: Territory | null): boolean => {
      const dragged = draggedNow();
      if (dragged?.kind === 'accounts') return target?.level === lowest;
      const moved = territories.find((territory) => territory.id === dragged?.territoryId);
      if (!moved) return false;
      return target ? mayStandUnder(moved, target) : moved.parentId !== null;
    },
    [territories, lowest],
  );
  const drop = useCallback(
    (target: Territory | null): void => {
      const dragged = draggedNow();
      endDrag();
      if (dragged?.kind === 'accounts' && target) {
        selectRows(dragged.rows);
        previewRows(dragged.rows, { territoryId: target.id });
      } else if (dragged?.kind === 'territory') {
        const { territoryId } = dragged;
        const parentId = target?.id ?? null;
        planStore.dispatch({ kind: 'moveTerritory', scenarioId: id, territoryId, parentId });
      }
    },
    [id],
  );
  return { takesDrop, drop };
}

import { Menu } from '@mantine/core';
import { IconVectorBezier2 } from '@tabler/icons-react';
import type { Territory } from '../../../../shared/model/territory';
import { planStore } from '../../../state/planStore';
import type { TerritoriesData } from '../useTerritoriesData';
import { boundaryFromLand, changeBoundary, drawBoundary, outlineOfLand } from './beginBoundary';

interface BoundaryItemsProps {
  readonly data: TerritoriesData;
  readonly territory: Territory;
}

/** What can be done with the line round a territory. */
export function BoundaryItems({ data, territory }: BoundaryItemsProps) {
  const { scenario } = data;
  const index = scenario.territories.indexOf(territory);
  const outline = territory.boundary ? null : outlineOfLand(data, index);
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconVectorBezier2 size={14} stroke={1.6} aria-hidden />}>
          Boundary
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {territory.boundary ? (
          <>
            <Menu.Item onClick={() => changeBoundary(territory)}>Edit…</Menu.Item>
            <Menu.Item onClick={() => drawBoundary(territory)}>Draw anew…</Menu.Item>
            <Menu.Item
              onClick={() =>
                planStore.dispatch({
                  kind: 'setBoundary',
                  scenarioId: scenario.id,
                  territoryId: territory.id,
                  boundary: null,
                })
              }
            >
              Remove, accounts stay
            </Menu.Item>
          </>
        ) : (
          <>
            <Menu.Item onClick={() => drawBoundary(territory)}>Draw…</Menu.Item>
            <Menu.Item
              disabled={outline === null}
              onClick={() => outline && boundaryFromLand(territory, outline)}
            >
              Round its land…
            </Menu.Item>
          </>
        )}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

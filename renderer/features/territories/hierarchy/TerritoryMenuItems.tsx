import { Menu } from '@mantine/core';
import {
  IconArrowMerge,
  IconArrowsSplit2,
  IconChartArrows,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconSubtask,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Territory } from '../../../../shared/model/territory';
import { TERRITORY_COLORS } from '../../../palette/territoryColors';
import { openDialog } from '../../../state/dialogStore';
import { planStore, usePlanStore } from '../../../state/planStore';
import { useViewStore } from '../../../state/viewStore';
import { usePlanFormat } from '../../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../../ui/TerritorySwatch';
import { BoundaryItems } from '../boundary/BoundaryItems';
import { useShownData } from '../shownData';
import type { TerritoriesData } from '../useTerritoriesData';
import {
  beginDissolve,
  beginHandOver,
  beginMerge,
  beginRemove,
  beginSplit,
  beginSplitOff,
} from './beginDraft';
import { renameTerritory, parentsFor } from './treeEdits';

interface TerritoryMenuItemsProps {
  readonly territory: Territory;
}

interface MenuPartProps extends TerritoryMenuItemsProps {
  readonly data: TerritoriesData;
}

const ICON = { size: 14, stroke: 1.6, 'aria-hidden': true } as const;

/** All that can be done with a territory or a node above it: the same in the tree and in the inspector. */
export function TerritoryMenuItems({ territory }: TerritoryMenuItemsProps) {
  const data = useShownData();
  const { scenario } = data;
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
  const selectedRows = useViewStore((view) => view.selectedRows);
  const format = usePlanFormat();
  const isLeaf = territory.level === scenario.levels.length - 1;
  const target = { scenarioId: scenario.id, territoryId: territory.id };
  if (isReadOnly) return <Menu.Label>This plan can only be read here.</Menu.Label>;
  return (
    <>
      <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={() => renameTerritory(scenario, territory)}>
        Rename…
      </Menu.Item>
      {isLeaf && <ColorSub territory={territory} scenarioId={scenario.id} />}
      <MoveSub data={data} territory={territory} />
      {isLeaf && <BoundaryItems data={data} territory={territory} />}
      {isLeaf && (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconArrowsSplit2 {...ICON} />}
            onClick={() => beginSplit(data, territory.id)}
          >
            Split…
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowsSplit2 {...ICON} />}
            disabled={selectedRows.length === 0}
            onClick={() => beginSplitOff(data, territory, selectedRows)}
          >
            {selectedRows.length === 0
              ? 'Split off the selection…'
              : `Split off ${format.number(selectedRows.length)} selected…`}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowMerge {...ICON} />}
            onClick={() => beginMerge(data, territory.id)}
          >
            Merge into…
          </Menu.Item>
          <Menu.Item
            leftSection={<IconChartArrows {...ICON} />}
            onClick={() => beginDissolve(data, territory.id)}
          >
            Dissolve into neighbours…
          </Menu.Item>
          <Menu.Item
            leftSection={<IconUsersGroup {...ICON} />}
            onClick={() => beginHandOver(data, territory.id)}
          >
            Hand accounts over…
          </Menu.Item>
        </>
      )}
      <Menu.Divider />
      {isLeaf && <LockItem data={data} territory={territory} />}
      <Menu.Item
        leftSection={<IconTrash {...ICON} />}
        onClick={() =>
          isLeaf ? beginRemove(data, territory) : planStore.dispatch({ kind: 'removeTerritory', ...target })
        }
      >
        {isLeaf ? 'Remove, accounts unassigned…' : 'Remove, those below move up'}
      </Menu.Item>
    </>
  );
}

function LockItem({ data, territory }: MenuPartProps) {
  const { id: scenarioId, exceptions = [] } = data.scenario;
  const lock = exceptions.find(
    ({ kind, target }) => kind === 'lock' && 'territoryId' in target && target.territoryId === territory.id,
  );
  if (!lock) {
    return (
      <Menu.Item
        leftSection={<IconLock {...ICON} />}
        onClick={() => openDialog({ kind: 'exception', target: { territoryId: territory.id } })}
      >
        Lock…
      </Menu.Item>
    );
  }
  return (
    <Menu.Item
      leftSection={<IconLockOpen {...ICON} />}
      onClick={() =>
        planStore.dispatch({
          kind: 'removeException',
          scenarioId,
          exceptionId: lock.id,
          isReleased: true,
        })
      }
    >
      Unlock
    </Menu.Item>
  );
}

function ColorSub({ territory, scenarioId }: { readonly territory: Territory; readonly scenarioId: string }) {
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<TerritorySwatch colorIndex={territory.colorIndex} />}>
          Colour
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {TERRITORY_COLORS.map(({ name }, colorIndex) => (
          <Menu.Item
            key={name}
            leftSection={<TerritorySwatch colorIndex={colorIndex} />}
            aria-current={colorIndex === territory.colorIndex || undefined}
            onClick={() => {
              if (colorIndex === territory.colorIndex) return;
              planStore.dispatch({
                kind: 'updateTerritory',
                scenarioId,
                territoryId: territory.id,
                fields: { colorIndex },
              });
            }}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

/** Every node above its level that it may stand under. */
function MoveSub({ data, territory }: MenuPartProps) {
  const { scenario } = data;
  const parents = parentsFor(scenario, territory);
  const move = (parentId: string | null) =>
    planStore.dispatch({
      kind: 'moveTerritory',
      scenarioId: scenario.id,
      territoryId: territory.id,
      parentId,
    });
  if (parents.length === 0 && territory.parentId === null) return null;
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconSubtask {...ICON} />}>Move under</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {parents.map(({ parent, path }) => (
          <Menu.Item
            key={parent.id}
            disabled={parent.id === territory.parentId}
            onClick={() => move(parent.id)}
          >
            {path}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={territory.parentId === null} onClick={() => move(null)}>
          The top
        </Menu.Item>
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

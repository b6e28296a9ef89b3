import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconPlus } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { Scenario } from '../../../shared/model/scenario';
import { roleEvaluation, roleScenario } from '../../state/activeRole';
import { activeScenario } from '../../state/activeScenario';
import { planStore } from '../../state/planStore';
import { viewStore } from '../../state/viewStore';
import { LevelsDialog } from './hierarchy/LevelsDialog';
import { addOverlay } from './hierarchy/overlayEdits';
import { addNode } from './hierarchy/treeEdits';
import { addTerritory, recolourCommand } from './territoryActions';
import type { TerritoriesData } from './useTerritoriesData';

interface TreeMenuProps extends Pick<Scenario, 'territories' | 'levels'> {
  /** As they are at the click. */
  readonly neighbours: TerritoriesData['neighbours'];
  /** Whether it is known whose land is where. */
  readonly hasLand: boolean;
  readonly setCollapsed: (collapsed: ReadonlySet<string>) => void;
  readonly onLevels: () => void;
}

const NONE_FOLDED = new Set<string>();

/** What these do they do to the plan as it is at the click: they follow no move of accounts. */
export const TreeTools = memo(function TreeTools(menu: Omit<TreeMenuProps, 'onLevels'>) {
  const [hasLevels, setHasLevels] = useState(false);
  return (
    <>
      <Tooltip label="Add territory">
        <ActionIcon aria-label="Add territory" onClick={() => addBesideSelected(menu.neighbours)}>
          <IconPlus size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <TreeMenu {...menu} onLevels={() => setHasLevels(true)} />
      {hasLevels && <LevelsDialog onClose={() => setHasLevels(false)} />}
    </>
  );
});

function addBesideSelected(neighbours: TerritoriesData['neighbours']): void {
  const scenario = roleScenario();
  const evaluation = roleEvaluation();
  if (!scenario || !evaluation) return;
  const { selectedRows } = viewStore.getState();
  const { assignment } = evaluation.territories;
  addTerritory(scenario, neighbours(), selectedTerritory(scenario), selectedRows, assignment);
}

function selectedTerritory(scenario: Scenario): Scenario['territories'][number] | null {
  const { selectedTerritoryId } = viewStore.getState();
  return scenario.territories.find(({ id, isRemoved }) => id === selectedTerritoryId && !isRemoved) ?? null;
}

function TreeMenu({ territories, levels, neighbours, hasLand, setCollapsed, onLevels }: TreeMenuProps) {
  const isReadOnly = planStore.store.getState().readOnlyReason !== null;
  const parents = territories.filter((territory) => territory.level < levels.length - 1);
  return (
    <Menu width={220} position="bottom-end" offset={4}>
      <Menu.Target>
        <ActionIcon aria-label="Tree options">
          <IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={parents.length === 0} onClick={() => setCollapsed(NONE_FOLDED)}>
          Unfold all
        </Menu.Item>
        <Menu.Item
          disabled={parents.length === 0}
          onClick={() => setCollapsed(new Set(parents.map((territory) => territory.id)))}
        >
          Fold all
        </Menu.Item>
        <Menu.Divider />
        {levels.slice(0, -1).map((name, level) => (
          <Menu.Item
            key={name}
            disabled={isReadOnly}
            onClick={() => {
              const scenario = roleScenario();
              if (scenario) addNode(scenario, level, selectedTerritory(scenario));
            }}
          >
            Add {name.toLowerCase()}…
          </Menu.Item>
        ))}
        <Menu.Item disabled={isReadOnly} onClick={onLevels}>
          Levels…
        </Menu.Item>
        <Menu.Item
          disabled={isReadOnly}
          onClick={() => {
            const scenario = activeScenario();
            if (scenario) addOverlay(scenario);
          }}
        >
          Add overlay role…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          disabled={isReadOnly || !hasLand}
          onClick={() => {
            const scenario = roleScenario();
            if (scenario) planStore.dispatch(recolourCommand(scenario, neighbours()));
          }}
        >
          Recolour territories
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

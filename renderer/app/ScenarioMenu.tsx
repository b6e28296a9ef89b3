import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { memo } from 'react';
import type { Scenario } from '../../shared/model/scenario';
import { useActiveScenario } from '../state/activeScenario';
import { openDialog } from '../state/dialogStore';
import { planStore, usePlanStore } from '../state/planStore';
import { showScenario } from '../state/viewStore';
import classes from './TopBar.module.css';

/** Which way to carve the accounts is on screen, and what can be done with it. Removing one can be undone. */
export function ScenarioMenu() {
  const scenarios = usePlanStore((state) => state.plan?.scenarios ?? NO_SCENARIOS);
  const active = useActiveScenario();
  return active && <Choices scenarios={scenarios} active={active} />;
}

const NO_SCENARIOS: readonly Scenario[] = [];

type Named = Pick<Scenario, 'id' | 'name'>;

interface ChoicesProps {
  readonly scenarios: readonly Named[];
  readonly active: Named;
}

const Choices = memo(function Choices({ scenarios, active }: ChoicesProps) {
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);

  function duplicate(): void {
    const newId = crypto.randomUUID();
    const name = freeName(
      `${active.name} copy`,
      scenarios.map((scenario) => scenario.name),
    );
    const result = planStore.dispatch({ kind: 'duplicateScenario', scenarioId: active.id, newId, name });
    if (result.ok) showScenario(newId);
  }

  function rename(): void {
    const { id, name } = active;
    openDialog({
      kind: 'name',
      title: 'Rename scenario',
      label: 'Name',
      initial: name,
      action: 'Rename',
      onAccept: (given) =>
        planStore.dispatch({ kind: 'updateScenario', scenarioId: id, fields: { name: given } }),
    });
  }

  return (
    <Menu width={260} position="bottom-start" offset={4}>
      <Menu.Target>
        <UnstyledButton
          className={classes.scenario}
          aria-label={`Scenario ${active.name}`}
          title={active.name}
        >
          <span className={classes.caption}>Scenario</span>
          <span className={classes.scenarioName}>{active.name}</span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={active.id} onChange={showScenario}>
          {scenarios.map(({ id, name }) => (
            <Menu.RadioItem key={id} value={id} closeMenuOnClick>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item disabled={isReadOnly} onClick={rename}>
          Rename
        </Menu.Item>
        <Menu.Item disabled={isReadOnly} onClick={duplicate}>
          Duplicate
        </Menu.Item>
        <Menu.Item
          disabled={isReadOnly || scenarios.length < 2}
          onClick={() => planStore.dispatch({ kind: 'removeScenario', scenarioId: active.id })}
        >
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}, isSame);

/** A move of accounts makes another scenario of the same name. */
function isSame(before: ChoicesProps, after: ChoicesProps): boolean {
  const isSameName = (one: Named | undefined, other: Named) =>
    one?.id === other.id && one.name === other.name;
  return (
    isSameName(before.active, after.active) &&
    before.scenarios.length === after.scenarios.length &&
    after.scenarios.every((scenario, at) => isSameName(before.scenarios[at], scenario))
  );
}

/** The name, with a number behind it where it is taken. */
function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let count = 2;
  while (taken.includes(`${wanted} ${count}`)) count++;
  return `${wanted} ${count}`;
}

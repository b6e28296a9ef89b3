import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconStack2 } from '@tabler/icons-react';
import { useActiveRole } from '../../../state/activeRole';
import { useActiveScenario } from '../../../state/activeScenario';
import { usePlanStore } from '../../../state/planStore';
import { showRole } from '../../../state/viewStore';
import { addOverlay, removeOverlay, renameOverlay } from './overlayEdits';
import classes from './RoleBar.module.css';

/** What the first alignment is called on screen. */
const PRIMARY_NAME = 'Primary';

/** Which alignment the screen works on; nothing where the scenario has no overlay. */
export function RoleBar() {
  const scenario = useActiveScenario();
  const active = useActiveRole();
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
  if (!scenario || scenario.alignments.length < 2) return null;
  const roles = scenario.alignments.map(({ role }, at) => (at === 0 ? undefined : role));
  const name = active ?? PRIMARY_NAME;
  return (
    <Menu width={260} position="bottom-start" offset={4}>
      <Menu.Target>
        <UnstyledButton
          className={classes.bar}
          aria-label={`Alignment ${name}`}
          title={name}
          data-overlay={active !== undefined || undefined}
        >
          <IconStack2 size={14} stroke={1.6} aria-hidden />
          <span className={classes.caption}>Alignment</span>
          <span className={classes.name}>{name}</span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={active ?? ''}
          onChange={(role) => showRole(typeof role === 'string' && role !== '' ? role : null)}
        >
          {roles.map((role) => (
            <Menu.RadioItem key={role ?? ''} value={role ?? ''} closeMenuOnClick>
              {role ?? PRIMARY_NAME}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item disabled={isReadOnly} onClick={() => addOverlay(scenario)}>
          Add overlay role…
        </Menu.Item>
        {active !== undefined && (
          <>
            <Menu.Item disabled={isReadOnly} onClick={() => renameOverlay(scenario, active)}>
              Rename…
            </Menu.Item>
            <Menu.Item disabled={isReadOnly} onClick={() => removeOverlay(scenario, active)}>
              Remove, with its territories
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { usePlanStore } from '../state/planStore';
import { PlanMenuItems } from './PlanMenuItems';
import classes from './TopBar.module.css';

/** The open plan's name, and all that can be done with a plan as a whole. */
export function PlanMenu() {
  const name = usePlanStore((state) => state.plan?.name ?? '');
  return (
    <Menu width={260} position="bottom-start" offset={4}>
      <Menu.Target>
        <UnstyledButton className={classes.plan} aria-label={`Plan ${name}`} title={name}>
          <span className={classes.name}>{name}</span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <PlanMenuItems />
      </Menu.Dropdown>
    </Menu>
  );
}

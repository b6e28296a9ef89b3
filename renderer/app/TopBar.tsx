import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { openSpotlight } from '@mantine/spotlight';
import { usePlanStore } from '../state/planStore';
import { goTo } from '../state/routeStore';
import { KeyCaps } from '../ui/KeyCaps';
import { AppMark } from './AppMark';
import { PlanMenu } from './PlanMenu';
import { SaveState } from './SaveState';
import { ScenarioMenu } from './ScenarioMenu';
import classes from './TopBar.module.css';
import { UndoRedo } from './UndoRedo';

/** Plan, scenario, undo and redo, save state, command search. */
export function TopBar() {
  const isPlanOpen = usePlanStore((state) => state.plan !== null);
  return (
    <header className={classes.bar}>
      <UnstyledButton
        className={classes.brand}
        aria-label="Evenland, all plans"
        onClick={() => goTo('welcome')}
      >
        <AppMark size={22} />
      </UnstyledButton>
      {isPlanOpen ? (
        <>
          <PlanMenu />
          <span className={classes.separator} />
          <ScenarioMenu />
          <span className={classes.separator} />
          <UndoRedo />
        </>
      ) : (
        <span className={classes.noPlan}>No plan open</span>
      )}
      <span className={classes.space} />
      {isPlanOpen && (
        <>
          <SaveState />
          <span className={classes.separator} />
        </>
      )}
      <UnstyledButton
        className={classes.search}
        aria-label="Search or run a command"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={openSpotlight}
      >
        <IconSearch size={15} stroke={1.6} aria-hidden />
        <span className={classes.searchLabel}>Search or run a command</span>
        <KeyCaps keys="mod+K" />
      </UnstyledButton>
    </header>
  );
}

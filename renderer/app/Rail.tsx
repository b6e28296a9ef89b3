import { Tooltip, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSettings, type Icon } from '@tabler/icons-react';
import { openDialog } from '../state/dialogStore';
import { goTo, type ScreenId } from '../state/routeStore';
import classes from './Rail.module.css';
import { SCREENS } from './screens';

interface RailProps {
  readonly isPlanOpen: boolean;
  readonly litId: ScreenId | null;
}

/** The screens of a plan, on the left; there but dimmed while no plan is open. */
export function Rail({ isPlanOpen, litId }: RailProps) {
  return (
    <nav className={classes.rail} aria-label="Screens">
      {SCREENS.map((screen) =>
        screen.label && screen.icon ? (
          <RailEntry
            key={screen.id}
            label={screen.label}
            icon={screen.icon}
            isLit={litId === screen.id}
            isDisabled={!isPlanOpen}
            onClick={() => goTo(screen.id)}
          />
        ) : null,
      )}
      <span className={classes.space} />
      <RailEntry
        label="Settings"
        icon={IconSettings}
        isLit={false}
        isDisabled={false}
        onClick={() => openDialog({ kind: 'settings' })}
      />
    </nav>
  );
}

interface RailEntryProps {
  readonly label: string;
  readonly icon: Icon;
  readonly isLit: boolean;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
}

function RailEntry({ label, icon: EntryIcon, isLit, isDisabled, onClick }: RailEntryProps) {
  const isNarrow = useMediaQuery('(max-width: 1100px)') ?? false;
  return (
    <Tooltip label={label} position="right" disabled={!isNarrow}>
      <UnstyledButton
        className={classes.entry}
        data-lit={isLit || undefined}
        aria-current={isLit ? 'page' : undefined}
        aria-label={label}
        disabled={isDisabled}
        onClick={onClick}
      >
        <EntryIcon size={20} stroke={1.6} aria-hidden />
        <span className={classes.label}>{label}</span>
      </UnstyledButton>
    </Tooltip>
  );
}

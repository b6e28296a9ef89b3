import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  readonly icon: Icon;
  /** What is missing, e.g. "No territories yet". */
  readonly title: string;
  /** The next step, in words. */
  readonly text: ReactNode;
  /** The button that does it. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Another way, less prominent. */
  readonly other?: { readonly label: string; readonly run: () => void };
}

/** An empty screen or panel: it names the next step and has the button for it. */
export function EmptyState({ icon: EmptyIcon, title, text, action, other }: EmptyStateProps) {
  return (
    <div className={classes.box}>
      <span className={classes.icon}>
        <EmptyIcon size={22} stroke={1.6} aria-hidden />
      </span>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{text}</p>
      {(action ?? other) && (
        <div className={classes.actions}>
          {action && (
            <Button variant="filled" onClick={action.run}>
              {action.label}
            </Button>
          )}
          {other && <Button onClick={other.run}>{other.label}</Button>}
        </div>
      )}
    </div>
  );
}

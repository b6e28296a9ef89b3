import { Button, Progress } from '@mantine/core';
import { importClient } from './importActions';
import { useImport } from './importStore';
import classes from './RunningLine.module.css';

/** What runs, how far it is, and how to stop it. It takes its room only while something runs. */
export function RunningLine() {
  const running = useImport((state) => state.running);
  if (!running) return null;
  return (
    <div className={classes.line} role="status">
      <span className={classes.title}>{running.title}…</span>
      <Progress
        className={classes.bar ?? ''}
        size={4}
        radius={2}
        value={(running.doneShare ?? 1) * 100}
        animated={running.doneShare === null}
        transitionDuration={0}
        aria-label={running.title}
      />
      <Button variant="subtle" onClick={() => importClient().cancel()}>
        Cancel
      </Button>
    </div>
  );
}

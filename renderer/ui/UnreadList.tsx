import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './UnreadList.module.css';

/** What could not be taken from a file, by row. */
export function UnreadList({
  problems,
  note = '',
  onClose,
}: {
  readonly problems: readonly string[];
  /** What became of the rest, right behind the count. */
  readonly note?: string;
  readonly onClose: () => void;
}) {
  return (
    <section className={classes.problems} role="alert" aria-label="What could not be read">
      <header>
        <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
        <strong>
          {problems.length === 1 ? '1 thing was not taken' : `${problems.length} things were not taken`}
          {note}
        </strong>
        <Button variant="subtle" size="compact-xs" onClick={onClose}>
          Close
        </Button>
      </header>
      <ul>
        {problems.slice(0, 50).map((problem, at) => (
          <li key={at}>{problem}</li>
        ))}
      </ul>
      {problems.length > 50 && <p>And {problems.length - 50} more.</p>}
    </section>
  );
}

import { IconAlertTriangle, IconCircleCheck, IconEye, IconLoader2 } from '@tabler/icons-react';
import { memo } from 'react';
import { usePlanStore } from '../state/planStore';
import { useSaveStore, type SaveState as SaveStatus } from '../state/saveStore';
import { useAfterFrame } from '../ui/useAfterFrame';
import classes from './TopBar.module.css';

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY_AND_CLOCK = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** When the plan was last saved; nothing needs saving by hand. A save that takes but a moment is not worth a word. */
export function SaveState() {
  const save = useAfterFrame(useSaveStore((state) => state));
  const readOnlyReason = usePlanStore((state) => state.readOnlyReason);
  return <SaveWords save={save} readOnlyReason={readOnlyReason} />;
}

interface SaveWordsProps {
  readonly save: SaveStatus;
  readonly readOnlyReason: string | null;
}

const SaveWords = memo(function SaveWords({ save, readOnlyReason }: SaveWordsProps) {
  if (readOnlyReason) {
    return (
      <span className={classes.saved} data-tone="warn" role="status" title={readOnlyReason}>
        <IconEye size={14} stroke={1.6} aria-hidden />
        <span>Read only</span>
      </span>
    );
  }
  if (save.status === 'failed') {
    return (
      <span className={classes.saved} data-tone="bad" role="status" title={save.problem ?? undefined}>
        <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
        <span>Not saved</span>
      </span>
    );
  }
  if (save.status === 'saving' || save.savedAt === null) {
    return (
      <span className={classes.saved} role="status">
        <IconLoader2 size={14} stroke={1.6} aria-hidden />
        <span>Saving</span>
      </span>
    );
  }
  const savedAt = new Date(save.savedAt);
  const isToday = new Date().toDateString() === savedAt.toDateString();
  return (
    <span className={classes.saved} role="status" title={`Saved ${savedAt.toLocaleString()}`}>
      <IconCircleCheck size={14} stroke={1.6} aria-hidden />
      <span>Saved {(isToday ? CLOCK : DAY_AND_CLOCK).format(savedAt)}</span>
    </span>
  );
});

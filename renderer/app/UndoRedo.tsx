import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { memo } from 'react';
import { planStore, usePlanStore } from '../state/planStore';
import { keyText } from '../ui/keyText';
import { useAfterFrame } from '../ui/useAfterFrame';
import classes from './TopBar.module.css';

/** The steps that can be taken, once the edit itself is on screen: naming them is a good part of a frame. */
export function UndoRedo() {
  const undoLabel = usePlanStore((state) => state.history.done.at(-1)?.diff.label ?? null);
  const redoLabel = usePlanStore((state) => state.history.undone.at(-1)?.diff.label ?? null);
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
  return (
    <Steps
      undoLabel={useAfterFrame(undoLabel)}
      redoLabel={useAfterFrame(redoLabel)}
      isReadOnly={isReadOnly}
    />
  );
}

interface StepsProps {
  /** What is undone; null = there is nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  readonly isReadOnly: boolean;
}

/** Undo and redo by name; the last step stands beside them where there is room. */
const Steps = memo(function Steps({ undoLabel, redoLabel, isReadOnly }: StepsProps) {
  const undoText = undoLabel ? `Undo: ${undoLabel}` : 'Nothing to undo';
  const redoText = redoLabel ? `Redo: ${redoLabel}` : 'Nothing to redo';
  return (
    <>
      <Tooltip label={`${undoText} (${keyText('mod+Z')})`}>
        <ActionIcon
          aria-label={undoText}
          disabled={!undoLabel || isReadOnly}
          onClick={() => planStore.undo()}
        >
          <IconArrowBackUp size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${redoText} (${keyText('mod+shift+Z')})`}>
        <ActionIcon
          aria-label={redoText}
          disabled={!redoLabel || isReadOnly}
          onClick={() => planStore.redo()}
        >
          <IconArrowForwardUp size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {undoLabel && <span className={classes.step}>Undo: {undoLabel}</span>}
    </>
  );
});

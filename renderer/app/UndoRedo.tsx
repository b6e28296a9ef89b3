import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { planStore, usePlanStore } from '../state/planStore';
import { keyText } from '../ui/keyText';
import { useAfterFrame } from '../ui/useAfterFrame';
import classes from './TopBar.module.css';

/** Undo and redo by name; the last step stands beside them where there is room. */
export function UndoRedo() {
  const undoLabel = usePlanStore((state) => state.history.done.at(-1)?.diff.label ?? null);
  const redoLabel = usePlanStore((state) => state.history.undone.at(-1)?.diff.label ?? null);
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
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
      <LastStep label={undoLabel} />
    </>
  );
}

/** The words come once the edit itself is on screen: laying them out is a good part of a frame. */
function LastStep({ label }: { readonly label: string | null }) {
  const shown = useAfterFrame(label);
  return shown && <span className={classes.step}>Undo: {shown}</span>;
}

import { IconVectorBezier2 } from '@tabler/icons-react';
import { useEditDraft } from '../hierarchy/editDraftStore';
import classes from '../MapControls.module.css';

/** How a boundary is drawn and changed. */
export function BoundaryHint() {
  const isClosed = useEditDraft(({ draft }) => draft !== null);
  return (
    <div className={classes.hint} role="status" data-beside-card={isClosed || undefined}>
      <IconVectorBezier2 size={16} stroke={1.6} aria-hidden />
      <span>
        {isClosed
          ? 'Drag corners, or Tab to one and use arrows, + and Delete.'
          : 'Click corners; the first one closes.'}{' '}
        <span className={classes.quiet}>{isClosed ? 'Right-click removes one.' : 'Esc drops.'}</span>
      </span>
    </div>
  );
}

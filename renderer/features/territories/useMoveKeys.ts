import { useEffect, useEffectEvent } from 'react';
import { viewStore } from '../../state/viewStore';
import { commitMove, dropMove } from './moveActions';

/** Enter makes the previewed move, Esc drops it, from anywhere that has no use of its own for them. */
export function useMoveKeys(onDrop: () => void): void {
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !(event.target instanceof Element)) return;
      // A dialog that lies above closes by itself; the move behind it stays.
      if (event.target.closest('[aria-modal="true"]')) return;
      if (
        event.target.closest('input, textarea, button, [role="menu"], [role="listbox"], [role="dialog"] *')
      ) {
        if (event.key !== 'Escape') return;
      }
      const { mapPreview, selectedRows, pickedUnits } = viewStore.getState();
      const isCaught = selectedRows.length > 0 || pickedUnits.length > 0;
      if (event.key === 'Enter' && mapPreview) commitMove();
      else if (event.key === 'Escape' && (mapPreview ?? isCaught)) {
        dropMove(true);
        drop();
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

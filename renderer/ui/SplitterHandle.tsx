import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { setPanelSize } from '../state/panelStore';
import classes from './SplitPane.module.css';

interface SplitterHandleProps {
  readonly panelKey: string;
  readonly label: string;
  readonly side: 'left' | 'right' | 'bottom';
  readonly size: number;
  readonly minPx: number;
  readonly maxPx: number;
  /** Null where the pane does not fold. */
  readonly onFold: (() => void) | null;
}

/** A pane is folded when its edge is dragged this far below its least size. */
const FOLD_BEYOND_PX = 60;
const KEY_STEP_PX = 16;

/** The edge of a pane: dragged, or moved by arrow keys; Home and End go to the limits, double click folds. */
export function SplitterHandle({ panelKey, label, side, size, minPx, maxPx, onFold }: SplitterHandleProps) {
  const drag = useRef<{ from: number; size: number } | null>(null);
  const place = (event: PointerEvent): number => (side === 'bottom' ? event.clientY : event.clientX);
  // To the right or down makes the left pane larger and the others smaller.
  const sign = side === 'left' ? 1 : -1;

  function resize(wanted: number): void {
    if (onFold && wanted < minPx - FOLD_BEYOND_PX) onFold();
    else setPanelSize(panelKey, Math.max(minPx, Math.min(maxPx, wanted)));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const grow = { left: 'ArrowRight', right: 'ArrowLeft', bottom: 'ArrowUp' }[side];
    const shrink = { left: 'ArrowLeft', right: 'ArrowRight', bottom: 'ArrowDown' }[side];
    const step = event.shiftKey ? 4 * KEY_STEP_PX : KEY_STEP_PX;
    if (event.key === grow) resize(size + step);
    else if (event.key === shrink) resize(Math.max(minPx, size - step));
    else if (event.key === 'Home') resize(minPx);
    else if (event.key === 'End') resize(maxPx);
    else if (event.key === 'Enter' && onFold) onFold();
    else return;
    event.preventDefault();
  }

  return (
    <div
      className={classes.handle}
      data-side={side}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={side === 'bottom' ? 'horizontal' : 'vertical'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onFold?.()}
      onPointerDown={(event) => {
        drag.current = { from: place(event), size };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (drag.current) resize(drag.current.size + sign * (place(event) - drag.current.from));
      }}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
    />
  );
}

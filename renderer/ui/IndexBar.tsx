import type { CSSProperties } from 'react';
import { corridorSide } from '../palette/indexBand';
import classes from './IndexBar.module.css';

interface IndexBarProps {
  /** 100 = on target. NaN draws the track alone. */
  readonly index: number;
  /** The index that an edit in preview would bring; drawn as a tick. */
  readonly indexAfter?: number | null;
  /** Half-width of the corridor, 0.15 = 85 to 115. */
  readonly corridorShare: number;
  /** In pixels; without it as wide as its box. */
  readonly width?: number;
}

/** Points of index from the centre to either end of the track. */
const REACH = 50;

type BarStyle = CSSProperties & Readonly<Record<'--from' | '--to' | '--corridor-half', string>>;

/**
 * How far a territory is off its target: centred on 100, coloured only outside of the corridor. One box and no
 * drawing: a screen holds dozens, and each drawing would be a layer of its own to every frame.
 */
export function IndexBar({ index, indexAfter = null, corridorShare, width }: IndexBarProps) {
  const end = Number.isNaN(index) ? 50 : percentAt(index);
  const style: BarStyle = {
    width,
    '--from': `${Math.min(50, end)}%`,
    '--to': `${Math.max(50, end)}%`,
    '--corridor-half': `${clamp(corridorShare * 100, REACH) * (50 / REACH)}%`,
  };
  return (
    <span
      className={classes.bar}
      data-side={corridorSide(Number.isNaN(index) ? 100 : index, corridorShare)}
      style={style}
      aria-hidden
    >
      {indexAfter !== null && !Number.isNaN(indexAfter) && (
        <i className={classes.tick} style={{ marginLeft: `calc(${percentAt(indexAfter)}% - 0.75px)` }} />
      )}
    </span>
  );
}

/** Where an index stands on the track. Nobody sees a smaller step, and a bar that does not move is not drawn again. */
function percentAt(index: number): number {
  return Math.round(2 * (50 + (clamp(index - 100, REACH) / REACH) * 50)) / 2;
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

import { corridorSide } from '../palette/indexBand';

interface IndexBarProps {
  /** 100 = on target. NaN draws the track alone. */
  readonly index: number;
  /** The index that an edit in preview would bring; drawn as a tick. */
  readonly indexAfter?: number | null;
  /** Half-width of the corridor, 0.15 = 85 to 115. */
  readonly corridorShare: number;
  readonly width?: number;
}

/** Points of index from the centre to either end of the track. */
const REACH = 50;
const FILLS = { under: 'var(--under-2)', inside: 'var(--mid)', over: 'var(--over-2)' };

/** How far a territory is off its target: centred on 100, coloured only outside of the corridor. */
export function IndexBar({ index, indexAfter = null, corridorShare, width = 64 }: IndexBarProps) {
  const centre = width / 2;
  const at = (value: number): number => toTenth(centre + (clamp(value - 100, REACH) / REACH) * centre);
  const corridor = clamp(corridorShare * 100, REACH) * (centre / REACH);
  const end = Number.isNaN(index) ? centre : at(index);
  return (
    <svg width={width} height={14} viewBox={`0 0 ${width} 14`} aria-hidden>
      <rect y="4" width={width} height="6" rx="3" fill="var(--track)" />
      <rect x={centre - corridor} y="4" width={2 * corridor} height="6" fill="var(--corridor)" />
      <rect
        x={Math.min(centre, end)}
        y="4"
        width={toTenth(Math.max(0.5, Math.abs(end - centre)))}
        height="6"
        rx="1"
        fill={FILLS[corridorSide(Number.isNaN(index) ? 100 : index, corridorShare)]}
      />
      <line x1={centre} x2={centre} y1="1.5" y2="12.5" stroke="var(--text-2)" />
      {indexAfter !== null && !Number.isNaN(indexAfter) && (
        <line
          x1={at(indexAfter)}
          x2={at(indexAfter)}
          y1="1.5"
          y2="12.5"
          stroke="var(--text)"
          strokeWidth="1.5"
        />
      )}
    </svg>
  );
}

/** Nobody sees a smaller step, and a bar that does not move is not drawn again. */
function toTenth(px: number): number {
  return Math.round(px * 10) / 10;
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

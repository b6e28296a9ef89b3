import { corridorSide } from '../../palette/indexBand';

interface DotPlotProps {
  /** 100 = on target; NaN = none. */
  readonly before: number;
  readonly after: number;
  /** Half-width of the grey band, 0.05 = 95 to 105. */
  readonly toleranceShare: number;
}

const WIDTH = 88;
const HEIGHT = 14;
/** Points of index from the centre to either end. */
const REACH = 40;
const STROKES = { under: 'var(--under-2)', inside: 'var(--mid)', over: 'var(--over-2)' };

/** Hollow dot: now. Full dot: after. Grey band: the tolerance. */
export function DotPlot({ before, after, toleranceShare }: DotPlotProps) {
  const at = (index: number) =>
    WIDTH / 2 + (Math.max(-REACH, Math.min(REACH, index - 100)) / REACH) * (WIDTH / 2 - 5);
  const half = Math.max(2, at(100 + Math.min(REACH, toleranceShare * 100)) - WIDTH / 2);
  const hasBoth = !Number.isNaN(before) && !Number.isNaN(after);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      <rect x={WIDTH / 2 - half} width={2 * half} height={HEIGHT} rx="2" fill="var(--corridor)" />
      {hasBoth && (
        <line x1={at(before)} x2={at(after)} y1="7" y2="7" stroke="var(--line-2)" strokeWidth="1.4" />
      )}
      {!Number.isNaN(before) && (
        <circle
          cx={at(before)}
          cy="7"
          r="3.4"
          fill="var(--surface)"
          stroke={STROKES[corridorSide(before, toleranceShare)]}
          strokeWidth="1.5"
        />
      )}
      {!Number.isNaN(after) && <circle cx={at(after)} cy="7" r="3.2" fill="var(--text)" />}
    </svg>
  );
}

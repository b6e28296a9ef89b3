/** What the column leaves, so that the largest change is drawn to its end. */
const WIDTH_PX = 56;
const MIDDLE_PX = WIDTH_PX / 2;
const RADIUS_PX = 3.6;

/** Gain to the right in blue, loss to the left in orange; share of the largest change, −1 to 1. */
export function ChangeBar({ share }: { readonly share: number }) {
  const end = MIDDLE_PX + share * (MIDDLE_PX - RADIUS_PX);
  const color = share === 0 ? 'var(--mid)' : share > 0 ? 'var(--under-2)' : 'var(--over-2)';
  return (
    <svg width={WIDTH_PX} height={14} viewBox={`0 0 ${WIDTH_PX} 14`} aria-hidden>
      <line x1={MIDDLE_PX} x2={MIDDLE_PX} y1="0" y2="14" stroke="var(--line-2)" />
      <line x1={MIDDLE_PX} x2={end} y1="7" y2="7" stroke={color} strokeWidth="2" />
      <circle cx={end} cy="7" r={RADIUS_PX} fill={color} />
    </svg>
  );
}

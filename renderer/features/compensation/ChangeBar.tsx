/** Gain to the right in blue, loss to the left in orange; share of the largest change, −1 to 1. */
export function ChangeBar({ share }: { readonly share: number }) {
  const end = 46 + share * 40;
  const color = share === 0 ? 'var(--mid)' : share > 0 ? 'var(--under-2)' : 'var(--over-2)';
  return (
    <svg width={92} height={14} viewBox="0 0 92 14" aria-hidden>
      <line x1="46" x2="46" y1="0" y2="14" stroke="var(--line-2)" />
      <line x1="46" x2={end} y1="7" y2="7" stroke={color} strokeWidth="2" />
      <circle cx={end} cy="7" r="3.6" fill={color} />
    </svg>
  );
}

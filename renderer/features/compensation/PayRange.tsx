interface PayRangeProps {
  /** Shares of the widest range on screen, 0 to 1. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

const WIDTH = 100;

/** From P10 to P90 as a bar, P50 as a dot. */
export function PayRange({ p10, p50, p90 }: PayRangeProps) {
  const at = (share: number) => 4 + share * (WIDTH - 8);
  return (
    <svg width={WIDTH} height={14} viewBox={`0 0 ${WIDTH} 14`} aria-hidden>
      <rect x="0" y="6" width={WIDTH} height="2" rx="1" fill="var(--track)" />
      <rect
        x={at(p10)}
        y="5"
        width={Math.max(1, at(p90) - at(p10))}
        height="4"
        rx="2"
        fill="var(--accent-line)"
      />
      <circle cx={at(p50)} cy="7" r="3.2" fill="var(--accent)" />
    </svg>
  );
}

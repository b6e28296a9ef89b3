/** A ratio as it is typed: 0.5 → 50, binary noise off. */
export function percentOf(ratio: number): number {
  return Number((ratio * 100).toFixed(4));
}

/** What was typed as a ratio: 50 → 0.5. */
export function ratioOf(percent: number): number {
  return Number((percent / 100).toFixed(6));
}

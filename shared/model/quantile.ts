/**
 * Quantile of sorted values, linear between neighbours (the default of R, NumPy and Excel's PERCENTILE.INC).
 * @param sorted ascending; @param p 0 to 1; @returns null where there are no values
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number | null {
  if (sorted.length === 0) return null;
  const at = Math.min(1, Math.max(0, p)) * (sorted.length - 1);
  const low = Math.floor(at);
  const below = sorted[low]!;
  const above = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return below + (above - below) * (at - low);
}

/** Quantile of values in any order; the values are copied. */
export function quantileOf(values: ArrayLike<number>, p: number): number | null {
  return quantileOfSorted(Float64Array.from(values).sort(), p);
}

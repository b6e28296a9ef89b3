/**
 * Upper limits of quantile classes, ascending, one fewer than classes; equal limits are merged, so that there
 * may be fewer classes than asked for.
 * @param values any numbers; NaN is left out
 */
export function quantileLimits(values: ArrayLike<number>, classCount = 6): number[] {
  const sorted = Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const limits: number[] = [];
  for (let step = 1; step < classCount && sorted.length > 0; step++) {
    const limit = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * step) / classCount))]!;
    if (limits.length === 0 || limit > limits[limits.length - 1]!) limits.push(limit);
  }
  return limits;
}

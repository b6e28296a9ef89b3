/** Sequential classes for measures, light to dark in light mode and reversed in dark (design tokens). */
export const SEQUENTIAL_LIGHT = ['#eaf1f8', '#c6daec', '#97bddc', '#6299c6', '#3674a8', '#1b4f80'] as const;
export const SEQUENTIAL_DARK = ['#1b2836', '#234059', '#2f5f88', '#4482b4', '#74a9d4', '#b5d4ee'] as const;

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

/** How pay follows performance: Pearson's r and the line of least squares; null where either doesn't vary. */
export interface PayPerformance {
  r: number | null;
  r2: number | null;
  /** Pay per 1.0 of attainment, and at 0. */
  slope: number | null;
  intercept: number | null;
  reps: number;
}

/** Pearson correlation of pay with attainment over reps. */
export function payPerformance(reps: readonly { attainment: number; pay: number }[]): PayPerformance {
  const n = reps.length;
  const meanX = reps.reduce((sum, rep) => sum + rep.attainment, 0) / n;
  const meanY = reps.reduce((sum, rep) => sum + rep.pay, 0) / n;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const rep of reps) {
    const x = rep.attainment - meanX;
    const y = rep.pay - meanY;
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  if (!(xx > 0) || !(yy > 0)) return { r: null, r2: null, slope: null, intercept: null, reps: n };
  const r = xy / Math.sqrt(xx * yy);
  const slope = xy / xx;
  return { r, r2: r * r, slope, intercept: meanY - slope * meanX, reps: n };
}

/** A KPI with what it is made of. A missing denominator gives null, never 0 (compensation.md, "KPIs"). */
export interface KpiResult {
  value: number | null;
  numerator: number;
  denominator: number;
  /** Records left out of both, by reason; only reasons that occurred. */
  excluded: { reason: string; count: number }[];
}

/** numerator / denominator, null where there is no denominator. */
export function ratioKpi(
  numerator: number,
  denominator: number,
  excluded: readonly { reason: string; count: number }[] = [],
): KpiResult {
  return {
    value: denominator > 0 ? numerator / denominator : null,
    numerator,
    denominator,
    excluded: excluded.filter((each) => each.count > 0),
  };
}

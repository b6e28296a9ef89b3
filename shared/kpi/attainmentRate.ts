import { ratioKpi, type KpiResult } from './kpi';

/** Guard against binary noise: exactly at quota is at quota, a cent below ten million is not. */
const NOISE = 1e-12;

/**
 * Quota attainment rate: reps with attainment ≥ threshold / reps with quota > 0 (not the team's attainment).
 * Reps without a quota are left out of both and counted.
 */
export function attainmentRate(
  reps: readonly { quota: number | null; credited: number }[],
  thresholdRatio = 1,
): KpiResult {
  const eligible = reps.filter((rep) => rep.quota !== null && rep.quota > 0);
  const atQuota = eligible.filter((rep) => rep.credited / rep.quota! >= thresholdRatio - NOISE);
  return ratioKpi(atQuota.length, eligible.length, [
    { reason: 'no quota', count: reps.length - eligible.length },
  ]);
}

const DAY_MS = 86_400_000;
const NEWEST = 5;
const DAYS = 7;
const WEEKS = 8;

/**
 * Which backups of one plan stay: the newest five, the last of each of the past seven days, and the last of
 * each of the past eight weeks.
 * @param savedAtMs times of the backups, any order, UTC milliseconds
 * @returns the times to keep
 */
export function backupsToKeep(savedAtMs: readonly number[], nowMs: number): Set<number> {
  const newestFirst = [...savedAtMs].sort((a, b) => b - a);
  const kept = new Set(newestFirst.slice(0, NEWEST));
  const keepLastOfEach = (periodMs: number, periods: number) => {
    const seen = new Set<number>();
    for (const time of newestFirst) {
      const period = Math.floor(time / periodMs);
      if (Math.floor(nowMs / periodMs) - period >= periods || seen.has(period)) continue;
      seen.add(period);
      kept.add(time);
    }
  };
  keepLastOfEach(DAY_MS, DAYS);
  keepLastOfEach(7 * DAY_MS, WEEKS);
  return kept;
}

import { ratioKpi, type KpiResult } from './kpi';

/** Selling time: selling hours / working hours. */
export function sellingTime(sellingHours: number, workingHours: number): KpiResult {
  return ratioKpi(sellingHours, workingHours);
}

/** Meetings with prospects a period: held, not booked; those not held are counted. */
export function meetingsHeld(meetings: readonly { isHeld: boolean }[], periods: number): KpiResult {
  const held = meetings.filter((meeting) => meeting.isHeld).length;
  return ratioKpi(held, periods, [{ reason: 'booked, not held', count: meetings.length - held }]);
}

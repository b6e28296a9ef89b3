import { describe, expect, it } from 'vitest';
import {
  hiresNeeded,
  repYear,
  teamCapacity,
  type CapacityCalendar,
  type TeamMember,
} from '../../../../shared/balance/sizingCapacity';

const CALENDAR: CapacityCalendar = {
  year: 2027,
  startMonth: 1,
  daysPerWeek: 5,
  daysOff: 41,
  hoursPerDay: 8,
  sellingShareRatio: 0.4,
};

const member = (parts: Partial<TeamMember> = {}): TeamMember => ({
  startsInMonth: -12,
  leavesInMonth: null,
  capacityRatio: 1,
  rampRatios: [],
  ...parts,
});

describe('the capacity calendar', () => {
  it('counts the working days of a real year, and the hours of them spent selling', () => {
    // 2027 begins on a Friday: 261 weekdays; January has 21 of them, February 20.
    const year = repYear({ ...CALENDAR, daysOff: 0 });
    expect(year.workingDays).toBe(261);
    expect(year.workingDaysByMonth.slice(0, 2)).toEqual([21, 20]);
    const worked = repYear(CALENDAR);
    expect(worked.workingDays).toBe(220);
    expect(worked.workingHours).toBe(1760);
    expect(worked.sellingHours).toBeCloseTo(704, 9);
    expect(worked.sellingHoursByMonth.reduce((sum, hours) => sum + hours, 0)).toBeCloseTo(704, 9);
  });

  it('follows a plan year that starts in another month, and other weeks', () => {
    const fromJuly = repYear({ ...CALENDAR, startMonth: 7, daysOff: 0 });
    expect(fromJuly.workingDaysByMonth[0]).toBe(22);
    expect(fromJuly.workingDaysByMonth[7]).toBe(21); // February 2028, a leap year
    expect(repYear({ ...CALENDAR, daysPerWeek: 7, daysOff: 0 }).workingDays).toBe(365);
    expect(repYear({ ...CALENDAR, daysOff: 400 }).sellingHours).toBe(0);
  });

  it('adds up who is there, ramping, part-time or gone', () => {
    const year = repYear({ ...CALENDAR, daysOff: 0, daysPerWeek: 7 });
    const { months, year: whole } = teamCapacity(year, [
      member(),
      member({ capacityRatio: 0.5 }),
      member({ startsInMonth: 1, rampRatios: [0.25, 0.5] }),
      member({ leavesInMonth: 2 }),
    ]);
    expect(months.slice(0, 4).map(({ headcount }) => headcount)).toEqual([3, 4, 3, 3]);
    expect(months.slice(0, 4).map(({ rampedReps }) => rampedReps)).toEqual([2.5, 2.75, 2, 2.5]);
    expect(whole.sellingHours).toBeCloseTo(
      months.reduce((sum, month) => sum + month.sellingHours, 0),
      9,
    );
    expect(whole.headcount).toBeCloseTo(37 / 12, 12);
  });

  it('says how many hires the workload needs', () => {
    const year = repYear(CALENDAR);
    const full = member({ startsInMonth: 0 });
    expect(hiresNeeded(704 * 10, year, Array<TeamMember>(10).fill(member()), full)).toBe(0);
    expect(hiresNeeded(704 * 12, year, Array<TeamMember>(10).fill(member()), full)).toBe(2);
    const late = member({ startsInMonth: 6, rampRatios: [0, 0, 0.5] });
    expect(hiresNeeded(704 * 12, year, Array<TeamMember>(10).fill(member()), late)).toBeGreaterThan(6);
    expect(hiresNeeded(704, year, [], member({ startsInMonth: 12 }))).toBeNull();
  });
});

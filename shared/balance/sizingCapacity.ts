/**
 * The capacity calendar of a team (territory.md, "Sizing"): days a rep works, hours of them spent selling,
 * and what people who start, leave or ramp up bring, month by month.
 */
import { wholeReps } from './sizing';

const DAY_MS = 86_400_000;
const MONTHS = 12;

/** What a rep's year is made of; days off are working days not worked. */
export interface CapacityCalendar {
  /** Calendar year and month (1 = January) that the plan year starts in. */
  readonly year: number;
  readonly startMonth: number;
  /** 5 = Monday to Friday, 6 with Saturday, 7 every day. */
  readonly daysPerWeek: number;
  /** Public holidays that fall on working days, vacation, sickness, training and meetings. */
  readonly daysOff: number;
  readonly hoursPerDay: number;
  /** Share of working hours with customers or under way to them. */
  readonly sellingShareRatio: number;
}

/** Working days and hours of one full-time rep, by month of the plan year and in all. */
export interface RepYear {
  readonly workingDays: number;
  readonly workingHours: number;
  readonly sellingHours: number;
  readonly workingDaysByMonth: readonly number[];
  readonly sellingHoursByMonth: readonly number[];
}

/** Days of the month that are worked in a week of so many days, the first of them Monday. */
function weekdaysOf(year: number, month: number, daysPerWeek: number): number {
  let days = 0;
  const end = Date.UTC(year, month, 1);
  for (let day = Date.UTC(year, month - 1, 1); day < end; day += DAY_MS) {
    // getUTCDay counts from Sunday.
    if ((new Date(day).getUTCDay() + 6) % 7 < daysPerWeek) days++;
  }
  return days;
}

/** One full-time rep's year; days off are spread over the months in proportion to their working days. */
export function repYear(calendar: CapacityCalendar): RepYear {
  const { year, startMonth, daysPerWeek, daysOff, hoursPerDay, sellingShareRatio } = calendar;
  const weekdays = Array.from({ length: MONTHS }, (_, at) => weekdaysOf(year, startMonth + at, daysPerWeek));
  const all = weekdays.reduce((sum, days) => sum + days, 0);
  const workingDays = Math.max(0, all - daysOff);
  const workedShare = all > 0 ? workingDays / all : 0;
  const workingDaysByMonth = weekdays.map((days) => days * workedShare);
  const workingHours = workingDays * hoursPerDay;
  return {
    workingDays,
    workingHours,
    sellingHours: workingHours * sellingShareRatio,
    workingDaysByMonth,
    sellingHoursByMonth: workingDaysByMonth.map((days) => days * hoursPerDay * sellingShareRatio),
  };
}

/** One rep of the team, present or planned. */
export interface TeamMember {
  /** Month of the plan year that the rep starts in: 0 the first; −5 = started five months before it. */
  readonly startsInMonth: number;
  /** First month of the plan year without the rep; null = stays. */
  readonly leavesInMonth: number | null;
  /** Next to a full-time rep: 1 = one. */
  readonly capacityRatio: number;
  /** Share of full productivity by month of service; beyond the last 1. Empty = no ramp. */
  readonly rampRatios: readonly number[];
}

/** What a team has in one month of the plan year, or in all of it. */
export interface TeamCapacity {
  /** People on board; over a year their mean. */
  readonly headcount: number;
  /** Fully ramped full-time reps they come to; over a year their mean, by selling hours. */
  readonly rampedReps: number;
  readonly sellingHours: number;
}

/** Share of a full-time ramped rep that the member is in a month of the plan year. */
function shareInMonth(
  { startsInMonth, leavesInMonth, capacityRatio, rampRatios }: TeamMember,
  month: number,
) {
  if (month < startsInMonth || (leavesInMonth !== null && month >= leavesInMonth)) return null;
  return capacityRatio * (rampRatios[month - startsInMonth] ?? 1);
}

/** Capacity of a team by month and over the year. */
export function teamCapacity(
  { sellingHours, sellingHoursByMonth }: RepYear,
  team: readonly TeamMember[],
): { readonly months: readonly TeamCapacity[]; readonly year: TeamCapacity } {
  const months = sellingHoursByMonth.map((hoursOfRep, month): TeamCapacity => {
    const shares = team.map((member) => shareInMonth(member, month)).filter((share) => share !== null);
    const rampedReps = shares.reduce((sum, share) => sum + share, 0);
    return { headcount: shares.length, rampedReps, sellingHours: rampedReps * hoursOfRep };
  });
  const hours = months.reduce((sum, month) => sum + month.sellingHours, 0);
  return {
    months,
    year: {
      headcount: months.reduce((sum, month) => sum + month.headcount, 0) / MONTHS,
      rampedReps: sellingHours > 0 ? hours / sellingHours : 0,
      sellingHours: hours,
    },
  };
}

/**
 * How many hires the present team needs to work off a year's hours.
 * @param hire one hire as it would start, ramp and work
 * @returns 0 where the team suffices; null where a hire brings no hours at all
 */
export function hiresNeeded(
  workloadHours: number,
  year: RepYear,
  team: readonly TeamMember[],
  hire: TeamMember,
): number | null {
  const short = workloadHours - teamCapacity(year, team).year.sellingHours;
  if (short <= 0) return 0;
  const each = teamCapacity(year, [hire]).year.sellingHours;
  return each > 0 ? wholeReps(short / each) : null;
}

import { monthSpan } from '../../../comp/calendar';
import { activeTime } from '../../../comp/proration';
import { monthsBetween, rampByMonth } from '../../../comp/repYear';
import { periodName } from '../../../comp/resultInputs';
import type { RepPay } from '../../../plan/evaluatePay';
import { columnRange } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { serialOf, type RosterTimes } from '../pay/rosterTimes';
import { TIME_SHEET } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { formulaCell, valueCell } from '../workbook';
import { tableSheet, type TableColumn } from './tableSheet';

const FIRST_ROW = 2;
const MONTHS = 12;
const COLUMNS: readonly TableColumn[] = [
  ['Rep', 'text', 24],
  ['Fiscal year', 'text', 12],
  ['Month', 'text', 12],
  ['First day', 'date', 12],
  ['Days', 'plainInteger', 8],
  ['Days there', 'plainInteger', 8],
  ['Part of the month', 'percent', 12],
  ['Month of service', 'plainInteger', 12],
  ['Ramp', 'percent', 10],
];
const at = { days: 4, there: 5, part: 6, service: 7, ramp: 8 } as const;
/** The days of a month, counted from its first; those past its end are left out. */
const DAYS = `{${Array.from({ length: 31 }, (_, day) => day).join(',')}}`;

/** Some months of a rep's year, from the year's first month (0) to one past the last. */
export interface TimeSpan {
  readonly pay: RepPay;
  /** By the calendar year that it starts in; null = the plan's own year. */
  readonly fiscalYear: number | null;
  readonly from: number;
  readonly to: number;
}

/** When reps are there, as formulas on Roster's dates, leaves and ramps; each is told as a formula of its own. */
export interface TimeSheet {
  /** Active days / days of the months (shared/comp/proration). */
  activeShare(span: TimeSpan): string;
  /** Active months among these, each by the days of the pay period of `unit` months around it. */
  activeMonths(span: TimeSpan, unit: number): string;
  /** What time and ramp leave of a quota of the months: active days / days, times the ramp of the active months. */
  asked(span: TimeSpan): string;
  /** Months in which the rep is there at all. */
  monthsThere(span: TimeSpan): string;
  /** Month of service at the first of the months; an empty text where the rep has no start date. */
  monthOfService(span: TimeSpan): string;
  /** The months that formulas asked for; null where none did. */
  sheet(): Sheet | null;
}

interface Block {
  readonly repAt: number;
  readonly fiscalYear: number;
  readonly firstRow: number;
}

export function timeSheet(context: ExportContext, times: RosterTimes): TimeSheet {
  const { settings } = context.document;
  const placeOf = new Map(context.document.reps.map(({ id }, position) => [id, position]));
  const blocks = new Map<string, Block>();
  const range = (column: keyof typeof at, { pay, fiscalYear, from, to }: TimeSpan) => {
    const year = fiscalYear ?? settings.fiscalYear;
    const key = `${pay.rep.id}\u0001${year}`;
    const firstRow = FIRST_ROW + blocks.size * MONTHS;
    const block = blocks.get(key) ?? { repAt: placeOf.get(pay.rep.id)!, fiscalYear: year, firstRow };
    blocks.set(key, block);
    const first = block.firstRow + from;
    return columnRange(TIME_SHEET, at[column], first, Math.max(first, block.firstRow + to - 1));
  };
  const cell = (column: keyof typeof at, span: TimeSpan) =>
    range(column, { ...span, to: span.from + 1 }).split(':')[0]!;
  const activeShare = (span: TimeSpan) =>
    span.to - span.from === 1
      ? cell('part', span)
      : `SUM(${range('there', span)})/SUM(${range('days', span)})`;
  return {
    activeShare,
    activeMonths(span, unit) {
      const { from, to } = span;
      if (unit === 1) return to > from ? `SUM(${range('part', span)})` : '0';
      const periods = Array.from({ length: MONTHS / unit }, (_, index) => index * unit);
      const parts = periods.flatMap((start) => {
        const months = Math.min(to, start + unit) - Math.max(from, start);
        return months > 0 ? [`${months}*${activeShare({ ...span, from: start, to: start + unit })}`] : [];
      });
      return parts.length === 0 ? '0' : parts.join('+');
    },
    asked(span) {
      if (span.to - span.from === 1) return `${cell('part', span)}*${cell('ramp', span)}`;
      const parts = `SUM(${range('part', span)})`;
      const ramped = `SUMPRODUCT(${range('part', span)},${range('ramp', span)})/${parts}`;
      return `IF(${parts}=0,0,${activeShare(span)}*(${ramped}))`;
    },
    monthsThere: (span) => `COUNTIF(${range('there', span)},">0")`,
    monthOfService: (span) => cell('service', span),
    sheet() {
      const body = [...blocks.values()].flatMap((block) => blockRows(context, times, block));
      return body.length === 0 ? null : tableSheet(TIME_SHEET, COLUMNS, body, { frozenColumns: 3 });
    },
  };
}

function blockRows(context: ExportContext, times: RosterTimes, block: Block): Cell[][] {
  const { repAt, fiscalYear, firstRow } = block;
  const rep = context.document.reps[repAt]!;
  const startMonth = context.document.settings.fiscalYearStartMonth;
  const year = { start: monthSpan(fiscalYear, startMonth, 1).from };
  const ramp = rampByMonth(rep, year);
  return Array.from({ length: MONTHS }, (_, month): Cell[] => {
    const row = firstRow + month;
    const { from, to } = monthSpan(fiscalYear, startMonth + month, 1);
    const { activeDays, periodDays, ratio } = activeTime(from, to, rep);
    const service = rep.startDate === null ? '' : monthsBetween(rep.startDate, from) + 1;
    return [
      valueCell(context.repNames[repAt]!),
      valueCell(String(fiscalYear)),
      valueCell(periodName(year, month, 1)),
      valueCell(serialOf(from)),
      formulaCell(`DAY(EOMONTH(D${row},0))`, periodDays),
      formulaCell(daysThere(times, repAt, row), activeDays),
      formulaCell(`F${row}/E${row}`, ratio),
      formulaCell(serviceFormula(times.startOf(repAt), row), service),
      formulaCell(rampFormula(times, repAt, row), ramp[month]!),
    ];
  });
}

/** Each day of the month counts where it is neither before the start, nor past the end, nor in any leave. */
function daysThere(times: RosterTimes, repAt: number, row: number): string {
  const day = `(D${row}+${DAYS})`;
  const end = times.endOf(repAt);
  const away = times.leavesOf(repAt).map(([from, to]) => `*(1-(${day}>=${from})*(${day}<=${to}))`);
  return (
    `SUMPRODUCT((${DAYS}<E${row})*(${day}>=${times.startOf(repAt)})*(((${end}="")+(${day}<=${end}))>0)` +
    `${away.join('')})`
  );
}

function serviceFormula(start: string, row: number): string {
  return `IF(${start}="","",(YEAR(D${row})-YEAR(${start}))*12+MONTH(D${row})-MONTH(${start})+1)`;
}

/** The ramp of the month of service; beyond the months that are filled in, and without a start date, all of it. */
function rampFormula(times: RosterTimes, repAt: number, row: number): string {
  const own = `INDEX(${times.rampOf(repAt)},1,MAX(1,H${row}))`;
  return `IF(H${row}="",1,IF(H${row}>${times.rampMonths},1,IF(${own}="",1,${own})))`;
}

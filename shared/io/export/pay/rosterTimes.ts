import { dayNumber } from '../../../comp/calendar';
import type { Rep } from '../../../model/rep';
import { cellAddress, columnName } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { ROSTER_SHEET } from '../sheetNames';
import type { TableColumn } from '../sheets/tableSheet';
import { valueCell, type Cell } from '../workbook';

export const FIRST_ROSTER_ROW = 2;
/** Columns of Roster that a rep's dates stand in, from 0. */
export const STARTS_AT = 12;
const ENDS_AT = 13;
/** Leaves and ramp follow the others: how many there are is the plan's. */
const FIRST_LEAVE_AT = 17;
/** Months of ramp that can be filled in where nobody has a longer one. */
const LEAST_RAMP_MONTHS = 6;
/** Excel's day 0 is 1899-12-30. */
const EXCEL_EPOCH_DAYS = 25_569;

/** Where the dates, leaves and ramps of reps stand on Roster, as inputs. */
export interface RosterTimes {
  /** After the figures: pairs of days of leave, then months of ramp. */
  readonly columns: readonly TableColumn[];
  readonly leaveCount: number;
  readonly rampMonths: number;
  leaveCells(rep: Rep): Cell[];
  startOf(repAt: number): string;
  endOf(repAt: number): string;
  /** First and last day of each leave that a rep may have. */
  leavesOf(repAt: number): readonly (readonly [from: string, to: string])[];
  /** The months of ramp, side by side. */
  rampOf(repAt: number): string;
  /** Ranges that take days alone, and those that take shares. */
  ranges(lastRow: number): { readonly days: string[]; readonly shares: string[] };
}

/** Excel's serial number of an ISO date; null = none. */
export function serialOf(date: string | null): number | null {
  return date === null ? null : dayNumber(date) + EXCEL_EPOCH_DAYS;
}

export const dateInput = (date: string | null): Cell => valueCell(serialOf(date), 'input', 'date');

/** What the columns are called; "Leave from", "Leave from, 2". */
export const leaveHeaders = (at: number) => numberedPair('Leave', at);
/** As workbooks of earlier versions call them. */
export const olderLeaveHeaders = (at: number) => numberedPair('Away', at);
const numberedPair = (word: string, at: number): readonly [from: string, to: string] => {
  const more = at === 0 ? '' : `, ${at + 1}`;
  return [`${word} from${more}`, `${word} to${more}`];
};
export const rampHeader = (at: number) => `Ramp, month ${at + 1}`;

export function rosterTimes({ document: { reps } }: ExportContext): RosterTimes {
  const leaveCount = reps.reduce((most, { leaves }) => Math.max(most, leaves.length), 1);
  const rampMonths = reps.reduce(
    (most, { rampRatios }) => Math.max(most, rampRatios.length),
    LEAST_RAMP_MONTHS,
  );
  const firstRamp = FIRST_LEAVE_AT + 2 * leaveCount;
  const rowOf = (repAt: number) => FIRST_ROSTER_ROW + repAt;
  const at = (repAt: number, column: number) => cellAddress(ROSTER_SHEET, column, rowOf(repAt));
  const leaves = Array.from({ length: leaveCount }, (_, index) => index);
  const ramp = Array.from({ length: rampMonths }, (_, index) => index);
  return {
    leaveCount,
    rampMonths,
    columns: [
      ...leaves.flatMap((each) => leaveHeaders(each).map((header): TableColumn => [header, 'date', 12])),
      ...ramp.map((each): TableColumn => [rampHeader(each), 'percent', 10]),
    ],
    leaveCells: (rep) => [
      ...leaves.flatMap((each) => [
        dateInput(rep.leaves[each]?.from ?? null),
        dateInput(rep.leaves[each]?.to ?? null),
      ]),
      ...ramp.map((each) => valueCell(rep.rampRatios[each] ?? null, 'input', 'percent')),
    ],
    startOf: (repAt) => at(repAt, STARTS_AT),
    endOf: (repAt) => at(repAt, ENDS_AT),
    leavesOf: (repAt) =>
      leaves.map((each) => {
        const column = FIRST_LEAVE_AT + 2 * each;
        return [at(repAt, column), at(repAt, column + 1)];
      }),
    rampOf: (repAt) => {
      const [from, to] = [at(repAt, firstRamp), at(repAt, firstRamp + rampMonths - 1)];
      return `${from}:${to.slice(to.indexOf('!') + 1)}`;
    },
    ranges(lastRow) {
      const block = (first: number, count: number) =>
        `${columnName(first)}${FIRST_ROSTER_ROW}:${columnName(first + count - 1)}${lastRow}`;
      return {
        days: [block(STARTS_AT, 2), block(FIRST_LEAVE_AT, 2 * leaveCount)],
        shares: [block(firstRamp, rampMonths)],
      };
    },
  };
}

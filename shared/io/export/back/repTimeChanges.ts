import { readDate, serialToIso } from '../../import/cleanDate';
import type { Rep } from '../../../model/rep';
import { leaveHeaders, olderLeaveHeaders, rampHeader } from '../pay/rosterTimes';
import { ROSTER_SHEET } from '../sheetNames';
import type { CellPlace, WorkbookReview } from './workbookReview';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}(?=T|$)/;
/** 1900-03-01 and 9999-12-31, as Excel counts days. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

/** A row of Roster under review. */
interface RosterRow {
  readonly review: WorkbookReview;
  readonly row: number;
  readonly name: string;
}

/** Start, end, leaves and ramp of a rep as Roster has them; a cell that can't be taken leaves the rep as it is. */
export function repTimeChanges(rep: Rep, on: RosterRow): Partial<Rep> {
  return { ...dateChanges(rep, on), ...leaveChanges(rep, on), ...rampChanges(rep, on) };
}

function dateChanges(rep: Rep, on: RosterRow): Partial<Rep> {
  const { review, name } = on;
  const starts = dayIn(on, 'Starts', rep.startDate);
  const ends = dayIn(on, 'Ends', rep.endDate);
  if (!starts?.isChanged && !ends?.isChanged) return {};
  const isWrong = ({ startDate, endDate }: Pick<Rep, 'startDate' | 'endDate'>): boolean => {
    const place = (ends ?? starts)?.place;
    if (!place || startDate === null || endDate === null || endDate >= startDate) return false;
    review.problem(
      place,
      `${name} would end on ${endDate}, before the start on ${startDate}: correct either.`,
    );
    return true;
  };
  // A cell that can't be read leaves its day as the plan has it.
  const asked = {
    startDate: starts ? starts.day : rep.startDate,
    endDate: ends ? ends.day : rep.endDate,
  };
  if (isWrong(asked)) return {};
  const taken = {
    ...(isTaken(on, starts, 'Start', rep.startDate) ? { startDate: asked.startDate } : {}),
    ...(isTaken(on, ends, 'End', rep.endDate) ? { endDate: asked.endDate } : {}),
  };
  // One day taken and the other refused may not go together.
  return isWrong({ startDate: rep.startDate, endDate: rep.endDate, ...taken }) ? {} : taken;
}

function leaveChanges(rep: Rep, on: RosterRow): Partial<Rep> {
  let isEdited = false;
  const leaves: Rep['leaves'] = [];
  // Leaves that the workbook has no columns for are kept.
  for (let at = 0; at < rep.leaves.length || hasLeave(on.review, at); at++) {
    const known = rep.leaves[at] ?? null;
    const changed = changedLeave(known, at, on);
    if (changed !== undefined) isEdited = true;
    const kept = changed === undefined ? known : changed;
    if (kept) leaves.push(kept);
  }
  return isEdited ? { leaves } : {};
}

type Leave = Rep['leaves'][number];

/** A leave as it is to be; null = none, undefined = it stays as it is. */
function changedLeave(known: Leave | null, at: number, on: RosterRow): Leave | null | undefined {
  const [fromHeader, toHeader] = headersOf(on.review, at);
  const before = known ?? { from: null, to: null };
  const from = dayIn(on, fromHeader, before.from);
  const to = dayIn(on, toHeader, before.to);
  if (!from || !to || (!from.isChanged && !to.isChanged)) return undefined;
  const wrong = wrongLeave(from.day, to.day);
  if (wrong !== null) {
    on.review.problem(to.place, `The leave of ${on.name} ${wrong}: give its first and its last day.`);
    return undefined;
  }
  const takesFrom = isTaken(on, from, 'First day of leave', before.from);
  const takesTo = isTaken(on, to, 'Last day of leave', before.to);
  if (!takesFrom && !takesTo) return undefined;
  const first = takesFrom ? from.day : before.from;
  const last = takesTo ? to.day : before.to;
  if (first === null && last === null) return null;
  // One day taken and the other refused may make no leave.
  return first === null || wrongLeave(first, last) !== null ? undefined : { from: first, to: last ?? first };
}

function wrongLeave(from: string | null, to: string | null): string | null {
  if ((from === null) !== (to === null)) return 'has one day alone';
  return from !== null && to !== null && to < from ? 'ends before it begins' : null;
}

const hasLeave = (review: WorkbookReview, at: number) =>
  review.cells.columnOf(ROSTER_SHEET, headersOf(review, at)[0]) !== null;

function headersOf({ cells }: WorkbookReview, at: number): readonly [from: string, to: string] {
  const headers = leaveHeaders(at);
  return cells.columnOf(ROSTER_SHEET, headers[0]) === null ? olderLeaveHeaders(at) : headers;
}

/** A month that is left empty between others asks for all of the quota, as in the workbook. */
function rampChanges(rep: Rep, { review, row, name }: RosterRow): Partial<Rep> {
  let isEdited = false;
  const ratios: (number | null)[] = [...rep.rampRatios];
  for (let at = 0; ; at++) {
    const column = review.cells.columnOf(ROSTER_SHEET, rampHeader(at));
    if (column === null) break;
    const place = [ROSTER_SHEET, row, column] as const;
    const before = rep.rampRatios[at] ?? null;
    const after = review.number(place, before);
    if (after === undefined) continue;
    const what = `Ramp of ${name} in month ${at + 1}`;
    if (!review.note(place, { what, before: shareWords(before), after: shareWords(after) })) continue;
    while (ratios.length < at) ratios.push(null);
    ratios[at] = after;
    isEdited = true;
  }
  if (!isEdited) return {};
  const filled = ratios.findLastIndex((ratio) => ratio !== null) + 1;
  return { rampRatios: ratios.slice(0, filled).map((ratio) => ratio ?? 1) };
}

interface DayCell {
  readonly place: CellPlace;
  /** ISO; null = the cell is empty. */
  readonly day: string | null;
  readonly isChanged: boolean;
}

/** The day that a cell holds; null where there is no such column, or it holds none that can be read. */
function dayIn({ review, row }: RosterRow, header: string, before: string | null): DayCell | null {
  const column = review.cells.columnOf(ROSTER_SHEET, header);
  if (column === null) return null;
  const place = [ROSTER_SHEET, row, column] as const;
  const text = review.cells.text(...place).trim();
  const day = text === '' ? null : readDay(text);
  if (day === undefined) {
    review.problem(place, `“${text}” is not a day: write it as 2027-03-15.`);
    return null;
  }
  return { place, day, isChanged: day !== before };
}

/** A day as the reader of workbooks gives it, or Excel's number of it where the cell lost its format. */
function readDay(text: string): string | undefined {
  if (ISO_DAY.test(text)) return readDate(text.slice(0, 10), 'ymd') ?? undefined;
  const serial = Number(text);
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? serialToIso(Math.floor(serial)) : undefined;
}

function isTaken(
  { review, name }: RosterRow,
  cell: DayCell | null,
  label: string,
  before: string | null,
): boolean {
  if (!cell?.isChanged) return false;
  const words = { what: `${label} of ${name}`, before: before ?? 'none', after: cell.day ?? 'none' };
  return review.note(cell.place, words);
}

const shareWords = (ratio: number | null) => (ratio === null ? 'none' : `${Math.round(ratio * 1000) / 10}%`);

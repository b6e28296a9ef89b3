import { isNoneMark } from './cleanNumber';
import type { CleanedText } from './cleanText';

export type DateOrder = 'mdy' | 'dmy' | 'ymd';

/** Days from 1899-12-30, Excel's day 0, to 1970-01-01. */
const EXCEL_EPOCH_DAYS = 25_569;
const DAY_MS = 86_400_000;

/** Excel's serial day (46085) → 2026-03-04, with the time of day where it has one. */
export function serialToIso(serial: number, is1904 = false): string {
  const days = serial + (is1904 ? 1462 : 0);
  const time = new Date(Math.round((days - EXCEL_EPOCH_DAYS) * DAY_MS)).toISOString();
  return Number.isInteger(serial) ? time.slice(0, 10) : time.slice(0, 19);
}

const PARTS =
  /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[ T]\s*(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*([AP]M)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * What the dates of a column say about their order: some date can be read in one way only, or none can.
 * @returns null where every date can be read both ways, so that a person must be asked
 */
export function decideDateOrder(texts: Iterable<string>): DateOrder | null {
  return countDateOrders(texts).order;
}

/** As decideDateOrder, and whether some dates can only be read day first and others only month first. */
export function countDateOrders(texts: Iterable<string>): { order: DateOrder | null; isMixed: boolean } {
  let dayFirst = 0;
  let monthFirst = 0;
  let hasPlainYearFirst = false;
  for (const text of texts) {
    if (isIsoDay(text)) {
      hasPlainYearFirst = true;
      continue;
    }
    const parts = PARTS.exec(text.trim());
    if (!parts) continue;
    if (parts[1]!.length === 4) hasPlainYearFirst = true;
    else if (Number(parts[1]) > 12) dayFirst++;
    else if (Number(parts[2]) > 12) monthFirst++;
    else if (text.includes('.')) dayFirst++;
  }
  const isMixed = dayFirst > 0 && monthFirst > 0;
  if (dayFirst === 0 && monthFirst === 0) return { order: hasPlainYearFirst ? 'ymd' : null, isMixed };
  return { order: dayFirst > monthFirst ? 'dmy' : 'mdy', isMixed };
}

/** A date as people write it → ISO; null where it is none. */
export function readDate(text: string, order: DateOrder): string | null {
  if (isIsoDay(text)) return text;
  const parts = PARTS.exec(text.trim());
  if (!parts) return null;
  const [first, second, third] = [parts[1]!, parts[2]!, parts[3]!];
  const isYearFirst = first.length > 2 || (order === 'ymd' && third.length <= 2);
  const year = fullYear(isYearFirst ? first : third);
  const [monthText, dayText] = isYearFirst
    ? [second, third]
    : order === 'dmy'
      ? [second, first]
      : [first, second];
  let [month, day] = [Number(monthText), Number(dayText)];
  // 25/12 can only be a day and a month, whatever the column's order.
  if (!isYearFirst && month > 12 && day <= 12) [month, day] = [day, month];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const iso = date.toISOString().slice(0, 10);
  const time = readTime(parts[4], parts[5]);
  return time ? `${iso}T${time}${parts[6] ? parts[6].toUpperCase() : ''}` : iso;
}

/** 2026-03-04 up to the 28th, which every month has: the usual case, told without a regular expression. */
export function isIsoDay(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  for (let at = 0; at < 10; at++) {
    const code = text.charCodeAt(at);
    if (at !== 4 && at !== 7 && (code < 48 || code > 57)) return false;
  }
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return month >= 1 && month <= 12 && day >= 1 && day <= 28;
}

function fullYear(text: string): number {
  const year = Number(text);
  // Excel's own rule for years of two digits.
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
}

/** hh:mm:ss, '' where there is none or it is midnight, which systems write for "no time". */
function readTime(time: string | undefined, half: string | undefined): string {
  if (!time) return '';
  const [hours, minutes, seconds = '00'] = time.split(':');
  let hour = Number(hours);
  if (half) hour = (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  const iso = `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
  return iso === '00:00:00' ? '' : iso;
}

/** Serials that a date column may hold: 1954 to 2064. */
export function isSerial(text: string): boolean {
  const serial = Number(text);
  return /^\d{5}(\.\d+)?$/.test(text) && serial >= 20_000 && serial <= 60_000;
}

/** Reads one cell of a column of dates. */
export function cleanDate(text: string, order: DateOrder): CleanedText {
  if (isNoneMark(text)) return { text: '', rule: 'noValue' };
  if (isSerial(text)) return { text: serialToIso(Number(text)), rule: 'serialDate' };
  const iso = readDate(text, order);
  if (iso === null) return { text, rule: null };
  return { text: iso, rule: iso === text ? null : 'date' };
}

/** Headers that name a day, with blanks between their words. */
const DATE_HEADER =
  /\bdate\b|\w+date$|datum|fecha|\b(on|since|until|seit|bis)$|\b(modified|created|starts?|started|ends?|ended|expir\w*|renewal|renews|signed|closed|opened|due|effective|anniversary|birthday|go.?live|terminat\w*|cancel\w*|beginn|ende|vertragsende)\b/i;
const LAST_TIME =
  /\b(last|next|first|letzter?) (order|visit|contact|activity|call|purchase|sale|review|login|besuch)$/i;

/** Whether a header sounds like a day: "Contract end", "Last order", "CreatedOn". */
export function isDateHeader(header: string): boolean {
  const words = header
    .replace(/_/g, ' ')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .trim();
  return DATE_HEADER.test(words) || LAST_TIME.test(words);
}

/** Whether a column holds dates: most of its cells are dates, or serials under a header that names a day. */
export function isDateColumn(header: string, texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text.trim() !== '' && !isNoneMark(text)).slice(0, 400);
  if (filled.length === 0) return false;
  const saysDate = isDateHeader(header);
  const dates = filled.filter(
    (text) =>
      readDate(text, 'mdy') !== null || readDate(text, 'dmy') !== null || (saysDate && isSerial(text.trim())),
  );
  return dates.length > filled.length * 0.8;
}

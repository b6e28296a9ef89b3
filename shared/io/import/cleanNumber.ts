/** Which sign parts the decimals of a column. */
export type DecimalMark = '.' | ',';

/** How a number had to be read; null where it was plain. */
export type NumberRule =
  'brackets' | 'percent' | 'suffix' | 'decimalComma' | 'thousandsPoint' | 'scientific' | 'range' | null;

export type NumberReading =
  | { readonly kind: 'number'; readonly value: number; readonly rule: NumberRule; readonly currency: string }
  /** Nothing is there, or a mark for nothing ("N/A", "-"). */
  | { readonly kind: 'none'; readonly isMarked: boolean }
  | { readonly kind: 'formulaError' }
  | { readonly kind: 'unreadable' };

const NONE_MARKS = new Set([
  'n/a',
  'na',
  '#n/a',
  'n.a.',
  'none',
  'null',
  'nil',
  'nan',
  'unknown',
  'not available',
  'not applicable',
  'tbd',
  'tba',
  '?',
  '-',
  '--',
  '–',
  '—',
  '.',
  'k.a.',
  's/o',
]);

/** Longer texts are not looked up; the longest mark has 14 letters, and blanks may stand round it. */
const LONGEST_MARK = 20;

/** First letters of the marks and blanks, which tell most texts apart at once. */
const MARK_STARTS = new Set(
  [...' \t\u00a0', ...[...NONE_MARKS].flatMap((mark) => [mark[0]!, mark[0]!.toUpperCase()])].map((letter) =>
    letter.charCodeAt(0),
  ),
);

/** Whether a text stands for "not known" in lists. */
export function isNoneMark(text: string): boolean {
  return (
    text.length <= LONGEST_MARK &&
    MARK_STARTS.has(text.charCodeAt(0)) &&
    NONE_MARKS.has(text.trim().toLowerCase())
  );
}

const FORMULA_ERROR = /^#(REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/i;

/** Whether a text is an error that a spreadsheet's formula gave. #N/A is not one: it says "no value". */
export function isFormulaError(text: string): boolean {
  return FORMULA_ERROR.test(text.trim());
}

/** What a bare dollar sign says: whose dollar it is, the row or the plan tells (currencyRates.ts). */
export const ANY_DOLLAR = '$';

const SYMBOLS: Readonly<Record<string, string>> = {
  $: ANY_DOLLAR,
  CA$: 'CAD',
  C$: 'CAD',
  AU$: 'AUD',
  A$: 'AUD',
  US$: 'USD',
  NZ$: 'NZD',
  HK$: 'HKD',
  SG$: 'SGD',
  S$: 'SGD',
  MX$: 'MXN',
  NT$: 'TWD',
  R$: 'BRL',
  'CN¥': 'CNY',
  'JP¥': 'JPY',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
};
const SUFFIX: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mm: 1e6,
  mio: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  mrd: 1e9,
};

/**
 * Reads a number as people and programs write it: $1,234,567 · €1.234 · 1.234,56 · (500) · 1.2M · 12,5% · 1.23E+05.
 * A cell that can be read in one way only is read so; one like "1.234" follows the column's decimal mark.
 * Percentages become shares of one: 12,5% is 0.125.
 */
export function readNumber(text: string, mark: DecimalMark): NumberReading {
  const quick = readPlain(text);
  if (quick !== null) return { kind: 'number', value: quick, rule: null, currency: '' };
  const dollars = mark === '.' ? readDollars(text) : null;
  if (dollars !== null) return { kind: 'number', value: dollars, rule: null, currency: ANY_DOLLAR };
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'none', isMarked: false };
  if (isNoneMark(trimmed)) return { kind: 'none', isMarked: true };
  if (isFormulaError(trimmed)) return { kind: 'formulaError' };
  return readDressed(trimmed, mark);
}

/** Digits, a point and a minus alone; null for all else, also for "1.234", which may be a thousand. */
function readPlain(text: string): number | null {
  const length = text.length;
  if (length === 0 || length > 15) return null;
  let point = -1;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  if (start === length) return null;
  for (let i = start; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 46 && point < 0 && i > start) point = i;
    else if (code < 48 || code > 57) return null;
  }
  if (point >= 0 && (length - point === 4 || point === length - 1)) return null;
  return Number(text);
}

/** "$1,234,567" and "$950", the usual amount of a CRM's report; null for all else. */
function readDollars(text: string): number | null {
  const length = text.length;
  if (text.charCodeAt(0) !== 36 || length === 1 || length > 20) return null;
  // The mark of "$0,123" parts decimals: no group begins with a nought.
  if (length > 4 && text.charCodeAt(1) === 48) return null;
  let value = 0;
  for (let i = 1; i < length; i++) {
    const code = text.charCodeAt(i);
    const isMark = (length - i) % 4 === 0;
    if (isMark ? code !== 44 || i === 1 : code < 48 || code > 57) return null;
    if (!isMark) value = value * 10 + code - 48;
  }
  return value;
}

function readDressed(trimmed: string, mark: DecimalMark): NumberReading {
  let text = trimmed.replace(/[\u2212\u2013\u2014](?=\s*[\d$€£(.])/, '-').replace(/^'/, '');
  const brackets = /^([^\d(]*)\((.+)\)$/.exec(text);
  if (brackets) text = brackets[1]! + brackets[2]!;
  const money = takeCurrency(text);
  const signed = takeSign(money.rest);
  const range = /^(\d[\d.,]*)\s*(?:-|–|to|bis)\s*(\d[\d.,]*)$/i.exec(signed.rest);
  if (range) return readRange(range[1]!, range[2]!, mark, money.code);
  const scaled = takeSuffix(signed.rest);
  const digits = readDigits(scaled.rest, mark, money.code);
  if (!digits) return { kind: 'unreadable' };
  const { factor } = scaled;
  // 12.5 × 0.01 and 1.1 × 1e6 carry binary noise; twelve digits are more than any list has.
  const magnitude = factor === 1 ? digits.value : Number((digits.value * factor).toPrecision(12));
  const isNegative = (brackets !== null) !== signed.isNegative;
  const rule = scaled.rule ?? (brackets ? 'brackets' : digits.rule);
  return { kind: 'number', value: isNegative ? -magnitude : magnitude, rule, currency: money.code };
}

/** Currencies that lists write by their ISO code; other three letters are no currency. */
const CODES =
  'USD|EUR|GBP|CAD|MXN|AUD|NZD|CHF|JPY|CNY|INR|BRL|SEK|NOK|DKK|PLN|CZK|HUF|RON|ZAR|SGD|HKD|KRW|TWD|THB|MYR|IDR|PHP|ILS|AED|SAR|TRY|ARS|CLP|COP|PEN|UAH';
/** A prefix that is not listed makes an unknown currency, which is reported as no number and not taken for a dollar. */
const SIGN = '(?:CA|C|AU|A|US|NZ|HK|SG|S|MX|NT|R)?\\$|(?:CN|JP)?¥|[€£₹₩₽₺]';
const CURRENCY_FIRST = new RegExp(`^(-?)\\s*(?:(${CODES})\\b|(${SIGN}))\\s*(-?.*)$`);
const CURRENCY_LAST = new RegExp(`^(.*?[^\\sA-Z]|.*\\S)\\s*(?:\\b(${CODES})|(${SIGN}))\\s*(-?)$`);

/** A currency before or after the digits, as a sign or as an ISO code. */
function takeCurrency(text: string): { code: string; rest: string } {
  const first = CURRENCY_FIRST.exec(text);
  if (first) return { code: first[2] ?? SYMBOLS[first[3] ?? ''] ?? '', rest: first[1]! + first[4]! };
  const last = CURRENCY_LAST.exec(text);
  if (!last) return { code: '', rest: text };
  return { code: last[2] ?? SYMBOLS[last[3] ?? ''] ?? '', rest: last[1]! + last[4]! };
}

/** A sign before the digits, or the minus that accountants and SAP write behind them. */
function takeSign(text: string): { isNegative: boolean; rest: string } {
  const bare = text.trim();
  if (/\d\s*-$/.test(bare)) return { isNegative: true, rest: bare.slice(0, -1).trim() };
  if (bare.startsWith('-')) return { isNegative: true, rest: bare.slice(1).trim() };
  return { isNegative: false, rest: bare.startsWith('+') ? bare.slice(1).trim() : bare };
}

function takeSuffix(text: string): { factor: number; rule: NumberRule; rest: string } {
  const found = /^(.*?\d)\s*(%|k|mm|mio\.?|mn|m|million|bn|b|billion|mrd\.?)$/i.exec(text);
  if (!found) return { factor: 1, rule: null, rest: text };
  const unit = found[2]!.toLowerCase().replace('.', '');
  if (unit === '%') return { factor: 0.01, rule: 'percent', rest: found[1]! };
  return { factor: SUFFIX[unit]!, rule: 'suffix', rest: found[1]! };
}

function readRange(from: string, to: string, mark: DecimalMark, currency: string): NumberReading {
  const low = readDigits(from, mark, currency);
  const high = readDigits(to, mark, currency);
  if (!low || !high || high.value < low.value) return { kind: 'unreadable' };
  return { kind: 'number', value: (low.value + high.value) / 2, rule: 'range', currency };
}

/** Digits with marks between them; which mark parts decimals is told by the cell itself, else by the column. */
function readDigits(
  text: string,
  mark: DecimalMark,
  currency: string,
): { value: number; rule: NumberRule } | null {
  const bare = text.replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(\D|$))/g, '');
  if (/^\d*\.?\d+([eE][+-]?\d+)$/.test(bare) || /^\d+\.\d*[eE][+-]?\d+$/.test(bare)) {
    return scientific(bare);
  }
  if (/^\d+,\d+[eE][+-]?\d+$/.test(bare)) return scientific(bare.replace(',', '.'));
  if (!/^[\d.,]*\d[\d.,]*$/.test(bare)) return null;
  const decimal = decimalMarkOf(bare) ?? ambiguousMark(bare, mark, currency);
  const thousands = decimal === ',' ? '.' : ',';
  const parts = bare.split(decimal);
  if (parts.length > 2) return null;
  const whole = parts[0]!;
  if (whole.includes(thousands) && !/^\d{1,3}([.,]\d{2,3})*$/.test(whole)) return null;
  if (parts[1]?.includes(thousands)) return null;
  const value = Number(`${whole.replaceAll(thousands, '') || '0'}.${parts[1] ?? '0'}`);
  if (decimal === ',' && parts.length === 2) return { value, rule: 'decimalComma' };
  return { value, rule: decimal === ',' && whole.includes('.') ? 'thousandsPoint' : null };
}

/** 1e400 is more than a number can hold, and no number to add up. */
function scientific(text: string): { value: number; rule: NumberRule } | null {
  const value = Number(text);
  return Number.isFinite(value) ? { value, rule: 'scientific' } : null;
}

/** The decimal mark that the digits themselves tell; null where both readings are possible, as in "1.234". */
export function decimalMarkOf(digits: string): DecimalMark | null {
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point < 0 && comma < 0) return null;
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  const sign = point >= 0 ? '.' : ',';
  const other = sign === '.' ? ',' : '.';
  const at = Math.max(point, comma);
  if (digits.indexOf(sign) !== at) return other;
  const decimals = digits.length - at - 1;
  // 0.125 and 1234.567 can't be grouped thousands.
  if (decimals !== 3 || at === 0 || at > 3 || digits[0] === '0') return sign;
  return null;
}

/** "1.234" of an amount in euros is a thousand; a comma before three digits is one everywhere but in comma columns. */
function ambiguousMark(digits: string, mark: DecimalMark, currency: string): DecimalMark {
  if (digits.includes('.') && currency === 'EUR') return ',';
  return mark;
}

/** The decimal mark of a column: told by the cells that can be read in one way only, else what the file uses. */
export function decideDecimalMark(texts: Iterable<string>, fallback: DecimalMark): DecimalMark {
  let points = 0;
  let commas = 0;
  for (const text of texts) {
    const digits = /\d[\d.,]*/.exec(text)?.[0];
    const mark = digits ? decimalMarkOf(digits) : null;
    if (mark === '.') points++;
    if (mark === ',') commas++;
  }
  return points === commas ? fallback : points > commas ? '.' : ',';
}

/** Column letters of a 0-based position: 0 → A, 26 → AA. */
export function columnName(position: number): string {
  let name = '';
  for (let rest = position + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** An absolute address on a sheet: ('Accounts', 2, 5) → 'Accounts'!$C$5. Rows are 1-based. */
export function cellAddress(sheet: string, column: number, row: number): string {
  return `${quoted(sheet)}!$${columnName(column)}$${row}`;
}

/** An absolute range within one column of a sheet. */
export function columnRange(sheet: string, column: number, firstRow: number, lastRow: number): string {
  const letters = columnName(column);
  return `${quoted(sheet)}!$${letters}$${firstRow}:$${letters}$${lastRow}`;
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** A legal and unique name for a workbook's defined name, e.g. "Revenue FY26" → Weight_Revenue_FY26. */
export function definedName(prefix: string, text: string, taken: Set<string>): string {
  const base = `${prefix}_${text.replaceAll(/[^A-Za-z0-9]+/g, '_')}`.replaceAll(/_+$/g, '');
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}_${number}`;
  taken.add(name.toLowerCase());
  return name;
}

/** The same texts made distinct, since rows of a sheet are looked up by name: a second "North" → "North (2)". */
export function uniqueTexts(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    let unique = text;
    for (let number = 2; taken.has(comparedText(unique)); number++) unique = `${text} (${number})`;
    taken.add(comparedText(unique));
    return unique;
  });
}

/** As SUMIFS compares texts: without regard to case, and "01" as the number 1. */
function comparedText(text: string): string {
  const isNumber = text.trim() !== '' && Number.isFinite(Number(text));
  return isNumber ? String(Number(text)) : text.toLowerCase();
}

/** SUMIFS takes no longer criterion. */
const LONGEST_LOOK_UP = 240;
/** Signs that SUMIFS reads as more than themselves, each with one that looks alike. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '*': '∗',
  '?': '？',
  '~': '∼',
  '=': '＝',
  '<': '＜',
  '>': '＞',
};

/**
 * A name as sheets hold it: SUMIFS and COUNTIFS take * ? ~ for wildcards and = < > at the start for comparisons, so signs
 * that look alike stand for them; an empty name says that it is none.
 */
export function lookUpText(text: string): string {
  const safe = text.replaceAll(/[*?~]|^[=<>]/g, (sign) => LOOK_ALIKES[sign] ?? sign);
  if (safe.trim() === '') return '(no name)';
  return safe.length <= LONGEST_LOOK_UP ? safe : `${safe.slice(0, LONGEST_LOOK_UP - 1)}…`;
}

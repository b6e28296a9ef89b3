import type { MeasureKind } from '../../model/accountTable';
import type { UnitLevel } from '../../model/exception';
import type { UnitMeasure } from '../../model/unitMeasure';
import { isUsState } from '../../plan/unitKeys';
import { decideDecimalMark, readNumber, type NumberReading } from './cleanNumber';
import { measureKindOf } from './fields';
import { ImportFileError } from './importFileError';
import { parseDelimited } from './parseDelimited';
import { sniffDelimiter } from './sniffDelimiter';

/** A row that was left out, and why. */
export interface UnitMeasureProblem {
  /** Row of the file, the header is 1. */
  readonly row: number;
  readonly text: string;
}

export interface ReadUnitMeasure {
  readonly level: UnitLevel;
  /** Name of the value column. */
  readonly name: string;
  /** What the figures are, as far as their name and their signs tell. */
  readonly kind: MeasureKind;
  /** By unit key; a unit that stands in several rows has their sum. */
  readonly values: UnitMeasure['values'];
  /** By unit key: the rows of the file that have it. */
  readonly rowsOf: Readonly<Record<string, readonly number[]>>;
  readonly problems: readonly UnitMeasureProblem[];
}

/** Keys as lists have them → keys of units; null where a text is none of the level. */
const KEY_READERS: Readonly<Record<UnitLevel, (text: string) => string | null>> = {
  // Lists lose the leading zero: 6075 is 06075.
  county: (text) => (/^\d{4,5}$/.test(text) ? text.padStart(5, '0') : null),
  zip3: (text) => {
    const match = /^(?:US-)?([A-Z]{2})[- ]?(\d{3})$/.exec(text);
    return match ? `${match[1]!}-${match[2]!}` : null;
  },
  region: (text) => (/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(text) ? text : null),
  country: (text) => (/^[A-Z]{2}$/.test(text) ? text : null),
};

/** The finer first. */
const LEVELS = ['county', 'zip3', 'region', 'country'] as const;

/** Which level a column of keys is of: the one that reads most of it, finer ones first. */
function levelOf(texts: readonly string[]): { level: UnitLevel; count: number } {
  let best: { level: UnitLevel; count: number } = { level: 'county', count: 0 };
  for (const level of LEVELS) {
    const count = texts.filter((text) => KEY_READERS[level](keyText(text)) !== null).length;
    if (count > best.count) best = { level, count };
  }
  return best;
}

const CODE_HEADER = /fips|geoid|zip|iso\b|code|county|region|state|country/i;
const ZIP3_CELL = /^\d{1,3}$/;

/**
 * The columns with "CA-941" where a list has "941", its state from the column beside it: some ZIP3 lie in two states.
 * @throws ImportFileError when there is no state for them
 */
function withWholeZip3(
  headers: readonly string[],
  bodies: readonly (readonly string[])[],
  rowCount: number,
  fileName: string,
): readonly (readonly string[])[] {
  const most = (cells: readonly string[], form: RegExp) =>
    cells.filter((cell) => form.test(cell.trim())).length * 2 > rowCount;
  const zip3 = bodies.findIndex((cells, at) => /zip/i.test(headers[at]!) && most(cells, ZIP3_CELL));
  if (zip3 < 0) return bodies;
  const state = bodies.findIndex((cells) => most(cells, /^[A-Z]{2}$/i));
  if (state < 0) {
    throw new ImportFileError(
      'not-a-table',
      `${fileName} has ZIP3 codes without their state, and some lie in two states. Add a column with the state (CA) and read it again.`,
    );
  }
  // Lists lose leading zeros: 21 is 021.
  const whole = bodies[zip3]!.map((cell, row) =>
    ZIP3_CELL.test(cell.trim()) ? `${bodies[state]![row]!.trim()}-${cell.trim().padStart(3, '0')}` : cell,
  );
  return bodies.map((cells, at) => (at === zip3 ? whole : cells));
}

/**
 * How likely a column has the codes: that most of it reads as such comes first, then what it is called, then how fine
 * its level is, then how many read.
 * @param share of the rows that read as codes
 */
function keyScore(level: UnitLevel, share: number, header: string): number {
  if (share < 0.5) return share;
  const isCalledSo = CODE_HEADER.test(header);
  // Any figure of four or five digits reads as a FIPS code.
  const trust = isCalledSo ? 200 : level === 'county' ? 0 : 100;
  return 1 + trust + 10 * (LEVELS.length - LEVELS.indexOf(level)) + share;
}

/** "US-CA" for "CA" in a column that is called state: alone it would be read as Canada. */
function withStates(header: string, cells: readonly string[]): readonly string[] {
  if (!/state/i.test(header)) return cells;
  return cells.map((cell) => (isUsState(keyText(cell)) ? `US-${keyText(cell)}` : cell));
}

function isRead(reading: NumberReading): reading is Extract<NumberReading, { kind: 'number' }> {
  return reading.kind === 'number';
}

function keyText(text: string): string {
  return text.trim().toUpperCase();
}

/**
 * Reads a measure by unit from a CSV with a header: a column of county FIPS codes, ISO codes or state and ZIP3
 * (CA-941, or in two columns), and a column of numbers.
 * @throws ImportFileError when no column holds codes, none holds numbers, or ZIP3 codes lack their state
 */
export function readUnitMeasure(text: string, fileName: string): ReadUnitMeasure {
  const clean = text.replace(/^\uFEFF/, '');
  const { delimiter, skipCharacters } = sniffDelimiter(clean);
  const steps = parseDelimited(clean.slice(skipCharacters), delimiter);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { columns, rowNumbers } = step.value;
  const headers = columns.map((cells) => cells[0]!.trim());
  const rowCount = Math.max(0, rowNumbers.length - 1);
  const bodies = withWholeZip3(
    headers,
    columns.map((cells) => cells.slice(1)),
    rowCount,
    fileName,
  ).map((cells, at) => withStates(headers[at]!, cells));
  const found = bodies.map(levelOf);
  const scores = found.map((one, at) =>
    keyScore(one.level, rowCount === 0 ? 0 : one.count / rowCount, headers[at]!),
  );
  const keyColumn = scores.reduce((best, score, at) => (score > scores[best]! ? at : best), 0);
  const level = found[keyColumn]?.level ?? 'county';
  if (rowCount === 0 || (found[keyColumn]?.count ?? 0) * 2 < rowCount) {
    throw new ImportFileError(
      'not-a-table',
      `${fileName} has no column of county FIPS codes (06075), ISO codes (US-CA) or state and ZIP3 (CA-941). Add one and read it again.`,
    );
  }
  const numbers = bodies.map((cells) => {
    const mark = decideDecimalMark(cells, '.');
    return cells.map((cell) => readNumber(cell, mark));
  });
  const valueColumn = numbers.findIndex(
    (cells, at) => at !== keyColumn && cells.filter(isRead).length * 2 > rowCount,
  );
  if (valueColumn < 0) {
    throw new ImportFileError(
      'not-a-table',
      `${fileName} has no column of numbers beside the codes. Add one and read it again.`,
    );
  }
  const problems: UnitMeasureProblem[] = [];
  const values: Record<string, number> = {};
  const rowsOf: Record<string, number[]> = {};
  for (let at = 0; at < rowCount; at++) {
    const cell = bodies[keyColumn]![at]!;
    const row = rowNumbers[at + 1]!;
    const key = KEY_READERS[level](keyText(cell));
    const reading = numbers[valueColumn]![at]!;
    if (key === null)
      problems.push({ row, text: `"${cell}" is no code of a ${level}; the row is left out.` });
    else if (isRead(reading)) {
      values[key] = (values[key] ?? 0) + reading.value;
      (rowsOf[key] ??= []).push(row);
    } else if (reading.kind !== 'none') {
      problems.push({ row, text: `"${bodies[valueColumn]![at]!}" is no number; the row is left out.` });
    }
  }
  const name = headers[valueColumn]! || 'Value';
  const isSigned = bodies[valueColumn]!.some((cell) => /[$€£¥]/.test(cell));
  return { level, name, kind: isSigned ? 'money' : measureKindOf(name), values, rowsOf, problems };
}

/** What was read without the codes that are of no unit on the map, whose figures no territory could have; they are named. */
export function withKnownUnits(read: ReadUnitMeasure, isKnown: (key: string) => boolean): ReadUnitMeasure {
  const unknown = Object.keys(read.values).filter((key) => !isKnown(key));
  const problems = unknown.flatMap((key) =>
    read.rowsOf[key]!.map((row) => ({
      row,
      text: `"${key}" is no ${read.level} on the map; the row is left out.`,
    })),
  );
  const values = Object.fromEntries(Object.entries(read.values).filter(([key]) => isKnown(key)));
  return { ...read, values, problems: [...read.problems, ...problems].sort((a, b) => a.row - b.row) };
}

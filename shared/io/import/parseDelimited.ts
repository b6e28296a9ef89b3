import { refuseTooManyCells } from './importFileError';
import { SharedTexts } from './sharedTexts';

/** Delimited text → columns, keeping each record's number, since blank records are left out. */
export interface DelimitedCells {
  readonly rowCount: number;
  readonly rowNumbers: Int32Array;
  readonly columns: string[][];
  /** The first record with a quote that is never closed, which is read as a letter. */
  readonly unclosedQuoteRow: number | null;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Records between two yields. */
const SLICE_ROWS = 20_000;

/**
 * Parses RFC 4180 text and what passes for it: any line ending, quotes within a bare field, text after a
 * closing quote. A record is a row, as in Excel, whatever lines it takes.
 * Written by hand because it fills columns at once and numbers rows as Excel does.
 * @param firstRowNumber the number of the first record
 * @param rowLimit stop after so many records
 * @yields the share of the text read
 */
export function* parseDelimited(
  text: string,
  delimiter: string,
  firstRowNumber = 1,
  rowLimit = Infinity,
): Generator<number, DelimitedCells> {
  const parser = new DelimitedParser(text, delimiter.charCodeAt(0), firstRowNumber, rowLimit);
  while (parser.record < rowLimit && parser.readSlice(Math.min(SLICE_ROWS, rowLimit - parser.record))) {
    yield parser.at / text.length;
  }
  return parser.cells();
}

/** The parser's state; a class and not the generator itself, since loops in generators run several times slower. */
class DelimitedParser {
  at = 0;
  record = 0;
  private readonly columns: string[][] = [];
  private rowNumbers = new Int32Array(0);
  private rowCount = 0;
  /** Rows that fit into the columns. */
  private room = 0;
  private unclosedQuoteRow: number | null = null;
  private readonly fields: string[] = [];
  private readonly texts: SharedTexts[] = [];

  constructor(
    private readonly text: string,
    private readonly delimiterCode: number,
    private readonly firstRowNumber: number,
    private readonly rowLimit: number,
  ) {}

  /** Reads records; false at the end of the text. */
  readSlice(records: number): boolean {
    for (let left = records; left > 0 && this.at < this.text.length; left--) {
      const fieldCount = this.readRecord();
      if (fieldCount > 0) this.keep(fieldCount);
      this.record++;
    }
    return this.at < this.text.length;
  }

  /** Fills `fields` and moves behind the line break. Returns 0 where the record is blank. */
  private readRecord(): number {
    const { text, delimiterCode, fields } = this;
    let at = this.at;
    let fieldCount = 0;
    let isBlank = true;
    for (;;) {
      if (text.charCodeAt(at) === QUOTE) {
        at = this.readQuoted(at, fieldCount);
      } else {
        const end = findFieldEnd(text, at, delimiterCode);
        fields[fieldCount] = end === at ? '' : this.textsOf(fieldCount).slice(text, at, end);
        at = end;
      }
      if (isBlank && !isBlankText(fields[fieldCount]!)) isBlank = false;
      fieldCount++;
      const code = at < text.length ? text.charCodeAt(at) : LF;
      at++;
      if (code === delimiterCode) continue;
      if (code === CR && text.charCodeAt(at) === LF) at++;
      this.at = at;
      return isBlank ? 0 : fieldCount;
    }
  }

  private textsOf(column: number): SharedTexts {
    return (this.texts[column] ??= new SharedTexts());
  }

  private readQuoted(at: number, fieldIndex: number): number {
    const { text } = this;
    const close = findClosingQuote(text, at + 1);
    if (close < 0) {
      // Taken as a letter: the rest of the file must not vanish into one cell.
      this.unclosedQuoteRow ??= this.firstRowNumber + this.record;
      const end = findFieldEnd(text, at, this.delimiterCode);
      this.fields[fieldIndex] = text.slice(at, end);
      return end;
    }
    const end = findFieldEnd(text, close + 1, this.delimiterCode);
    let field = text.slice(at + 1, close);
    if (field.includes('"')) field = field.replaceAll('""', '"');
    this.fields[fieldIndex] = end > close + 1 ? field + text.slice(close + 1, end) : field;
    return end;
  }

  private keep(fieldCount: number): void {
    const { columns, fields } = this;
    const row = this.rowCount++;
    refuseTooManyCells(row, Math.max(columns.length, fieldCount));
    if (row === this.room) this.makeRoom();
    while (columns.length < fieldCount) columns.push(new Array<string>(this.room).fill(''));
    for (let column = 0; column < fieldCount; column++) columns[column]![row] = fields[column]!;
    this.rowNumbers[row] = this.firstRowNumber + this.record;
  }

  /** Columns are as long as the text has lines, and longer where other marks end its records: growing cell by cell costs more than the reading. */
  private makeRoom(): void {
    const before = this.room;
    this.room = before === 0 ? countLines(this.text, this.rowLimit) : before * 2;
    const numbers = new Int32Array(this.room);
    numbers.set(this.rowNumbers);
    this.rowNumbers = numbers;
    for (const cells of this.columns) {
      cells.length = this.room;
      cells.fill('', before);
    }
  }

  /** What was read, without the room that was not needed. */
  cells(): DelimitedCells {
    for (const cells of this.columns) cells.length = this.rowCount;
    return {
      rowCount: this.rowCount,
      rowNumbers: this.rowNumbers.slice(0, this.rowCount),
      columns: this.columns,
      unclosedQuoteRow: this.unclosedQuoteRow,
    };
  }
}

/** Lines of a text, but no more than `limit`; at least one. */
function countLines(text: string, limit: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines < limit; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function isBlankText(text: string): boolean {
  return text === '' || (text.charCodeAt(0) <= 32 && text.trim() === '');
}

/** Position of the closing quote, a doubled quote being none; -1 where it is missing. */
function findClosingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}

function findFieldEnd(text: string, from: number, delimiterCode: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiterCode || code === LF || code === CR) break;
  }
  return at;
}

import { strFromU8 } from 'fflate';
import { serialToIso } from './cleanDate';
import { refuseTooManyCells } from './importFileError';
import { CELL_KIND } from './rawSheets';
import { decodeEntities, joinTexts, type WorkbookParts } from './workbookParts';
import { attributeRange, cellEnd, columnOf, findElement, tagEnd, wholeNumber } from './xmlBytes';
import { asciiText } from './zipDirectory';

/** A sheet's cells in columns; blank rows are left out. */
export interface SheetCells {
  readonly rowCount: number;
  readonly rowNumbers: Int32Array;
  readonly columns: string[][];
  readonly cellKinds: (Uint8Array | null)[];
  readonly hiddenColumns: number[];
  /** Merged cells that reach over several rows of one column. */
  readonly tallMerges: { column: number; firstRow: number; lastRow: number }[];
}

const LT = 60;
const SLASH = 47;

/** Excel's last column is XFD. */
const MAX_COLUMNS = 16_384;

/** Bytes between two yields. */
const SLICE_BYTES = 8 * 1024 * 1024;

/**
 * Reads the XML of a worksheet straight from its bytes: a general XML parser, or a string of 100 MB, would take
 * several times as long.
 * @yields the share of bytes read
 */
export function* readSheetCells(xml: Uint8Array, parts: WorkbookParts): Generator<number, SheetCells> {
  const scanner = new SheetScanner(xml, parts);
  while (scanner.readSlice(SLICE_BYTES)) yield scanner.at / xml.length;
  return scanner.finish();
}

class SheetScanner {
  at = 0;
  private readonly columns: string[][] = [];
  private readonly kinds: (Uint8Array | null)[] = [];
  private readonly rowNumbers: number[] = [];
  private readonly hiddenColumns: number[] = [];
  private readonly tallMerges: SheetCells['tallMerges'] = [];
  /** The row that is being read. */
  private rowNumber = 0;
  private nextColumn = 0;
  private filled = 0;
  private readonly texts: string[] = [];
  private readonly rowKinds: number[] = [];
  private readonly touched: number[] = [];

  constructor(
    private readonly xml: Uint8Array,
    private readonly parts: WorkbookParts,
  ) {}

  /** Reads about so many bytes; false at the end. */
  readSlice(bytes: number): boolean {
    const { xml } = this;
    const until = Math.min(xml.length, this.at + bytes);
    while (this.at < until) {
      const open = xml.indexOf(LT, this.at);
      if (open < 0) {
        this.at = xml.length;
        break;
      }
      this.readTag(open);
    }
    return this.at < xml.length;
  }

  finish(): SheetCells {
    this.closeRow();
    const rowCount = this.rowNumbers.length;
    const cellKinds = this.kinds.map((kinds) => kinds?.subarray(0, rowCount) ?? null);
    const { columns, hiddenColumns, tallMerges } = this;
    const rowNumbers = Int32Array.from(this.rowNumbers);
    return { rowCount, rowNumbers, columns, cellKinds, hiddenColumns, tallMerges };
  }

  private readTag(open: number): void {
    const { xml } = this;
    let start = open + 1;
    if (xml[start] === SLASH) {
      this.at = start;
      return;
    }
    const end = tagEnd(xml, start);
    let nameEnd = start;
    while (nameEnd < end && xml[nameEnd]! > 32 && xml[nameEnd] !== SLASH) {
      // A namespace prefix, as in <x:row>.
      if (xml[nameEnd] === 58) start = nameEnd + 1;
      nameEnd++;
    }
    const length = nameEnd - start;
    this.at = end + 1;
    const first = xml[start];
    if (length === 1 && first === 99) this.readCell(nameEnd, end);
    else if (length === 3 && first === 114) this.openRow(nameEnd, end);
    else if (length === 3 && first === 99) this.readColumn(asciiText(xml, nameEnd, end));
    else if (length === 9 && first === 109) this.readMerge(asciiText(xml, nameEnd, end));
  }

  private openRow(from: number, end: number): void {
    this.closeRow();
    const r = attributeRange(this.xml, from, end, 114);
    const number = r < 0 ? 0 : wholeNumber(this.xml, r);
    this.rowNumber = number > 0 ? number : this.rowNumber + 1;
    this.nextColumn = 0;
  }

  private closeRow(): void {
    if (this.filled === 0) {
      this.clearRow();
      return;
    }
    const row = this.rowNumbers.length;
    const width = Math.max(this.columns.length, ...this.touched.map((column) => column + 1));
    refuseTooManyCells(row, width);
    while (this.columns.length < width) {
      this.columns.push(new Array<string>(row).fill(''));
      this.kinds.push(null);
    }
    for (let column = 0; column < width; column++) {
      this.columns[column]!.push(this.texts[column] ?? '');
      const kind = this.rowKinds[column] ?? CELL_KIND.text;
      if (kind !== CELL_KIND.text) this.setKind(column, row, kind);
    }
    this.rowNumbers.push(this.rowNumber);
    this.clearRow();
  }

  private clearRow(): void {
    for (const column of this.touched) {
      this.texts[column] = '';
      this.rowKinds[column] = CELL_KIND.text;
    }
    this.touched.length = 0;
    this.filled = 0;
  }

  private setKind(column: number, row: number, kind: number): void {
    let kinds = this.kinds[column] ?? null;
    if (!kinds || row >= kinds.length) {
      const grown = new Uint8Array(Math.max(1024, (row + 1) * 2));
      if (kinds) grown.set(kinds);
      this.kinds[column] = kinds = grown;
    }
    kinds[row] = kind;
  }

  private readCell(from: number, end: number): void {
    const { xml } = this;
    const r = attributeRange(xml, from, end, 114);
    const column = r < 0 ? this.nextColumn : columnOf(xml, r);
    this.nextColumn = column + 1;
    if (xml[end - 1] === SLASH || column >= MAX_COLUMNS) return;
    const t = attributeRange(xml, from, end, 116);
    const s = attributeRange(xml, from, end, 115);
    const close = cellEnd(xml, end + 1);
    this.at = close;
    this.readValue(
      column,
      end + 1,
      close,
      t < 0 ? 0 : xml[t]!,
      t < 0 ? 0 : xml[t + 1]!,
      s < 0 ? -1 : wholeNumber(xml, s),
    );
  }

  /** @param type first two letters of the cell's type: s, st(r), i(nlineStr), b, e, d, n */
  private readValue(
    column: number,
    from: number,
    close: number,
    type: number,
    type2: number,
    style: number,
  ): void {
    const { xml } = this;
    if (type === 105) {
      this.put(column, joinTexts(strFromU8(xml.subarray(from, close))), CELL_KIND.text);
      return;
    }
    const v = findElement(xml, from, close, 118);
    if (v < 0 || xml[v] === LT) {
      // An empty text is a value too: what =IF(A1="","",A1) gives.
      if (v >= 0 && type === 115 && type2 === 116) return;
      const f = findElement(xml, from, close, 102);
      if (f >= 0) this.putFormula(column, close, f);
      return;
    }
    let valueEnd = v;
    while (valueEnd < close && xml[valueEnd] !== LT) valueEnd++;
    if (type === 115 && type2 !== 116) {
      this.put(column, this.parts.sharedStrings[wholeNumber(xml, v)] ?? '', CELL_KIND.text);
    } else if (type === 115 || type === 100) {
      this.put(
        column,
        decodeEntities(strFromU8(xml.subarray(v, valueEnd))),
        type === 100 ? CELL_KIND.date : CELL_KIND.text,
      );
    } else if (type === 98) {
      this.put(column, xml[v] === 49 ? 'TRUE' : 'FALSE', CELL_KIND.boolean);
    } else if (type === 101) {
      this.put(column, asciiText(xml, v, valueEnd), CELL_KIND.error);
    } else this.putNumber(column, asciiText(xml, v, valueEnd), style);
  }

  private putNumber(column: number, text: string, style: number): void {
    const meaning = this.parts.styles[style];
    if (meaning?.kind === 'date') {
      const serial = Number(text);
      // Below a day it is a time; above 9999-12-31 no date.
      if (serial >= 1 && serial < 2_958_466)
        this.put(column, serialToIso(serial, this.parts.is1904), CELL_KIND.date);
      else this.put(column, text, CELL_KIND.number);
    } else if (meaning?.kind === 'digits' && /^\d+$/.test(text)) {
      this.put(column, padDigits(text, meaning.groups), CELL_KIND.text);
    } else this.put(column, plainNumber(text), CELL_KIND.number);
  }

  /** A formula that was saved without its value. */
  private putFormula(column: number, close: number, f: number): void {
    const end = this.xml.indexOf(LT, f);
    const formula =
      this.xml[f] === LT ? '' : decodeEntities(strFromU8(this.xml.subarray(f, Math.min(end, close))));
    this.put(column, `=${formula}`, CELL_KIND.formulaWithoutValue);
  }

  private put(column: number, text: string, kind: number): void {
    if (text === '') return;
    this.texts[column] = text;
    this.rowKinds[column] = kind;
    this.touched.push(column);
    if (text.trim() !== '') this.filled++;
  }

  private readColumn(attributes: string): void {
    if (!/hidden="(1|true)"/.test(attributes)) return;
    const min = Number(/min="(\d+)"/.exec(attributes)?.[1]);
    const max = Math.min(Number(/max="(\d+)"/.exec(attributes)?.[1]), MAX_COLUMNS);
    for (let column = min; column <= max; column++) this.hiddenColumns.push(column - 1);
  }

  private readMerge(attributes: string): void {
    const area = /ref="\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)"/.exec(attributes);
    if (!area || area[1] !== area[3] || area[2] === area[4]) return;
    const letters = new Uint8Array([...area[1]!].map((letter) => letter.charCodeAt(0)));
    this.tallMerges.push({
      column: columnOf(letters, 0),
      firstRow: Number(area[2]),
      lastRow: Number(area[4]),
    });
  }
}

/** Excel keeps 17 digits of a double and shows 15: 0.30000000000000004 is 0.3, 1.23E+5 is 123000. */
function plainNumber(text: string): string {
  if (text.length < 15 && !text.includes('E') && !text.includes('e')) return text;
  const value = Number(text);
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : text;
}

function padDigits(text: string, groups: readonly number[]): string {
  const width = groups.reduce((sum, group) => sum + group, 0);
  const padded = text.padStart(width, '0');
  if (groups.length === 1) return padded;
  const split = padded.length - groups[1]!;
  return `${padded.slice(0, split)}-${padded.slice(split)}`;
}

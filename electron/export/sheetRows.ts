import type { Style, stream, Worksheet } from 'exceljs';
import { columnName } from '../../shared/io/export/cellAddress';
import type { Cell, CellFormat, CellStyle, SheetColumn } from '../../shared/io/export/workbook';
import { LONGEST_TEXT } from '../../shared/io/export/workbook';

const CUT_MARK = ' … (cut)';
const LINE_POINTS = 15;
/** Characters of XML that are gathered before they go to the zip: each hand-over costs more than it carries. */
const HAND_OVER_CHARS = 1 << 16;

/**
 * The parts of exceljs's streaming writer that its types leave out (4.4.0, worksheet-writer.js). Its rows of cell
 * objects take four times as long as writing their XML here does, and a workbook has a million and more cells.
 */
interface StreamedSheet {
  startedData: boolean;
  _writeColumns(): void;
  _writeOpenSheetData(): void;
  readonly stream: { write(bytes: Buffer): unknown };
}
interface StyledWriter {
  readonly styles: { addStyleModel(style: Partial<Style>): number };
}

export type CellStyles = (format: CellFormat, style: CellStyle) => Partial<Style>;
/** Number of a cell's style in the workbook. */
export type StyleNumbers = (format: CellFormat, style: CellStyle) => number;

/** Numbers of styles in the workbook that is written, each looked up once. */
export function styleNumbers(writer: stream.xlsx.WorkbookWriter, styles: CellStyles): StyleNumbers {
  const { styles: known } = writer as unknown as StyledWriter;
  const numbers = new Map<CellStyle, Map<CellFormat, number>>();
  return (format, style) => {
    const ofStyle = numbers.get(style) ?? new Map<CellFormat, number>();
    const found = ofStyle.get(format);
    if (found !== undefined) return found;
    const number = known.addStyleModel(styles(format, style));
    numbers.set(style, ofStyle.set(format, number));
    return number;
  };
}

export interface SheetRows {
  write(cells: readonly Cell[]): void;
  /** Hands over what is gathered; to be called before the sheet is committed. */
  flush(): void;
}

/** Writes a sheet's rows from the first one on, top to bottom. */
export function sheetRows(
  target: Worksheet,
  columns: readonly SheetColumn[],
  numbers: StyleNumbers,
): SheetRows {
  const sheet = target as unknown as StreamedSheet;
  sheet._writeColumns();
  sheet._writeOpenSheetData();
  sheet.startedData = true;
  const letters = columns.map((_, at) => columnName(at));
  let gathered = '';
  let row = 0;
  const flush = () => {
    if (gathered !== '') sheet.stream.write(Buffer.from(gathered));
    gathered = '';
  };
  return {
    write(cells) {
      row++;
      let xml = '';
      cells.forEach((cell, at) => {
        if (cell.value === null && cell.formula === null && cell.style === 'plain') return;
        const address = `${(letters[at] ??= columnName(at))}${row}`;
        xml += cellXml(address, cell, numbers(formatOf(cell, columns[at]), cell.style));
      });
      const lines = headingLines(columns, cells);
      const height = lines > 1 ? ` ht="${lines * LINE_POINTS}" customHeight="1"` : '';
      if (xml !== '' || height !== '') gathered += `<row r="${row}"${height}>${xml}</row>`;
      if (gathered.length > HAND_OVER_CHARS) flush();
    },
    flush,
  };
}

function cellXml(address: string, { value, formula }: Cell, style: number): string {
  const opened = `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
  if (value === null && formula === null) return `${opened}/>`;
  const live = formula === null ? '' : `<f>${escapeText(formula)}</f>`;
  if (typeof value === 'number') return `${opened}>${live}<v>${value}</v></c>`;
  return `${opened} t="str">${live}<v>${value === null ? '' : fitText(value)}</v></c>`;
}

/** Lines that the longest heading of a row takes in its column; 1 where the row has none. */
function headingLines(columns: readonly SheetColumn[], cells: readonly Cell[]): number {
  let most = 1;
  for (let at = 0; at < cells.length; at++) {
    const { style, value } = cells[at]!;
    if (style !== 'header' || typeof value !== 'string') continue;
    // Bold letters and the indent take more room than the width counts.
    const room = Math.max(4, (columns[at]?.widthChars ?? 10) * 0.85 - 1);
    most = Math.max(most, Math.ceil(value.length / room));
  }
  return most;
}

/** Text that looks like a formula stays text when it is edited: its cell is formatted as text. */
function formatOf(cell: Cell, column: SheetColumn | undefined): CellFormat {
  // A heading is text, and stands over its column as the figures below it do.
  if (cell.style === 'header') return column?.format ?? 'text';
  if (cell.formula === null && typeof cell.value === 'string' && FORMULA_LIKE.test(cell.value)) return 'text';
  return cell.format ?? column?.format ?? 'text';
}

const FORMULA_LIKE = /^[=+\-@\t\r]/;

/** Text that Excel can hold: short enough, and without the control characters that XML forbids. */
function fitText(text: string): string {
  if (text.length <= LONGEST_TEXT && !NEEDS_CARE.test(text)) return text;
  const legal = Array.from(text, (char) => (isLegal(char.codePointAt(0)!) ? char : ' ')).join('');
  const fits = legal.length <= LONGEST_TEXT;
  return escapeText(fits ? legal : legal.slice(0, LONGEST_TEXT - CUT_MARK.length) + CUT_MARK);
}

/** What most texts have nothing of: marks of XML, control characters, and halves of a pair. */
const NEEDS_CARE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF&<>"]/u;

function isLegal(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code !== 0xfffe && code !== 0xffff && (code < 0xd800 || code > 0xdfff);
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeText(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (mark) => MARKS[mark]!) : text;
}

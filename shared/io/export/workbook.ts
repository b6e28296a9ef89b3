/**
 * A workbook as data: what a writer turns into a file, and what golden tests read as text. Rows are made when
 * they are asked for, so that 100,000 of them never stand in memory at once.
 */
export type CellFormat =
  | 'text'
  | 'integer'
  | 'plainInteger'
  | 'decimal'
  | 'money'
  | 'moneyCents'
  | 'percent'
  | 'index'
  | 'coordinate'
  /** A day, by Excel's serial number. */
  | 'date'
  /** An edge of a band, which may lie open: nothing comes near it, and it is told in words. */
  | 'edge';

/** Excel holds no more characters in a cell; the writer cuts what is longer, and Data notes says so. */
export const LONGEST_TEXT = 32_767;

/** How a cell is drawn: an input is coloured and unlocked, all others are locked by the sheet's protection. */
export type CellStyle = 'plain' | 'input' | 'title' | 'note' | 'total' | 'header';

export interface Cell {
  /** What the cell shows: for a formula its cached value, as Evenland computed it. */
  readonly value: string | number | null;
  /** Without the leading "="; null for a plain value. */
  readonly formula: string | null;
  /** Null takes the column's. */
  readonly format: CellFormat | null;
  readonly style: CellStyle;
}

export interface SheetColumn {
  readonly widthChars: number;
  readonly format: CellFormat;
}

export interface Sheet {
  /** At most 31 characters, unique, without []:*?/\ (Excel's rule). */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** All rows, header included, top to bottom. */
  rows(): Iterable<readonly Cell[]>;
  readonly rowCount: number;
  /** Rows and columns that stay in view. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** 1-based row of the header that carries filters; null = none. */
  readonly filterRow: number | null;
  /** Colours what lies outside the corridor, e.g. an index column. */
  readonly corridor: { readonly range: string; readonly lowest: string; readonly highest: string } | null;
  /** Lists that inputs are chosen from. */
  readonly choices: readonly { readonly range: string; readonly from: string }[];
  /** Inputs that take numbers alone, and none below this (null = any); left out = none. */
  readonly atLeast?: readonly { readonly range: string; readonly least: number | null }[];
  /** Inputs that take days alone. */
  readonly days?: readonly string[];
  /** Cells that turn red where they hold this text. */
  readonly warnings?: readonly { readonly range: string; readonly text: string }[];
}

export interface WorkbookModel {
  readonly title: string;
  /** ISO 4217, for the formats of money. */
  readonly currency: string;
  readonly sheets: readonly Sheet[];
  /** Names that formulas use instead of addresses, e.g. QuotaTarget → Assumptions!$B$7. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}

/** A plain value. NaN and infinities become an empty cell: they are never written. */
export function valueCell(
  value: string | number | null,
  style: CellStyle = 'plain',
  format: CellFormat | null = null,
): Cell {
  const isWritable = typeof value !== 'number' || Number.isFinite(value);
  return { value: isWritable ? value : null, formula: null, format, style };
}

/** A live formula with the value that Evenland has for it; no number means an empty text. */
export function formulaCell(
  formula: string,
  value: string | number,
  style: CellStyle = 'plain',
  format: CellFormat | null = null,
): Cell {
  const cached = typeof value === 'number' && !Number.isFinite(value) ? '' : value;
  return { value: cached, formula, format, style };
}

export const EMPTY_CELL: Cell = valueCell(null);

/** A row of column headings. */
export function headerRow(headers: readonly string[]): Cell[] {
  return headers.map((header) => valueCell(header, 'header', 'text'));
}

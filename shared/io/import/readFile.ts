import { decodeText, type DecodedText } from './decodeText';
import type { CellPlace } from './findings';
import { findHeader } from './findHeader';
import { ImportFileError } from './importFileError';
import { parseDelimited } from './parseDelimited';
import { runToEnd, type FileNote, type ImportProgress, type RawSheet, type RawSheets } from './rawSheets';
import { readWorkbook } from './readWorkbook';
import { sniffDelimiter } from './sniffDelimiter';
import { MAX_UNPACKED_BYTES } from './zipDirectory';

/** Reads the bytes of a list, whatever its extension says: the content decides. See readFileSteps. */
export function readFile(bytes: Uint8Array, fileName: string): RawSheets {
  return runToEnd(readFileSteps(bytes, fileName));
}

/**
 * Reads a list step by step: CSV, TSV, semicolon and pipe in any usual encoding, or an Excel workbook.
 * @param fileName for messages; its extension is only a hint
 * @throws ImportFileError with a message to be shown: empty, binary, header only, damaged, too large
 */
export function* readFileSteps(bytes: Uint8Array, fileName: string): Generator<ImportProgress, RawSheets> {
  if (bytes.length === 0) {
    throw new ImportFileError('empty-file', `${fileName} is empty (0 bytes). Export the list again.`);
  }
  if (bytes.length > MAX_UNPACKED_BYTES) {
    const text = `${fileName} is larger than 512 MB. Export only the columns that you need, or split the list.`;
    throw new ImportFileError('too-large', text);
  }
  if (startsWith(bytes, ZIP)) return yield* readWorkbook(bytes, fileName);
  refuseKnownFormats(bytes, fileName);
  return yield* readDelimitedFile(bytes, fileName);
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** First bytes of formats that people drop by mistake. */
const OTHER_FORMATS: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture (PNG)'],
  [[0xff, 0xd8, 0xff], 'a picture (JPEG)'],
  [[0x1f, 0x8b], 'packed with gzip'],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty zip file'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file'],
];

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function refuseKnownFormats(bytes: Uint8Array, fileName: string): void {
  if (startsWith(bytes, COMPOUND_FILE)) throw oldExcel(bytes, fileName);
  const other = OTHER_FORMATS.find(([mark]) => startsWith(bytes, mark));
  if (other) {
    throw new ImportFileError(
      'not-a-table',
      `${fileName} is ${other[1]}, not a table. Export the list as CSV or XLSX.`,
    );
  }
}

/** Both old workbooks and locked new ones are compound files; a locked one names its stream in UTF-16. */
function oldExcel(bytes: Uint8Array, fileName: string): ImportFileError {
  const name = 'EncryptedPackage';
  for (
    let at = bytes.indexOf(69);
    at >= 0 && at < bytes.length - 2 * name.length;
    at = bytes.indexOf(69, at + 1)
  ) {
    let matched = 0;
    while (matched < name.length && bytes[at + 2 * matched] === name.charCodeAt(matched)) matched++;
    if (matched === name.length) {
      return new ImportFileError(
        'locked-workbook',
        `${fileName} is locked with a password. Save it without one and import that.`,
      );
    }
  }
  return new ImportFileError(
    'old-excel',
    `${fileName} is a workbook of Excel 97–2003 (.xls). Save it as .xlsx and import that.`,
  );
}

/** Text from the clipboard, as Excel and browsers copy it (tab-parted). */
export function readPastedText(text: string): RawSheets {
  return runToEnd(readText({ text, encoding: null, isDamaged: false }, 'Clipboard'));
}

function* readDelimitedFile(bytes: Uint8Array, fileName: string): Generator<ImportProgress, RawSheets> {
  const decoded = decodeText(bytes, fileName);
  yield { stage: 'read', share: 0.1 };
  return yield* readText(decoded, fileName);
}

function* readText(
  { text, encoding, isDamaged }: Omit<DecodedText, 'encoding'> & { readonly encoding: string | null },
  fileName: string,
): Generator<ImportProgress, RawSheets> {
  if (text.trim() === '')
    throw new ImportFileError('empty-file', `${fileName} holds blanks only. Export the list again.`);
  if (/^\s*<(!doctype|html|\?xml|table|svg)/i.test(text.slice(0, 200))) {
    throw new ImportFileError(
      'not-a-table',
      `${fileName} is a web page or XML, not a table. Open it in Excel and save it as .xlsx.`,
    );
  }
  const { delimiter, skipCharacters } = sniffDelimiter(text);
  const steps = parseDelimited(skipCharacters ? text.slice(skipCharacters) : text, delimiter);
  let step = steps.next();
  while (!step.done) {
    yield { stage: 'read', share: 0.1 + 0.9 * step.value };
    step = steps.next();
  }
  const { columns, rowCount, rowNumbers, unclosedQuoteRow } = step.value;
  const header = findHeader(columns, rowCount);
  if (rowCount <= header.firstRow + header.rowCount) {
    throw new ImportFileError(
      'header-only',
      `${fileName} has a header in row ${rowNumbers[0] ?? 1} and no rows below it. Export the list with its rows.`,
    );
  }
  const sheet: RawSheet = {
    name: fileName,
    isHidden: false,
    rowCount,
    rowNumbers,
    columns,
    cellKinds: columns.map(() => null),
    hiddenColumns: [],
    header,
    damagedCells: isDamaged ? findDamaged(columns, rowNumbers) : [],
  };
  const notes = notesOf(fileName, encoding, unclosedQuoteRow);
  return { fileName, format: 'delimited', encoding, delimiter, sheets: [sheet], mainSheet: 0, notes };
}

function notesOf(fileName: string, encoding: string | null, unclosedQuoteRow: number | null): FileNote[] {
  const notes: FileNote[] = [];
  if (encoding === 'windows-1252') {
    const text = `${fileName}: it is not Unicode; it was read as Windows-1252. Check accents and currency signs.`;
    notes.push({ code: 'encoding-guessed', severity: 'info', row: 0, text });
  }
  if (unclosedQuoteRow !== null) {
    const text = `${fileName}, row ${unclosedQuoteRow}: a quotation mark is opened and never closed; it was read as a letter. Check this row and those below.`;
    notes.push({ code: 'quote-not-closed', severity: 'warning', row: unclosedQuoteRow, text });
  }
  return notes;
}

function findDamaged(columns: readonly (readonly string[])[], rowNumbers: Int32Array): readonly CellPlace[] {
  return columns.flatMap((cells, columnIndex) =>
    cells.flatMap((cell, row) => (cell.includes('\ufffd') ? [{ row: rowNumbers[row]!, columnIndex }] : [])),
  );
}

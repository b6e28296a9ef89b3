import { findHeader } from './findHeader';
import { fieldOfHeader, isKnownHeader } from './headerWords';
import { ImportFileError } from './importFileError';
import {
  CELL_KIND,
  headersOf,
  type FileNote,
  type ImportProgress,
  type RawSheet,
  type RawSheets,
} from './rawSheets';
import { readSheetCells, type SheetCells } from './sheetCells';
import { findEntry, readWorkbookParts, type SheetEntry, type WorkbookParts } from './workbookParts';
import { readZipDirectory, unpackEntry, type ZipEntry } from './zipDirectory';

/**
 * Reads an Excel workbook (.xlsx, .xlsm): all its sheets, hidden ones too, in their order.
 * @throws ImportFileError where it is damaged, locked, of another kind, too large, or has no rows
 */
export function* readWorkbook(bytes: Uint8Array, fileName: string): Generator<ImportProgress, RawSheets> {
  const entries = readZipDirectory(bytes, fileName);
  refuseOtherKinds(entries, fileName);
  yield { stage: 'read', share: 0.02 };
  const parts = readWorkbookParts(bytes, entries, fileName);
  yield { stage: 'read', share: 0.1 };
  const sheets: RawSheet[] = [];
  for (const [index, entry] of parts.sheets.entries()) {
    const steps = readOneSheet(bytes, entries, entry, parts, fileName);
    let step = steps.next();
    while (!step.done) {
      yield { stage: 'read', share: 0.1 + (0.9 * (index + step.value)) / parts.sheets.length };
      step = steps.next();
    }
    if (step.value) sheets.push(step.value);
  }
  const withRows = sheets.filter((sheet) => sheet.rowCount > sheet.header.firstRow + sheet.header.rowCount);
  if (withRows.length === 0) {
    const code = sheets.some((sheet) => sheet.rowCount > 0) ? 'header-only' : 'empty-file';
    const what =
      code === 'empty-file' ? 'has no filled cell on any sheet' : 'has a header and no rows below it';
    throw new ImportFileError(code, `${fileName} ${what}. Export the list with its rows.`);
  }
  const hidden = sheets.filter((sheet) => sheet.isHidden).map((sheet) => sheet.name);
  const text = `${fileName}: hidden sheets: ${hidden.join(', ')}.`;
  const notes: FileNote[] =
    hidden.length > 0 ? [{ code: 'hidden-parts', severity: 'info', row: 0, text }] : [];
  const mainSheet = sheets.indexOf(likeliest(withRows));
  return { fileName, format: 'workbook', encoding: null, delimiter: null, sheets, mainSheet, notes };
}

/**
 * The largest sheet of those that look most like a list of accounts, so that notes and look-up lists stand back.
 * A sheet may know one field less than the best and still be chosen for its length.
 */
function likeliest(sheets: readonly RawSheet[]): RawSheet {
  const shown = sheets.filter((sheet) => !sheet.isHidden);
  const choice = (shown.length > 0 ? shown : sheets).map((sheet) => ({ sheet, kinds: accountFields(sheet) }));
  const best = Math.max(...choice.map(({ kinds }) => kinds));
  return choice
    .filter(({ kinds }) => kinds >= best - 1 && (kinds > 1 || best < 2))
    .map(({ sheet }) => sheet)
    .reduce((largest, sheet) => (sheet.rowCount > largest.rowCount ? sheet : largest));
}

/** How many of what makes a list of accounts the headers name: id, name, place, owner, figures. */
function accountFields(sheet: RawSheet): number {
  const kinds = new Set<string>();
  for (const header of headersOf(sheet)) {
    const field = fieldOfHeader(header)?.field;
    if (field === 'id' || field === 'name' || field === 'owner') kinds.add(field);
    else if (field && field !== 'parent' && field !== 'currency') kinds.add('place');
    else if (!field && isKnownHeader(header)) kinds.add('figures');
  }
  return kinds.size;
}

function refuseOtherKinds(entries: ReadonlyMap<string, ZipEntry>, fileName: string): void {
  if (findEntry(entries, 'xl/workbook.bin')) {
    throw new ImportFileError(
      'old-excel',
      `${fileName} is a binary workbook (.xlsb). Save it as .xlsx and import that.`,
    );
  }
  if (entries.has('content.xml') || entries.has('mimetype')) {
    throw new ImportFileError(
      'not-a-table',
      `${fileName} is an OpenDocument file. Save it as .xlsx or .csv and import that.`,
    );
  }
  const other = [
    ['word/document.xml', 'a Word document'],
    ['ppt/presentation.xml', 'a PowerPoint presentation'],
  ].find(([part]) => findEntry(entries, part!));
  if (other) {
    throw new ImportFileError(
      'not-a-table',
      `${fileName} is ${other[1]}, not a workbook. Copy its table into Excel, save it as .xlsx and import that.`,
    );
  }
  if (!findEntry(entries, '[Content_Types].xml') && !findEntry(entries, 'xl/workbook.xml')) {
    throw new ImportFileError(
      'not-a-table',
      `${fileName} is a zip file and no workbook. Unpack it, and import the list in it.`,
    );
  }
}

function* readOneSheet(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  entry: SheetEntry,
  parts: WorkbookParts,
  fileName: string,
): Generator<number, RawSheet | null> {
  const packed = findEntry(entries, entry.path);
  if (!packed) return null;
  const xml = unpackEntry(bytes, packed, fileName);
  yield 0.4;
  const steps = readSheetCells(xml, parts);
  let step = steps.next();
  while (!step.done) {
    yield 0.4 + 0.6 * step.value;
    step = steps.next();
  }
  const cells = step.value;
  const header = findHeader(cells.columns, cells.rowCount);
  fillTallMerges(cells, header.firstRow + header.rowCount);
  const { rowCount, rowNumbers, columns, cellKinds, hiddenColumns } = cells;
  return {
    name: entry.name,
    isHidden: entry.isHidden,
    rowCount,
    rowNumbers,
    columns,
    cellKinds,
    hiddenColumns,
    header,
  };
}

/** A cell merged over several rows says the same of each of them, e.g. the owner of a block of accounts. */
function fillTallMerges(cells: SheetCells, firstDataRow: number): void {
  const firstNumber = cells.rowNumbers[firstDataRow] ?? Infinity;
  for (const { column, firstRow, lastRow } of cells.tallMerges) {
    const target = cells.columns[column];
    const top = cells.rowNumbers.indexOf(firstRow);
    if (!target || top < 0 || firstRow < firstNumber) continue;
    for (let row = top + 1; row < cells.rowCount && cells.rowNumbers[row]! <= lastRow; row++) {
      target[row] = target[top]!;
      const kinds = cells.cellKinds[column];
      if (kinds) kinds[row] = kinds[top] ?? CELL_KIND.text;
    }
  }
}

import { ImportFileError } from './importFileError';
import { headersOf, type RawSheet, type RawSheets } from './rawSheets';

export interface StackedSheets {
  readonly sheet: RawSheet;
  /** Where each sheet's rows are in the numbering of the stack, in words. */
  readonly notes: readonly string[];
}

/** Sheets with the same headers as one, in any order of columns: the groups that may be stacked. */
export function findAlikeSheets(sheets: readonly RawSheet[]): number[][] {
  const groups = new Map<string, number[]>();
  sheets.forEach((sheet, index) => {
    if (sheet.isHidden || sheet.rowCount <= sheet.header.firstRow + sheet.header.rowCount) return;
    const key = headersOf(sheet).slice().sort().join('\u0001');
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/**
 * Puts sheets with the same headers under one another, with a column "Sheet" that says where each row is from.
 * Row numbers go on from the end of the sheet before, so that each row has one of its own; the notes say how.
 * @throws ImportFileError where a sheet has other headers
 */
export function stackSheets(sheets: readonly RawSheet[], fileName: string): StackedSheets {
  const first = sheets[0]!;
  const headers = headersOf(first);
  const columns = headers.map((_, column) => first.columns[column]!.slice());
  const origin = first.columns[0]!.map((_, row) => originOf(first, row));
  const kinds = headers.map((_, column) =>
    first.cellKinds[column] ? [...first.cellKinds[column]] : new Array<number>(first.rowCount).fill(0),
  );
  const rowNumbers = [...first.rowNumbers];
  const notes: string[] = [];
  for (const sheet of sheets.slice(1)) {
    const own = headersOf(sheet);
    const at = headers.map((header) => own.indexOf(header));
    if (own.length !== headers.length || at.includes(-1)) {
      const text = `${fileName}: sheet ${sheet.name} has other columns than sheet ${first.name}. Import them one by one.`;
      throw new ImportFileError('no-such-sheet', text);
    }
    const offset = rowNumbers.at(-1) ?? 0;
    const start = sheet.header.firstRow + sheet.header.rowCount;
    notes.push(
      `Row ${sheet.rowNumbers[start]!} of sheet ${sheet.name} is counted as row ${offset + sheet.rowNumbers[start]!}.`,
    );
    for (let row = start; row < sheet.rowCount; row++) {
      at.forEach((column, target) => {
        columns[target]!.push(sheet.columns[column]![row]!);
        kinds[target]!.push(sheet.cellKinds[column]?.[row] ?? 0);
      });
      origin.push(sheet.name);
      rowNumbers.push(offset + sheet.rowNumbers[row]!);
    }
  }
  const stacked: RawSheet = {
    ...first,
    name: sheets.map(({ name }) => name).join(' + '),
    rowCount: rowNumbers.length,
    rowNumbers: Int32Array.from(rowNumbers),
    columns: [...columns, origin],
    cellKinds: [
      ...kinds.map((list) => (list.some((kind) => kind !== 0) ? Uint8Array.from(list) : null)),
      null,
    ],
  };
  return { sheet: stacked, notes };
}

function originOf(sheet: RawSheet, row: number): string {
  const firstData = sheet.header.firstRow + sheet.header.rowCount;
  if (row >= firstData) return sheet.name;
  return row === sheet.header.firstRow && sheet.header.rowCount > 0 ? 'Sheet' : '';
}

/** A sheet made of several alike ones. */
export interface StackedSheet extends RawSheet {
  readonly stackNotes: readonly string[];
}

/**
 * Alike sheets can be taken together: each group of them stands as a sheet of its own after the others, by the
 * name "North + South".
 */
export function withStacks(raw: RawSheets): RawSheets {
  const stacks = findAlikeSheets(raw.sheets).map((group): StackedSheet => {
    const { sheet, notes } = stackSheets(
      group.map((index) => raw.sheets[index]!),
      raw.fileName,
    );
    return { ...sheet, stackNotes: notes };
  });
  return stacks.length === 0 ? raw : { ...raw, sheets: [...raw.sheets, ...stacks] };
}

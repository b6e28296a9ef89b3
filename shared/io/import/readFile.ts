import { decodeText } from './decodeText';
import { findHeader } from './findHeader';
import { ImportFileError } from './importFileError';
import { parseDelimited } from './parseDelimited';
import { runToEnd, type ImportProgress, type RawSheet, type RawSheets } from './rawSheets';
import { sniffDelimiter } from './sniffDelimiter';

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
  return yield* readDelimitedFile(bytes, fileName);
}

/** Text from the clipboard, as Excel and browsers copy it (tab-parted). */
export function readPastedText(text: string): RawSheets {
  return runToEnd(readText(text, 'Clipboard', null));
}

function* readDelimitedFile(bytes: Uint8Array, fileName: string): Generator<ImportProgress, RawSheets> {
  const { text, encoding } = decodeText(bytes, fileName);
  yield { stage: 'read', share: 0.1 };
  return yield* readText(text, fileName, encoding);
}

function* readText(
  text: string,
  fileName: string,
  encoding: string | null,
): Generator<ImportProgress, RawSheets> {
  if (text.trim() === '')
    throw new ImportFileError('empty-file', `${fileName} holds blanks only. Export the list again.`);
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
  };
  const notes: string[] = [];
  if (encoding === 'windows-1252') notes.push(`${fileName} is not Unicode; it was read as Windows-1252.`);
  if (unclosedQuoteRow !== null) {
    notes.push(
      `${fileName}, row ${unclosedQuoteRow}: a quotation mark is opened and never closed; check the last rows.`,
    );
  }
  return { fileName, format: 'delimited', encoding, delimiter, sheets: [sheet], mainSheet: 0, notes };
}

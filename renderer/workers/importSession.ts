import type { AccountTable } from '../../shared/model/accountTable';
import type { PlanDocument } from '../../shared/model/planDocument';
import { CommandError } from '../../shared/plan/commandError';
import {
  isExportedWorkbook,
  workbookProposal,
  type WorkbookProposal,
} from '../../shared/io/export/back/workbookProposal';
import { buildAccountsSteps, type BuiltAccounts } from '../../shared/io/import/buildAccounts';
import { defaultBuildSettings, readingOfPlan } from '../../shared/io/import/buildSettings';
import { findDataRows } from '../../shared/io/import/dataRows';
import { fileProblems } from '../../shared/io/import/fileProblems';
import { refusalKey } from '../../shared/io/import/findings';
import { guessMapping, type MappingGuess } from '../../shared/io/import/guessMapping';
import type { RememberedMapping } from '../../shared/io/import/headerPresets';
import { ImportFileError } from '../../shared/io/import/importFileError';
import type { HeaderGuess, ImportProgress, RawSheet, RawSheets } from '../../shared/io/import/rawSheets';
import { readFileSteps, readPastedText } from '../../shared/io/import/readFile';
import { readPostalFile, summarizePostalFile } from '../../shared/io/import/readPostalFile';
import { withStacks, type StackedSheet } from '../../shared/io/import/stackSheets';
import { alignmentColumns } from './alignmentColumns';
import { deriveAll, previewFormula } from './deriveMeasures';
import { findingsCsv } from './findingsCsv';
import type {
  AddedPostalFile,
  BuildRequest,
  BuildSummary,
  FileSummary,
  FormulaPreview,
  GridRow,
  ImportAnswer,
  ImportStageProgress,
  PostalFileFacts,
  SheetSummary,
} from './importContract';
import { CellFindings, findingKinds, repairKindKey } from './importFindings';
import { loadGeocoder } from './loadGeocoder';
import { mergeBuilt } from './mergeBuilt';
import { RunStopped, runInSlices } from './runInSlices';

const FIRST_ROWS = 25;
const STAGES: Readonly<Record<ImportProgress['stage'], string>> = {
  read: 'Reading',
  clean: 'Cleaning',
  place: 'Placing',
};

type Report = (progress: ImportStageProgress) => void;

interface Latest {
  readonly built: BuiltAccounts;
  readonly sheet: RawSheet;
  readonly dataRows: Int32Array;
  readonly cells: CellFindings;
  readonly table: AccountTable;
}

/** The file under import, in its worker: what was read, and the latest build of it. */
export class ImportSession {
  private raw: RawSheets | null = null;
  private latest: Latest | null = null;
  private into: AccountTable | null = null;
  private postalFiles: readonly AddedPostalFile[] = [];
  private runs = 0;
  private builds = 0;

  open(fileName: string, bytes: Uint8Array, report: Report): Promise<ImportAnswer<FileSummary>> {
    return this.read(() => this.inSlices(readFileSteps(bytes, fileName), report));
  }

  openText(text: string): Promise<ImportAnswer<FileSummary>> {
    return this.read(() => Promise.resolve(readPastedText(text)));
  }

  private async read(read: () => Promise<RawSheets>): Promise<ImportAnswer<FileSummary>> {
    this.raw = null;
    this.latest = null;
    return answer(async () => {
      this.raw = withStacks(await read());
      return summarize(this.raw);
    });
  }

  /** What was edited in a workbook that Evenland wrote, as one command without what is refused. */
  propose(plan: PlanDocument, refused: readonly string[]): Promise<ImportAnswer<WorkbookProposal>> {
    return answer(() => Promise.resolve(workbookProposal(plan, this.raw!, new Set(refused))));
  }

  guess(
    sheetIndex: number,
    header: HeaderGuess,
    remembered: Readonly<Record<string, RememberedMapping>>,
  ): MappingGuess {
    return guessMapping(this.sheet(sheetIndex), header, remembered);
  }

  /** The plan's accounts, to be matched by id; null = a new plan. */
  setPlanAccounts(into: AccountTable | null): void {
    this.into = into;
  }

  /** Postal codes beyond those of the app, from the next build on. */
  setPostalFiles(files: readonly AddedPostalFile[]): void {
    this.postalFiles = files;
  }

  checkPostalFile(name: string, bytes: Uint8Array): Promise<ImportAnswer<PostalFileFacts>> {
    return answer(() => {
      const facts = summarizePostalFile(readPostalFile(bytes, name));
      if (facts.countries.some((country) => country !== 'US')) return Promise.resolve(facts);
      const text = `${name} holds ZIP codes of the United States, which are built in.`;
      throw new ImportFileError('not-a-table', text);
    });
  }

  build(
    request: Omit<BuildRequest, 'into' | 'postalFiles'>,
    report: Report,
  ): Promise<ImportAnswer<BuildSummary>> {
    return answer(async () => {
      const startedAt = performance.now();
      report({ title: 'Loading places', doneShare: 0 });
      const geocoder = await loadGeocoder(this.postalFiles);
      const sheet = this.sheet(request.sheetIndex);
      const { fileName, delimiter } = this.raw!;
      const reading = readingOfPlan({ ...request.settings, currencyRates: [...request.rates] });
      const settings = {
        ...defaultBuildSettings(fileName, delimiter),
        ...reading,
        dateOrder: request.dateOrder ?? reading.dateOrder,
        country: request.country,
        realNegatives: new Set(request.realNegatives),
        refused: new Set(request.refused),
        keptRows: new Set(request.keptRows),
        planAccounts: this.into,
      };
      const steps = buildAccountsSteps(sheet, request.columns, geocoder, settings, request.header);
      const read = await this.inSlices(steps, report);
      const { table, errors: derivedErrors } = deriveAll(read.table, request.derived);
      const problems = [...fileProblems(this.raw!, sheet), ...read.problems];
      const built = { ...read, table, problems };
      const { rows: dataRows } = findDataRows(sheet, request.header, request.columns);
      const merged = mergeBuilt(built, this.into, request.removesMissing);
      this.latest = { built, sheet, dataRows, cells: new CellFindings(built, fileName), table: merged.table };
      const seconds = (performance.now() - startedAt) / 1000;
      return {
        ...this.summarizeBuild(built, fileName, dataRows, sheet),
        countryCodes: geocoder.countryCodes,
        derivedErrors,
        merge: merged.summary,
        seconds,
      };
    });
  }

  private summarizeBuild(
    built: BuiltAccounts,
    fileName: string,
    dataRows: Int32Array,
    sheet: RawSheet,
  ): Omit<BuildSummary, 'merge' | 'seconds' | 'derivedErrors' | 'countryCodes'> {
    const gridRowOf = new Map<number, number>();
    dataRows.forEach((row, gridRow) => gridRowOf.set(sheet.rowNumbers[row]!, gridRow));
    return {
      build: ++this.builds,
      rowCount: dataRows.length,
      imported: built.imported,
      rejected: built.problems
        .filter(({ code, severity }) => severity === 'error' && REJECTING.has(code))
        .map(({ row, message }) => ({ row, reason: message })),
      skipped: built.skipped,
      kinds: findingKinds(built, fileName, (row) => gridRowOf.get(row)),
      placed: { ...built.placed, hand: 0 },
      lat: Float32Array.from(built.table.lat),
      lng: Float32Array.from(built.table.lng),
      levels: built.table.placeLevels,
      measures: built.table.measures.map(({ id, name, values, isNegativeReal }) => ({
        id,
        name,
        total: values.reduce(
          (sum, value) => sum + (value > 0 || (isNegativeReal && value < 0) ? value : 0),
          0,
        ),
        filled: values.reduce(
          (count, value) => count + (value >= 0 || (isNegativeReal && value < 0) ? 1 : 0),
          0,
        ),
      })),
      alignmentColumns: alignmentColumns(built.table),
      currenciesWithoutRate: built.currenciesWithoutRate,
      country: built.country,
    };
  }

  rows(from: number, to: number): GridRow[] {
    if (!this.latest) return [];
    const { sheet, dataRows, cells } = this.latest;
    return Array.from(dataRows.subarray(from, to), (row) => cells.row(sheet, row));
  }

  refusalKeys(kindKey: string, gridRow: number | null): string[] {
    if (!this.latest) return [];
    const { built, sheet, dataRows } = this.latest;
    const rowNumber = gridRow === null ? null : sheet.rowNumbers[dataRows[gridRow]!];
    return built.repairs
      .filter((repair) => repairKindKey(repair) === kindKey && (rowNumber ?? repair.row) === repair.row)
      .map(refusalKey);
  }

  doubleRows(): number[] {
    const problems = this.latest?.built.problems ?? [];
    return problems.filter(({ code }) => code === 'duplicate-id').map(({ row }) => row);
  }

  tryFormula(formula: string): FormulaPreview {
    return this.latest
      ? previewFormula(this.latest.built.table, formula)
      : { error: 'The list is still being read.', rows: [] };
  }

  problemsCsv(): string {
    return this.latest && this.raw ? findingsCsv(this.latest.built, this.raw.fileName) : '';
  }

  table(): AccountTable {
    if (!this.latest) throw new Error('There is no build to take the table from.');
    return this.latest.table;
  }

  cancel(): void {
    this.runs++;
  }

  private inSlices<T>(steps: Generator<ImportProgress, T>, report: Report): Promise<T> {
    const run = ++this.runs;
    return runInSlices(
      steps,
      ({ stage, share }) => report({ title: STAGES[stage], doneShare: share }),
      () => run !== this.runs,
    );
  }

  private sheet(index: number): RawSheet {
    const sheet = this.raw?.sheets[index];
    if (!sheet)
      throw new ImportFileError('no-such-sheet', 'That sheet is not in the file. Choose the file again.');
    return sheet;
  }
}

const REJECTING: ReadonlySet<string> = new Set(['duplicate-id', 'row-without-account']);

/** Failures as sentences: a file's own message, else what the engine says, never a stack. */
async function answer<T>(run: () => Promise<T>): Promise<ImportAnswer<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (error instanceof RunStopped) return { ok: false, isCancelled: true, message: '' };
    if (error instanceof ImportFileError || error instanceof CommandError)
      return { ok: false, isCancelled: false, message: error.message };
    const text = error instanceof Error ? error.message : String(error);
    return { ok: false, isCancelled: false, message: `The list could not be read to its end: ${text}` };
  }
}

function summarize(raw: RawSheets): FileSummary {
  return {
    fileName: raw.fileName,
    format: raw.format,
    encoding: raw.encoding,
    delimiter: raw.delimiter,
    sheets: raw.sheets.map(summarizeSheet),
    mainSheet: raw.mainSheet,
    notes: raw.notes.map(({ text }) => text),
    isOwnWorkbook: isExportedWorkbook(raw),
  };
}

function summarizeSheet(sheet: RawSheet): SheetSummary {
  const { name, isHidden, rowCount, columns, hiddenColumns, header, rowNumbers } = sheet;
  const firstRows = Array.from({ length: Math.min(FIRST_ROWS, rowCount) }, (_, row) => ({
    rowNumber: rowNumbers[row]!,
    cells: columns.map((cells) => cells[row]!),
  }));
  const stackNotes = 'stackNotes' in sheet ? (sheet as StackedSheet).stackNotes : null;
  return {
    name,
    isHidden,
    rowCount,
    columnCount: columns.length,
    hiddenColumns,
    header,
    firstRows,
    stackNotes,
  };
}

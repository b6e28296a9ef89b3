import type { AccountTable } from '../../shared/model/accountTable';
import type { PlanDocument } from '../../shared/model/planDocument';
import type { WorkbookProposal } from '../../shared/io/export/back/workbookProposal';
import type { PlaceLevel } from '../../shared/model/placeLevel';
import type { CurrencyRate, PlanSettings } from '../../shared/model/settings';
import type { ColumnMapping } from '../../shared/io/import/fields';
import type { ListCountry } from '../../shared/io/import/inferCountry';
import type { DateOrder } from '../../shared/io/import/cleanDate';

import type { MappingGuess } from '../../shared/io/import/guessMapping';
import type { RememberedMapping } from '../../shared/io/import/headerPresets';
import type { HeaderGuess } from '../../shared/io/import/rawSheets';

/** What the import worker answers: the file stays in the worker, screens get summaries and windows of rows. */

export interface SheetSummary {
  readonly name: string;
  readonly isHidden: boolean;
  /** Stored rows, header and titles included. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly hiddenColumns: readonly number[];
  readonly header: HeaderGuess;
  /** The first rows as the file has them, to choose the header from. */
  readonly firstRows: readonly RawRow[];
  /** Of several alike sheets taken together: how their rows are counted, in words. Null = one sheet. */
  readonly stackNotes: readonly string[] | null;
}

export interface RawRow {
  /** As Excel shows it, from 1. */
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

export interface FileSummary {
  readonly fileName: string;
  readonly format: 'delimited' | 'workbook';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly SheetSummary[];
  readonly mainSheet: number;
  readonly notes: readonly string[];
  /** Evenland wrote it: what was edited in it can be taken over. */
  readonly isOwnWorkbook: boolean;
}

/** bad = needs you, warn = check, fix = read and corrected, info = good to know. */
export type FindingTone = 'bad' | 'warn' | 'fix' | 'info';

/** Findings of one kind in one column. */
export interface FindingKind {
  readonly key: string;
  readonly tone: FindingTone;
  readonly title: string;
  /** The first one in words. */
  readonly detail: string;
  /** -1 where whole rows are meant. */
  readonly columnIndex: number;
  /** Grid rows, ascending; a row of the file that is no account is left out. */
  readonly gridRows: Int32Array;
  readonly count: number;
  /** Of the first one, as Excel shows it. */
  readonly firstRowNumber: number;
  /** What a person may decide about all of them at once. */
  readonly choice: 'keepAsWritten' | 'realNegatives' | 'keepDoubles' | null;
}

export interface GridCell {
  readonly text: string;
  /** The old text, where it was read otherwise. */
  readonly before: string | null;
  readonly tone: FindingTone | null;
  /** What was found, for the tooltip; '' = nothing. */
  readonly note: string;
}

export interface GridRow {
  readonly rowNumber: number;
  readonly cells: readonly GridCell[];
}

/** A measure computed from others, e.g. Workload = Visits * Hours. */
export interface DerivedMeasure {
  readonly name: string;
  readonly formula: string;
}

/** What a formula gives on the first accounts, or why it can't be computed. */
export interface FormulaPreview {
  /** Fit to be shown; null = it can be computed. */
  readonly error: string | null;
  readonly rows: readonly { readonly account: string; readonly value: number }[];
}

/** A country's postal codes that a person added, as the file is. */
export interface AddedPostalFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is in a postal file. */
export interface PostalFileFacts {
  /** ISO codes. */
  readonly countries: readonly string[];
  readonly codeCount: number;
}

export interface BuildRequest {
  readonly sheetIndex: number;
  readonly header: HeaderGuess;
  readonly columns: readonly ColumnMapping[];
  readonly settings: PlanSettings;
  /** How 03/04/2026 is read where the column does not tell; null = as the plan's settings say. */
  readonly dateOrder: DateOrder | null;
  /** ISO code of the country that rows naming none lie in; '' = as the list tells. */
  readonly country: string;
  /** The plan's rates as they are being edited. */
  readonly rates: readonly CurrencyRate[];
  /** Computed in this order, so that a later one may use an earlier one. */
  readonly derived: readonly DerivedMeasure[];
  /** Names of measures whose values below zero are real. */
  readonly realNegatives: readonly string[];
  /** Cells that are to stay as they stand, as refusalKey makes them. */
  readonly refused: readonly string[];
  /** Rows of the file that are accounts of their own though their id is there already. */
  readonly keptRows: readonly number[];
  /** Further postal codes to place accounts by. */
  readonly postalFiles: readonly AddedPostalFile[];
  /** The plan's accounts, to be matched by id; null = a new plan. */
  readonly into: AccountTable | null;
  /** Whether the plan's accounts that are not in the list are removed. */
  readonly removesMissing: boolean;
}

/** How a newer list differs from the plan's accounts. */
export interface MergeSummary {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** In the plan, not in the file: they stay as they are, or are removed where the person wants it. */
  readonly missing: number;
  /** The first of each, by name. */
  readonly missingNames: readonly string[];
  readonly addedNames: readonly string[];
  /** The first cells that change. */
  readonly changes: readonly MergedCell[];
  /** All cells that change. */
  readonly changeCount: number;
}

export interface MergedCell {
  readonly account: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface BuildSummary {
  /** Counts builds, so that windows of an older one are told apart. */
  readonly build: number;
  /** Rows of the grid: rows of the file that are accounts. */
  readonly rowCount: number;
  readonly imported: number;
  readonly rejected: readonly RejectedRow[];
  readonly skipped: readonly RejectedRow[];
  readonly kinds: readonly FindingKind[];
  readonly placed: Readonly<Record<PlaceLevel, number>>;
  /** A dot a row that was placed, degrees, with the code of its level. */
  readonly lat: Float32Array;
  readonly lng: Float32Array;
  readonly levels: Uint8Array;
  readonly measures: readonly {
    readonly id: string;
    readonly name: string;
    /** Of counted values. */
    readonly total: number;
    readonly filled: number;
  }[];
  /** Columns that can say whose an account is today, the likeliest first, with how many accounts each text has. */
  readonly alignmentColumns: readonly {
    readonly id: string;
    readonly name: string;
    readonly groups: readonly { readonly name: string; readonly count: number }[];
  }[];
  readonly currenciesWithoutRate: readonly string[];
  /** Where rows that name no country lie, and whether there are any. */
  readonly country: ListCountry;
  /** ISO codes of the countries that accounts can be placed in. */
  readonly countryCodes: readonly string[];
  /** Derived measures that this list has no columns for, with the reason. */
  readonly derivedErrors: readonly { readonly name: string; readonly message: string }[];
  readonly merge: MergeSummary | null;
  readonly seconds: number;
}

export interface RejectedRow {
  readonly row: number;
  readonly reason: string;
}

export type ImportAnswer<T> =
  | { readonly ok: true; readonly value: T }
  /** The message is fit to be shown; cancelled has none. */
  | { readonly ok: false; readonly isCancelled: boolean; readonly message: string };

export interface ImportStageProgress {
  /** e.g. "Reading". */
  readonly title: string;
  readonly doneShare: number;
}
export type OnImportProgress = (progress: ImportStageProgress) => void;

/** The import worker as the screens call it; a later call of open or build ends an earlier one. */
export interface ImportClient {
  open(fileName: string, bytes: Uint8Array, onProgress: OnImportProgress): Promise<ImportAnswer<FileSummary>>;
  openText(text: string, onProgress: OnImportProgress): Promise<ImportAnswer<FileSummary>>;
  /** What was edited in a workbook that Evenland wrote. @param refused keys of changes that are not wanted */
  propose(plan: PlanDocument, refused: readonly string[]): Promise<ImportAnswer<WorkbookProposal>>;
  guess(
    sheetIndex: number,
    header: HeaderGuess,
    remembered: Readonly<Record<string, RememberedMapping>>,
  ): Promise<MappingGuess>;
  build(request: BuildRequest, onProgress: OnImportProgress): Promise<ImportAnswer<BuildSummary>>;
  /** Grid rows of the latest build, from `from` up to, not including, `to`. */
  rows(from: number, to: number): Promise<GridRow[]>;
  /** Keys by which the repairs of a kind are refused in the next build: all, or those in one row of the grid. */
  refusalKeys(kindKey: string, gridRow: number | null): Promise<string[]>;
  /** Rows of the file that are left out since their id is there already. */
  doubleRows(): Promise<number[]>;
  /** Computes a formula on the first accounts of the latest build. */
  tryFormula(formula: string): Promise<FormulaPreview>;
  /** All findings of the latest build, as CSV text. */
  problemsCsv(): Promise<string>;
  /** The account table of the latest build; merged into the plan's where one was given. */
  table(): Promise<AccountTable>;
  /** What is in a GeoNames postal file; a file of another kind is refused in words. */
  checkPostalFile(name: string, bytes: Uint8Array): Promise<ImportAnswer<PostalFileFacts>>;
  /** Stops what runs; its call answers as cancelled. */
  cancel(): void;
  /** Ends the worker and lets go of the file. */
  close(): void;
}

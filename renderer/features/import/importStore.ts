import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ColumnMapping } from '../../../shared/io/import/fields';
import type { DateOrder } from '../../../shared/io/import/cleanDate';
import type { CurrencyRate } from '../../../shared/model/settings';
import type { PresetName } from '../../../shared/io/import/headerPresets';
import type { WorkbookProposal } from '../../../shared/io/export/back/workbookProposal';
import type { HeaderGuess } from '../../../shared/io/import/rawSheets';
import type { BuildSummary, DerivedMeasure, FileSummary, FindingTone } from '../../workers/importContract';

export const IMPORT_STEPS = ['file', 'sheet', 'columns', 'places', 'review'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

export interface ImportState {
  readonly step: ImportStep;
  readonly file: FileSummary | null;
  /** What was edited in a workbook that Evenland wrote, while it is looked through; null = a list is imported. */
  readonly proposal: WorkbookProposal | null;
  readonly sheetIndex: number;
  readonly header: HeaderGuess;
  readonly columns: readonly ColumnMapping[];
  readonly preset: PresetName | null;
  readonly signature: string;
  /** Whether the mapping comes from, or went into, the memory of mappings. */
  readonly isRemembered: boolean;
  /** Measures whose values below zero are real. */
  readonly realNegatives: readonly string[];
  /** How 03/04/2026 is read where the column does not tell; null = as the plan's settings say. */
  readonly dateOrder: DateOrder | null;
  /** ISO code of the country that rows naming none lie in; '' = as the list tells. */
  readonly country: string;
  /** The plan's rates as they are edited here; committed with the import. */
  readonly rates: readonly CurrencyRate[];
  readonly derived: readonly DerivedMeasure[];
  /** Cells that are to stay as they stand. */
  readonly refused: readonly string[];
  /** Rows that are accounts of their own though their id is there already. */
  readonly keptRows: readonly number[];
  /** The latest build; what is shown while the next one runs. */
  readonly build: BuildSummary | null;
  /** What runs, null = nothing. */
  readonly running: { readonly title: string; readonly doneShare: number | null } | null;
  /** What went wrong with the file or the build, in place; the plan is untouched by it. */
  readonly error: { readonly title: string; readonly text: string } | null;
  /** The cell that the problems panel points at. */
  readonly focusedCell: { readonly gridRow: number; readonly columnIndex: number } | null;
  readonly focusedKind: string | null;
  /** Tones that the problems panel shows. */
  readonly tones: readonly FindingTone[];
  readonly target: 'newPlan' | 'openPlan';
  readonly planName: string;
  readonly makesTerritories: boolean;
  /** Attribute whose texts name today's territories; null = the likeliest. */
  readonly territoriesFrom: string | null;
  /** Whether accounts that a newer list no longer has leave the plan. */
  readonly removesMissing: boolean;
  /** Null = the first that counts. */
  readonly balanceMeasureId: string | null;
}

export const ALL_TONES: readonly FindingTone[] = ['bad', 'warn', 'fix', 'info'];

export const NO_IMPORT: ImportState = {
  step: 'file',
  file: null,
  proposal: null,
  sheetIndex: 0,
  header: { firstRow: 0, rowCount: 1 },
  columns: [],
  preset: null,
  signature: '',
  isRemembered: false,
  realNegatives: [],
  dateOrder: null,
  country: '',
  rates: [],
  derived: [],
  refused: [],
  keptRows: [],
  build: null,
  running: null,
  error: null,
  focusedCell: null,
  focusedKind: null,
  tones: ALL_TONES,
  target: 'newPlan',
  planName: '',
  makesTerritories: false,
  territoriesFrom: null,
  removesMissing: false,
  balanceMeasureId: null,
};

/** The import under way. It lives outside the screen, so that looking elsewhere loses nothing. */
export const importStore = createStore<ImportState>(() => NO_IMPORT);

export function useImport<T>(select: (state: ImportState) => T): T {
  return useStore(importStore, select);
}

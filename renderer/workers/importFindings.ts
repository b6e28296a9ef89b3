import type { BuiltAccounts } from '../../shared/io/import/buildAccounts';
import { REPAIR_RULES, type Problem, type Repair, type Severity } from '../../shared/io/import/findings';
import type { RawSheet } from '../../shared/io/import/rawSheets';
import { problemDetail, problemTitle, repairDetail, repairTitle } from './findingTitles';
import type { FindingKind, FindingTone, GridCell, GridRow } from './importContract';

const TONES: Readonly<Record<Severity, FindingTone>> = { error: 'bad', warning: 'warn', info: 'info' };
const CHOICES: Partial<Record<Problem['code'], FindingKind['choice']>> = {
  sentinel: 'realNegatives',
  negative: 'realNegatives',
  'duplicate-id': 'keepDoubles',
};
const TONE_ORDER: readonly FindingTone[] = ['bad', 'warn', 'fix', 'info'];

interface OpenKind {
  readonly kind: Omit<FindingKind, 'gridRows' | 'count'>;
  readonly rows: number[];
  count: number;
}

/** The kind that a repair is counted under. */
export function repairKindKey({ rule, columnIndex }: Repair): string {
  return `${rule} ${columnIndex}`;
}

/**
 * Findings by kind and column, those that need a person first, then by count.
 * @param gridRowOf grid row of a row of the file; undefined where it is no row of the grid
 */
export function findingKinds(
  built: Pick<BuiltAccounts, 'problems' | 'repairs'>,
  fileName: string,
  gridRowOf: (rowNumber: number) => number | undefined,
): FindingKind[] {
  const open = new Map<string, OpenKind>();
  const add = (
    key: string,
    rowNumber: number,
    make: () => Omit<FindingKind, 'key' | 'gridRows' | 'count'>,
  ): void => {
    let each = open.get(key);
    if (!each) open.set(key, (each = { kind: { key, ...make() }, rows: [], count: 0 }));
    const gridRow = gridRowOf(rowNumber);
    if (gridRow !== undefined) each.rows.push(gridRow);
    each.count++;
  };
  for (const problem of built.problems) {
    const { code, columnIndex, severity, row } = problem;
    add(`${code} ${columnIndex} ${severity}`, row, () => ({
      tone: TONES[severity],
      title: problemTitle(problem),
      detail: problemDetail(problem, fileName),
      columnIndex,
      firstRowNumber: row,
      choice: CHOICES[code] ?? null,
    }));
  }
  for (const repair of built.repairs) {
    const { rule, columnIndex, row } = repair;
    add(repairKindKey(repair), row, () => ({
      tone: 'fix',
      title: repairTitle(repair),
      detail: repairDetail(repair),
      columnIndex,
      firstRowNumber: row,
      choice: rule === 'cycleBroken' ? null : 'keepAsWritten',
    }));
  }
  return [...open.values()]
    .map(({ kind, rows, count }) => ({ ...kind, gridRows: Int32Array.from(new Set(rows)).sort(), count }))
    .sort((a, b) => TONE_ORDER.indexOf(a.tone) - TONE_ORDER.indexOf(b.tone) || b.count - a.count);
}

const COLUMNS = 4096;

/** Findings by cell, for windows of rows. */
export class CellFindings {
  private readonly repairs = new Map<number, Repair>();
  private readonly problems = new Map<number, Problem>();

  constructor(
    built: Pick<BuiltAccounts, 'problems' | 'repairs'>,
    private readonly fileName: string,
  ) {
    for (const repair of built.repairs) this.repairs.set(repair.row * COLUMNS + repair.columnIndex, repair);
    for (const problem of built.problems) {
      if (problem.columnIndex < 0) continue;
      const key = problem.row * COLUMNS + problem.columnIndex;
      if (this.problems.get(key)?.severity !== 'error') this.problems.set(key, problem);
    }
  }

  /** The cells of a stored row as they were read. */
  row(sheet: RawSheet, storedRow: number): GridRow {
    const rowNumber = sheet.rowNumbers[storedRow]!;
    const cells = sheet.columns.map((column, columnIndex): GridCell => {
      const text = column[storedRow]!;
      const key = rowNumber * COLUMNS + columnIndex;
      const repair = this.repairs.get(key);
      const problem = this.problems.get(key);
      const tone = problem ? TONES[problem.severity] : repair ? 'fix' : null;
      const notes = [
        problem ? problemDetail(problem, this.fileName) : '',
        repair ? `${repairDetail(repair)}. ${REPAIR_RULES[repair.rule]}.` : '',
      ];
      return {
        text: repair ? repair.after : text,
        before: repair ? text : null,
        tone,
        note: notes.filter(Boolean).join(' '),
      };
    });
    return { rowNumber, cells };
  }
}

import { componentKinds } from '../../../comp/components/registry';
import { CONDITION_WORDS } from '../pay/planSettings';
import { PLANS_SHEET } from '../sheetNames';
import type { WorkbookCells } from './workbookCells';
import type { CellPlace } from './workbookReview';

/** A comp plan, a component or a condition on Plans, with its rows found by what stands beside them. */
export interface PlansSection {
  /** The number right of a label; null where the workbook has none, as one that an older version wrote. */
  setting(label: string): CellPlace | null;
  /** The rows below a table's headings; null where there is no such table. */
  table(headers: readonly string[]): { readonly firstRow: number; readonly rowCount: number } | null;
}

export interface PlansFinder {
  /** The plan's own numbers; null where the workbook has no such plan. */
  plan(name: string): PlanSections | null;
}

interface PlanSections {
  readonly own: PlansSection;
  /** Of a component or condition by its title, each asked for once, in their order. */
  next(name: string, kindWords: string): PlansSection | null;
}

/** What stands beside the name of a component or condition. */
const TITLE_WORDS = new Set([
  ...Object.values(componentKinds).map(({ label }) => label),
  ...Object.values(CONDITION_WORDS),
]);

/** Finds numbers on Plans by their labels, never by their rows: a workbook may be of a version with fewer or more of them. */
export function plansFinder(cells: WorkbookCells): PlansFinder {
  const last = cells.lastRow(PLANS_SHEET);
  const text = (row: number, column: number) => cells.text(PLANS_SHEET, row, column);
  const isBlank = (row: number) => row > last || (text(row, 0) === '' && text(row, 1) === '');
  const isTitle = (row: number) => text(row, 0) !== '' && TITLE_WORDS.has(text(row, 1));
  const firstWhere = (from: number, to: number, is: (row: number) => boolean) => {
    for (let row = from; row < to; row++) if (is(row)) return row;
    return null;
  };
  /** @param end the row after the last */
  const section = (start: number, end: number): PlansSection => ({
    setting(label) {
      const row = firstWhere(start, end, (each) => text(each, 0) === label);
      return row === null ? null : [PLANS_SHEET, row, 1];
    },
    table([first = '', second = '']) {
      const header = firstWhere(start, end, (row) => text(row, 0) === first && text(row, 1) === second);
      return header === null ? null : { firstRow: header + 1, rowCount: end - header - 1 };
    },
  });
  return {
    plan(name) {
      const title = firstWhere(1, last + 1, (row) => text(row, 0) === name && text(row, 1) === '');
      if (title === null) return null;
      const end = firstWhere(title + 1, last + 1, isBlank) ?? last + 1;
      let from = title + 1;
      return {
        own: section(from, firstWhere(from, end, isTitle) ?? end),
        next(wanted, kindWords) {
          const start = firstWhere(from, end, (row) => text(row, 0) === wanted && text(row, 1) === kindWords);
          if (start === null) return null;
          from = start + 1;
          return section(from, firstWhere(from, end, isTitle) ?? end);
        },
      };
    },
  };
}

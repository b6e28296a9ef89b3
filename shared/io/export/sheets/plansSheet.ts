import type { CompComponent } from '../../../model/compComponent';
import type { CompPlan } from '../../../model/compPlan';
import { columnRange } from '../cellAddress';
import { componentTable } from '../componentFormula';
import type { TableRange } from '../componentFormula';
import type { ExportContext } from '../exportContext';
import { PLANS_SHEET } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { headerRow, valueCell } from '../workbook';

export interface PlansSheet {
  readonly sheet: Sheet;
  /** Where a component's table stands; columns are its columns, in order. */
  tableOf(plan: CompPlan, component: CompComponent): TableRange;
}

/** Tier and curve tables of the comp plans that are in use, each number an input that Calc follows. */
export function plansSheet(context: ExportContext): PlansSheet {
  const rows: Cell[][] = [];
  const firstRowOf = new Map<CompComponent, { first: number; last: number }>();
  const used = new Set(context.evaluation.pay.reps.map((pay) => pay.compPlan?.id));
  for (const plan of context.document.compPlans.filter(({ id }) => used.has(id))) {
    rows.push([valueCell(plan.name, 'title')]);
    for (const component of plan.components) {
      const { headers, rows: table } = componentTable(component);
      const share = component.targetShareRatio;
      rows.push([
        valueCell(component.name, 'total'),
        valueCell(share, 'total', 'percent'),
        valueCell('of target incentive', 'note'),
      ]);
      if (headers.length === 0) continue;
      rows.push(headerRow(headers));
      firstRowOf.set(component, { first: rows.length + 1, last: rows.length + table.length });
      for (const line of table) rows.push(line.map((value) => valueCell(value, 'input', 'decimal')));
    }
    rows.push([]);
  }
  return {
    sheet: {
      name: PLANS_SHEET,
      columns: [30, 22, 22, 14].map((widthChars) => ({ widthChars, format: 'text' })),
      rows: () => rows,
      rowCount: rows.length,
      frozenRows: 0,
      frozenColumns: 0,
      filterRow: null,
      corridor: null,
      choices: [],
    },
    tableOf: (_plan, component) => ({
      column(order) {
        const place = firstRowOf.get(component) ?? { first: 1, last: 1 };
        return columnRange(PLANS_SHEET, order, place.first, place.last);
      },
    }),
  };
}

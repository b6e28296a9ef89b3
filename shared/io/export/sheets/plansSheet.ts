import { componentKinds } from '../../../comp/components/registry';
import type { CompComponent } from '../../../model/compComponent';
import type { CompCondition, CompPlan } from '../../../model/compPlan';
import { cellAddress, columnName, columnRange } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { componentSettings, componentTable, OPEN_END, type ComponentTable } from '../pay/componentTable';
import {
  CONDITION_WORDS,
  conditionSetting,
  conditionTable,
  planSettings,
  type PlanSetting,
} from '../pay/planSettings';
import { PLANS_SHEET } from '../sheetNames';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { headerRow, valueCell } from '../workbook';

/** A table on Plans, for formulas. */
export interface PlanTable {
  readonly rowCount: number;
  /** Absolute range of a column, by its position. */
  column(order: number): string;
  /** Absolute address of a cell of the table. */
  cell(row: number, column: number): string;
  /** Absolute range of several rows and columns. */
  block(firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): string;
}

export interface PlansSheet {
  readonly sheet: Sheet;
  /** Address of a number of a plan, a component or a condition. @throws where there is none */
  cell(of: CompPlan | CompComponent | CompCondition, key: string): string;
  /** Bands, points, cells … of a component, or the bands of a multiplier. @throws where there is none */
  table(of: CompComponent | CompCondition): PlanTable;
}

/**
 * The comp plans that are in use, then those that they are compared with: every number an input that Calc follows.
 * @param compared those in use among them are there once
 */
export function plansSheet(context: ExportContext, compared: readonly CompPlan[] = []): PlansSheet {
  const rows: Cell[][] = [];
  const cells = new Map<object, Map<string, string>>();
  const tables = new Map<object, PlanTable>();
  const put = (of: object, [key, label, value, format]: PlanSetting) => {
    rows.push([valueCell(label), valueCell(value, 'input', format)]);
    const own = cells.get(of) ?? new Map<string, string>();
    cells.set(of, own.set(key, cellAddress(PLANS_SHEET, 1, rows.length)));
  };
  const putTable = (of: object, { headers, formats, rows: body, isFixed }: ComponentTable) => {
    rows.push(headerRow(headers));
    tables.set(of, tableAt(rows.length + 1, body.length));
    for (const line of body) {
      rows.push(
        line.map((value, at) =>
          value === ''
            ? valueCell(null)
            : valueCell(value, isFixed?.[at] ? 'plain' : 'input', edgeFormat(value, formats[at])),
        ),
      );
    }
  };
  const used = new Set(context.evaluation.pay.reps.map((pay) => pay.compPlan?.id));
  const inUse = context.document.compPlans.filter(({ id }) => used.has(id));
  for (const plan of new Set([...inUse, ...compared])) {
    rows.push([valueCell(context.planNames.get(plan.id)!, 'title')]);
    planSettings(plan).forEach((setting) => put(plan, setting));
    for (const component of plan.components) {
      rows.push([
        valueCell(component.name, 'total'),
        valueCell(componentKinds[component.kind].label, 'total', 'text'),
      ]);
      for (const { key, label, value, format } of componentSettings(component)) {
        put(component, [key, label, value, format]);
      }
      const table = componentTable(component);
      if (table) putTable(component, table);
    }
    for (const condition of plan.conditions) {
      rows.push([
        valueCell(condition.name, 'total'),
        valueCell(CONDITION_WORDS[condition.kind], 'total', 'text'),
      ]);
      const setting = conditionSetting(condition);
      if (setting) put(condition, setting);
      const table = conditionTable(condition);
      if (table) putTable(condition, table);
    }
    rows.push([]);
  }
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 3);
  return {
    sheet: {
      name: PLANS_SHEET,
      columns: Array.from({ length: widest }, (_, at) => ({
        widthChars: at === 0 ? 40 : 22,
        format: 'text',
      })),
      rows: () => rows,
      rowCount: rows.length,
      frozenRows: 0,
      frozenColumns: 0,
      filterRow: null,
      corridor: null,
      choices: [],
      atLeast: numberRanges(rows).map((range) => ({ range, least: null })),
    },
    cell: (of, key) => found(cells.get(of)?.get(key), key),
    table: (of) => found(tables.get(of), 'table'),
  };
}

/** A band that lies open says so, until another edge is written there. */
function edgeFormat(value: number | string, format: CellFormat = 'decimal'): CellFormat {
  return typeof value === 'number' && Math.abs(value) >= OPEN_END ? 'edge' : format;
}

/** Runs of inputs in a row of the sheet, which take numbers alone. */
function numberRanges(rows: readonly (readonly Cell[])[]): string[] {
  return rows.flatMap((cells, row) => {
    const at = cells.flatMap(({ style, value }, column) =>
      style === 'input' && typeof value === 'number' ? [columnName(column)] : [],
    );
    return at.length === 0 ? [] : [`${at[0]}${row + 1}:${at.at(-1)}${row + 1}`];
  });
}

function tableAt(first: number, rowCount: number): PlanTable {
  const last = first + Math.max(1, rowCount) - 1;
  return {
    rowCount,
    column: (order) => columnRange(PLANS_SHEET, order, first, last),
    cell: (row, column) => cellAddress(PLANS_SHEET, column, first + row),
    block: (firstRow, firstColumn, lastRow, lastColumn) =>
      `${cellAddress(PLANS_SHEET, firstColumn, first + firstRow)}:$${columnName(lastColumn)}$${first + lastRow}`,
  };
}

function found<Item>(item: Item | undefined, what: string): Item {
  if (item === undefined) throw new Error(`Plans holds no ${what} for this.`);
  return item;
}

import type { SimulatedYear } from '../../../plan/simulatedYear';
import type { ExportContext } from '../exportContext';
import { DISTRIBUTION_SHEET } from '../sheetNames';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { formulaCell, headerRow, valueCell } from '../workbook';
import type { QuotasSheet } from './quotasSheet';
import { simulatedRepRows, simulatedYearRows } from './simulatedRows';
import { territoryIndexRange } from './territoriesSheet';

/** Edges of attainment, as ratios, and of a territory's index; the ends are open. */
const ATTAINMENTS = [0, 0.5, 0.8, 1, 1.2, 1.5] as const;
const INDICES = [0, 70, 85, 95, 105, 115, 130] as const;
const OPEN_END = 1e9;
const WIDTHS = [44, 20, 20, 20, 20];

/**
 * How the simulated year comes out, as values with its seed; and live how many reps are in each band of attainment,
 * and territories in each band of the index.
 * @param pay null in a copy without pay, which has the territories alone
 */
export function distributionSheet(
  context: ExportContext,
  pay: { readonly quotas: QuotasSheet; readonly year: SimulatedYear | null } | null,
): Sheet {
  const rows: Cell[][] = [[valueCell('Distribution', 'title')]];
  const bands = (...[label, edges, range, values, format]: BandArguments) => {
    rows.push([], headerRow([label, 'From', 'To', 'Number', 'Share']));
    rows.push(...bandRows(edges, range, values, format, rows.length + 1));
  };
  if (pay?.year) rows.push(...simulatedYearRows(pay.year));
  if (pay) {
    const { attainmentRange, attainments } = pay.quotas;
    bands('Reps with a quota, by attainment: live', ATTAINMENTS, attainmentRange, attainments, 'percent');
  }
  const { territories } = context.evaluation;
  const index = territories.assignable.map((at) => territories.index[at]!);
  bands('Territories by index, 100 = target: live', INDICES, territoryIndexRange(context), index, 'index');
  if (pay?.year) rows.push([], ...simulatedRepRows(pay.year, context));
  return {
    name: DISTRIBUTION_SHEET,
    columns: WIDTHS.map((widthChars, at) => ({ widthChars, format: at === 0 ? 'text' : 'decimal' })),
    rows: () => rows,
    rowCount: rows.length,
    frozenRows: 1,
    frozenColumns: 1,
    filterRow: null,
    corridor: null,
    choices: [],
  };
}

type BandArguments = [
  label: string,
  edges: readonly number[],
  range: string,
  values: readonly number[],
  format: CellFormat,
];

function bandRows(
  edges: readonly number[],
  range: string,
  values: readonly number[],
  format: CellFormat,
  firstRow: number,
): Cell[][] {
  const known = values.filter((value) => !Number.isNaN(value));
  const last = firstRow + edges.length - 1;
  return edges.map((from, at) => {
    const row = firstRow + at;
    const to = edges[at + 1] ?? OPEN_END;
    const count = known.filter((value) => value >= from && value < to).length;
    const numbers = `$D$${firstRow}:$D$${last}`;
    return [
      valueCell(to === OPEN_END ? 'and above' : null, 'note'),
      valueCell(from, 'input', format),
      valueCell(to === OPEN_END ? null : to, 'input', format),
      formulaCell(
        to === OPEN_END
          ? `COUNTIFS(${range},">="&B${row})`
          : `COUNTIFS(${range},">="&B${row},${range},"<"&C${row})`,
        count,
        'plain',
        'integer',
      ),
      formulaCell(
        `IF(SUM(${numbers})>0,D${row}/SUM(${numbers}),"")`,
        known.length > 0 ? count / known.length : '',
        'plain',
        'percent',
      ),
    ];
  });
}

import type { ExportContext } from '../exportContext';
import type { Cell, Sheet } from '../workbook';
import { formulaCell, valueCell } from '../workbook';
import type { QuotasSheet } from './quotasSheet';
import { tableSheet, type TableColumn } from './tableSheet';
import { territoryIndexRange } from './territoriesSheet';

const COLUMNS: readonly TableColumn[] = [
  ['Of', 'text', 34],
  ['From', 'decimal'],
  ['To', 'decimal'],
  ['Number', 'integer'],
  ['Share', 'percent'],
];
/** Edges of attainment, as ratios, and of a territory's index; the ends are open. */
const ATTAINMENTS = [0, 0.5, 0.8, 1, 1.2, 1.5] as const;
const INDICES = [0, 70, 85, 95, 105, 115, 130] as const;
const OPEN_END = 1e9;

/** How many reps are in each band of attainment, and territories in each band of the index. */
export function distributionSheet(context: ExportContext, quotas: QuotasSheet | null): Sheet {
  const { territories } = context.evaluation;
  const index = territories.assignable.map((at) => territories.index[at]!);
  const rows = [
    ...(quotas
      ? bandRows(
          'Attainment of reps with a quota',
          ATTAINMENTS,
          quotas.attainmentRange,
          quotas.attainments,
          2,
        )
      : []),
    ...bandRows(
      'Index of territories, 100 = target',
      INDICES,
      territoryIndexRange(context),
      index,
      quotas ? 2 + ATTAINMENTS.length : 2,
    ),
  ];
  return tableSheet('Distribution', COLUMNS, rows, { filterRow: null });
}

function bandRows(
  label: string,
  edges: readonly number[],
  range: string,
  values: readonly number[],
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
      valueCell(label),
      valueCell(from, 'input'),
      valueCell(to === OPEN_END ? null : to, 'input'),
      formulaCell(
        to === OPEN_END
          ? `COUNTIFS(${range},">="&B${row})`
          : `COUNTIFS(${range},">="&B${row},${range},"<"&C${row})`,
        count,
      ),
      formulaCell(
        `IF(SUM(${numbers})>0,D${row}/SUM(${numbers}),"")`,
        known.length > 0 ? count / known.length : '',
      ),
    ];
  });
}

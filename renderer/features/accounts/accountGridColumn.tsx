import type { Territory } from '../../../shared/model/territory';
import type { GridColumn } from '../../ui/gridColumn';
import type { PlanFormat } from '../../ui/planFormat';
import { cellContent } from './cellContent';
import { CellEditor } from './CellEditor';
import { cellText, type TableColumn } from './tableColumns';

/** What the cells of a column show beside its own values. */
interface Shown {
  readonly territories: readonly Territory[];
  readonly format: PlanFormat;
  /** The row that is being typed in, where it is in this column. */
  readonly editedRow: number | null;
}

const made = new WeakMap<TableColumn, { readonly shown: Shown; readonly gridColumn: GridColumn }>();

/** A column as the table draws it: the same object as long as nothing in it has changed, so its cells stay. */
export function accountGridColumn(column: TableColumn, shown: Shown): GridColumn {
  const before = made.get(column);
  if (before && isSame(column, before.shown, shown)) return before.gridColumn;
  const gridColumn = makeGridColumn(column, shown);
  made.set(column, { shown, gridColumn });
  return gridColumn;
}

function isSame({ source }: TableColumn, a: Shown, b: Shown): boolean {
  const isOfTerritories = source.kind === 'territory';
  return (
    a.format === b.format &&
    a.editedRow === b.editedRow &&
    (!isOfTerritories || a.territories === b.territories)
  );
}

function makeGridColumn(column: TableColumn, { territories, format, editedRow }: Shown): GridColumn {
  const { source } = column;
  const suffix = source.kind === 'measure' ? format.measureUnitSuffix(source.measure.kind) : '';
  return {
    id: column.id,
    title: column.label + suffix,
    align: column.isNumeric ? 'end' : 'start',
    widthPx: column.width,
    isGrowing: column.id === 'name',
    isStrong: column.id === 'name',
    cell: (row) =>
      row === editedRow ? (
        <CellEditor column={column} row={row} />
      ) : (
        cellContent(column, row, territories, format)
      ),
    text: (row) => plainText(column, row),
  };
}

/** Digits and nothing else, as spreadsheets read numbers. */
function plainText({ source }: TableColumn, row: number): string {
  if (source.kind !== 'measure') return cellText(source, row);
  const value = source.measure.values[row]!;
  return Number.isNaN(value) ? '' : String(value);
}

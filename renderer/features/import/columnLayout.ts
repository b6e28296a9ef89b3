import type { ColumnMapping } from '../../../shared/io/import/fields';
import { fieldChoice, type FieldChoice } from './fieldChoices';

export interface GridColumnLayout {
  readonly column: ColumnMapping;
  readonly widthPx: number;
  /** Distance from the left edge at which the column stays while the rest scrolls; null = scrolls along. */
  readonly pinnedPx: number | null;
  readonly isNumeric: boolean;
}

export const ROW_NUMBER_PX = 44;

/** What a field's cells need; texts of unknown length get room and an ellipsis. */
const WIDTHS: Readonly<Record<FieldChoice, number>> = {
  id: 116,
  name: 200,
  lat: 108,
  lng: 112,
  street: 170,
  city: 116,
  region: 86,
  postal: 132,
  country: 96,
  county: 120,
  owner: 128,
  parent: 128,
  currency: 96,
  measure: 124,
  attribute: 128,
  ignore: 112,
};

/**
 * Columns of the preview: id and name first and pinned, then mapped fields, then attributes, and skipped columns
 * last, each group in the order of the file. What needs no look is out of the way, nothing is hidden.
 */
export function layOutColumns(columns: readonly ColumnMapping[]): GridColumnLayout[] {
  const order = (column: ColumnMapping): number => {
    const choice = fieldChoice(column.field);
    if (choice === 'id') return 0;
    if (choice === 'name') return 1;
    return choice === 'ignore' ? 4 : choice === 'attribute' ? 3 : 2;
  };
  let leftPx = ROW_NUMBER_PX;
  return [...columns]
    .sort((a, b) => order(a) - order(b) || a.columnIndex - b.columnIndex)
    .map((column) => {
      const choice = fieldChoice(column.field);
      const widthPx = WIDTHS[choice];
      const isPinned = choice === 'id' || choice === 'name';
      const pinnedPx = isPinned ? leftPx : null;
      if (isPinned) leftPx += widthPx;
      return { column, widthPx, pinnedPx, isNumeric: ['measure', 'lat', 'lng'].includes(choice) };
    });
}

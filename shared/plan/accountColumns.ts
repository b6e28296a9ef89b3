import { unitVectors } from '../geo/greatCircle';
import type { AccountTable, MeasureColumn } from '../model/accountTable';
import { countedValue, countedValues } from '../model/accountTable';
import { takeCopy } from './columnCopies';

/**
 * Columns made from a table's columns, kept as long as those live. Columns are immutable, so an entry never
 * grows stale; keyed by identity, an edit of one column makes anew only what depends on it.
 */
const countedOf = new WeakMap<MeasureColumn, { removed: Uint8Array; values: Float64Array }>();
const onesOf = new WeakMap<Uint8Array, Float64Array>();
const vectorsOf = new WeakMap<Float64Array, { lng: Float64Array; vectors: Float64Array }>();

/** Counted values of a measure, 0 where the row was removed. Not to be written to. */
export function countedColumn(table: AccountTable, measure: MeasureColumn): Float64Array {
  const known = countedOf.get(measure);
  if (known && known.removed === table.removed) return known.values;
  const values = countedValues(table, measure);
  countedOf.set(measure, { removed: table.removed, values });
  return values;
}

/** Counts a measure of which one row was edited as the measure before was counted, but for that row. */
export function countEdited(
  table: AccountTable,
  before: MeasureColumn,
  after: MeasureColumn,
  row: number,
): void {
  const known = countedOf.get(before);
  if (known?.removed !== table.removed) return;
  const values = takeCopy(known.values);
  values[row] = table.removed[row] === 0 ? countedValue(after, row) : 0;
  countedOf.set(after, { removed: table.removed, values });
}

/** 1 for every row that is there, 0 where it was removed: the measure "accounts". Not to be written to. */
export function presenceColumn(table: AccountTable): Float64Array {
  const known = onesOf.get(table.removed);
  if (known) return known;
  const values = Float64Array.from(table.removed, (isRemoved) => (isRemoved ? 0 : 1));
  onesOf.set(table.removed, values);
  return values;
}

/** Unit vectors of the accounts' places, three numbers a row, NaN where not placed. Not to be written to. */
export function placeVectors(table: AccountTable): Float64Array {
  const known = vectorsOf.get(table.lat);
  if (known && known.lng === table.lng) return known.vectors;
  const vectors = unitVectors(table.lat, table.lng);
  vectorsOf.set(table.lat, { lng: table.lng, vectors });
  return vectors;
}

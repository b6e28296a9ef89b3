import { HOLDOUT, HOUSE, UNASSIGNED } from '../model/alignment';
import { slotCount, slotOf, type TerritoryRows } from './territoryRows';

/**
 * Totals of one measure. Sums are made anew in row order for every territory that is touched, never by adding
 * and subtracting, so that an incremental result equals a full one to the last bit.
 */
export interface MeasureTotals {
  readonly measureId: string;
  /** By territory index; nodes above the lowest level hold the sum of their children. */
  readonly totals: Float64Array;
  readonly unassigned: number;
  readonly house: number;
  readonly holdout: number;
}

/**
 * Sums a value by territory, in the order of rows.
 * @param rows rows by slot
 * @param values counted values, one a row
 * @param previous what the sums were, and which slots are to be summed anew; null sums all
 */
export function sumByTerritory(
  rows: TerritoryRows,
  values: Float64Array,
  previous: { readonly sums: Float64Array; readonly touched: Uint8Array } | null,
): Float64Array {
  const sums = previous ? previous.sums.slice() : new Float64Array(rows.length);
  for (let slot = 0; slot < rows.length; slot++) {
    if (previous && !previous.touched[slot]) continue;
    const list = rows[slot]!;
    let sum = 0;
    for (let at = 0; at < list.length; at++) sum += values[list[at]!]!;
    sums[slot] = sum;
  }
  return sums;
}

/** The sums of a measure named: by territory and nobody's. */
export function totalsOfSums(measureId: string, sums: Float64Array): MeasureTotals {
  const territoryCount = sums.length - slotCount(0);
  return {
    measureId,
    totals: sums.slice(0, territoryCount),
    unassigned: sums[slotOf(UNASSIGNED, territoryCount)]!,
    house: sums[slotOf(HOUSE, territoryCount)]!,
    holdout: sums[slotOf(HOLDOUT, territoryCount)]!,
  };
}

import { HOLDOUT, HOUSE, UNASSIGNED } from '../model/alignment';

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

/** The slots of the three that are nobody's lie behind the territories. */
const NOBODY_SLOTS = 3;

function slotOf(code: number, territoryCount: number): number {
  if (code >= 0) return code;
  if (code === UNASSIGNED) return territoryCount;
  return code === HOUSE ? territoryCount + 1 : territoryCount + 2;
}

/**
 * Sums a value by territory.
 * @param assignment territory index or UNASSIGNED, HOUSE, HOLDOUT, one a row
 * @param values counted values, one a row
 * @param previous what the sums were, and which slots are to be summed anew; null sums all
 */
export function sumByTerritory(
  assignment: Int32Array,
  values: Float64Array,
  territoryCount: number,
  previous: { readonly sums: Float64Array; readonly touched: Uint8Array } | null,
): Float64Array {
  const sums = new Float64Array(territoryCount + NOBODY_SLOTS);
  if (!previous) {
    for (let row = 0; row < assignment.length; row++) {
      sums[slotOf(assignment[row]!, territoryCount)]! += values[row]!;
    }
    return sums;
  }
  sums.set(previous.sums);
  for (let slot = 0; slot < sums.length; slot++) if (previous.touched[slot]) sums[slot] = 0;
  for (let row = 0; row < assignment.length; row++) {
    const slot = slotOf(assignment[row]!, territoryCount);
    if (previous.touched[slot]) sums[slot]! += values[row]!;
  }
  return sums;
}

/** Which slots differ between two assignments of the same rows, as a mask over territories and nobody's. */
export function touchedSlots(before: Int32Array, after: Int32Array, territoryCount: number): Uint8Array {
  const touched = new Uint8Array(territoryCount + NOBODY_SLOTS);
  for (let row = 0; row < after.length; row++) {
    if (before[row] === after[row]) continue;
    touched[slotOf(before[row]!, territoryCount)] = 1;
    touched[slotOf(after[row]!, territoryCount)] = 1;
  }
  return touched;
}

/** The sums of a measure named: by territory and nobody's. */
export function totalsOfSums(measureId: string, sums: Float64Array): MeasureTotals {
  const territoryCount = sums.length - NOBODY_SLOTS;
  return {
    measureId,
    totals: sums.slice(0, territoryCount),
    unassigned: sums[slotOf(UNASSIGNED, territoryCount)]!,
    house: sums[slotOf(HOUSE, territoryCount)]!,
    holdout: sums[slotOf(HOLDOUT, territoryCount)]!,
  };
}

import type { MeasureColumn } from '../../../shared/model/accountTable';
import { countedValue } from '../../../shared/model/accountTable';
import { codedTexts, type TableColumn } from './tableColumns';

/** Rows with the same text in a column, and what they add up to. */
export interface RowGroup {
  readonly text: string;
  readonly count: number;
  /** Counted values summed, one a measure. */
  readonly sums: readonly number[];
}

/**
 * The sum of the rows shown, in the order of the table, so that sorting changes no digit of it.
 * @param passes 1 for each row shown
 * @param counted counted values, one a row
 */
export function sumOfPassing(passes: Uint8Array, counted: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < passes.length; row++) if (passes[row] === 1) sum += counted[row]!;
  return sum;
}

/** Groups rows by a column of few distinct texts, the largest group first. */
export function groupRows(
  rows: Int32Array,
  column: TableColumn,
  measures: readonly MeasureColumn[],
): RowGroup[] {
  const coded = codedTexts(column.source);
  if (!coded) return [];
  const counts = new Int32Array(coded.dictionary.length);
  const sums = measures.map(() => new Float64Array(coded.dictionary.length));
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const code = coded.codes[row]!;
    counts[code]!++;
    for (let m = 0; m < measures.length; m++) sums[m]![code]! += countedValue(measures[m]!, row);
  }
  return coded.dictionary
    .map((text, code) => ({ text, count: counts[code]!, sums: sums.map((each) => each[code]!) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

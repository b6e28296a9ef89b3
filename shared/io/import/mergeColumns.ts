import {
  encodeAttribute,
  type AccountTable,
  type AttributeColumn,
  type MeasureColumn,
} from '../../model/accountTable';
import type { RowMatch } from './mergeMatch';

/** One cell that a newer list changes; '' = none. */
export interface CellChange {
  /** Index in the merged table. */
  readonly row: number;
  /** Name of the column. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface MergeColumns {
  readonly match: RowMatch;
  readonly rowCount: number;
  /** Gathers what changes in existing rows. */
  readonly changes: CellChange[];
}

/** Attributes of both tables; those of the list win where it has the column, also where its cell is blank. */
export function mergeAttributes(
  existing: AccountTable,
  incoming: AccountTable,
  merge: MergeColumns,
): AttributeColumn[] {
  const kept = existing.attributes.map((column) => {
    const newer = incoming.attributes.find(({ id }) => id === column.id);
    return mergeAttribute(column, newer ?? null, existing.rowCount, merge);
  });
  const added = incoming.attributes
    .filter(({ id }) => !existing.attributes.some((column) => column.id === id))
    .map((newer) =>
      mergeAttribute(encodeAttribute(newer.id, newer.name, []), newer, existing.rowCount, merge),
    );
  return [...kept, ...added];
}

/** Columns that say how the account was placed change with the place, and are no news of their own. */
const PLACE_COLUMNS: ReadonlySet<string> = new Set(['placeReason', 'countyFips']);

function mergeAttribute(
  column: AttributeColumn,
  newer: AttributeColumn | null,
  existingCount: number,
  { match, rowCount, changes }: MergeColumns,
): AttributeColumn {
  const texts = Array.from({ length: rowCount }, (_, row) => column.dictionary[column.codes[row] ?? 0] ?? '');
  if (newer) {
    match.existingOf.forEach((row, from) => {
      const after = newer.dictionary[newer.codes[from]!]!;
      const before = texts[row]!;
      if (before === after) return;
      if (row < existingCount && !PLACE_COLUMNS.has(column.id))
        changes.push({ row, column: column.name, before, after });
      texts[row] = after;
    });
  }
  return encodeAttribute(column.id, column.name, texts);
}

/** Measures of both tables; one of the same id or name is the same measure and keeps its id and settings. */
export function mergeMeasures(
  existing: AccountTable,
  incoming: AccountTable,
  merge: MergeColumns,
): MeasureColumn[] {
  const isSame = (a: MeasureColumn, b: MeasureColumn) =>
    a.id === b.id || a.name.toLowerCase() === b.name.toLowerCase();
  const kept = existing.measures.map((measure) => {
    const newer = incoming.measures.find((other) => isSame(measure, other)) ?? null;
    return mergeMeasure(measure, newer, existing.rowCount, merge);
  });
  const added = incoming.measures
    .filter((newer) => !existing.measures.some((measure) => isSame(measure, newer)))
    .map((newer) => mergeMeasure({ ...newer, values: new Float64Array(0) }, newer, existing.rowCount, merge));
  return [...kept, ...added];
}

function mergeMeasure(
  measure: MeasureColumn,
  newer: MeasureColumn | null,
  existingCount: number,
  { match, rowCount, changes }: MergeColumns,
): MeasureColumn {
  const values = new Float64Array(rowCount).fill(NaN);
  values.set(measure.values);
  if (newer) {
    match.existingOf.forEach((row, from) => {
      const before = values[row]!;
      const after = newer.values[from]!;
      if (Object.is(before, after)) return;
      if (row < existingCount)
        changes.push({ row, column: measure.name, before: numberText(before), after: numberText(after) });
      values[row] = after;
    });
  }
  return { ...measure, values };
}

function numberText(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

import type { AccountTable, AttributeColumn, MeasureColumn } from '../model/accountTable';

/** A column of a table. */
export type ColumnData = Float64Array | Int32Array | Uint8Array | readonly string[];

/**
 * The difference of two account tables, both ways: an edited cell is kept as one row, not as two tables.
 * A column that is not named is the same in both.
 */
export interface AccountsPatch {
  readonly before: TableShape;
  readonly after: TableShape;
  readonly columns: readonly ColumnPatch[];
}

/** All of a table but its columns. */
interface TableShape {
  readonly rowCount: number;
  readonly measures: readonly Omit<MeasureColumn, 'values'>[];
  readonly attributes: readonly Omit<AttributeColumn, 'codes' | 'dictionary'>[];
}

type ColumnPatch =
  /** Single rows of a column that keeps its length. */
  | {
      readonly name: string;
      readonly kind: 'rows';
      readonly rows: Int32Array;
      readonly before: ColumnData;
      readonly after: ColumnData;
    }
  /** The column from a row on; null = the table has no such column. */
  | {
      readonly name: string;
      readonly kind: 'tail';
      readonly keep: number;
      readonly before: ColumnData | null;
      readonly after: ColumnData | null;
    };

type FlatTable = Map<string, ColumnData>;

/** The patch that leads from one table to the other and back. */
export function diffAccounts(before: AccountTable, after: AccountTable): AccountsPatch {
  const old = flatten(before);
  const now = flatten(after);
  const columns: ColumnPatch[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const patch = diffColumn(name, old.get(name) ?? null, now.get(name) ?? null);
    if (patch) columns.push(patch);
  }
  return { before: shapeOf(before), after: shapeOf(after), columns };
}

/** The patch that leads back. */
export function invertPatch({ before, after, columns }: AccountsPatch): AccountsPatch {
  return {
    before: after,
    after: before,
    columns: columns.map((each): ColumnPatch =>
      each.kind === 'rows'
        ? { ...each, before: each.after, after: each.before }
        : { ...each, before: each.after, after: each.before },
    ),
  };
}

/** The table after a patch; what it does not name is shared with the table given, which stands before it. */
export function patchAccounts(table: AccountTable, patch: AccountsPatch): AccountTable {
  const columns = flatten(table);
  for (const each of patch.columns) {
    const present = columns.get(each.name) ?? null;
    if (each.after === null) columns.delete(each.name);
    else if (each.kind === 'rows') columns.set(each.name, withRows(present!, each.rows, each.after));
    else columns.set(each.name, withTail(present, each.keep, each.after));
  }
  return unflatten(patch.after, columns, table);
}

function diffColumn(name: string, before: ColumnData | null, after: ColumnData | null): ColumnPatch | null {
  if (before === after) return null;
  if (!before || !after) return { name, kind: 'tail', keep: 0, before, after };
  if (before.length !== after.length) {
    const keep = commonStart(before, after);
    return { name, kind: 'tail', keep, before: before.slice(keep), after: after.slice(keep) };
  }
  const rows = differingRows(before, after);
  if (rows.length === 0) return null;
  // Rows cost an index each; beyond half of them the column itself is smaller.
  if (rows.length > before.length / 2) return { name, kind: 'tail', keep: 0, before, after };
  return { name, kind: 'rows', rows, before: pick(before, rows), after: pick(after, rows) };
}

function commonStart(a: ColumnData, b: ColumnData): number {
  const end = Math.min(a.length, b.length);
  let row = 0;
  while (row < end && Object.is(a[row], b[row])) row++;
  return row;
}

function differingRows(a: ColumnData, b: ColumnData): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < a.length; row++) if (!Object.is(a[row], b[row])) rows.push(row);
  return Int32Array.from(rows);
}

function pick(column: ColumnData, rows: Int32Array): ColumnData {
  const picked = emptyLike(column, rows.length);
  rows.forEach((row, i) => (picked[i] = column[row]!));
  return picked as ColumnData;
}

function withRows(column: ColumnData, rows: Int32Array, values: ColumnData): ColumnData {
  const copy = column.slice() as Writable;
  rows.forEach((row, i) => (copy[row] = values[i]!));
  return copy as ColumnData;
}

function withTail(column: ColumnData | null, keep: number, tail: ColumnData): ColumnData {
  if (keep === 0 || !column) return tail;
  const whole = emptyLike(tail, keep + tail.length);
  for (let row = 0; row < keep; row++) whole[row] = column[row]!;
  for (let row = 0; row < tail.length; row++) whole[keep + row] = tail[row]!;
  return whole as ColumnData;
}

/** A column of whichever kind, to be written by index. */
type Writable = Record<number, string | number>;

function emptyLike(column: ColumnData, length: number): Writable {
  if (column instanceof Float64Array) return new Float64Array(length);
  if (column instanceof Int32Array) return new Int32Array(length);
  if (column instanceof Uint8Array) return new Uint8Array(length);
  return new Array<string>(length);
}

function shapeOf(table: AccountTable): TableShape {
  return {
    rowCount: table.rowCount,
    measures: table.measures.map(({ values: _values, ...shape }) => shape),
    attributes: table.attributes.map(({ codes: _codes, dictionary: _dictionary, ...shape }) => shape),
  };
}

function flatten(table: AccountTable): FlatTable {
  const { ids, names, lat, lng, placeLevels, removed } = table;
  const columns: FlatTable = new Map<string, ColumnData>(
    Object.entries({ ids, names, lat, lng, placeLevels, removed }),
  );
  for (const { id, values } of table.measures) columns.set(`measure ${id}`, values);
  for (const { id, codes, dictionary } of table.attributes) {
    columns.set(`codes ${id}`, codes).set(`dictionary ${id}`, dictionary);
  }
  return columns;
}

function unflatten(
  { rowCount, measures, attributes }: TableShape,
  columns: FlatTable,
  known: AccountTable,
): AccountTable {
  const column = <T extends ColumnData>(name: string): T => columns.get(name) as T;
  return {
    rowCount,
    ids: column('ids'),
    names: column('names'),
    lat: column('lat'),
    lng: column('lng'),
    placeLevels: column('placeLevels'),
    measures: keepEqual(
      known.measures,
      measures.map((shape) => ({ ...shape, values: column<Float64Array>(`measure ${shape.id}`) })),
    ),
    attributes: keepEqual(
      known.attributes,
      attributes.map((shape) => ({
        ...shape,
        dictionary: column<readonly string[]>(`dictionary ${shape.id}`),
        codes: column<Int32Array>(`codes ${shape.id}`),
      })),
    ),
    removed: column('removed'),
  };
}

/** The known objects in place of equal ones, and the known list where all are: what is derived of them stays known. */
function keepEqual<Item extends { readonly id: string }>(
  known: readonly Item[],
  made: readonly Item[],
): readonly Item[] {
  const kept = made.map((item) => {
    const same = known.find(({ id }) => id === item.id);
    return same && isShallowEqual(same, item) ? same : item;
  });
  return kept.length === known.length && kept.every((item, at) => item === known[at]) ? known : kept;
}

function isShallowEqual(a: object, b: object): boolean {
  const entries = Object.entries(a);
  const others = new Map(Object.entries(b));
  return entries.length === others.size && entries.every(([key, value]) => others.get(key) === value);
}

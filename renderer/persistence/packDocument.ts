import type { PlanDocument } from '../../shared/model/planDocument';
import type { ColumnData } from '../../shared/plan/accountsPatch';

/** Stands in a packed document for a column; `column` is the id of its record. */
interface ColumnRef {
  readonly $column: number;
}

/** The document as a tree of plain values with references in place of its columns. */
export type PackedDocument = { readonly [field: string]: unknown };

/** Shorter lists of texts stay where they are. */
const MIN_TEXTS = 64;

function isColumn(value: unknown): value is ColumnData {
  if (ArrayBuffer.isView(value)) return true;
  return Array.isArray(value) && value.length >= MIN_TEXTS && typeof value[0] === 'string';
}

/** Every column that a document holds, once each. */
export function columnsOf(document: PlanDocument): Set<ColumnData> {
  const columns = new Set<ColumnData>();
  const visit = (value: unknown): void => {
    if (isColumn(value)) columns.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(document);
  return columns;
}

/** The document with each column replaced by a reference. @param idOf the record of every column */
export function packDocument(document: PlanDocument, idOf: (column: ColumnData) => number): PackedDocument {
  const pack = (value: unknown): unknown => {
    if (isColumn(value)) return { $column: idOf(value) } satisfies ColumnRef;
    if (Array.isArray(value)) return value.map(pack);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pack(each)]));
  };
  return pack(document) as PackedDocument;
}

/** Ids of the columns that a packed document refers to. */
export function columnIdsOf(packed: PackedDocument): Set<number> {
  const ids = new Set<number>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isColumnRef(value)) ids.add(value.$column);
    else Object.values(value).forEach(visit);
  };
  visit(packed);
  return ids;
}

/** Puts the columns back; what comes out still has to be checked against the schemas. */
export function unpackDocument(packed: PackedDocument, columnOf: (id: number) => ColumnData): unknown {
  const unpack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unpack);
    if (typeof value !== 'object' || value === null) return value;
    if (isColumnRef(value)) return columnOf(value.$column);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpack(each)]));
  };
  return unpack(packed);
}

function isColumnRef(value: object): value is ColumnRef {
  return '$column' in value && typeof value.$column === 'number';
}

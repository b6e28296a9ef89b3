import type { TableColumn } from './tableColumns';

/** Columns hidden until the person asks for them: what the app itself noted, and addresses' streets. */
const HIDDEN_AT_FIRST = new Set(['id', 'attribute:street', 'attribute:country', 'attribute:placeReason']);
const PINNED_AT_FIRST = ['name'];
/** Further attributes than these start hidden, so that measures are in sight. */
const SHOWN_ATTRIBUTES = 8;

export function hiddenIds(
  columns: readonly TableColumn[],
  chosen: readonly string[] | undefined,
): readonly string[] {
  if (chosen) return chosen;
  let shown = 0;
  return columns
    .filter(({ id, source }) => {
      if (HIDDEN_AT_FIRST.has(id)) return true;
      if (source.kind !== 'attribute') return false;
      return source.attribute.dictionary.length < 2 || ++shown > SHOWN_ATTRIBUTES;
    })
    .map(({ id }) => id);
}

export function pinnedIds(chosen: readonly string[] | undefined): readonly string[] {
  return chosen ?? PINNED_AT_FIRST;
}

/** Columns as they stand on screen, pinned ones first. */
export function shownColumns(
  columns: readonly TableColumn[],
  hidden: readonly string[] | undefined,
  pinned: readonly string[] | undefined,
): TableColumn[] {
  const isHidden = new Set(hiddenIds(columns, hidden));
  const isPinned = new Set(pinnedIds(pinned));
  const shown = columns.filter(({ id }) => !isHidden.has(id));
  return [...shown.filter(({ id }) => isPinned.has(id)), ...shown.filter(({ id }) => !isPinned.has(id))];
}

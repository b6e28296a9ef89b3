import { encodeAttribute, type AttributeColumn } from './accountTable';

/** Replaces texts of a column, whole; the new column has no entry that no row uses. */
export function replaceTexts(
  column: AttributeColumn,
  replacements: ReadonlyMap<string, string>,
): AttributeColumn {
  const texts = Array.from(column.codes, (code) => {
    const text = column.dictionary[code]!;
    return replacements.get(text) ?? text;
  });
  return encodeAttribute(column.id, column.name, texts);
}

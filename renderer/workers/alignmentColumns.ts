import type { AccountTable, AttributeColumn } from '../../shared/model/accountTable';
import type { BuildSummary } from './importContract';

/** A column with more texts than this names something else than territories. */
const MAX_TERRITORIES = 1_000;
/** Columns of places, and what the app itself notes, tell nobody's alignment. */
const NOT_AN_ALIGNMENT: ReadonlySet<string> = new Set([
  ...['street', 'city', 'postal', 'county', 'country', 'countyFips', 'parent', 'currency', 'placeReason'],
]);
const SOUNDS_LIKE_ONE = /territor|alignment|district|gebiet|bezirk|secteur|patch|\brep\b/i;

/** Columns that can say whose an account is today: the owner, then those that sound like it, then other texts. */
export function alignmentColumns(table: AccountTable): BuildSummary['alignmentColumns'] {
  const rank = ({ id, name }: AttributeColumn): number =>
    id === 'owner' ? 0 : SOUNDS_LIKE_ONE.test(name) ? 1 : 2;
  return table.attributes
    .filter(({ id, dictionary }) => !NOT_AN_ALIGNMENT.has(id) && dictionary.length <= MAX_TERRITORIES)
    .sort((a, b) => rank(a) - rank(b))
    .map((column) => ({ id: column.id, name: column.name, groups: countTexts(column) }))
    .filter(({ groups }) => groups.length > 0);
}

/** Distinct texts with their accounts, most first. */
function countTexts({ dictionary, codes }: AttributeColumn): { name: string; count: number }[] {
  const counts = new Int32Array(dictionary.length);
  for (const code of codes) counts[code]!++;
  return dictionary
    .map((name, code) => ({ name, count: counts[code]! }))
    .filter(({ name, count }) => name !== '' && count > 0)
    .sort((a, b) => b.count - a.count);
}

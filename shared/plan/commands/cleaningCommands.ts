import { attributeText, countedValue, findAttribute, type AccountTable } from '../../model/accountTable';
import type { MeasureColumn } from '../../model/accountTable';
import { isApproximate, placeLevelCode } from '../../model/placeLevel';
import type { PlanDocument } from '../../model/planDocument';
import { replaceTexts as replacedColumn } from '../../model/replaceTexts';
import { countOfAccounts } from '../claimChange';
import type { AccountMerge, CleaningEdit, MergedMeasures } from '../cleaning/cleaningEdit';
import { CommandError } from '../commandError';
import type { PlanDiff } from '../planDiff';

type EditOf<Kind extends CleaningEdit['kind']> = Extract<CleaningEdit, { kind: Kind }>;

/** Edits that clean a list after its import. @throws CommandError */
export function runCleaningEdit(document: PlanDocument, edit: CleaningEdit): PlanDiff {
  return edit.kind === 'mergeAccounts' ? mergeAccounts(document, edit) : replaceTexts(document, edit);
}

/**
 * Several rows become one: what the kept one lacks comes from the others in their order, children of the others
 * become its own, and the others are removed. Its territory stays.
 */
function mergeAccounts(document: PlanDocument, edit: EditOf<'mergeAccounts'>): PlanDiff {
  const { accounts } = document;
  requireDistinctRows(accounts, edit.merges);
  const removed = accounts.removed.slice();
  for (const { rows } of edit.merges) for (const row of rows) removed[row] = 1;
  const table: AccountTable = {
    ...accounts,
    ...mergedPlaces(accounts, edit.merges),
    measures: accounts.measures.map((measure) => mergedMeasure(measure, edit.merges, edit.measures)),
    attributes: mergedAttributes(accounts, edit.merges),
    removed,
  };
  const [only] = edit.merges;
  const count = edit.merges.reduce((sum, { rows }) => sum + rows.length, 0);
  const label =
    edit.merges.length === 1
      ? `merge ${countOfAccounts(count)} into ${accounts.names[only!.keptRow]!}`
      : `merge ${countOfAccounts(count)} into ${edit.merges.length.toLocaleString('en-US')}`;
  return { label, changes: [{ kind: 'accounts', before: accounts, after: table }] };
}

function requireDistinctRows(accounts: AccountTable, merges: readonly AccountMerge[]): void {
  const met = new Set<number>();
  for (const { keptRow, rows } of merges) {
    for (const row of [keptRow, ...rows]) {
      if (!(row >= 0 && row < accounts.rowCount) || accounts.removed[row]) {
        throw new CommandError('One of these accounts is no longer in the plan.');
      }
      if (met.has(row)) throw new CommandError(`${accounts.names[row]!} can be merged only once at a time.`);
      met.add(row);
    }
  }
  if (merges.length === 0 || merges.some(({ rows }) => rows.length === 0)) {
    throw new CommandError('Choose two accounts or more to merge.');
  }
}

function mergedMeasure(
  measure: MeasureColumn,
  merges: readonly AccountMerge[],
  how: MergedMeasures,
): MeasureColumn {
  const changed = new Map<number, number>();
  for (const { keptRow, rows } of merges) {
    // A sentinel stands for "not known": it neither counts nor outlives a value that is known.
    const isKnown = (row: number): boolean => countedValue(measure, row) === measure.values[row];
    const known = rows.filter(isKnown);
    if (known.length === 0) continue;
    if (how === 'sum') {
      const own = countedValue(measure, keptRow);
      changed.set(
        keptRow,
        known.reduce((sum, row) => sum + measure.values[row]!, own),
      );
    } else if (!isKnown(keptRow)) changed.set(keptRow, measure.values[known[0]!]!);
  }
  if (changed.size === 0) return measure;
  const values = measure.values.slice();
  for (const [row, value] of changed) values[row] = value;
  return { ...measure, values };
}

function mergedAttributes(accounts: AccountTable, merges: readonly AccountMerge[]) {
  const keptIds = new Map<string, string>();
  for (const { keptRow, rows } of merges)
    for (const row of rows) keptIds.set(accounts.ids[row]!, accounts.ids[keptRow]!);
  return accounts.attributes.map((column) => {
    const codes = column.codes.slice();
    let isChanged = false;
    for (const { keptRow, rows } of merges) {
      if (codes[keptRow] !== 0) continue;
      const filled = rows.find((row) => column.codes[row] !== 0);
      if (filled === undefined) continue;
      codes[keptRow] = column.codes[filled]!;
      isChanged = true;
    }
    const kept = isChanged ? { ...column, codes } : column;
    if (column.id !== 'parent') return kept;
    const replacements = new Map(
      kept.dictionary.flatMap((id) => (keptIds.has(id) ? [[id, keptIds.get(id)!] as const] : [])),
    );
    return withoutOwnParents(
      accounts,
      replacements.size > 0 ? replacedColumn(kept, replacements) : kept,
      merges,
    );
  });
}

/** An account that was its twin's child must not become its own. */
function withoutOwnParents(
  accounts: AccountTable,
  column: AccountTable['attributes'][number],
  merges: readonly AccountMerge[],
) {
  const own = merges.filter(
    ({ keptRow }) => column.dictionary[column.codes[keptRow]!] === accounts.ids[keptRow]!,
  );
  if (own.length === 0) return column;
  const codes = column.codes.slice();
  for (const { keptRow } of own) codes[keptRow] = 0;
  return { ...column, codes };
}

/** Where the kept account's place is none or rough, the first better one of the others. */
function mergedPlaces(
  accounts: AccountTable,
  merges: readonly AccountMerge[],
): Partial<Pick<AccountTable, 'lat' | 'lng' | 'placeLevels'>> {
  const none = placeLevelCode('none');
  const roughness = (row: number): number => {
    const level = accounts.placeLevels[row]!;
    return level === none ? 2 : isApproximate(level) ? 1 : 0;
  };
  const moves = merges.flatMap(({ keptRow, rows }) => {
    const best = rows.reduce((found, row) => (roughness(row) < roughness(found) ? row : found), keptRow);
    return best === keptRow ? [] : [[keptRow, best] as const];
  });
  if (moves.length === 0) return {};
  const places = {
    lat: accounts.lat.slice(),
    lng: accounts.lng.slice(),
    placeLevels: accounts.placeLevels.slice(),
  };
  for (const [row, from] of moves) {
    places.lat[row] = accounts.lat[from]!;
    places.lng[row] = accounts.lng[from]!;
    places.placeLevels[row] = accounts.placeLevels[from]!;
  }
  return places;
}

function replaceTexts(document: PlanDocument, edit: EditOf<'replaceTexts'>): PlanDiff {
  const { accounts } = document;
  const column = findAttribute(accounts, edit.attributeId);
  if (!column) throw new CommandError('That column is no longer in the plan.');
  const replacements = new Map(
    edit.replacements.flatMap(({ from, to }) => (from === to.trim() ? [] : [[from, to.trim()] as const])),
  );
  let count = 0;
  for (let row = 0; row < accounts.rowCount; row++) {
    if (!accounts.removed[row] && replacements.has(attributeText(accounts, column.id, row))) count++;
  }
  if (count === 0) return { label: `replace in ${column.name}`, changes: [] };
  const after = replacedColumn(column, replacements);
  const attributes = accounts.attributes.map((each) => (each.id === column.id ? after : each));
  const [only] = replacements;
  const named = (text: string, blank: string): string => (text === '' ? blank : text);
  const label =
    replacements.size === 1
      ? `replace ${named(only![0], 'blanks')} with ${named(only![1], 'nothing')} in ${column.name}`
      : `replace ${replacements.size} spellings in ${column.name}`;
  return { label, changes: [{ kind: 'accounts', before: accounts, after: { ...accounts, attributes } }] };
}

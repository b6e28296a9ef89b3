import { foldText } from '../../geo/geocoderNames';
import { postalKey } from '../../geo/geocoderPostal';
import type { Findings } from './findings';
import { markRepeated } from './repeatedTexts';
import { idKey } from '../../model/salesforceId';

export interface IdentityInput {
  /** Row number in the file, one an account row. */
  readonly rowNumbers: Int32Array;
  /** null where the list has no such column. */
  readonly ids: readonly string[] | null;
  readonly names: readonly string[] | null;
  /** What places the account of index i, as text: postal code, else city and region; '' where nothing does. */
  readonly placeOf: (i: number) => string;
  readonly idColumn: number;
  readonly nameColumn: number;
  /** Rows (file numbers) that a person said to keep though their id is there already. */
  readonly keptRows: ReadonlySet<number>;
}

export interface Identity {
  /** Distinct ids, one a row; made up from the row number where the file has none. */
  readonly ids: string[];
  readonly names: string[];
  /** 1 where the row can't be imported, as its id is taken or nothing names it. */
  readonly rejected: Uint8Array;
}

/**
 * Gives each row its id and name, and finds doubles: the same id twice (the later row is rejected, and named),
 * the same name and place twice (reported).
 */
export function settleIdentity(input: IdentityInput, findings: Findings): Identity {
  const { rowNumbers, idColumn } = input;
  const count = rowNumbers.length;
  const ids = new Array<string>(count);
  const names = new Array<string>(count);
  const rejected = new Uint8Array(count);
  const rowOfId = new Map<string, number>();
  // The 15 letters that 15- and 18-character Salesforce ids share.
  const isRepeated = markRepeated(input.ids ?? [], 15);
  // Ids made up from row numbers must not meet ids of the file.
  if (input.ids?.some((id) => id.startsWith('row-'))) isRepeated.fill(1);
  const taken = new Set<string>();
  for (let i = 0; i < count; i++) {
    const row = rowNumbers[i]!;
    const id = input.ids?.[i] ?? '';
    const name = input.names?.[i] ?? '';
    names[i] = nameOf(input, i, id, name, findings);
    if (id === '' && name === '' && input.placeOf(i) === '') {
      rejected[i] = 1;
      findings.problem(
        row,
        -1,
        'row-without-account',
        'error',
        'the row has neither id, name nor place; it is not imported.',
      );
      ids[i] = '';
      continue;
    }
    if (id === '' && input.ids) {
      findings.problem(
        row,
        idColumn,
        'id-missing',
        'warning',
        'the id is blank; the row number serves instead, so a newer list can’t find this account again.',
      );
    }
    if (/^\d(\.\d+)?E\+\d+$/i.test(id)) {
      findings.problem(
        row,
        idColumn,
        'id-in-scientific-notation',
        'warning',
        `${id} has lost digits in a spreadsheet; export the ids as text.`,
      );
    }
    ids[i] = id === '' ? `row-${row}` : id;
    if (!isRepeated[i]) continue;
    const key = idKey(ids[i]!);
    const earlier = rowOfId.get(key);
    if (earlier === undefined) rowOfId.set(key, row);
    else settleDouble(input, i, earlier, ids, rejected, taken, findings);
  }
  noteDoubles(input, names, rejected, findings);
  return { ids, names, rejected };
}

function nameOf(input: IdentityInput, i: number, id: string, name: string, findings: Findings): string {
  if (name !== '') return name;
  if (input.names) {
    findings.problem(
      input.rowNumbers[i]!,
      input.nameColumn,
      'name-missing',
      'warning',
      'the name is blank; the id is shown instead.',
    );
  }
  return id === '' ? `Row ${input.rowNumbers[i]!}` : id;
}

function settleDouble(
  input: IdentityInput,
  i: number,
  earlierRow: number,
  ids: string[],
  rejected: Uint8Array,
  taken: Set<string>,
  findings: Findings,
): void {
  const row = input.rowNumbers[i]!;
  if (input.keptRows.has(row)) {
    // The set is filled when the first such row comes, which most lists never have.
    if (taken.size === 0) for (const id of input.ids ?? []) taken.add(id);
    let copy = 2;
    while (taken.has(`${ids[i]!} (${copy})`)) copy++;
    ids[i] = `${ids[i]!} (${copy})`;
    taken.add(ids[i]);
    return;
  }
  rejected[i] = 1;
  const text = `id ${ids[i]!} is also in row ${earlierRow}; this row is not imported. Keep it as an account of its own, or correct the id.`;
  findings.problem(row, input.idColumn, 'duplicate-id', 'error', text);
}

function noteDoubles(
  input: IdentityInput,
  names: readonly string[],
  rejected: Uint8Array,
  findings: Findings,
): void {
  if (!input.names) return;
  const isRepeated = markRepeated(names);
  const seen = new Map<string, number>();
  for (let i = 0; i < names.length; i++) {
    if (!isRepeated[i] || rejected[i] || input.names[i] === '') continue;
    const place = input.placeOf(i);
    if (place === '') continue;
    const key = `${foldText(names[i]!)}\u0001${foldText(postalKey(place))}`;
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, input.rowNumbers[i]!);
      continue;
    }
    const text = `${names[i]!} at ${place} is also in row ${earlier}; both are imported.`;
    findings.problem(input.rowNumbers[i]!, input.nameColumn, 'same-name-and-place', 'warning', text);
  }
}

import { describe, expect, it } from 'vitest';
import { encodeAttribute, type AccountTable } from '../../../../../shared/model/accountTable';
import { differingColumns, findDuplicates } from '../../../../../shared/plan/cleaning/findDuplicates';
import { smallPlan } from '../planFixture';

/** The small plan's six accounts with other ids, names and places. */
function table(fields: {
  ids?: readonly string[];
  names?: readonly string[];
  postal?: readonly string[];
  removed?: readonly number[];
}): AccountTable {
  const { accounts } = smallPlan();
  return {
    ...accounts,
    ids: fields.ids ?? accounts.ids,
    names: fields.names ?? accounts.names,
    attributes: [
      ...accounts.attributes,
      encodeAttribute('postal', 'Postal code', fields.postal ?? ['', '', '', '', '', '']),
    ],
    removed: Uint8Array.from(fields.removed ?? [0, 0, 0, 0, 0, 0]),
  };
}

describe('findDuplicates', () => {
  it('finds nothing among different accounts', () => {
    expect(findDuplicates(table({}))).toEqual([]);
  });

  it('takes Salesforce ids of 15 and 18 characters for one, but not two that differ in a capital', () => {
    const ids = ['001A000001LkzYQ', 'b', '001A000001LkzYQIAS', '001a000001LkzYQ', 'e', 'f'];
    expect(findDuplicates(table({ ids })).map(({ rows, reason }) => [reason, rows])).toEqual([
      ['sameId', [0, 2]],
    ]);
  });

  it('finds an id kept twice by the import', () => {
    const ids = ['A-1', 'A-1 (2)', 'c', 'd', 'e', 'f'];
    expect(findDuplicates(table({ ids }))[0]?.rows).toEqual([0, 1]);
  });

  it('compares names and places without capitals and accents, and needs both', () => {
    const names = ['Café Rio', 'CAFE RIO', 'Café Rio', 'Dune', 'dune', 'Fir'];
    const postal = ['75001', '75001', '69001', '', '', ''];
    const found = findDuplicates(table({ names, postal }));
    expect(found.map(({ rows }) => rows)).toEqual([[0, 1]]);
  });

  it('falls back on coordinates where no text tells the place', () => {
    const source = table({ names: ['Dune', 'b', 'c', 'dune', 'e', 'f'] });
    expect(findDuplicates(source)).toEqual([]);
    const moved = { ...source, lng: source.lng.with(3, 0.0002) };
    expect(findDuplicates(moved)[0]?.rows).toEqual([0, 3]);
  });

  it('leaves out removed rows and groups that a person said are apart', () => {
    const ids = ['A-1', 'A-1 (2)', 'A-1 (3)', 'd', 'e', 'f'];
    const [group] = findDuplicates(table({ ids, removed: [0, 0, 1, 0, 0, 0] }));
    expect(group?.rows).toEqual([0, 1]);
    expect(findDuplicates(table({ ids, removed: [0, 0, 1, 0, 0, 0] }), [group!.key])).toEqual([]);
    expect(findDuplicates(table({ ids }), [group!.key])).toHaveLength(1);
  });

  it('names the columns in which rows differ', () => {
    expect(differingColumns(smallPlan().accounts, [0, 1])).toEqual(['name', 'revenue', 'visits']);
    expect(differingColumns(smallPlan().accounts, [0, 2])).toEqual(['name', 'segment', 'revenue', 'visits']);
    expect(differingColumns(smallPlan().accounts, [2, 2])).toEqual([]);
  });
});

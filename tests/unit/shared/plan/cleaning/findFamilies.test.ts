import { describe, expect, it } from 'vitest';
import { encodeAttribute, type AccountTable } from '../../../../../shared/model/accountTable';
import { findFamilies } from '../../../../../shared/plan/cleaning/findFamilies';
import { countFamilies, familyColumn } from '../../../../../shared/plan/heldTogether';
import { smallPlan } from '../planFixture';

/** The small plan's accounts a1 … a6 with these parents. */
function withParents(
  parents: readonly string[],
  removed: readonly number[] = [0, 0, 0, 0, 0, 0],
): AccountTable {
  return {
    ...smallPlan().accounts,
    attributes: [encodeAttribute('parent', 'Parent account', parents)],
    removed: Uint8Array.from(removed),
  };
}

describe('findFamilies', () => {
  it('finds none without a column of parents', () => {
    expect(findFamilies(smallPlan().accounts, null)).toEqual([]);
  });

  it('lists a family from its top, parents before children, with generations', () => {
    const found = findFamilies(withParents(['a3', 'a1', '', 'a1', 'a3', '']), null);
    expect(found).toEqual([{ kind: 'whole', rows: [2, 0, 1, 3, 4], depths: [0, 1, 2, 2, 1], missingId: '' }]);
  });

  it('says which families are in several territories, those first', () => {
    const table = withParents(['', 'a1', '', 'a3', '', '']);
    const found = findFamilies(table, Int32Array.of(1, 1, 1, 2, 2, 2));
    expect(found.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['split', [2, 3]],
      ['whole', [0, 1]],
    ]);
  });

  it('names a parent that is not in the plan with all who name it', () => {
    const found = findFamilies(withParents(['gone', '', 'gone', '', '', '']), null);
    expect(found).toEqual([{ kind: 'missingParent', rows: [0, 2], depths: [0, 0], missingId: 'gone' }]);
    const removed = findFamilies(withParents(['a2', '', '', '', '', ''], [0, 1, 0, 0, 0, 0]), null);
    expect(removed[0]).toMatchObject({ kind: 'missingParent', rows: [0], missingId: 'a2' });
  });

  it('names a circle of parents, an account that is its own parent, and ends', () => {
    const found = findFamilies(withParents(['a2', 'a3', 'a1', 'a4', 'a1', '']), null);
    expect(found.filter(({ kind }) => kind === 'circle').map(({ rows }) => rows)).toEqual([[0, 1, 2], [3]]);
  });

  it('takes 15- and 18-character ids of a parent for one', () => {
    const table = { ...withParents(['', '0015w00002AbCdEAAV', '', '', '', '']) };
    const accounts = { ...table, ids: ['0015w00002AbCdE', ...table.ids.slice(1)] };
    expect(findFamilies(accounts, null).map(({ kind, rows }) => [kind, rows])).toEqual([['whole', [0, 1]]]);
    expect([...familyColumn(accounts)]).toEqual([0, 0, -1, -1, -1, -1]);
    expect(countFamilies(accounts)).toEqual({ families: 1, accounts: 2 });
    const withoutSecond = { ...accounts, removed: Uint8Array.of(0, 1, 0, 0, 0, 0) };
    expect(countFamilies(withoutSecond)).toEqual({ families: 0, accounts: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { attributeText, findMeasure, type AccountTable } from '../../../../../shared/model/accountTable';
import { placeLevelCode } from '../../../../../shared/model/placeLevel';
import { mergeAccounts } from '../../../../../shared/io/import/mergeAccounts';
import { importBytes } from './importFixture';

const table = (csv: string): AccountTable => importBytes(new TextEncoder().encode(csv), 'list.csv').table;
const HEADER = 'Account ID,Account Name,City,State,Zip,Account Owner,Revenue\n';
const lastYear = table(
  `${HEADER}0015000000K2xQJ,Harbor Supply,Boston,MA,02110,Claire Dubois,100
0015000000K2xQj,Harbor Supply West,Springfield,MA,01103,Claire Dubois,200
0015000000K2xQL,Prairie Foods,Lincoln,NE,68508,Jake Tolliver,300`,
);

describe('mergeAccounts', () => {
  it('takes 15- and 18-character ids for one, keeps indices, and says what is new, changed and missing', () => {
    const newer = table(
      `${HEADER}0015000000K2xQM,Blue Optics,Austin,TX,78701,Jake Tolliver,50
0015000000K2xQLAAZ,Prairie Foods,Lincoln,NE,68508,Maya Lindqvist,300
0015000000K2xQJAAZ,Harbor Supply,Boston,MA,02110,Claire Dubois,`,
    );
    const merged = mergeAccounts(lastYear, newer);
    expect(merged.table.ids).toEqual([...lastYear.ids, '0015000000K2xQM']);
    expect([[...merged.added], [...merged.changed], [...merged.missing], merged.sameCount]).toEqual([
      [3],
      [0, 2],
      [1],
      0,
    ]);
    expect(merged.changes).toEqual([
      { row: 2, column: 'Owner', before: 'Jake Tolliver', after: 'Maya Lindqvist' },
      { row: 0, column: 'Revenue', before: '100', after: '' },
    ]);
    expect([...findMeasure(merged.table, 'Revenue')!.values]).toEqual([NaN, 200, 300, 50]);
    expect(attributeText(merged.table, 'city', 3)).toBe('Austin');
    expect([...merged.table.removed]).toEqual([0, 0, 0, 0]);
  });

  it('is the same table again where the list says nothing new', () => {
    const merged = mergeAccounts(lastYear, lastYear);
    expect(merged.changes).toEqual([]);
    expect(merged.sameCount).toBe(3);
    expect(merged.table).toEqual(lastYear);
  });

  it('removes what is missing only when told to, and brings it back when it returns', () => {
    const newer = table(`${HEADER}0015000000K2xQJ,Harbor Supply,Boston,MA,02110,Claire Dubois,100`);
    const without = mergeAccounts(lastYear, newer, { removesMissing: true }).table;
    expect([...without.removed]).toEqual([0, 1, 1]);
    const back = mergeAccounts(without, lastYear);
    expect([...back.table.removed]).toEqual([0, 0, 0]);
    expect([...back.changed]).toEqual([1, 2]);
  });

  it('keeps columns that the newer list does not have, and takes new ones', () => {
    const newer = table('Account ID,Account Name,Zip,Segment\n0015000000K2xQJ,Harbor Supply,02110,Key');
    const merged = mergeAccounts(lastYear, newer).table;
    expect([...findMeasure(merged, 'Revenue')!.values]).toEqual([100, 200, 300]);
    expect(attributeText(merged, 'owner', 0)).toBe('Claire Dubois');
    expect(attributeText(merged, 'segment', 0)).toBe('Key');
    expect(attributeText(merged, 'segment', 1)).toBe('');
  });

  it('keeps a place set by hand, and a better one than the list knows', () => {
    const placeLevels = Uint8Array.of(
      placeLevelCode('hand'),
      placeLevelCode('exact'),
      placeLevelCode('postal'),
    );
    const placed = {
      ...lastYear,
      lat: Float64Array.of(42, 42.1, 40),
      lng: Float64Array.of(-71, -72.5, -96),
      placeLevels,
    };
    const merged = mergeAccounts(placed, lastYear);
    expect([...merged.table.lat.subarray(0, 2)]).toEqual([42, 42.1]);
    expect([...merged.changed]).toEqual([2]);
    const moved = mergeAccounts(
      placed,
      table(`${HEADER}0015000000K2xQj,Harbor Supply West,Worcester,MA,01608,Claire Dubois,200`),
    );
    expect(moved.table.placeLevels[1]).toBe(placeLevelCode('postal'));
  });

  it('matches lists without ids by name and place', () => {
    const csv = 'Account Name,Zip,Revenue\nHarbor Supply,02110,1\nPrairie Foods,68508,2\n';
    const merged = mergeAccounts(
      table(csv),
      table('Account Name,Zip,Revenue\nNew One,78701,9\nPrairie Foods,68508,5\n'),
    );
    expect(merged.table.names).toEqual(['Harbor Supply', 'Prairie Foods', 'New One']);
    expect(merged.table.ids).toEqual(['row-2', 'row-3', 'row-2 (2)']);
    expect([...findMeasure(merged.table, 'Revenue')!.values]).toEqual([1, 5, 9]);
  });

  const parentsOf = (accounts: AccountTable) =>
    accounts.ids.map((_, row) => attributeText(accounts, 'parent', row));

  it('translates parents to ids of the plan where the list made its ids up', () => {
    const plan = table('Name,Zip,Parent,Revenue\nAlpha,02138,,1\nBeta,02139,Alpha,2\nGamma,02140,,3');
    const merged = mergeAccounts(
      plan,
      table('Name,Zip,Parent,Revenue\nGamma,02140,,3\nBeta,02139,Alpha,2\nAlpha,02138,,1'),
    );
    expect(merged.table.names).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(parentsOf(merged.table)).toEqual(['', 'row-2', '']);
    expect(merged.changes).toEqual([]);
  });

  it('keeps families whole when the newer list writes ids with 18 characters', () => {
    const plan = table(
      'Account ID,Account Name,Parent Account ID\n0015w00002AbCdE,Alpha,\n0015w00002aBcDe,Beta,0015w00002AbCdE',
    );
    const newer = table(
      'Id,Name,ParentId\n0015w00002AbCdEAAV,Alpha,\n0015w00002aBcDeAAK,Beta,0015w00002AbCdEAAV',
    );
    expect(parentsOf(mergeAccounts(plan, newer).table)).toEqual(['', '0015w00002AbCdE']);
  });

  it('finds a parent that only the plan has, by id and by its name', () => {
    const plan = table('Id,Name,ParentId,Zip\nA,Alpha,,02138\nB,Beta,,02139\nC,Gamma,,02140');
    const list = 'Id,Name,Parent,Zip\nB,Beta,A,02139\nC,Gamma,ALPHA,02140\nD,Delta,Nobody,02141';
    const built = importBytes(new TextEncoder().encode(list), 'part.csv', { planAccounts: plan });
    const named = built.problems.filter(({ code }) => code === 'parent-missing').map(({ row }) => row);
    expect(named).toEqual([4]);
    expect(parentsOf(mergeAccounts(plan, built.table).table)).toEqual(['', 'A', 'A', 'Nobody']);
  });

  it('names an account that is its own parent', () => {
    const list = 'Id,Name,ParentId,Zip\nA,Alpha,A,02138\nB,Beta,A,02139';
    const built = importBytes(new TextEncoder().encode(list), 'self.csv');
    const named = built.problems.filter(({ code }) => code === 'parent-cycle');
    expect(named.map(({ row, message }) => [row, message])).toEqual([
      [2, 'self.csv, row 2, column ParentId (C): Alpha is its own parent; the link is left out.'],
    ]);
    expect(built.repairs.filter(({ rule }) => rule === 'cycleBroken').map(({ row }) => row)).toEqual([2]);
    expect(parentsOf(built.table)).toEqual(['', 'A']);
  });
});

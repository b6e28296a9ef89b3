import { expect, it } from 'vitest';
import { encodeAttribute } from '../../../../shared/model/accountTable';
import { readUnitMap } from '../../../../shared/geo/unitMap';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import { runCommand } from '../../../../shared/plan/runCommand';
import { isUnitWithin, locateUnitKeys, unitColumn, unitOfRow } from '../../../../shared/plan/unitKeys';
import { readUnitedStates } from '../geo/unitedStates';
import { unitPlan } from './unitPlanFixture';

it('accounts without a county get the one that they lie in; those that have one keep it', () => {
  const plan = unitPlan();
  const attributes = plan.accounts.attributes.map((attribute) =>
    attribute.id === 'countyFips'
      ? { ...attribute, codes: attribute.codes.with(0, 0).with(4, 1) }
      : attribute,
  );
  const bare = { ...plan, accounts: { ...plan.accounts, attributes } };
  const keys = locateUnitKeys(bare.accounts, readUnitMap(readUnitedStates(), 'counties'));
  expect(keys).toEqual(['06075', '06075', '06041', '06041', '36061', '36061', '36047', '36047']);
  const diff = runCommand(bare, { kind: 'setUnitKeys', level: 'county', keys });
  expect(diff.label).toBe('find the county of 1 account');
  const { accounts } = applyDiff(bare, diff);
  expect(unitOfRow(accounts, 'county', 0)).toBe('06075');
  // The list says that Elm is in San Francisco, and a list is believed.
  expect(unitOfRow(accounts, 'county', 4)).toBe('06075');
  expect(() => runCommand(bare, { kind: 'setUnitKeys', level: 'county', keys: ['06075'] })).toThrow(
    'Look them up',
  );
});

it.each([
  ['county', '06075', 'region', 'US-CA', true],
  ['county', '36061', 'region', 'US-CA', false],
  ['zip3', 'CA-941', 'region', 'US-CA', true],
  ['region', 'DE-BY', 'country', 'DE', true],
  ['county', '06075', 'country', 'US', true],
  ['county', '06075', 'country', 'DE', false],
  ['zip3', 'CA-941', 'county', '06075', false],
] as const)('%s %s lies in %s %s: %s', (level, unitId, outerLevel, outerId, isWithin) => {
  expect(isUnitWithin(level, unitId, outerLevel, outerId)).toBe(isWithin);
});

it('units are made anew by what they are read from, not by other attributes', () => {
  const { accounts } = unitPlan();
  const counties = unitColumn(accounts, 'county')!;
  const texts = Array.from({ length: accounts.rowCount }, () => 'x');
  const noted = { ...accounts, attributes: [...accounts.attributes, encodeAttribute('note', 'Note', texts)] };
  expect(unitColumn(noted, 'county')).toBe(counties);
  const moved = noted.attributes.map((attribute) =>
    attribute.id === 'countyFips'
      ? { ...attribute, codes: attribute.codes.with(0, attribute.codes[4]!) }
      : attribute,
  );
  const after = { ...noted, attributes: moved };
  expect(unitOfRow(after, 'county', 0)).toBe('36061');
  expect(unitOfRow(noted, 'county', 0)).toBe('06075');
});

import { describe, expect, it } from 'vitest';
import { OUTSIDE_PLAN } from '../../../../shared/geo/accountUnits';
import { HOUSE, UNASSIGNED } from '../../../../shared/model/alignment';
import { unitOwners } from '../../../../shared/plan/unitOwners';
import { territory } from './planFixture';

const territories = [
  territory({ id: 'north', name: 'North' }),
  territory({ id: 'south', name: 'South' }),
  territory({ id: 'old', name: 'Old', isRemoved: true }),
];
const counties = ['06075', '06041', '36061', '48201'];

describe('unitOwners', () => {
  it('takes the finest claim that holds a unit', () => {
    const layers = [
      { level: 'region' as const, claims: { 'US-CA': 'south', 'US-TX': '(house)' } },
      { level: 'county' as const, claims: { '06041': 'north' } },
    ];
    expect([...unitOwners({ territories }, { layers }, 'county', counties)!]).toEqual([
      1,
      0,
      OUTSIDE_PLAN,
      HOUSE,
    ]);
  });

  it('has nobody where a territory is gone', () => {
    const layers = [{ level: 'county' as const, claims: { '36061': 'old' } }];
    expect(unitOwners({ territories }, { layers }, 'county', counties)![2]).toBe(UNASSIGNED);
  });

  it('is none where no claim reaches the level', () => {
    const layers = [{ level: 'zip3' as const, claims: { 'CA-941': 'north' } }];
    expect(unitOwners({ territories }, { layers }, 'county', counties)).toBeNull();
    expect([...unitOwners({ territories }, { layers }, 'zip3', ['CA-941', 'CA-940'])!]).toEqual([
      0,
      OUTSIDE_PLAN,
    ]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import {
  changedRows,
  OUTSIDE_PLAN,
  ownersOfUnits,
  placeInUnits,
  updateOwners,
  type AccountUnits,
} from '../../../../shared/geo/accountUnits';
import { createPointIndex } from '../../../../shared/geo/pointIndex';
import { projectColumns } from '../../../../shared/geo/projection';
import { readUnitMap } from '../../../../shared/geo/unitMap';
import { HOUSE, UNASSIGNED } from '../../../../shared/model/alignment';
import { readUnitedStates } from './unitedStates';

const counties = readUnitMap(readUnitedStates(), 'counties');
const county = (fips: string) => counties.ids.indexOf(fips);
const stateOf = (unit: number) => counties.ids[unit]!.slice(0, 2);

function place(lat: number[], lng: number[], removed?: Uint8Array): AccountUnits {
  const points = projectColumns(Float64Array.from(lat), Float64Array.from(lng));
  const skipped = removed ?? new Uint8Array(lat.length);
  return placeInUnits(counties, points, createPointIndex(points, skipped), skipped, stateOf);
}

describe('owners of counties', () => {
  // Three accounts in Cook County, one in Springfield, IL, one in Toronto.
  const lat = [41.88, 41.9, 41.85, 39.8, 43.65];
  const lng = [-87.63, -87.65, -87.7, -89.64, -79.38];
  let units: AccountUnits;
  beforeAll(() => {
    units = place(lat, lng);
  });

  it('gives a county to the territory with most of its accounts, of equals to the lower index', () => {
    expect(ownersOfUnits(units, Int32Array.of(1, 1, 0, 2, 0))[county('17031')]).toBe(1);
    expect(ownersOfUnits(units, Int32Array.of(1, 0, UNASSIGNED, 2, 0))[county('17031')]).toBe(0);
    expect(ownersOfUnits(units, Int32Array.of(UNASSIGNED, UNASSIGNED, 0, 2, 0))[county('17031')]).toBe(
      UNASSIGNED,
    );
    expect(ownersOfUnits(units, Int32Array.of(HOUSE, HOUSE, 0, 2, 0))[county('17031')]).toBe(0);
  });

  it('gives an empty county to the nearest account of its state, and none to a state without accounts', () => {
    const owners = ownersOfUnits(units, Int32Array.of(1, 1, 1, 2, 3));
    expect(owners[county('17043')]).toBe(1); // DuPage, beside Cook
    expect(owners[county('17021')]).toBe(2); // Christian, beside Springfield
    expect(owners[county('18089')]).toBe(OUTSIDE_PLAN); // Lake, Indiana
    expect(units.unitOfRow[4]).toBe(-1); // Toronto is in no county
  });

  it('leaves out accounts that were removed', () => {
    const owners = ownersOfUnits(place(lat, lng, Uint8Array.of(0, 0, 0, 1, 0)), Int32Array.of(1, 1, 1, 2, 3));
    expect(owners[county('17167')]).toBe(1); // Springfield's own county follows Chicago now
  });

  it('updates to the same owners as from scratch', () => {
    const before = Int32Array.of(1, 1, 0, 2, 3);
    const after = Int32Array.of(1, 0, 0, 4, 3);
    const rows = changedRows(before, after);
    expect([...rows]).toEqual([1, 3]);
    expect(updateOwners(units, ownersOfUnits(units, before), after, rows)).toEqual(
      ownersOfUnits(units, after),
    );
  });
});

import { encodeAttribute, type AccountTable } from '../../../../../shared/model/accountTable';

/** Four hospitals and one that was removed. */
export function hospitals(): AccountTable {
  return {
    rowCount: 5,
    ids: ['9', '10', '11', '12', '13'],
    names: ['Mercy', 'Élan Clinic', 'Bellevue', 'Mercy West', 'Gone'],
    lat: Float64Array.of(42, 40, NaN, 39, 0),
    lng: Float64Array.of(-71, -74, NaN, -84, 0),
    placeLevels: Uint8Array.of(1, 2, 0, 3, 1),
    measures: [
      {
        id: 'beds',
        name: 'Beds',
        kind: 'count',
        values: Float64Array.of(120, NaN, 300, -999, 5),
        isNegativeReal: false,
      },
    ],
    attributes: [
      encodeAttribute('city', 'City', ['Boston', 'New York', '', 'Cincinnati', 'Boston']),
      encodeAttribute('unit:county', 'County unit', ['25025', '36061', '', '39061', '']),
    ],
    removed: Uint8Array.of(0, 0, 0, 0, 1),
  };
}

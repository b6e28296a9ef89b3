import { encodeAttribute } from '../../../../shared/model/accountTable';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { placeLevelCode } from '../../../../shared/model/placeLevel';
import { smallPlan, territory } from './planFixture';

/**
 * Eight accounts in four counties of two states, two in each, revenue 10 … 80:
 * San Francisco 06075 (a1, a2) · Marin 06041 (a3, a4) · New York 36061 (a5, a6) · Kings 36047 (a7, a8).
 * a2 is the parent of a1 and of a5. Territories North, South and, removed, Old.
 */
export function unitPlan(): PlanDocument {
  const plan = smallPlan();
  const rowCount = 8;
  const [scenario] = plan.scenarios;
  const county = ['06075', '06075', '06041', '06041', '36061', '36061', '36047', '36047'];
  return {
    ...plan,
    accounts: {
      rowCount,
      ids: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'],
      names: ['Ada', 'Bolt', 'Cor', 'Dune', 'Elm', 'Fir', 'Gum', 'Hay'],
      lat: Float64Array.of(37.77, 37.75, 38.05, 38.0, 40.78, 40.72, 40.65, 40.62),
      lng: Float64Array.of(-122.42, -122.45, -122.7, -122.6, -73.97, -74.0, -73.95, -73.98),
      placeLevels: new Uint8Array(rowCount).fill(placeLevelCode('exact')),
      measures: [
        {
          id: 'revenue',
          name: 'Revenue',
          kind: 'money',
          values: Float64Array.of(10, 20, 30, 40, 50, 60, 70, 80),
          isNegativeReal: false,
        },
      ],
      attributes: [
        encodeAttribute('segment', 'Segment', ['Mid', 'Top', 'Top', '', 'Mid', 'Top', 'Small, local', 'Mid']),
        encodeAttribute('parent', 'Parent account', ['a2', '', '', '', 'a2', '', '', '']),
        encodeAttribute('postal', 'Postal code', ['94103', '94110', '', '94941', '10025', '10013', '', '']),
        encodeAttribute('countyFips', 'County code', county),
      ],
      removed: new Uint8Array(rowCount),
    },
    scenarios: [
      {
        ...scenario!,
        territories: [...scenario!.territories, territory({ id: 'old', name: 'Old', isRemoved: true })],
        alignments: [
          {
            role: 'primary',
            layers: [],
            claims: new Int32Array(rowCount).fill(-4),
            causes: new Uint8Array(rowCount),
            locks: new Uint8Array(rowCount),
          },
        ],
      },
    ],
  };
}

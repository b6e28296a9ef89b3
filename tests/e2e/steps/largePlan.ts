import { causeCode, emptyAlignment } from '../../../shared/model/alignment';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { placeLevelCode } from '../../../shared/model/placeLevel';
import { repSchema } from '../../../shared/model/rep';
import { emptyPlan } from '../../../shared/plan/emptyPlan';
import { seededRandom } from './seededRandom';

/** A plan of many accounts scattered over the middle of the USA, in territories on a grid of ten columns. */
export function largePlan(accountCount: number, territoryCount: number): PlanDocument {
  const random = seededRandom(23);
  const rows = Array.from({ length: accountCount }, (_, row) => row);
  const lat = Float64Array.from(rows, () => 32 + 14 * random());
  const lng = Float64Array.from(rows, () => -118 + 38 * random());
  const lines = territoryCount / 10;
  const claims = Int32Array.from(rows, (row) => {
    const column = Math.min(9, Math.floor((10 * (lng[row]! + 118)) / 38));
    return 10 * Math.min(lines - 1, Math.floor((lines * (lat[row]! - 32)) / 14)) + column;
  });
  const empty = emptyPlan('large-plan', 'large', 'Large', 2026);
  const territories = Array.from({ length: territoryCount }, (_, k) => ({
    id: `t${k}`,
    name: `Territory ${k + 1}`,
    level: 0,
    parentId: null,
    colorIndex: k % 14,
    capacity: 1,
    base: null,
    isRemoved: false,
  }));
  return {
    ...empty,
    accounts: {
      rowCount: accountCount,
      ids: rows.map((row) => `L-${row}`),
      names: rows.map((row) => `Account ${row}`),
      lat,
      lng,
      placeLevels: new Uint8Array(accountCount).fill(placeLevelCode('exact')),
      measures: [
        {
          id: 'potential',
          name: 'Potential',
          kind: 'money',
          values: Float64Array.from(rows, () => Math.round(10_000 * random()) + 0.25),
          isNegativeReal: false,
        },
      ],
      attributes: [],
      removed: new Uint8Array(accountCount),
    },
    scenarios: [
      {
        ...empty.scenarios[0]!,
        territories,
        measures: [{ measureId: 'potential', weight: 1, toleranceShare: 0.05 }],
        alignments: [
          {
            ...emptyAlignment('primary', accountCount),
            claims,
            causes: new Uint8Array(accountCount).fill(causeCode('import')),
          },
        ],
      },
    ],
    reps: territories.map(({ id }, k) =>
      repSchema.parse({
        id: `r${k}`,
        name: `Rep ${k + 1}`,
        role: 'AE',
        territoryId: id,
        baseSalaryCents: 9_000_000,
        targetIncentiveCents: 7_000_000,
      }),
    ),
    quotaSettings: { ...empty.quotaSettings, targetCents: 20_000_000_000 },
  };
}

import { encodeAttribute } from '../../../../shared/model/accountTable';
import { emptyAlignment, UNASSIGNED } from '../../../../shared/model/alignment';
import { compPlanSchema } from '../../../../shared/model/compPlan';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { placeLevelCode } from '../../../../shared/model/placeLevel';
import { quotaSettingsSchema } from '../../../../shared/model/quotaSettings';
import { repSchema } from '../../../../shared/model/rep';
import type { Scenario } from '../../../../shared/model/scenario';
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings';
import type { Territory } from '../../../../shared/model/territory';

/** A territory with every field, for tests that care about a few. */
export function territory(fields: Partial<Territory> & { id: string }): Territory {
  return {
    name: fields.id,
    level: 1,
    parentId: null,
    colorIndex: 0,
    capacity: 1,
    base: null,
    isRemoved: false,
    ...fields,
  };
}

/**
 * Six accounts on a line along the equator, a degree apart, revenue 10 … 60 (the last one −999, not known),
 * a region West over territories North and South, two reps on them.
 */
export function smallPlan(): PlanDocument {
  const rowCount = 6;
  const scenario: Scenario = {
    id: 's1',
    name: 'A · Today',
    levels: ['Region', 'Territory'],
    territories: [
      territory({ id: 'west', name: 'West', level: 0, colorIndex: null }),
      territory({ id: 'north', name: 'North', parentId: 'west' }),
      territory({ id: 'south', name: 'South', parentId: 'west', colorIndex: 1, capacity: 3 }),
    ],
    measures: [{ measureId: 'revenue', weight: 1, toleranceShare: 0.05 }],
    corridorShare: 0.15,
    attainment: { kind: 'uniform', attainmentRatio: 1 },
    budgetCents: null,
    alignments: [emptyAlignment('primary', rowCount)],
  };
  return {
    id: 'p1',
    name: 'Small plan',
    settings: DEFAULT_SETTINGS,
    accounts: {
      rowCount,
      ids: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'],
      names: ['Ada Foods', 'Bolt, Inc.', 'Cor "C" Labs', 'Dune', 'Ébène', 'Fir\nand Sons'],
      lat: new Float64Array(rowCount),
      lng: Float64Array.from([0, 1, 2, 3, 4, Number.NaN]),
      placeLevels: new Uint8Array(rowCount).fill(placeLevelCode('exact')),
      measures: [
        {
          id: 'revenue',
          name: 'Revenue',
          kind: 'money',
          values: Float64Array.from([10, 20, 30, 40, 50.25, -999]),
          isNegativeReal: false,
        },
        {
          id: 'visits',
          name: 'Visits',
          kind: 'count',
          values: Float64Array.from([1, 2, Number.NaN, 4, 5, 6]),
          isNegativeReal: false,
        },
      ],
      attributes: [encodeAttribute('segment', 'Segment', ['Mid', 'Mid', 'Top', '', 'Top', '=1+1'])],
      removed: new Uint8Array(rowCount),
    },
    scenarios: [scenario],
    reps: [
      repSchema.parse({
        id: 'r1',
        name: 'Ann Reyes',
        role: 'AE',
        territoryId: 'north',
        baseSalaryCents: 10_000_000,
        targetIncentiveCents: 10_000_000,
      }),
      repSchema.parse({
        id: 'r2',
        name: 'Bo Vos',
        role: 'AE',
        territoryId: 'south',
        baseSalaryCents: 10_000_000,
        targetIncentiveCents: 10_000_000,
      }),
    ],
    compPlans: [],
    quotaSettings: quotaSettingsSchema.parse({}),
  };
}

/** The small plan with its accounts assigned, a target of 1,000.00 and a comp plan at the base rate. */
export function payingPlan(): PlanDocument {
  const plan = smallPlan();
  const [scenario] = plan.scenarios;
  return {
    ...plan,
    scenarios: [
      {
        ...scenario!,
        attainment: { kind: 'measure', measureId: 'revenue', growthShare: 0.05 },
        alignments: [{ ...scenario!.alignments[0]!, claims: Int32Array.of(1, 1, 2, 2, UNASSIGNED, 2) }],
      },
    ],
    reps: plan.reps.map((rep) => ({ ...rep, compPlanId: 'base' })),
    compPlans: [
      compPlanSchema.parse({
        id: 'base',
        name: 'Base rate, then 1.5 times',
        components: [
          {
            kind: 'tiers',
            id: 'bookings',
            name: 'Bookings',
            targetShareRatio: 1,
            tiers: [
              { from: 0, to: 1, rate: 1 },
              { from: 1, to: null, rate: 1.5 },
            ],
            cap: { kind: 'ofTarget', ratio: 2 },
          },
        ],
      }),
    ],
    quotaSettings: quotaSettingsSchema.parse({ targetCents: 100_000 }),
  };
}

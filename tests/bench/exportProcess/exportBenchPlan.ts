import { encodeAttribute } from '../../../shared/model/accountTable';
import { emptyAlignment, causeCode } from '../../../shared/model/alignment';
import { compPlanSchema } from '../../../shared/model/compPlan';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { placeLevelCode } from '../../../shared/model/placeLevel';
import { quotaSettingsSchema } from '../../../shared/model/quotaSettings';
import { repSchema } from '../../../shared/model/rep';
import type { Scenario } from '../../../shared/model/scenario';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings';
import { seededRandom } from '../../e2e/steps/seededRandom';

const TERRITORIES = 200;
/** Every tenth account belongs to somebody else in the second scenario. */
const MOVED_EVERY = 10;

/** A plan whose Accounts sheet has twelve columns, with 200 reps and a second scenario to compare with. */
export function exportBenchPlan(rowCount: number): PlanDocument {
  const random = seededRandom(7);
  const numbers = (scale: number) =>
    Float64Array.from({ length: rowCount }, () => Math.round(random() * scale));
  const texts = (prefix: string, kinds: number) =>
    Array.from({ length: rowCount }, () => `${prefix} ${Math.floor(random() * kinds)}`);
  const owners = Int32Array.from({ length: rowCount }, () => 1 + Math.floor(random() * TERRITORIES));
  const today = scenarioOf('s1', 'A · Today', owners);
  const next = scenarioOf(
    's2',
    'B · Next',
    owners.map((owner, row) => (row % MOVED_EVERY === 0 ? 1 + (owner % TERRITORIES) : owner)),
  );
  const measure = (id: string, name: string, scale: number) =>
    ({ id, name, kind: 'money', values: numbers(scale), isNegativeReal: false }) as const;
  return {
    id: 'bench',
    name: 'Bench',
    settings: DEFAULT_SETTINGS,
    accounts: {
      rowCount,
      ids: Array.from({ length: rowCount }, (_, row) => `001${String(row).padStart(9, '0')}`),
      names: Array.from({ length: rowCount }, (_, row) => `Account number ${row}, Incorporated`),
      lat: Float64Array.from({ length: rowCount }, () => 30 + random() * 15),
      lng: Float64Array.from({ length: rowCount }, () => -120 + random() * 45),
      placeLevels: new Uint8Array(rowCount).fill(placeLevelCode('exact')),
      measures: [
        measure('revenue', 'Revenue', 250_000),
        measure('potential', 'Potential', 900_000),
        measure('hours', 'Workload', 40),
      ],
      attributes: [
        encodeAttribute('city', 'City', texts('City', 3_000)),
        encodeAttribute('postal', 'Postal code', texts('0', 30_000)),
        encodeAttribute('segment', 'Segment', texts('Segment', 5)),
      ],
      removed: new Uint8Array(rowCount),
    },
    scenarios: [today, next],
    reps: Array.from({ length: TERRITORIES }, (_, at) =>
      repSchema.parse({
        id: `r${at}`,
        name: `Rep ${at}`,
        role: at % 3 === 0 ? 'AM' : 'AE',
        territoryId: `t${at}`,
        compPlanId: 'plan',
        baseSalaryCents: 9_000_000,
        targetIncentiveCents: 9_000_000,
      }),
    ),
    compPlans: [
      compPlanSchema.parse({
        id: 'plan',
        name: 'Curve and tiers',
        components: [
          {
            kind: 'curve',
            id: 'bookings',
            name: 'Bookings',
            targetShareRatio: 0.7,
            points: [
              { x: 0.5, payRatio: 0.25 },
              { x: 1, payRatio: 1 },
              { x: 1.5, payRatio: 2.5 },
            ],
          },
          {
            kind: 'tiers',
            id: 'growth',
            name: 'Growth',
            targetShareRatio: 0.3,
            tiers: [
              { from: 0, to: 1, rate: 1 },
              { from: 1, to: null, rate: 1.5 },
            ],
          },
        ],
      }),
    ],
    quotaSettings: quotaSettingsSchema.parse({ targetCents: 1_000_000_000_000 }),
  };
}

function scenarioOf(id: string, name: string, claims: Int32Array): Scenario {
  return {
    id,
    name,
    levels: ['Region', 'Territory'],
    territories: [
      territory('west', 'West', 0, null),
      ...Array.from({ length: TERRITORIES }, (_, at) => territory(`t${at}`, `Territory ${at}`, 1, 'west')),
    ],
    measures: [{ measureId: 'revenue', weight: 1, toleranceShare: 0.05 }],
    corridorShare: 0.15,
    attainment: { kind: 'measure', measureId: 'revenue', growthShare: 0.05 },
    budgetCents: null,
    alignments: [
      {
        ...emptyAlignment('primary', claims.length),
        claims,
        causes: new Uint8Array(claims.length).fill(causeCode('import')),
      },
    ],
  };
}

function territory(id: string, name: string, level: number, parentId: string | null) {
  return {
    id,
    name,
    level,
    parentId,
    colorIndex: level === 0 ? null : 0,
    capacity: 1,
    base: null,
    isRemoved: false,
  };
}

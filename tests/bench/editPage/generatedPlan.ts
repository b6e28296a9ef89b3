import { emptyPlan } from '../../../shared/plan/emptyPlan';
import type { Basemap } from '../../../renderer/map/basemapFiles';
import { causeCode, emptyAlignment } from '../../../shared/model/alignment';
import { compPlanSchema, type CompPlan } from '../../../shared/model/compPlan';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { repSchema, type Rep } from '../../../shared/model/rep';
import type { Territory } from '../../../shared/model/territory';
import { generateAccounts, seededRandom } from '../mapPage/generatedAccounts';

const REGIONS = 20;
const PALETTE = 14;

/**
 * A plan as large companies have them: two levels, a rep or two a territory, a quota each by fair share, comp
 * plans of several components, and bookings that follow the accounts.
 */
export function generatePlan(basemap: Basemap, accountCount: number, territoryCount: number): PlanDocument {
  const { table, assignment } = generateAccounts(basemap, accountCount, territoryCount);
  const random = seededRandom(5);
  const measure = (id: string, name: string, kind: 'money' | 'hours', largest: number) => ({
    id,
    name,
    kind,
    values: Float64Array.from(assignment, () => Math.round(largest * random() ** 2 * 100) / 100),
    isNegativeReal: false,
  });
  const regions = Array.from({ length: REGIONS }, (_, k) => node(`g${k}`, `Region ${k + 1}`, 0, null, null));
  const leaves = Array.from({ length: territoryCount }, (_, k) =>
    node(`t${k}`, `Territory ${k + 1}`, 1, `g${k % REGIONS}`, k % PALETTE),
  );
  const empty = emptyPlan('edit-bench', 'scenario', 'Edit bench', 2026);
  return {
    ...empty,
    accounts: {
      ...table,
      measures: [
        ...table.measures,
        measure('revenue', 'Revenue', 'money', 9000),
        measure('workload', 'Workload', 'hours', 40),
      ],
    },
    scenarios: [
      {
        ...empty.scenarios[0]!,
        levels: ['Region', 'Territory'],
        territories: [...regions, ...leaves],
        measures: [
          { measureId: 'potential', weight: 0.6, toleranceShare: 0.05 },
          { measureId: 'workload', weight: 0.4, toleranceShare: 0.05 },
        ],
        attainment: { kind: 'measure', measureId: 'revenue', growthShare: 0.06 },
        budgetCents: 3_000_000_000,
        alignments: [
          {
            ...emptyAlignment('primary', accountCount),
            claims: assignment.map((k) => k + REGIONS),
            causes: new Uint8Array(accountCount).fill(causeCode('solver')),
          },
        ],
      },
    ],
    reps: reps(territoryCount, random),
    compPlans: compPlans(),
    quotaSettings: { ...empty.quotaSettings, targetCents: 30_000_000_000, roundingStepCents: 100 },
  };
}

function node(
  id: string,
  name: string,
  level: number,
  parentId: string | null,
  colorIndex: number | null,
): Territory {
  return { id, name, level, parentId, colorIndex, capacity: 1, base: null, isRemoved: false };
}

/** A rep a territory, and a second one in every tenth. */
function reps(territoryCount: number, random: () => number): Rep[] {
  return Array.from({ length: Math.round(territoryCount * 1.1) }, (_, position) =>
    repSchema.parse({
      id: `r${position}`,
      name: `Robin Rep${position + 1}`,
      role: 'AE',
      compPlanId: `plan${position % 3}`,
      territoryId: `t${position < territoryCount ? position : (position - territoryCount) * 10}`,
      baseSalaryCents: 8_000_000 + Math.round(4_000_000 * random()),
      targetIncentiveCents: 6_000_000 + Math.round(4_000_000 * random()),
      historyCents: Math.round(150_000_000 * random()),
    }),
  );
}

/** Three plans of four components each: curve, tiers, a base rate, and a goal apart. */
function compPlans(): CompPlan[] {
  return [0, 1, 2].map((k) =>
    compPlanSchema.parse({
      id: `plan${k}`,
      name: `AE ${k + 1}`,
      components: [
        {
          kind: 'curve',
          id: 'curve',
          name: 'Bookings curve',
          targetShareRatio: 0.5,
          above: 'extend',
          points: [
            { x: 0.5, payRatio: 0 },
            { x: 0.8, payRatio: 0.5 },
            { x: 1, payRatio: 1 },
            { x: 1.5, payRatio: 2 + k / 10 },
          ],
        },
        tiers('marginal', 0.3, 'marginal', k),
        tiers('retroactive', 0.1, 'retroactive', k),
        {
          kind: 'curve',
          id: 'goals',
          name: 'Goals',
          targetShareRatio: 0.1,
          above: 'cap',
          points: [
            { x: 0, payRatio: 0 },
            { x: 1, payRatio: 1 },
          ],
        },
      ],
      conditions: [
        {
          kind: 'gate',
          id: 'gate',
          subjects: [{ kind: 'attainment', componentId: 'curve' }],
          thresholdRatio: 0.4,
        },
      ],
      caps: { totalOfTargetRatio: 3 },
    }),
  );
}

function tiers(id: string, targetShareRatio: number, how: 'marginal' | 'retroactive', step: number) {
  return {
    kind: 'tiers',
    id,
    name: id,
    targetShareRatio,
    how,
    tiers: [
      { from: 0, to: 0.9, rate: 0.8 },
      { from: 0.9, to: 1.2, rate: 1 + step / 20 },
      { from: 1.2, to: null, rate: 1.6 },
    ],
  };
}

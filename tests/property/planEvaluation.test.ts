import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regroupRows, rowsByTerritory } from '../../shared/measures/territoryRows';
import { emptyAlignment } from '../../shared/model/alignment';
import { encodeAttribute } from '../../shared/model/accountTable';
import type { PlanDocument } from '../../shared/model/planDocument';
import { quotaSettingsSchema } from '../../shared/model/quotaSettings';
import { applyDiff } from '../../shared/plan/applyDiff';
import type { AssignTarget, PlanCommand } from '../../shared/plan/command';
import { CommandError } from '../../shared/plan/commandError';
import { unitAttributeId } from '../../shared/plan/unitKeys';
import { evaluatePlan, type PlanEvaluation } from '../../shared/plan/evaluatePlan';
import { EMPTY_HISTORY, pushEdit, redoEdit, undoEdit, type History } from '../../shared/plan/history';
import { runCommand } from '../../shared/plan/runCommand';
import { payingPlan, territory } from '../unit/shared/plan/planFixture';

const ROWS = 60;
const LEAVES = ['north', 'south', 'east'];

/** Sixty accounts with values that no sum holds exactly, some by county, three territories, three reps on two. */
function largerPlan(): PlanDocument {
  const plan = payingPlan();
  const scenario = plan.scenarios[0]!;
  const spread = (scale: number, step: number) =>
    Float64Array.from({ length: ROWS }, (_, row) => (scale * ((row * step) % 97)) / 7 + 0.1);
  return {
    ...plan,
    accounts: {
      ...plan.accounts,
      rowCount: ROWS,
      ids: Array.from({ length: ROWS }, (_, row) => `a${row}`),
      names: Array.from({ length: ROWS }, (_, row) => `Account ${row}`),
      lat: spread(0.3, 31),
      lng: spread(-0.7, 53),
      placeLevels: new Uint8Array(ROWS),
      measures: plan.accounts.measures.map((measure, at) => ({ ...measure, values: spread(100, 17 + at) })),
      attributes: [
        encodeAttribute(
          unitAttributeId('county'),
          'County',
          Array.from({ length: ROWS }, (_, row) => ['', '26001', '26003'][row % 3]!),
        ),
      ],
      removed: new Uint8Array(ROWS),
    },
    scenarios: [
      {
        ...scenario,
        territories: [...scenario.territories, territory({ id: 'east', parentId: 'west', capacity: 2 })],
        alignments: [
          {
            ...emptyAlignment('primary', ROWS),
            layers: [{ level: 'county', claims: { '26001': 'north', '26003': 'east' } }],
          },
        ],
      },
    ],
    reps: [
      ...plan.reps,
      { ...plan.reps[0]!, id: 'r3', territoryId: 'north', capacityRatio: 0.5, historyCents: 123_457 },
    ],
    quotaSettings: quotaSettingsSchema.parse({ targetCents: 7_654_321, weights: { potential: 2, even: 1 } }),
  };
}

const rows = fc
  .uniqueArray(fc.nat(ROWS - 1), { minLength: 1, maxLength: ROWS })
  .map((list) => Int32Array.from(list));
const target = fc.oneof(
  fc.constantFrom(...LEAVES).map((territoryId): AssignTarget => ({ territoryId })),
  fc.constantFrom<AssignTarget>({ nobody: 'unassigned' }, { nobody: 'house' }, { nobody: 'holdout' }),
);
const rep = fc.record({
  id: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
  territoryId: fc.option(fc.constantFrom(...LEAVES)),
  compPlanId: fc.option(fc.constant('base')),
  targetIncentiveCents: fc.nat(20_000_000),
  quotaPinCents: fc.option(fc.nat(5_000_000)),
  capacityRatio: fc.constantFrom(0, 0.5, 1),
  startDate: fc.constantFrom(null, '2025-03-01', '2027-03-15', '2029-01-01'),
  leaves: fc.boolean().map((isAway) => (isAway ? [{ from: '2027-02-10', to: '2027-05-01' }] : [])),
  rampRatios: fc.boolean().map((isRamping) => (isRamping ? [0.25, 0.5] : [])),
});
const settings = fc.record({
  targetCents: fc.option(fc.nat(9_000_000)),
  method: fc.constantFrom('fair' as const, 'history' as const, 'capacity' as const, 'blend' as const),
  roundingStepCents: fc.constantFrom(1, 100),
});

const command: fc.Arbitrary<PlanCommand> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({ rows, target })
      .map((edit) => ({ kind: 'assignAccounts', scenarioId: 's1', ...edit }) as const),
  },
  rows.map((list) => ({ kind: 'removeAccounts', rows: list.slice(0, 2) }) as const),
  fc
    .record({ row: fc.nat(ROWS - 1), value: fc.double({ min: -9, max: 1e9 }) })
    .map(
      ({ row, value }) =>
        ({ kind: 'editAccountCell', row, column: { measureId: 'revenue', value } }) as const,
    ),
  fc.record({ row: fc.nat(ROWS - 1), value: fc.constantFrom('26001', '26003', '26005') }).map(
    ({ row, value }) =>
      ({
        kind: 'editAccountCell',
        row,
        column: { attributeId: unitAttributeId('county'), value },
      }) as const,
  ),
  fc
    .nat(ROWS - 1)
    .map((row) => ({ kind: 'editAccountCell', row, column: { name: `Renamed ${row}` } }) as const),
  fc
    .record({
      row: fc.nat(ROWS - 1),
      lat: fc.double({ min: -80, max: 80 }),
      lng: fc.double({ min: -170, max: 170 }),
    })
    .map((place) => ({ kind: 'placeAccount', ...place }) as const),
  fc
    .record({ territoryId: fc.constantFrom(...LEAVES), capacity: fc.double({ min: 0, max: 9, noNaN: true }) })
    .map(
      ({ territoryId, capacity }) =>
        ({ kind: 'updateTerritory', scenarioId: 's1', territoryId, fields: { capacity } }) as const,
    ),
  fc.constant({ kind: 'removeTerritory', scenarioId: 's1', territoryId: 'east' } as const),
  rep.map(
    (fields) => ({ kind: 'putRep', rep: { ...payingPlan().reps[0]!, name: 'Rep', ...fields } }) as const,
  ),
  settings.map(
    (fields) => ({ kind: 'setQuotaSettings', quotaSettings: quotaSettingsSchema.parse(fields) }) as const,
  ),
  fc.constantFrom(1, 1.5).map(
    (rate) =>
      ({
        kind: 'putCompPlan',
        compPlan: { ...payingPlan().compPlans[0]!, name: `Rate ${rate}`, caps: capsAt(rate) },
      }) as const,
  ),
  fc.constantFrom(0.8, 1.1).map(
    (attainmentRatio) =>
      ({
        kind: 'updateScenario',
        scenarioId: 's1',
        fields: { attainment: { kind: 'uniform', attainmentRatio } },
      }) as const,
  ),
);

function capsAt(rate: number) {
  return { dealCents: null, totalCents: null, totalOfTargetRatio: rate };
}

type Step = PlanCommand | 'undo' | 'redo';

describe('the evaluation of a plan', () => {
  it('is the same to the last bit by edits, undos and redos as from scratch: territories, quotas and pay', () => {
    let evaluated = 0;
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            { weight: 4, arbitrary: command },
            { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
          ) as fc.Arbitrary<Step>,
          { minLength: 10, maxLength: 60, size: 'max' },
        ),
        (steps) => {
          let document = largerPlan();
          let history: History = EMPTY_HISTORY;
          let evaluation: PlanEvaluation | null = null;
          for (const step of steps) {
            const previous: PlanEvaluation | null = evaluation;
            let priced: PlanEvaluation | null = null;
            try {
              if (typeof step === 'string') {
                const taken = (step === 'undo' ? undoEdit : redoEdit)(document, history);
                if (!taken) continue;
                ({ document, history } = taken);
              } else {
                const diff = runCommand(document, step);
                // A preview prices the edit first, and must leave no trace in what comes after.
                priced = evaluatePlan(document, 's1', { uncommitted: diff, previous });
                document = applyDiff(document, diff);
                history = pushEdit(history, diff, 0);
              }
            } catch (error) {
              if (error instanceof CommandError) continue;
              throw error;
            }
            evaluation = evaluatePlan(document, 's1', { previous });
            // Of a copy, so that nothing kept by a column's identity stands for it.
            const fromScratch = evaluatePlan(structuredClone(document), 's1');
            expect(evaluation).toEqual(fromScratch);
            if (priced) expect(priced).toEqual(fromScratch);
            evaluated++;
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(evaluated).toBeGreaterThan(600);
  });

  it('groups rows after an edit as it groups them afresh, and keeps the lists that it leaves alone', () => {
    const codes = fc.array(fc.integer({ min: -3, max: 4 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(codes, codes, fc.nat(20), (one, other, kept) => {
        const before = Int32Array.from(one);
        const after = Int32Array.from(other, (code, row) => (row < kept ? one[row]! : code));
        const first = rowsByTerritory(before, 5);
        const { rows: regrouped, touched } = regroupRows(first, before, after, 5);
        expect(regrouped).toEqual(rowsByTerritory(after, 5));
        regrouped.forEach((list, slot) => expect(list === first[slot]).toBe(touched[slot] === 0));
      }),
    );
  });
});

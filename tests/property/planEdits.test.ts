import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDiff } from '../../shared/plan/applyDiff';
import type { AssignTarget, PlanCommand } from '../../shared/plan/command';
import { evaluateTerritories } from '../../shared/plan/evaluateTerritories';
import type { TerritoryFigures } from '../../shared/plan/evaluateTerritories';
import { EMPTY_HISTORY, pushEdit, redoEdit, undoEdit } from '../../shared/plan/history';
import type { History } from '../../shared/plan/history';
import { runCommand } from '../../shared/plan/runCommand';
import { readPlanFile, writePlanFile } from '../../shared/io/project/planFile';
import { smallPlan } from '../unit/shared/plan/planFixture';

const rows = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 }).map((list) => Int32Array.from(list));
const target = fc.constantFrom<AssignTarget>(
  { territoryId: 'north' },
  { territoryId: 'south' },
  { nobody: 'unassigned' },
  { nobody: 'house' },
  { nobody: 'holdout' },
);

/** Edits that can always be run on the small plan, whatever came before. */
const command: fc.Arbitrary<PlanCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ rows, target })
      .map((edit) => ({ kind: 'assignAccounts', scenarioId: 's1', ...edit }) as const),
  },
  fc
    .record({ rows, isLocked: fc.boolean() })
    .map((edit) => ({ kind: 'setLocks', scenarioId: 's1', ...edit }) as const),
  fc
    .record({ row: fc.nat(5), value: fc.oneof(fc.double({ noNaN: true }), fc.constant(Number.NaN)) })
    .map(
      ({ row, value }) =>
        ({ kind: 'editAccountCell', row, column: { measureId: 'revenue', value } }) as const,
    ),
  fc
    .record({ row: fc.nat(5), value: fc.string() })
    .map(
      ({ row, value }) =>
        ({ kind: 'editAccountCell', row, column: { attributeId: 'segment', value } }) as const,
    ),
  fc
    .record({
      territoryId: fc.constantFrom('north', 'south'),
      capacity: fc.double({ min: 0, max: 9, noNaN: true }),
    })
    .map(
      ({ territoryId, capacity }) =>
        ({ kind: 'updateTerritory', scenarioId: 's1', territoryId, fields: { capacity } }) as const,
    ),
  fc.string({ minLength: 1 }).map((name) => ({ kind: 'renamePlan', name: `p${name}` }) as const),
  fc
    .record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    .map((place) => ({ kind: 'placeAccount', row: 3, ...place }) as const),
  fc.constant({ kind: 'updateScenario', scenarioId: 's1', fields: { corridorShare: 0.1 } } as const),
  fc.constant({ kind: 'updateSettings', settings: { currency: 'EUR' } } as const),
);

describe('edits of a plan', () => {
  it('undone in turn give back the very plan, and redone the very result (1,000 commands a run)', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 200, maxLength: 1000, size: 'max' }), (commands) => {
        const start = smallPlan();
        let document = start;
        let history: History = EMPTY_HISTORY;
        for (const edit of commands) {
          const diff = runCommand(document, edit);
          document = applyDiff(document, diff);
          history = pushEdit(history, diff, 0);
        }
        const end = document;
        for (let step = undoEdit(document, history); step; step = undoEdit(document, history)) {
          ({ document, history } = step);
        }
        expect(document).toEqual(start);
        for (let step = redoEdit(document, history); step; step = redoEdit(document, history)) {
          ({ document, history } = step);
        }
        expect(document).toEqual(end);
      }),
      { numRuns: 10 },
    );
  });

  it('give the same figures incrementally as from scratch, to the last bit', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let document = smallPlan();
        let figures: TerritoryFigures | null = null;
        for (const edit of commands) {
          document = applyDiff(document, runCommand(document, edit));
          const scenario = document.scenarios[0]!;
          figures = evaluateTerritories(document, scenario, figures);
          expect(figures).toEqual(evaluateTerritories(document, scenario, null));
        }
      }),
    );
  });

  it('survive the plan file', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const document = commands.reduce(
          (current, edit) => applyDiff(current, runCommand(current, edit)),
          smallPlan(),
        );
        const again = readPlanFile(writePlanFile(document));
        expect(writePlanFile(again)).toEqual(writePlanFile(document));
        expect(again.scenarios[0]!.alignments).toEqual(document.scenarios[0]!.alignments);
        expect(again.accounts.measures).toEqual(document.accounts.measures);
      }),
      { numRuns: 50 },
    );
  });
});

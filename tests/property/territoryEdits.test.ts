import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlanFile, writePlanFile } from '../../shared/io/project/planFile';
import type { PlanDocument } from '../../shared/model/planDocument';
import { applyDiff } from '../../shared/plan/applyDiff';
import type { AssignTarget, PlanCommand } from '../../shared/plan/command';
import { commandOfRole } from '../../shared/plan/commandOfRole';
import { CommandError } from '../../shared/plan/commandError';
import { heldTogether } from '../../shared/plan/heldTogether';
import { effectiveAssignment } from '../../shared/plan/effectiveAssignment';
import { evaluateTerritories } from '../../shared/plan/evaluateTerritories';
import type { TerritoryFigures } from '../../shared/plan/evaluateTerritories';
import { EMPTY_HISTORY, pushEdit, redoEdit, undoEdit } from '../../shared/plan/history';
import type { History } from '../../shared/plan/history';
import { primaryAlignment } from '../../shared/plan/lookup';
import { runCommand } from '../../shared/plan/runCommand';
import { territory } from '../unit/shared/plan/planFixture';
import { unitPlan } from '../unit/shared/plan/unitPlanFixture';

const scenarioId = 's1';
const someRows = fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 5 });
const id = fc.constantFrom('north', 'south', 't3', 't4', 't5', 'pod');
const target = fc.oneof(
  { weight: 4, arbitrary: id.map((territoryId): AssignTarget => ({ territoryId })) },
  fc.constantFrom<AssignTarget>({ nobody: 'unassigned' }, { nobody: 'house' }, { nobody: 'holdout' }),
);
const role = fc.constantFrom(undefined, undefined, undefined, 'SE');
const scope = fc.constantFrom('unitsAndAccounts', 'unitsOnly', 'accountsOnly');
const units = fc.oneof(
  fc
    .uniqueArray(fc.constantFrom('06075', '06041', '36061', '36047', '30001'), { minLength: 1 })
    .map((unitIds) => ({ level: 'county', unitIds }) as const),
  fc
    .uniqueArray(fc.constantFrom('US-CA', 'US-NY'), { minLength: 1 })
    .map((unitIds) => ({ level: 'region', unitIds }) as const),
  fc.constant({ level: 'country', unitIds: ['US'] } as const),
  fc
    .uniqueArray(fc.constantFrom('CA-941', 'NY-100', 'CA-949'), { minLength: 1 })
    .map((unitIds) => ({ level: 'zip3', unitIds }) as const),
);
const exceptionTarget = fc.oneof(
  someRows.map((rows) => ({ rows })),
  fc.constantFrom('06075', '36061').map((unitId) => ({ level: 'county' as const, unitId })),
  id.map((territoryId) => ({ territoryId })),
);

/** Every edit of this part of the plan; some can't be run on what they meet, and say so. */
const anyCommand = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({ rows: someRows.map((rows) => Int32Array.from(rows)), target, role })
      .map((edit) => ({ kind: 'assignAccounts', scenarioId, ...edit })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ units, target, scope, role })
      .map(({ units: of, ...edit }) => ({ kind: 'assignUnits', scenarioId, ...of, ...edit })),
  },
  fc
    .record({ units, scope, role })
    .map(({ units: of, ...edit }) => ({ kind: 'unassignUnits', scenarioId, ...of, ...edit })),
  someRows.map((rows) => ({ kind: 'followUnits', scenarioId, rows: Int32Array.from(rows) })),
  fc
    .record({ level: fc.nat(2), name: fc.constantFrom('Area', 'Patch', ' ') })
    .chain((edit) =>
      fc.constantFrom(
        { kind: 'renameLevel', scenarioId, ...edit },
        { kind: 'addLevel', scenarioId, ...edit },
        { kind: 'removeLevel', scenarioId, level: edit.level },
      ),
    ),
  fc
    .record({ territoryId: id, parentId: fc.constantFrom('west', 'south', null) })
    .map((edit) => ({ kind: 'moveTerritory', scenarioId, ...edit })),
  fc
    .record({
      territoryId: id,
      parts: fc.uniqueArray(fc.constantFrom('t3', 't4', 't5'), { minLength: 1, maxLength: 3 }),
      by: fc.constantFrom('axis', 'balance'),
      measureId: fc.constantFrom('revenue', null),
    })
    .map(({ parts, ...edit }) => ({
      kind: 'splitTerritory',
      scenarioId,
      ...edit,
      parts: parts.map((part) => ({ id: part, name: part, colorIndex: 3 })),
    })),
  fc.record({ fromId: id, intoId: id }).map((edit) => ({ kind: 'mergeTerritories', scenarioId, ...edit })),
  fc
    .record({ territoryId: id, measureId: fc.constantFrom('revenue', null) })
    .map((edit) => ({ kind: 'dissolveTerritory', scenarioId, ...edit })),
  fc
    .record({ territoryId: id, measureId: fc.constantFrom('revenue', null) })
    .map((edit) => ({ kind: 'handOver', scenarioId, toleranceShare: 0.1, seed: 1, ...edit })),
  fc.constantFrom(
    { kind: 'addOverlay', scenarioId, role: 'SE', territories: [territory({ id: 'pod', name: 'Pod' })] },
    { kind: 'renameOverlay', scenarioId, role: 'SE', newRole: 'Specialist' },
    { kind: 'renameOverlay', scenarioId, role: 'Specialist', newRole: 'SE' },
    { kind: 'removeOverlay', scenarioId, role: 'SE' },
    {
      kind: 'assignAccounts',
      scenarioId,
      role: 'SE',
      rows: Int32Array.of(0, 4),
      target: { territoryId: 'pod' },
    },
    { kind: 'setKeepsFamilies', scenarioId, keepsFamilies: true },
    { kind: 'setKeepsFamilies', scenarioId, keepsFamilies: false },
    { kind: 'applyRules', scenarioId, reach: 'all' },
    { kind: 'applyRules', scenarioId, reach: 'free' },
    { kind: 'setUnitBridges', bridges: [['06075', '36061']] },
    { kind: 'setUnitBridges', bridges: null },
    { kind: 'removeUnitMeasure', measureId: 'potential' },
    { kind: 'setUnitKeys', level: 'county', keys: ['', '', '', '', '', '', '', ''] },
    { kind: 'setUnitKeys', level: 'zip3', keys: ['', '', 'CA-949', '', '', '', 'NY-112', ''] },
  ),
  fc
    .record({
      id: fc.constantFrom('e1', 'e2', 'e3'),
      kind: fc.constantFrom('lock', 'named', 'house', 'doNotCover', 'holdout', 'family'),
      target: exceptionTarget,
      territoryId: fc.option(id),
    })
    .map(({ territoryId, ...exception }) => ({
      kind: 'putException',
      scenarioId,
      territoryId,
      exception: { ...exception, owner: 'Ann', reason: 'Asked, "twice"', expiresOn: null },
    })),
  fc
    .record({ exceptionId: fc.constantFrom('e1', 'e2', 'e3'), isReleased: fc.boolean() })
    .map((edit) => ({ kind: 'removeException', scenarioId, ...edit })),
  fc
    .record({
      territoryId: id,
      boundary: fc.option(
        fc.array(fc.tuple(fc.integer({ min: -125, max: -70 }), fc.integer({ min: 30, max: 48 })), {
          minLength: 2,
          maxLength: 5,
        }),
      ),
    })
    .map((edit) => ({ kind: 'setBoundary', scenarioId, ...edit })),
  someRows.map((rows) => ({ kind: 'applyBoundaries', scenarioId, rows: Int32Array.from(rows) })),
  id.map((territoryId) => ({
    kind: 'setRules',
    scenarioId,
    rules: [
      {
        id: 'r1',
        isOn: true,
        target: { territoryId },
        conditions: [
          { field: { kind: 'attribute', attributeId: 'segment' }, operator: 'is', values: ['Top'] },
        ],
      },
      {
        id: 'r2',
        isOn: true,
        target: { nobody: 'house' },
        conditions: [{ field: { kind: 'measure', measureId: 'revenue' }, operator: 'gt', values: [65] }],
      },
    ],
  })),
  fc.constantFrom('emptyUnits', 'allUnits', 'never').map((counts) => ({
    kind: 'putUnitMeasure',
    measure: {
      id: 'potential',
      name: 'Potential',
      kind: 'money',
      level: 'county',
      measureId: 'revenue',
      counts,
      values: { '06075': 5, '30001': 7.25, '36047': 11 },
    },
  })),
) as fc.Arbitrary<PlanCommand>;
/** Now and then done to the overlay, as the screen does it while the overlay is shown. */
const command = fc.tuple(anyCommand, role).map(([edit, ofRole]) => commandOfRole(edit, ofRole));

/** Runs a command; one that can't be run on the plan must say why, and changes nothing. */
function tryRun(document: PlanDocument, edit: PlanCommand): ReturnType<typeof runCommand> | null {
  try {
    return runCommand(document, edit);
  } catch (error) {
    if (error instanceof CommandError) return null;
    throw error;
  }
}

describe('edits of units, hierarchy, overlays, exceptions and rules', () => {
  it('undone in turn give back the very plan, and redone the very result (1,000 commands a run)', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 1000, maxLength: 1000, size: 'max' }), (commands) => {
        const start = unitPlan();
        let document = start;
        let history: History = EMPTY_HISTORY;
        for (const edit of commands) {
          const diff = tryRun(document, edit);
          if (!diff) continue;
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
      { numRuns: 3 },
    );
  });

  it('give the same figures incrementally as from scratch, survive the plan file', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 30, maxLength: 40, size: 'max' }), (commands) => {
        let document = unitPlan();
        let figures: TerritoryFigures | null = null;
        for (const edit of commands) {
          const diff = tryRun(document, edit);
          if (!diff) continue;
          document = applyDiff(document, diff);
          const scenario = document.scenarios[0]!;
          figures = evaluateTerritories(document, scenario, figures);
          expect(figures).toEqual(evaluateTerritories(document, scenario, null));
        }
        const again = readPlanFile(writePlanFile(document));
        expect(again).toEqual(document);
        expect(writePlanFile(again)).toEqual(writePlanFile(document));
      }),
      { numRuns: 25 },
    );
  });

  it('a family that is kept together moves whole or not at all', () => {
    fc.assert(
      fc.property(someRows, fc.constantFrom('north', 'south'), (rows, territoryId) => {
        const kept: PlanCommand = { kind: 'setKeepsFamilies', scenarioId, keepsFamilies: true };
        const start = unitPlan();
        const document = applyDiff(start, runCommand(start, kept));
        const diff = runCommand(document, {
          kind: 'assignAccounts',
          scenarioId,
          rows: Int32Array.from(rows),
          target: { territoryId },
        });
        const after = applyDiff(document, diff);
        const scenario = after.scenarios[0]!;
        const assignment = effectiveAssignment(after.accounts, scenario, primaryAlignment(scenario));
        const groups = heldTogether(after.accounts, scenario)!;
        expect([...groups]).toEqual([1, 1, -1, -1, 1, -1, -1, -1]);
        expect(new Set([assignment[0], assignment[1], assignment[4]]).size).toBe(1);
      }),
    );
  });

  it('can all be run: none of them is tried by its refusals alone', () => {
    const kinds = new Set<string>();
    // Random edits that are the same each time: which kinds they reach is no matter of luck.
    for (const commands of fc.sample(fc.array(command, { minLength: 500, maxLength: 500, size: 'max' }), {
      seed: 1,
      numRuns: 8,
    })) {
      let document = unitPlan();
      for (const edit of commands) {
        const diff = tryRun(document, edit);
        if (!diff) continue;
        kinds.add(edit.kind);
        document = applyDiff(document, diff);
      }
    }
    expect(kinds.size).toBe(26);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlanFile, writePlanFile } from '../../../../shared/io/project/planFile';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import type { Scenario } from '../../../../shared/model/scenario';
import type { AssignmentRule } from '../../../../shared/model/rule';
import { territoryChecks } from '../../../../shared/plan/checks/territoryChecks';
import type { TerritoryFigures } from '../../../../shared/plan/evaluateTerritories';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import type { PlanCommand } from '../../../../shared/plan/command';
import { commandOfRole } from '../../../../shared/plan/commandOfRole';
import { evaluatePlan, evaluationOfRole } from '../../../../shared/plan/evaluatePlan';
import { listExceptions } from '../../../../shared/plan/exceptions';
import { scenarioOfRole } from '../../../../shared/plan/overlay';
import { invertDiff } from '../../../../shared/plan/planDiff';
import { dryRun } from '../../../../shared/plan/rules';
import { runCommand } from '../../../../shared/plan/runCommand';
import { payingPlan, territory } from './planFixture';

const scenarioId = 's1';
const run = (document: PlanDocument, ...commands: PlanCommand[]) =>
  commands.reduce((current, command) => applyDiff(current, runCommand(current, command)), document);
const inOverlay = (...commands: PlanCommand[]) => commands.map((command) => commandOfRole(command, 'SE'));
const rows = (...list: number[]) => Int32Array.from(list);
const move = (territoryId: string, ...list: number[]): PlanCommand => ({
  kind: 'assignAccounts',
  scenarioId,
  rows: rows(...list),
  target: { territoryId },
});
const rule = (id: string, segment: string, target: AssignmentRule['target']): AssignmentRule => ({
  id,
  isOn: true,
  target,
  conditions: [{ field: { kind: 'attribute', attributeId: 'segment' }, operator: 'is', values: [segment] }],
});

/** North has a1 and a2, South a3, a4 and a6; of the overlay Pod East has a1 to a3 and Pod West a4. */
const overlaid = run(
  payingPlan(),
  {
    kind: 'addOverlay',
    scenarioId,
    role: 'SE',
    territories: [
      territory({ id: 'east', name: 'Pod East' }),
      territory({ id: 'westpod', name: 'Pod West', parentId: 'west' }),
    ],
  },
  ...inOverlay(move('east', 0, 1, 2), move('westpod', 3)),
);
const evaluationOf = (document: PlanDocument) => evaluatePlan(document, scenarioId);
const overlayOf = (document: PlanDocument) => evaluationOfRole(evaluationOf(document), 'SE').territories;
const viewOf = (document: PlanDocument) => scenarioOfRole(document.scenarios[0]!, 'SE');

describe('an overlay', () => {
  it('has figures of its own beside the primary ones', () => {
    const { territories } = evaluationOf(overlaid);
    expect([territories.assignable, [...territories.assignment]]).toEqual([
      [1, 2],
      [1, 1, 2, 2, -1, 2],
    ]);
    const overlay = overlayOf(overlaid);
    expect([overlay.assignable, [...overlay.assignment]]).toEqual([
      [3, 4],
      [3, 3, 3, 4, -1, -1],
    ]);
    expect(overlay.measures[0]!.totals[3]).toBe(60);
    // What hangs under a node of the primary hierarchy counts in it.
    expect(overlay.measures[0]!.totals[0]).toBe(40);
  });

  it('shares out what it covers: accounts left out are no gap and no part of its targets', () => {
    const { measures, index } = overlayOf(overlaid);
    expect([measures[0]!.whole, measures[0]!.targets[3], index[3], index[4]]).toEqual([100, 50, 120, 80]);
    const checked = (scenario: Scenario, figures: TerritoryFigures) =>
      territoryChecks({ document: overlaid, scenario, figures, land: null }).map(({ kind }) => kind);
    expect(checked(viewOf(overlaid), overlayOf(overlaid))).not.toContain('unassignedAccounts');
    expect(checked(viewOf(overlaid), overlayOf(overlaid))).toContain('noRep');
    const { territories } = evaluationOf(overlaid);
    expect(checked(overlaid.scenarios[0]!, territories)).toContain('unassignedAccounts');
  });

  it('is seen with its territories and the nodes above them alone', () => {
    const shown = (document: PlanDocument, role?: string) =>
      scenarioOfRole(document.scenarios[0]!, role).territories.flatMap((each) =>
        each.role === undefined && !each.isRemoved ? [each.name] : [],
      );
    expect(shown(overlaid, 'SE')).toEqual(['West', 'Pod East', 'Pod West']);
    expect(shown(overlaid)).toEqual(['West', 'North', 'South']);
    const moved = run(overlaid, {
      kind: 'moveTerritory',
      scenarioId,
      territoryId: 'westpod',
      parentId: null,
    });
    expect(shown(moved, 'SE')).toEqual(['Pod East', 'Pod West']);
  });

  it('keeps its figures while the primary is edited, and the other way round', () => {
    const before = evaluationOf(overlaid);
    const edited = run(overlaid, move('south', 0));
    const after = evaluatePlan(edited, scenarioId, { previous: before });
    expect(after.overlays).toEqual(before.overlays);
    expect(after).toEqual(evaluatePlan(edited, scenarioId));
    const seen = run(overlaid, ...inOverlay(move('westpod', 0)));
    expect(evaluatePlan(seen, scenarioId, { previous: before })).toEqual(evaluatePlan(seen, scenarioId));
    expect(evaluationOf(seen).territories).toEqual(before.territories);
  });

  it('has rules of its own', () => {
    const ruled = run(
      overlaid,
      { kind: 'setRules', scenarioId, rules: [rule('r1', 'Top', { territoryId: 'north' })] },
      ...inOverlay({
        kind: 'setRules',
        scenarioId,
        rules: [rule('r2', 'Mid', { territoryId: 'westpod' }), rule('r3', 'Top', { nobody: 'house' })],
      }),
    );
    const [scenario] = ruled.scenarios;
    expect(scenarioOfRole(scenario!).rules?.map(({ id }) => id)).toEqual(['r1']);
    expect(viewOf(ruled).rules?.map(({ id }) => id)).toEqual(['r2', 'r3']);
    expect(dryRun(ruled, viewOf(ruled), 'all').effects.map(({ movedCount }) => movedCount)).toEqual([2, 2]);
    const apply: PlanCommand = { kind: 'applyRules', scenarioId, reach: 'all' };
    const applied = run(ruled, ...inOverlay(apply));
    expect([...overlayOf(applied).assignment]).toEqual([4, 4, -2, 4, -2, -1]);
    expect(evaluationOf(applied).territories).toEqual(evaluationOf(ruled).territories);
    expect([...evaluationOf(run(ruled, apply)).territories.assignment]).toEqual([1, 1, 1, 2, 1, 2]);
    expect(readPlanFile(writePlanFile(applied)).scenarios[0]!.rules).toEqual(applied.scenarios[0]!.rules);
  });

  it('has locks and exceptions of its own', () => {
    const exception = { id: 'e1', owner: '', reason: '', expiresOn: null };
    const held = run(
      overlaid,
      {
        kind: 'putException',
        scenarioId,
        territoryId: null,
        exception: { ...exception, kind: 'lock', target: { territoryId: 'north' } },
      },
      ...inOverlay({
        kind: 'putException',
        scenarioId,
        territoryId: 'westpod',
        exception: { ...exception, id: 'e2', kind: 'named', target: { rows: [0] } },
      }),
    );
    const primary = scenarioOfRole(held.scenarios[0]!);
    expect(listExceptions(held, primary, '2026-01-01').counts).toMatchObject({ lock: 2, named: 0 });
    expect(listExceptions(held, viewOf(held), '2026-01-01').counts).toMatchObject({ lock: 0, named: 1 });
    expect([...overlayOf(held).assignment]).toEqual([4, 3, 3, 4, -1, -1]);
    // A lock of the primary holds nobody in the overlay.
    const moved = run(held, move('south', 1), ...inOverlay(move('westpod', 1)));
    expect(evaluationOf(moved).territories.assignment[1]).toBe(1);
    expect(overlayOf(moved).assignment[1]).toBe(4);
  });

  it('goes with its territories, rules and exceptions, and comes back with them', () => {
    const ruled = run(
      overlaid,
      ...inOverlay({ kind: 'setRules', scenarioId, rules: [rule('r', 'Mid', { territoryId: 'east' })] }),
    );
    const removal = runCommand(ruled, { kind: 'removeOverlay', scenarioId, role: 'SE' });
    const gone = applyDiff(ruled, removal);
    expect([gone.scenarios[0]!.alignments.length, gone.scenarios[0]!.rules]).toEqual([1, undefined]);
    expect(applyDiff(gone, invertDiff(removal))).toEqual(ruled);
    const renamed = run(ruled, { kind: 'renameOverlay', scenarioId, role: 'SE', newRole: 'Specialist' });
    expect(scenarioOfRole(renamed.scenarios[0]!, 'Specialist').rules).toHaveLength(1);
  });

  it('lends none of its nodes to the primary hierarchy', () => {
    const node = territory({ id: 'se', name: 'SE West', level: 0, colorIndex: null });
    const grown = run(overlaid, ...inOverlay({ kind: 'addTerritories', scenarioId, territories: [node] }));
    const under = (territoryId: string): PlanCommand => ({
      kind: 'moveTerritory',
      scenarioId,
      territoryId,
      parentId: 'se',
    });
    expect(() => run(grown, under('north'))).toThrow('SE West belongs to overlay SE');
    expect(viewOf(run(grown, under('east'))).territories[3]!.parentId).toBe('se');
  });
});

describe('pay of an overlay', () => {
  const withEngineer = (document: PlanDocument, territoryId: string | null): PlanDocument => ({
    ...document,
    reps: [...document.reps, { ...document.reps[0]!, id: 'se1', name: 'Sam Engel', territoryId }],
  });

  it('follows its territories, on top of the primary reps’ quotas and bookings', () => {
    const before = evaluationOf(overlaid).pay;
    const { reps, budget, quotaPlan } = evaluationOf(withEngineer(overlaid, 'east')).pay;
    expect(reps.slice(0, 2)).toEqual(before.reps);
    expect(quotaPlan).toEqual(before.quotaPlan);
    // Alone in the overlay: the whole pool of 1,000.00 and 5%, and bookings of 60 grown by 5%.
    expect(reps[2]).toMatchObject({ potential: 60, quotaCents: 105_000, bookingsCents: 6_300 });
    expect(budget.bookingsCents).toBe(before.budget.bookingsCents);
    expect(budget.payoutCents).toBe(before.budget.payoutCents + reps[2]!.payoutCents);
  });

  it('moves with an account of the overlay, and with none of the primary', () => {
    const document = withEngineer(overlaid, 'east');
    const bookings = (edited: PlanDocument) => evaluationOf(edited).pay.reps.map((pay) => pay.bookingsCents);
    const [north, south, engineer] = bookings(document);
    expect(bookings(run(document, ...inOverlay(move('westpod', 2))))).toEqual([north, south, 3_150]);
    expect(bookings(run(document, move('south', 0)))[2]).toBe(engineer);
  });
});

it('an edit of the overlay leaves the primary as it is, whatever it is, and is undone exactly', () => {
  const edit = fc.oneof(
    fc
      .record({
        list: fc.uniqueArray(fc.nat(5), { minLength: 1 }),
        territoryId: fc.constantFrom('east', 'westpod'),
      })
      .map(({ list, territoryId }) => move(territoryId, ...list)),
    fc
      .record({ rows: fc.uniqueArray(fc.nat(5), { minLength: 1 }), isLocked: fc.boolean() })
      .map((locks): PlanCommand => ({
        kind: 'setLocks',
        scenarioId,
        rows: rows(...locks.rows),
        isLocked: locks.isLocked,
      })),
    fc.constantFrom<PlanCommand>(
      { kind: 'setRules', scenarioId, rules: [rule('r', 'Top', { nobody: 'holdout' })] },
      { kind: 'applyRules', scenarioId, reach: 'all' },
      {
        kind: 'applyAssignment',
        scenarioId,
        assignment: Int32Array.of(3, 4, 3, 4, 3, 4),
        cause: 'solver',
      },
    ),
  );
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const { territories } = evaluationOf(overlaid);
      let document = overlaid;
      for (const command of inOverlay(...edits)) {
        const diff = runCommand(document, command);
        const after = applyDiff(document, diff);
        expect(applyDiff(after, invertDiff(diff))).toEqual(document);
        document = after;
      }
      expect(evaluationOf(document).territories).toEqual(territories);
      expect(document.scenarios[0]!.alignments[0]).toEqual(overlaid.scenarios[0]!.alignments[0]);
    }),
    { numRuns: 60 },
  );
});

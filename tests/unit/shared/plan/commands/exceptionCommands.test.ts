import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../../../../shared/model/planDocument';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import type { PlanCommand } from '../../../../../shared/plan/command';
import { evaluateTerritories } from '../../../../../shared/plan/evaluateTerritories';
import { listExceptions } from '../../../../../shared/plan/exceptions';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { unitPlan } from '../unitPlanFixture';

const scenarioId = 's1';
const run = (document: PlanDocument, ...commands: PlanCommand[]) =>
  commands.reduce((current, command) => applyDiff(current, runCommand(current, command)), document);
const assignmentOf = (document: PlanDocument) => [
  ...evaluateTerritories(document, document.scenarios[0]!, null).assignment,
];
const rows = (...list: number[]) => Int32Array.from(list);
const region = (territoryId: string, unitId: string): PlanCommand => ({
  kind: 'assignUnits',
  scenarioId,
  level: 'region',
  unitIds: [unitId],
  target: { territoryId },
  scope: 'unitsAndAccounts',
});
/** California to North, New York to South. */
const halves = run(unitPlan(), region('north', 'US-CA'), region('south', 'US-NY'));

describe('exceptions', () => {
  const put = (exception: object, territoryId: string | null = null) =>
    ({
      kind: 'putException',
      scenarioId,
      territoryId,
      exception: { id: 'e', owner: 'Ann', reason: 'asked', expiresOn: null, ...exception },
    }) as PlanCommand;

  it('lock accounts, a unit or a whole territory', () => {
    const move: PlanCommand = {
      kind: 'assignAccounts',
      scenarioId,
      rows: rows(0, 2, 4),
      target: { territoryId: 'south' },
    };
    const moved = (...locks: PlanCommand[]) => assignmentOf(run(halves, ...locks, move)).slice(0, 5);
    expect(moved()).toEqual([2, 1, 2, 1, 2]);
    expect(moved(put({ kind: 'lock', target: { rows: [0] } }))).toEqual([1, 1, 2, 1, 2]);
    expect(moved(put({ kind: 'lock', target: { level: 'county', unitId: '06041' } }))).toEqual([
      2, 1, 1, 1, 2,
    ]);
    expect(moved(put({ kind: 'lock', target: { territoryId: 'north' } }))).toEqual([1, 1, 1, 1, 2]);
  });

  it('are listed with counts, expired ones flagged, and released again', () => {
    const document = run(
      halves,
      put({ id: 'n', kind: 'named', target: { rows: [7] }, expiresOn: '2027-01-31' }, 'north'),
      put({ id: 'h', kind: 'doNotCover', target: { rows: [2] } }),
      put({ id: 'o', kind: 'holdout', target: { level: 'county', unitId: '36061' } }),
      { kind: 'setLocks', scenarioId, rows: rows(0), isLocked: true },
    );
    expect(assignmentOf(document)).toEqual([1, 1, -2, 1, -3, -3, 2, 1]);
    const list = listExceptions(document, document.scenarios[0]!, '2027-02-01');
    expect(list.counts).toEqual({ lock: 1, named: 1, house: 0, doNotCover: 1, holdout: 2, family: 0 });
    expect(list.items.map(({ kind, isExpired, exception }) => [kind, isExpired, exception?.id])).toEqual([
      ['lock', false, undefined],
      ['named', true, 'n'],
      ['doNotCover', false, 'h'],
      ['holdout', false, 'o'],
    ]);
    expect(listExceptions(document, document.scenarios[0]!, '2027-01-31').expiredCount).toBe(0);
    const released = run(
      document,
      ...['n', 'h', 'o'].map((exceptionId): PlanCommand => ({
        kind: 'removeException',
        scenarioId,
        exceptionId,
        isReleased: true,
      })),
    );
    expect(assignmentOf(released)).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
  });

  it('keep families together', () => {
    const kept = run(halves, put({ kind: 'family', target: { rows: [5, 6] } }));
    const move: PlanCommand = {
      kind: 'assignAccounts',
      scenarioId,
      rows: rows(6),
      target: { territoryId: 'north' },
    };
    expect(assignmentOf(run(kept, move))).toEqual([1, 1, 1, 1, 2, 1, 1, 2]);
    const held = run(kept, { kind: 'setLocks', scenarioId, rows: rows(5), isLocked: true }, move);
    expect(assignmentOf(held)).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
  });
});

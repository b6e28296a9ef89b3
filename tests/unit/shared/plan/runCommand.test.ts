import { describe, expect, it } from 'vitest';
import { CAUSES, HOUSE, UNASSIGNED } from '../../../../shared/model/alignment';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import type { PlanCommand } from '../../../../shared/plan/command';
import { CommandError } from '../../../../shared/plan/commandError';
import { EMPTY_HISTORY, pushEdit, redoEdit, undoEdit } from '../../../../shared/plan/history';
import { runCommand } from '../../../../shared/plan/runCommand';
import { smallPlan, territory } from './planFixture';

const plan = smallPlan();

function run(document: typeof plan, ...commands: PlanCommand[]): typeof plan {
  return commands.reduce((current, command) => applyDiff(current, runCommand(current, command)), document);
}

const moveToNorth: PlanCommand = {
  kind: 'assignAccounts',
  scenarioId: 's1',
  rows: Int32Array.of(0, 1),
  target: { territoryId: 'north' },
};

describe('runCommand', () => {
  it('moves accounts, names the step and leaves the plan before it untouched', () => {
    const diff = runCommand(plan, moveToNorth);
    const after = applyDiff(plan, diff);
    expect(diff.label).toBe('move 2 accounts to North');
    expect(Array.from(after.scenarios[0]!.alignments[0]!.claims)).toEqual([1, 1, -4, -4, -4, -4]);
    expect(CAUSES[after.scenarios[0]!.alignments[0]!.causes[0]!]).toBe('hand');
    expect(plan.scenarios[0]!.alignments[0]!.claims.every((claim) => claim === -4)).toBe(true);
  });

  it('leaves locked accounts where they are, and rows that are there already out of the diff', () => {
    const locked = run(plan, moveToNorth, {
      kind: 'setLocks',
      scenarioId: 's1',
      rows: Int32Array.of(0),
      isLocked: true,
    });
    const toHouse: PlanCommand = {
      kind: 'assignAccounts',
      scenarioId: 's1',
      rows: Int32Array.of(0, 1, 2),
      target: { nobody: 'house' },
    };
    const diff = runCommand(locked, toHouse);
    expect(diff.label).toBe('move 2 accounts to House');
    const after = applyDiff(locked, diff);
    expect(Array.from(after.scenarios[0]!.alignments[0]!.claims.subarray(0, 3))).toEqual([1, HOUSE, HOUSE]);
    expect(runCommand(after, toHouse).changes).toEqual([]);
  });

  it('unassigns the accounts and unlocks them when their territory is removed', () => {
    const after = run(
      plan,
      moveToNorth,
      { kind: 'setLocks', scenarioId: 's1', rows: Int32Array.of(1), isLocked: true },
      { kind: 'removeTerritory', scenarioId: 's1', territoryId: 'north' },
    );
    const alignment = after.scenarios[0]!.alignments[0]!;
    expect(alignment.claims[1]).toBe(UNASSIGNED);
    expect(alignment.locks[1]).toBe(0);
    expect(after.scenarios[0]!.territories[1]!.isRemoved).toBe(true);
  });

  it('moves the children of a removed node up to its parent', () => {
    const after = run(plan, { kind: 'removeTerritory', scenarioId: 's1', territoryId: 'west' });
    expect(after.scenarios[0]!.territories.map((node) => node.parentId)).toEqual([null, null, null]);
  });

  it('refuses accounts on a node that holds territories, a name twice, and the last scenario', () => {
    expect(() => runCommand(plan, { ...moveToNorth, target: { territoryId: 'west' } })).toThrow(
      'West holds territories, not accounts. Choose one below it.',
    );
    expect(() =>
      runCommand(plan, {
        kind: 'addTerritories',
        scenarioId: 's1',
        territories: [territory({ id: 'north' })],
      }),
    ).toThrow(CommandError);
    expect(() => runCommand(plan, { kind: 'removeScenario', scenarioId: 's1' })).toThrow(
      'A plan needs one scenario.',
    );
  });

  it('edits a cell without touching other columns, and takes new texts into the dictionary', () => {
    const after = run(
      plan,
      { kind: 'editAccountCell', row: 2, column: { measureId: 'visits', value: 3 } },
      { kind: 'editAccountCell', row: 2, column: { attributeId: 'segment', value: 'New' } },
    );
    expect(after.accounts.measures[1]!.values[2]).toBe(3);
    expect(after.accounts.measures[0]).toBe(plan.accounts.measures[0]);
    const segment = after.accounts.attributes[0]!;
    expect(segment.dictionary[segment.codes[2]!]).toBe('New');
  });

  it('runs a batch as one step', () => {
    const diff = runCommand(plan, {
      kind: 'batch',
      label: 'draw East',
      commands: [
        { kind: 'addTerritories', scenarioId: 's1', territories: [territory({ id: 'east', name: 'East' })] },
        { ...moveToNorth, target: { territoryId: 'east' } },
      ],
    });
    const history = pushEdit(EMPTY_HISTORY, diff, 0);
    const after = applyDiff(plan, diff);
    expect(after.scenarios[0]!.alignments[0]!.claims[0]).toBe(3);
    const undone = undoEdit(after, history)!;
    expect(undone.document).toEqual(plan);
    expect(redoEdit(undone.document, undone.history)!.document).toEqual(after);
  });

  it('keeps rows and claims when a longer table comes in, and takes both back on undo', () => {
    const moved = run(plan, moveToNorth);
    const { accounts } = moved;
    const longer = {
      ...accounts,
      rowCount: 7,
      ids: [...accounts.ids, 'a7'],
      names: [...accounts.names, 'Gale'],
      lat: Float64Array.from([...accounts.lat, 1]),
      lng: Float64Array.from([...accounts.lng, 1]),
      placeLevels: Uint8Array.from([...accounts.placeLevels, 1]),
      measures: accounts.measures.map((measure) => ({
        ...measure,
        values: Float64Array.from([...measure.values, 1]),
      })),
      attributes: accounts.attributes.map((attribute) => ({
        ...attribute,
        codes: Int32Array.from([...attribute.codes, 0]),
      })),
      removed: Uint8Array.from([...accounts.removed, 0]),
    };
    const diff = runCommand(moved, { kind: 'importAccounts', table: longer, fileName: 'more.csv' });
    const after = applyDiff(moved, diff);
    expect(Array.from(after.scenarios[0]!.alignments[0]!.claims)).toEqual([1, 1, -4, -4, -4, -4, -4]);
    expect(undoEdit(after, pushEdit(EMPTY_HISTORY, diff, 0))!.document).toEqual(moved);
    expect(() => runCommand(after, { kind: 'importAccounts', table: accounts, fileName: 'x' })).toThrow(
      'never drops rows',
    );
  });
});

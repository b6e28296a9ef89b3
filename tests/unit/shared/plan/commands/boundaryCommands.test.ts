import { describe, expect, it } from 'vitest';
import { readPlanFile, writePlanFile } from '../../../../../shared/io/project/planFile';
import type { Boundary } from '../../../../../shared/model/boundary';
import type { PlanDocument } from '../../../../../shared/model/planDocument';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import type { PlanCommand } from '../../../../../shared/plan/command';
import { evaluateTerritories } from '../../../../../shared/plan/evaluateTerritories';
import { importCommand } from '../../../../../shared/plan/importCommand';
import { scenarioOfRole } from '../../../../../shared/plan/overlay';
import { invertDiff } from '../../../../../shared/plan/planDiff';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { territory } from '../planFixture';
import { unitPlan } from '../unitPlanFixture';

const scenarioId = 's1';
const run = (document: PlanDocument, ...commands: PlanCommand[]) =>
  commands.reduce((current, command) => applyDiff(current, runCommand(current, command)), document);
const box = (west: number, south: number, east: number, north: number): Boundary => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];
const draw = (territoryId: string, boundary: Boundary | null): PlanCommand => ({
  kind: 'setBoundary',
  scenarioId,
  territoryId,
  boundary,
});
const assignmentOf = (document: PlanDocument, role?: string) => [
  ...evaluateTerritories(document, scenarioOfRole(document.scenarios[0]!, role), null).assignment,
];
const BAY = box(-123, 37.5, -122, 38.5);
const SAN_FRANCISCO = box(-122.6, 37.6, -122.3, 37.9);

describe('a boundary', () => {
  it('takes the accounts in it, lets go those it leaves out, and is undone exactly', () => {
    const drawn = run(unitPlan(), draw('north', BAY));
    expect(assignmentOf(drawn)).toEqual([1, 1, 1, 1, -1, -1, -1, -1]);
    expect(drawn.scenarios[0]!.territories[1]!.boundary).toEqual(BAY);
    const diff = runCommand(drawn, draw('north', SAN_FRANCISCO));
    const smaller = applyDiff(drawn, diff);
    expect(assignmentOf(smaller)).toEqual([1, 1, -1, -1, -1, -1, -1, -1]);
    expect(applyDiff(smaller, invertDiff(diff))).toEqual(drawn);
    const gone = run(smaller, draw('north', null));
    expect(assignmentOf(gone)).toEqual(assignmentOf(smaller));
    expect(gone.scenarios[0]!.territories[1]).not.toHaveProperty('boundary');
  });

  it('leaves named, locked and set aside accounts, and those that others have outside', () => {
    const held = run(
      unitPlan(),
      { kind: 'assignAccounts', scenarioId, rows: Int32Array.of(0), target: { nobody: 'house' } },
      {
        kind: 'assignAccounts',
        scenarioId,
        rows: Int32Array.of(1),
        target: { territoryId: 'south' },
        cause: 'named',
      },
      { kind: 'setLocks', scenarioId, rows: Int32Array.of(2), isLocked: true },
      { kind: 'assignAccounts', scenarioId, rows: Int32Array.of(4), target: { territoryId: 'south' } },
      draw('north', BAY),
    );
    expect(assignmentOf(held)).toEqual([-2, 2, -1, 1, 2, -1, -1, -1]);
    // South takes over what lies in its own line, and gives back what it no longer holds.
    const both = run(held, draw('south', BAY), draw('south', SAN_FRANCISCO));
    expect(assignmentOf(both)).toEqual([-2, 2, -1, -1, 2, -1, -1, -1]);
  });

  it('takes an account that is placed in it by hand, and lets it go when it is placed elsewhere', () => {
    const drawn = run(unitPlan(), draw('north', BAY));
    const place = (row: number, lat: number, lng: number): PlanCommand => ({
      kind: 'placeAccount',
      row,
      lat,
      lng,
    });
    // Gum of Kings comes to San Francisco; Cor of Marin leaves for New York.
    const diff = runCommand(drawn, place(6, 37.8, -122.4));
    const come = applyDiff(drawn, diff);
    expect(assignmentOf(come)).toEqual([1, 1, 1, 1, -1, -1, 1, -1]);
    expect(come.accounts.lat[6]).toBe(37.8);
    expect(applyDiff(come, invertDiff(diff))).toEqual(drawn);
    expect(assignmentOf(run(come, place(2, 40.7, -74)))).toEqual([1, 1, -1, 1, -1, -1, 1, -1]);
    // One that somebody moved out of the boundary's hands stays so within it; a named one stays anyway.
    const moved = run(
      drawn,
      { kind: 'assignAccounts', scenarioId, rows: Int32Array.of(3), target: { territoryId: 'south' } },
      {
        kind: 'assignAccounts',
        scenarioId,
        rows: Int32Array.of(7),
        target: { territoryId: 'south' },
        cause: 'named',
      },
      place(3, 38.1, -122.5),
      place(7, 37.8, -122.4),
    );
    expect(assignmentOf(moved)).toEqual([1, 1, 1, 2, -1, -1, -1, 2]);
  });

  it('is refused where it has no inside, and above the lowest level', () => {
    const [a, b, c, d] = BAY as [Boundary[0], Boundary[0], Boundary[0], Boundary[0]];
    const refusal = (command: PlanCommand) => () => runCommand(unitPlan(), command);
    expect(refusal(draw('north', [a, b]))).toThrow('three corners');
    expect(refusal(draw('north', [a, b, d, c]))).toThrow('crosses itself');
    expect(refusal(draw('north', [a, b, [-122, 89]]))).toThrow('on the map');
    expect(refusal(draw('west', BAY))).toThrow('holds territories');
    expect(runCommand(unitPlan(), draw('north', null)).changes).toEqual([]);
  });

  it('stays with the whole when a territory is split, and survives the plan file', () => {
    const drawn = run(unitPlan(), draw('north', BAY));
    const split = run(drawn, {
      kind: 'splitTerritory',
      scenarioId,
      territoryId: 'north',
      parts: [{ id: 'n2', name: 'North 2', colorIndex: 3 }],
      measureId: null,
      by: 'axis',
    });
    const { territories } = split.scenarios[0]!;
    expect([territories[1]!.boundary, territories[4]!.boundary]).toEqual([BAY, undefined]);
    expect(readPlanFile(writePlanFile(drawn))).toEqual(drawn);
  });

  it('is an overlay’s where its territory is', () => {
    const overlaid = run(
      unitPlan(),
      { kind: 'addOverlay', scenarioId, role: 'SE', territories: [territory({ id: 'pod', name: 'Pod' })] },
      draw('pod', BAY),
    );
    expect(assignmentOf(overlaid)).toEqual(assignmentOf(unitPlan()));
    expect(assignmentOf(overlaid, 'SE')).toEqual([4, 4, 4, 4, -1, -1, -1, -1]);
  });

  it('takes in the new accounts of an import', () => {
    const drawn = run(unitPlan(), draw('north', BAY));
    const { accounts } = drawn;
    const grown = {
      ...accounts,
      rowCount: 10,
      ids: [...accounts.ids, 'a9', 'a10'],
      names: [...accounts.names, 'Ivy', 'Jade'],
      lat: Float64Array.of(...accounts.lat, 37.7, 40.7),
      lng: Float64Array.of(...accounts.lng, -122.4, -73.9),
      placeLevels: Uint8Array.of(...accounts.placeLevels, 1, 1),
      measures: accounts.measures.map((one) => ({ ...one, values: Float64Array.of(...one.values, 5, 5) })),
      attributes: [],
      removed: new Uint8Array(10),
    };
    const choices = { fileName: 'new.csv', makesTerritories: false, palette: [], newId: () => 'x' };
    const after = run(drawn, importCommand(drawn, grown, choices));
    expect(assignmentOf(after).slice(8)).toEqual([1, -1]);
  });
});

import { describe, expect, it } from 'vitest';
import { balanceTask, type BalanceAsk } from '../../../../../renderer/features/balance/balanceTask';
import { acceptCommand } from '../../../../../renderer/features/balance/proposal';
import { readAsk } from '../../../../../renderer/features/balance/readAsk';
import { changedTask, placedTask } from '../../../../../renderer/features/balance/teamTask';
import { workerTeam } from '../../../../../renderer/features/balance/workerTeam';
import { balanceStore } from '../../../../../renderer/features/balance/balanceStore';
import type { CityBase } from '../../../../../renderer/workers/balanceContract';
import { emptyAlignment, UNASSIGNED } from '../../../../../shared/model/alignment';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import { claimsOfSolution } from '../../../../../shared/plan/balanceProblemOf';
import { invertDiff } from '../../../../../shared/plan/planDiff';
import { assignableTerritories } from '../../../../../shared/plan/lookup';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { smallPlan } from '../../../shared/plan/planFixture';

const ask: BalanceAsk = {
  measures: [{ measureId: 'revenue', toleranceShare: 0.05 }],
  indexToleranceShare: null,
  bases: 'fixed',
  keepKm: 0,
  onlyTerritoryIds: null,
  seed: 1,
  territoryCount: null,
};

const city = (name: string, region: string): CityBase => ({ name, region, lat: 1, lng: 2 });
const { settings } = balanceStore.getState();

/** North has the first three accounts, South the two after them; nobody has the last. */
function standingPlan() {
  const plan = smallPlan();
  const assignment = Int32Array.of(1, 1, 1, 2, 2, UNASSIGNED);
  return applyDiff(
    plan,
    runCommand(plan, { kind: 'applyAssignment', scenarioId: 's1', assignment, cause: 'hand' }),
  );
}

function standingTask() {
  const plan = standingPlan();
  return { plan, task: balanceTask(plan, plan.scenarios[0]!, ask, 'new', null) };
}

describe('a rep who comes', () => {
  const { plan, task } = standingTask();
  const changed = changedTask(task, {
    removed: [],
    addedCount: 1,
    bases: [null, null, city('North', 'OH')],
    assignment: Int32Array.of(0, 0, 2, 2, 1, 1),
  });

  it('is one edit with a territory named after its city, under the node of those it takes from', () => {
    const [added] = changed.effect!.added;
    expect(changed.scenario.territories[added!]).toMatchObject({
      name: 'North, OH',
      base: { name: 'North, OH', lat: 1, lng: 2 },
      parentId: 'west',
      level: 1,
    });
    const claims = claimsOfSolution(changed.scenario, changed.made, Int32Array.of(0, 0, 2, 2, 1, 1));
    const diff = runCommand(plan, acceptCommand(changed, claims, 'add 1 rep'));
    const after = applyDiff(plan, diff).scenarios[0]!;
    expect(assignableTerritories(after)).toEqual([1, 2, 3]);
    expect([...after.alignments[0]!.claims]).toEqual([1, 1, 3, 3, 2, 2]);
    const undone = applyDiff(applyDiff(plan, diff), invertDiff(diff)).scenarios[0]!;
    expect([...undone.alignments[0]!.claims]).toEqual([1, 1, 1, 2, 2, UNASSIGNED]);
  });
});

describe('a rep who goes', () => {
  const { plan, task } = standingTask();

  it('leaves a territory that is given up and accounts that the others have', () => {
    const changed = changedTask(task, { removed: [1], addedCount: 0, bases: [], assignment: null });
    expect(changed.effect).toEqual({ added: [], removed: [2] });
    expect([...changed.made.problem.current!]).toEqual([0, 0, 0, -1, -1, -1]);
    const claims = claimsOfSolution(changed.scenario, changed.made, new Int32Array(6));
    const after = applyDiff(plan, runCommand(plan, acceptCommand(changed, claims, 'do without')))
      .scenarios[0]!;
    expect(after.territories[2]!.isRemoved).toBe(true);
    expect([...after.alignments[0]!.claims]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('is found by id, and nobody goes where one is left', () => {
    expect(workerTeam(task, { kind: 'lose', territoryId: 'south' }, settings)).toMatchObject({
      kind: 'resize',
      removed: [1],
    });
    expect(workerTeam(task, { kind: 'lose', territoryId: null }, settings)).toMatchObject({
      kind: 'gentlest',
    });
    expect(() => workerTeam(task, { kind: 'lose', territoryId: 'gone' }, settings)).toThrow('no longer');
    const one = changedTask(task, { removed: [1], addedCount: 0, bases: [], assignment: null });
    expect(() => workerTeam(one, { kind: 'lose', territoryId: null }, settings)).toThrow(
      'one territory only',
    );
  });
});

describe('a team from scratch', () => {
  it('is a scenario of its own with territories named after their cities', () => {
    const plan = standingPlan();
    const task = balanceTask(plan, plan.scenarios[0]!, { ...ask, territoryCount: 3 }, 'new', null);
    expect(workerTeam(task, null, settings)).toMatchObject({ kind: 'bases' });
    expect(workerTeam(task, null, { ...settings, newBases: 'free' })).toBeNull();
    const placed = placedTask(task, [city('Springfield', 'IL'), city('Springfield', 'MO'), null]);
    const names = ['Springfield', 'Springfield, MO', 'Territory 3'];
    expect(placed.scenario.territories.map(({ name }) => name)).toEqual(names);
    const after = applyDiff(plan, runCommand(plan, acceptCommand(placed, new Int32Array(6), 'balance')));
    expect(after.scenarios).toHaveLength(2);
    expect(after.scenarios[1]!.territories.map(({ name }) => name)).toEqual(names);
    expect(after.scenarios[1]!.territories[1]!.base).toMatchObject({ name: 'Springfield, MO', lat: 1 });
  });

  it('may keep the territories of today with their ids and bases, and be of the same size', () => {
    const plan = standingPlan();
    const scenario = plan.scenarios[0]!;
    const kept = balanceTask(plan, scenario, { ...ask, territoryCount: 3, keepsBases: true }, 'new', null);
    expect(kept.scenario.territories.map(({ id }) => id).slice(0, 2)).toEqual(['north', 'south']);
    expect(new Set(kept.scenario.territories.map(({ id }) => id)).size).toBe(3);
    const anew = balanceTask(plan, scenario, { ...ask, territoryCount: 2, isAnew: true }, 'new', null);
    expect(anew.isNew).toBe(true);
    expect(anew.scenario.id).toBe('new');
  });

  it('fills a scenario that has no territories yet', () => {
    const plan = smallPlan();
    const bare = { ...plan.scenarios[0]!, territories: [], alignments: [emptyAlignment('primary', 6)] };
    const document = { ...plan, scenarios: [bare] };
    const task = balanceTask(document, bare, { ...ask, territoryCount: 2 }, 'new', null);
    const placed = placedTask(task, [city('Lima', 'OH'), city('Reno', 'NV')]);
    const claims = new Int32Array(6).fill(UNASSIGNED);
    const after = applyDiff(document, runCommand(document, acceptCommand(placed, claims, 'balance')));
    expect(after.scenarios[0]!.territories.map(({ name }) => name)).toEqual(['Lima', 'Reno']);
  });
});

describe('what another screen asks', () => {
  it('is read from the address', () => {
    expect(readAsk('territories-26')).toEqual({ kind: 'count', count: 26 });
    expect(readAsk('where-7')).toEqual({ kind: 'where', count: 7 });
    expect(readAsk('add-2')).toEqual({ kind: 'team', change: { kind: 'add', count: 2 } });
    expect(readAsk('lose-gentlest')).toEqual({ kind: 'team', change: { kind: 'lose', territoryId: null } });
    expect(readAsk('lose/north')).toEqual({ kind: 'team', change: { kind: 'lose', territoryId: 'north' } });
    for (const other of ['', 'where-0', 'where-x', 'lose/', 'add--1']) expect(readAsk(other)).toBeNull();
  });
});

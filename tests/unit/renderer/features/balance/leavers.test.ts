import { describe, expect, it } from 'vitest';
import { balanceTask } from '../../../../../renderer/features/balance/balanceTask';
import {
  lastDayOf,
  leaversOf,
  withLastDay,
  withPeopleNow,
} from '../../../../../renderer/features/balance/leavers';
import { acceptCommand } from '../../../../../renderer/features/balance/proposal';
import { changedTask } from '../../../../../renderer/features/balance/teamTask';
import { UNASSIGNED } from '../../../../../shared/model/alignment';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import { claimsOfSolution } from '../../../../../shared/plan/balanceProblemOf';
import { invertDiff } from '../../../../../shared/plan/planDiff';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { smallPlan } from '../../../shared/plan/planFixture';

/** North has the first three accounts, South the two after them; South goes. */
function withoutSouth() {
  const empty = smallPlan();
  const assignment = Int32Array.of(1, 1, 1, 2, 2, UNASSIGNED);
  const plan = applyDiff(
    empty,
    runCommand(empty, { kind: 'applyAssignment', scenarioId: 's1', assignment, cause: 'hand' }),
  );
  const ask = {
    measures: [{ measureId: 'revenue', toleranceShare: 0.05 }],
    indexToleranceShare: null,
    bases: 'fixed' as const,
    keepKm: 0,
    onlyTerritoryIds: null,
    seed: 1,
    territoryCount: null,
  };
  const task = balanceTask(plan, plan.scenarios[0]!, ask, 'new', null);
  const changed = changedTask(task, {
    removed: [1],
    addedCount: 0,
    bases: [null],
    assignment: new Int32Array(6),
  });
  const claims = claimsOfSolution(changed.scenario, changed.made, new Int32Array(6));
  const south = plan.reps.find(({ territoryId }) => territoryId === plan.scenarios[0]!.territories[2]!.id)!;
  return { plan, changed, claims, south };
}

describe('the person whose territory goes', () => {
  const { plan, changed, claims, south } = withoutSouth();

  it('is named, and stays in Team unless a last day is given', () => {
    expect(leaversOf(changed)).toEqual([south]);
    expect(lastDayOf(changed)).toBeNull();
    const after = applyDiff(plan, runCommand(plan, acceptCommand(changed, claims, 'do without South')));
    expect(after.reps).toEqual(plan.reps);
  });

  it('ends with the proposal, in one step that undo takes back', () => {
    const ending = withLastDay(changed, '2027-03-31');
    expect(lastDayOf(ending)).toBe('2027-03-31');
    const diff = runCommand(plan, acceptCommand(ending, claims, 'do without South'));
    const after = applyDiff(plan, diff);
    expect(after.reps.map(({ endDate }) => endDate)).toEqual(
      plan.reps.map(({ id }) => (id === south.id ? '2027-03-31' : null)),
    );
    expect(applyDiff(after, invertDiff(diff)).reps).toEqual(plan.reps);
    // Another day replaces the first, and none lets them stay.
    const later = withLastDay(ending, '2027-06-30');
    expect(later.preparing.filter(({ kind }) => kind === 'putReps')).toHaveLength(1);
    expect(lastDayOf(withLastDay(later, null))).toBeNull();
    expect(leaversOf(withLastDay(later, null))).toEqual([south]);
  });

  it('keeps what was changed of them after the proposal was made', () => {
    const ending = withLastDay(changed, '2027-03-31');
    const renamed = { ...south, name: 'Somebody else' };
    const now = { reps: plan.reps.map((rep) => (rep.id === south.id ? renamed : rep)) };
    expect(withPeopleNow(ending, now).preparing.at(-1)).toMatchObject({
      reps: [{ ...renamed, endDate: '2027-03-31' }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { balanceTask, type BalanceAsk } from '../../../../../renderer/features/balance/balanceTask';
import { acceptCommand } from '../../../../../renderer/features/balance/proposal';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import { commandOfRole } from '../../../../../shared/plan/commandOfRole';
import { invertDiff } from '../../../../../shared/plan/planDiff';
import { scenarioOfRole } from '../../../../../shared/plan/overlay';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { smallPlan, territory } from '../../../shared/plan/planFixture';

const scenarioId = 's1';
const ask: BalanceAsk = {
  measures: [{ measureId: 'revenue', toleranceShare: 0.05 }],
  indexToleranceShare: null,
  bases: 'free',
  keepKm: 10,
  onlyTerritoryIds: null,
  seed: 1,
  territoryCount: null,
};

/** The small plan with an overlay of two pods, all accounts with the first. */
function overlaidPlan() {
  const plan = smallPlan();
  const pods = [territory({ id: 'east', name: 'Pod East' }), territory({ id: 'west2', name: 'Pod West' })];
  const added = applyDiff(
    plan,
    runCommand(plan, { kind: 'addOverlay', scenarioId, role: 'SE', territories: pods }),
  );
  const rows = Int32Array.from(added.accounts.ids.keys());
  const all = commandOfRole(
    { kind: 'assignAccounts', scenarioId, rows, target: { territoryId: 'east' } },
    'SE',
  );
  return applyDiff(added, runCommand(added, all));
}

describe('balance of an overlay', () => {
  const plan = overlaidPlan();
  const view = scenarioOfRole(plan.scenarios[0]!, 'SE');
  const indexOf = (id: string) => view.territories.findIndex((each) => each.id === id);

  it('is over the territories of the overlay alone', () => {
    const task = balanceTask(plan, view, ask, 'new', null, 'SE');
    expect([...task.made.territoryIndices]).toEqual([indexOf('east'), indexOf('west2')]);
    expect(task.document).toBe(plan);
    expect(task.preparing).toEqual([]);
  });

  it('is accepted into the overlay; the primary alignment stays, and undo brings all back', () => {
    const task = balanceTask(plan, view, ask, 'new', null, 'SE');
    const claims = view.alignments[0]!.claims.with(0, indexOf('west2'));
    const diff = runCommand(plan, acceptCommand(task, claims, 'balance'));
    const after = applyDiff(plan, diff);
    const [primary, overlay] = after.scenarios[0]!.alignments;
    expect(overlay!.claims[0]).toBe(indexOf('west2'));
    expect(primary!.claims).toEqual(plan.scenarios[0]!.alignments[0]!.claims);
    expect(applyDiff(after, invertDiff(diff))).toEqual(plan);
  });

  it('is refused for another number of territories', () => {
    const more = () => balanceTask(plan, view, { ...ask, territoryCount: 3 }, 'new', null, 'SE');
    expect(more).toThrow('over the 2 territories that it has');
  });
});

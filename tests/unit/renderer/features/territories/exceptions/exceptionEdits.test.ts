import { describe, expect, it } from 'vitest';
import type { PlanException } from '../../../../../../shared/model/exception';
import type { PlanCommand } from '../../../../../../shared/plan/command';
import { applyDiff } from '../../../../../../shared/plan/applyDiff';
import { listExceptions } from '../../../../../../shared/plan/exceptions';
import { invertDiff } from '../../../../../../shared/plan/planDiff';
import { runCommand } from '../../../../../../shared/plan/runCommand';
import {
  editCommand,
  liftCommand,
} from '../../../../../../renderer/features/territories/exceptions/exceptionEdits';
import { unitPlan } from '../../../../shared/plan/unitPlanFixture';

const scenarioId = 's1';
const run = (plan: ReturnType<typeof unitPlan>, command: PlanCommand) =>
  applyDiff(plan, runCommand(plan, command));
const named: PlanException = {
  id: 'e1',
  kind: 'named',
  target: { rows: [0, 4] },
  owner: 'Ann',
  reason: 'Asked for',
  expiresOn: '2026-03-31',
};

/** One on record, and two accounts that are locked without a word. */
function planWithBoth() {
  const plan = run(unitPlan(), { kind: 'putException', scenarioId, exception: named, territoryId: 'north' });
  return run(plan, { kind: 'setLocks', scenarioId, rows: Int32Array.of(2, 3), isLocked: true });
}
const listed = (plan: ReturnType<typeof unitPlan>) =>
  listExceptions(plan, plan.scenarios[0]!, '2026-04-01').items;

describe('edits of exceptions', () => {
  it('lift several as one step, and its undo brings all back', () => {
    const plan = planWithBoth();
    const items = listed(plan);
    expect(items.map(({ kind, isExpired }) => [kind, isExpired])).toEqual([
      ['lock', false],
      ['named', true],
    ]);
    const diff = runCommand(plan, liftCommand(scenarioId, items));
    expect(diff.label).toBe('lift 2 exceptions');
    const lifted = applyDiff(plan, diff);
    expect(listed(lifted)).toEqual([]);
    expect([...lifted.scenarios[0]!.alignments[0]!.locks]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(applyDiff(lifted, invertDiff(diff))).toEqual(plan);
  });

  it('give several an owner and leave their reasons; what had no record gets one', () => {
    const plan = planWithBoth();
    const edited = run(
      plan,
      editCommand(scenarioId, listed(plan), { owner: 'Bo' }, () => 'new'),
    );
    expect(edited.scenarios[0]!.exceptions).toEqual([
      { ...named, owner: 'Bo' },
      { id: 'new', kind: 'lock', target: { rows: [2, 3] }, owner: 'Bo', reason: '', expiresOn: null },
    ]);
    expect(edited.scenarios[0]!.alignments[0]!.claims).toEqual(plan.scenarios[0]!.alignments[0]!.claims);
  });
});

import { describe, expect, it } from 'vitest';
import { indexSteps } from '../../../../../renderer/features/territories/indexSteps';
import { moveEffect } from '../../../../../renderer/features/territories/moveEffect';
import type { PlanDocument } from '../../../../../shared/model/planDocument';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import { evaluatePlan } from '../../../../../shared/plan/evaluatePlan';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { smallPlan } from '../../../shared/plan/planFixture';

/** Revenue 10, 20, 30 with North and 40, 50.25 with South; capacities 1 and 3. */
function assignedPlan(): PlanDocument {
  const give = (plan: PlanDocument, rows: number[], territoryId: string) =>
    applyDiff(
      plan,
      runCommand(plan, {
        kind: 'assignAccounts',
        scenarioId: 's1',
        rows: Int32Array.from(rows),
        target: { territoryId },
      }),
    );
  return give(give(smallPlan(), [0, 1, 2], 'north'), [3, 4], 'south');
}

describe('moveEffect', () => {
  const plan = assignedPlan();
  const before = evaluatePlan(plan, 's1');
  const diff = runCommand(plan, {
    kind: 'assignAccounts',
    scenarioId: 's1',
    rows: Int32Array.of(1, 2, 3),
    target: { territoryId: 'south' },
  });
  const after = evaluatePlan(plan, 's1', { uncommitted: diff, previous: before });
  const effect = moveEffect(before, after);

  it('counts only what changes hands', () => {
    expect([...effect.movedRows]).toEqual([1, 2]);
  });

  it('gives the index of giver and receiver, before and after', () => {
    // Whole 150.25 over capacities 1 and 3: targets 37.5625 and 112.6875.
    expect(effect.territories.map(({ index }) => index)).toEqual([1, 2]);
    expect(effect.territories[0]!.indexBefore).toBeCloseTo((100 * 60) / 37.5625, 10);
    expect(effect.territories[0]!.indexAfter).toBeCloseTo((100 * 10) / 37.5625, 10);
    expect(effect.territories[1]!.indexAfter).toBeCloseTo((100 * 140.25) / 112.6875, 10);
  });

  it('adds up: payout changes of reps are the change of the budget', () => {
    const sum = effect.payouts.reduce((total, { changeCents }) => total + changeCents, 0);
    expect(sum).toBe(effect.budget.changeCents);
    expect(effect.budget.changeCents).toBe(after.pay.budget.payoutCents - before.pay.budget.payoutCents);
  });
});

describe('indexSteps', () => {
  it('leads from total and target to points that add up to the index', () => {
    const plan = assignedPlan();
    const [scenario] = plan.scenarios;
    const weighted = {
      ...scenario!,
      measures: [
        { measureId: 'revenue', weight: 3, toleranceShare: 0.05 },
        { measureId: 'visits', weight: 1, toleranceShare: 0.05 },
      ],
    };
    const document = { ...plan, scenarios: [weighted] };
    const { territories } = evaluatePlan(document, 's1');
    const steps = indexSteps(document, weighted, territories, 1);
    expect(steps.map(({ name, share, total }) => [name, share, total])).toEqual([
      ['Revenue', 0.75, 60],
      ['Visits', 0.25, 3],
    ]);
    expect(steps[0]).toMatchObject({ whole: 150.25, capacityShare: 0.25, target: 37.5625 });
    expect(steps.reduce((sum, step) => sum + step.points, 0)).toBeCloseTo(territories.index[1]!, 10);
  });
});

import { describe, expect, it } from 'vitest';
import { effectWords, movedRule } from '../../../../../../renderer/features/territories/rules/ruleEdits';
import { applyDiff } from '../../../../../../shared/plan/applyDiff';
import { invertDiff } from '../../../../../../shared/plan/planDiff';
import { dryRun } from '../../../../../../shared/plan/rules';
import { parseRule } from '../../../../../../shared/plan/ruleText';
import { runCommand } from '../../../../../../shared/plan/runCommand';
import { unitPlan } from '../../../../shared/plan/unitPlanFixture';

/** Top: Bolt, Cor, Fir. Revenue above 40: Elm, Fir, Gum, Hay. */
function ruledPlan() {
  const plan = unitPlan();
  const [scenario] = plan.scenarios;
  const rules = [
    parseRule(plan, scenario!, 'Segment is Top → North', 'r1'),
    parseRule(plan, scenario!, 'Revenue > 40 → South', 'r2'),
    parseRule(plan, scenario!, 'Name is Fir → South', 'r3'),
    parseRule(plan, scenario!, 'Name is Nobody → South', 'r4'),
  ];
  const diff = runCommand(plan, { kind: 'setRules', scenarioId: 's1', rules });
  return { plan, diff, ruled: applyDiff(plan, diff), rules };
}

describe('edits of rules', () => {
  it('say what each rule does as rules stand', () => {
    const { ruled } = ruledPlan();
    const words = (plan: typeof ruled) => {
      const run = dryRun(plan, plan.scenarios[0]!, 'all');
      return run.effects.map((_, position) => effectWords(run, position, String));
    };
    expect(words(ruled)).toEqual([
      'Takes 3 · 3 of them elsewhere now',
      'Takes 3 · 3 of them elsewhere now',
      'Rules above take all 1 that match',
      'Matches no account',
    ]);
    const applied = applyDiff(
      ruled,
      runCommand(ruled, { kind: 'applyRules', scenarioId: 's1', reach: 'all' }),
    );
    expect(words(applied).slice(0, 2)).toEqual(['Takes 3', 'Takes 3']);
    const locked = applyDiff(
      ruled,
      runCommand(ruled, { kind: 'setLocks', scenarioId: 's1', rows: Int32Array.of(1), isLocked: true }),
    );
    expect(words(locked)[0]).toBe('Takes 2 · 2 of them elsewhere now · 1 held where they are');
  });

  it('move a rule by one place and stop at the ends', () => {
    const { rules } = ruledPlan();
    const ids = (list: typeof rules | readonly (typeof rules)[number][]) => list.map(({ id }) => id);
    expect(ids(movedRule(rules, 1, -1))).toEqual(['r2', 'r1', 'r3', 'r4']);
    expect(ids(movedRule(rules, 1, 1))).toEqual(['r1', 'r3', 'r2', 'r4']);
    expect(movedRule(rules, 0, -1)).toBe(rules);
    expect(movedRule(rules, 3, 1)).toBe(rules);
  });

  it('come back whole by undo', () => {
    const { plan, diff, ruled } = ruledPlan();
    expect(applyDiff(ruled, invertDiff(diff))).toEqual(plan);
  });
});

import type { AssignmentRule } from '../../../../shared/model/rule';
import type { RuleDryRun } from '../../../../shared/plan/rules';
import { dispatchInRole } from '../../../state/activeRole';

/** Puts the list of rules in place of the one there is. @returns whether the plan took it */
export function setRules(scenarioId: string, rules: readonly AssignmentRule[]): boolean {
  return dispatchInRole({ kind: 'setRules', scenarioId, rules }).ok;
}

/** The list with one rule a place up or down; the same list where it is at the end already. */
export function movedRule(
  rules: readonly AssignmentRule[],
  from: number,
  step: 1 | -1,
): readonly AssignmentRule[] {
  const to = from + step;
  if (to < 0 || to >= rules.length) return rules;
  return rules.with(from, rules[to]!).with(to, rules[from]!);
}

/** What a rule does as rules stand, in words. @param number how counts are written */
export function effectWords(run: RuleDryRun, position: number, number: (value: number) => string): string {
  const effect = run.effects[position]!;
  if (effect.isTargetGone) return 'Its territory is gone: it takes nothing';
  if (!effect.rule.isOn) return `Off; ${number(effect.matchCount)} would match`;
  if (effect.isIdle) return 'Matches no account';
  if (effect.isShadowed) return `Rules above take all ${number(effect.matchCount)} that match`;
  const parts = [`Takes ${number(effect.rows.length)}`];
  if (effect.movedCount > 0) parts.push(`${number(effect.movedCount)} of them elsewhere now`);
  if (effect.heldCount > 0) parts.push(`${number(effect.heldCount)} held where they are`);
  return parts.join(' · ');
}

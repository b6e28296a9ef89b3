import { causeCode } from '../../model/alignment';
import type { PlanDocument } from '../../model/planDocument';
import { assignmentRuleSchema } from '../../model/rule';
import { changeOfClaims, countOfAccounts, diffOfChange } from '../claimChange';
import type { PlanCommand } from '../command';
import { CommandError } from '../commandError';
import { primaryAlignment, requireAlignment, requireScenario } from '../lookup';
import { scenarioOfRole } from '../overlay';
import type { PlanDiff } from '../planDiff';
import { firstMatches, ruleCode, ruleReach } from '../rules';

type CommandOf<Kind extends PlanCommand['kind']> = Extract<PlanCommand, { kind: Kind }>;

/** A role's list of rules as a whole, in order; nothing moves until they are applied. */
export function setRules(document: PlanDocument, command: CommandOf<'setRules'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  requireAlignment(scenario, command.role);
  const rules = command.rules.map((rule) => {
    const parsed = assignmentRuleSchema.safeParse({ ...rule, role: command.role });
    if (!parsed.success)
      throw new CommandError('A rule needs a condition and a territory. Complete it first.');
    return parsed.data;
  });
  const others = (scenario.rules ?? []).filter(({ role }) => role !== command.role);
  const count = (scenario.rules?.length ?? 0) - others.length;
  const all = [...rules, ...others];
  let label = 'change the rules';
  if (rules.length === count + 1) label = 'add a rule';
  if (rules.length === count - 1) label = 'remove a rule';
  return {
    label,
    changes: [
      {
        kind: 'scenarioFields',
        scenarioId: scenario.id,
        before: { rules: scenario.rules },
        after: { rules: all.length > 0 ? all : undefined },
      },
    ],
  };
}

/** Every account in reach goes where the first rule that matches it says. */
export function applyRules(document: PlanDocument, command: CommandOf<'applyRules'>): PlanDiff {
  const scenario = scenarioOfRole(requireScenario(document, command.scenarioId), command.role);
  const { accounts } = document;
  const rules = scenario.rules ?? [];
  const first = firstMatches(accounts, scenario);
  const codes = rules.map((rule) => ruleCode(scenario, rule));
  const mayMove = ruleReach(document, scenario, command.reach);
  const wanted = command.rows ?? Int32Array.from(first.keys());
  const rows = wanted.filter((row) => first[row]! >= 0 && mayMove(row));
  const change = changeOfClaims(
    accounts,
    scenario,
    primaryAlignment(scenario),
    rows,
    (row) => codes[first[row]!] ?? -1,
    causeCode('rule'),
  );
  return diffOfChange(`apply rules to ${countOfAccounts(change.rows.length)}`, change);
}

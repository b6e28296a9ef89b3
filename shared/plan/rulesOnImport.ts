import type { AccountTable } from '../model/accountTable';
import type { PlanDocument } from '../model/planDocument';
import { applyDiff } from './applyDiff';
import { scenarioOfRole } from './overlay';
import { dryRun } from './rules';
import { ruleToText } from './ruleText';
import { runCommand } from './runCommand';

/** What the rules of an alignment will do with the accounts that an import brings. */
export interface RulesOnImport {
  readonly scenarioName: string;
  /** An overlay; null = the primary alignment. */
  readonly role: string | null;
  /** Rules that take any, in their order. */
  readonly taken: readonly { readonly position: number; readonly sentence: string; readonly count: number }[];
  /** New accounts that no rule takes. */
  readonly untakenCount: number;
}

/**
 * Tells before an import what rules will take of its new accounts, as importCommand applies them.
 * @param table the plan's accounts as the import leaves them
 * @returns one an alignment that has rules; [] where none has, or no account is new
 */
export function rulesOnImport(plan: PlanDocument, table: AccountTable): RulesOnImport[] {
  const known = plan.accounts.rowCount;
  const ruled = plan.scenarios.filter(({ rules = [] }) => rules.length > 0);
  if (ruled.length === 0 || table.rowCount <= known) return [];
  const merged = applyDiff(plan, runCommand(plan, { kind: 'importAccounts', table, fileName: '' }));
  let newCount = 0;
  for (let row = known; row < table.rowCount; row++) if (!table.removed[row]) newCount++;
  return ruled.flatMap(({ id, name, rules = [] }) => {
    const scenario = merged.scenarios.find((each) => each.id === id)!;
    return [...new Set(rules.map(({ role }) => role))].map((role): RulesOnImport => {
      const view = scenarioOfRole(scenario, role);
      const taken = dryRun(merged, view, 'free')
        .effects.map(({ rule, rows }, position) => ({
          position,
          sentence: ruleToText(merged, view, rule),
          count: rows.filter((row) => row >= known).length,
        }))
        .filter(({ count }) => count > 0);
      const takenCount = taken.reduce((sum, { count }) => sum + count, 0);
      return { scenarioName: name, role: role ?? null, taken, untakenCount: newCount - takenCount };
    });
  });
}

import type { AccountTable } from '../model/accountTable';
import { findAttribute, findMeasure } from '../model/accountTable';
import { causeCode, FOLLOW, HOLDOUT, HOUSE } from '../model/alignment';
import { PLACE_LEVELS } from '../model/placeLevel';
import type { PlanDocument } from '../model/planDocument';
import type { AssignmentRule, RuleCondition } from '../model/rule';
import type { Scenario } from '../model/scenario';
import { effectiveAssignment } from './effectiveAssignment';
import { effectiveLocks } from './heldTogether';
import { isAssignable, primaryAlignment } from './lookup';
import { unitColumn } from './unitKeys';

type Test = (row: number) => boolean;

function folded(value: string | number | undefined): string {
  return String(value ?? '')
    .trim()
    .toLowerCase();
}

/** Whether a text meets a condition; texts are compared without regard to case and outer spaces. */
function textMeets({ operator, values }: RuleCondition, text: string): boolean {
  const own = folded(text);
  const [first, second] = values;
  switch (operator) {
    case 'is':
      return own === folded(first);
    case 'isNot':
      return own !== folded(first);
    case 'contains':
      return own.includes(folded(first));
    case 'startsWith':
      return own.startsWith(folded(first));
    case 'oneOf':
      return values.some((value) => own === folded(value));
    case 'isEmpty':
      return own === '';
    default:
      return own !== '' && numberMeets(operator, Number(own), Number(first), Number(second));
  }
}

function numberMeets(
  operator: RuleCondition['operator'],
  own: number,
  first: number,
  second: number,
): boolean {
  switch (operator) {
    case 'gt':
      return own > first;
    case 'gte':
      return own >= first;
    case 'lt':
      return own < first;
    case 'lte':
      return own <= first;
    case 'between':
      return own >= first && own <= second;
    default:
      return false;
  }
}

/** Whether a measure's value meets a condition; none (NaN) meets `isEmpty` and `isNot` alone. */
function measureMeets(condition: RuleCondition, value: number): boolean {
  const { operator, values } = condition;
  if (operator === 'isEmpty') return Number.isNaN(value);
  if (operator === 'is') return value === Number(values[0]);
  if (operator === 'isNot') return value !== Number(values[0]);
  if (operator === 'oneOf') return values.some((wanted) => value === Number(wanted));
  if (operator === 'contains' || operator === 'startsWith') {
    return !Number.isNaN(value) && textMeets(condition, String(value));
  }
  return numberMeets(operator, value, Number(values[0]), Number(values[1]));
}

/** A condition as a test of rows; texts are tried once for each entry of a dictionary. */
function compileCondition(accounts: AccountTable, condition: RuleCondition): Test {
  const { field } = condition;
  if (field.kind === 'name') return (row) => textMeets(condition, accounts.names[row]!);
  if (field.kind === 'placeLevel') {
    const met = PLACE_LEVELS.map((level) => textMeets(condition, level));
    return (row) => met[accounts.placeLevels[row]!]!;
  }
  if (field.kind === 'measure') {
    const measure = findMeasure(accounts, field.measureId);
    return measure ? (row) => measureMeets(condition, measure.values[row]!) : () => false;
  }
  const column =
    field.kind === 'unit' ? unitColumn(accounts, field.level) : findAttribute(accounts, field.attributeId);
  if (!column) return () => textMeets(condition, '');
  const met = column.dictionary.map((text) => textMeets(condition, text));
  return (row) => met[column.codes[row]!]!;
}

/** Rows that meet all of some conditions, ascending. */
export function rowsThatMeet(accounts: AccountTable, conditions: readonly RuleCondition[]): Int32Array {
  const test = compileRule(accounts, { conditions });
  return Int32Array.from(accounts.removed.keys()).filter((row) => !accounts.removed[row] && test(row));
}

function compileRule(accounts: AccountTable, rule: { readonly conditions: readonly RuleCondition[] }): Test {
  const tests = rule.conditions.map((condition) => compileCondition(accounts, condition));
  return (row) => tests.every((test) => test(row));
}

/** The code that a rule gives; null where its territory is gone. */
export function ruleCode(scenario: Scenario, rule: AssignmentRule): number | null {
  const { target } = rule;
  if ('nobody' in target)
    return target.nobody === 'house' ? HOUSE : target.nobody === 'holdout' ? HOLDOUT : -1;
  const index = scenario.territories.findIndex(({ id }) => id === target.territoryId);
  const territory = scenario.territories[index];
  return territory && isAssignable(scenario, territory) ? index : null;
}

/** The first rule that takes each row, by position; −1 = none. Rules that are off or whose territory is gone take none. */
export function firstMatches(accounts: AccountTable, scenario: Scenario): Int32Array {
  const first = new Int32Array(accounts.rowCount).fill(-1);
  (scenario.rules ?? []).forEach((rule, position) => {
    if (!rule.isOn || ruleCode(scenario, rule) === null) return;
    const test = compileRule(accounts, rule);
    for (let row = 0; row < first.length; row++) {
      if (first[row] === -1 && !accounts.removed[row] && test(row)) first[row] = position;
    }
  });
  return first;
}

/** Whether rules may move an account. */
export function ruleReach(
  document: PlanDocument,
  scenario: Scenario,
  reach: 'free' | 'all',
): (row: number) => boolean {
  const alignment = primaryAlignment(scenario);
  const locks = effectiveLocks(document.accounts, scenario, alignment);
  const assignment = effectiveAssignment(document.accounts, scenario, alignment);
  const [named, byRule, byUnit] = [causeCode('named'), causeCode('rule'), causeCode('unit')];
  return (row) => {
    const cause = alignment.causes[row]!;
    if (locks[row] || document.accounts.removed[row] || cause === named) return false;
    if (assignment[row] === HOUSE || assignment[row] === HOLDOUT) return cause === byRule;
    if (reach === 'all') return true;
    const isFollowing = alignment.claims[row] === FOLLOW;
    return isFollowing || assignment[row]! < 0 || cause === byRule || cause === byUnit;
  };
}

export interface RuleEffect {
  readonly rule: AssignmentRule;
  /** Accounts that it takes: it is the first that matches, and they may move. */
  readonly rows: Int32Array;
  /** Those of them that are elsewhere now. */
  readonly movedCount: number;
  /** Accounts that meet its conditions, whoever takes them. */
  readonly matchCount: number;
  /** Accounts that it would take but that are locked, named, set aside or out of reach. */
  readonly heldCount: number;
  /** It matches nobody. */
  readonly isIdle: boolean;
  /** It matches, but rules before it take all of them. */
  readonly isShadowed: boolean;
  readonly isTargetGone: boolean;
}

/** Two rules that would give the same accounts to different territories; the earlier one wins. */
export interface RuleConflict {
  readonly earlier: number;
  readonly later: number;
  readonly count: number;
}

export interface RuleDryRun {
  readonly effects: readonly RuleEffect[];
  readonly conflicts: readonly RuleConflict[];
  /** Accounts that no rule matches. */
  readonly unmatchedCount: number;
}

/** What the rules would do, without doing it. */
export function dryRun(document: PlanDocument, scenario: Scenario, reach: 'free' | 'all'): RuleDryRun {
  const { accounts } = document;
  const rules = scenario.rules ?? [];
  const first = firstMatches(accounts, scenario);
  const mayMove = ruleReach(document, scenario, reach);
  const assignment = effectiveAssignment(accounts, scenario, primaryAlignment(scenario));
  const codes = rules.map((rule) => ruleCode(scenario, rule));
  const tests = rules.map((rule) => compileRule(accounts, rule));
  const taken: number[][] = rules.map(() => []);
  const matches = new Int32Array(rules.length);
  const held = new Int32Array(rules.length);
  const clashes = new Map<number, number>();
  let unmatchedCount = 0;
  for (let row = 0; row < accounts.rowCount; row++) {
    if (accounts.removed[row]) continue;
    const winner = first[row]!;
    if (winner < 0) unmatchedCount++;
    else if (mayMove(row)) taken[winner]!.push(row);
    else held[winner]!++;
    tests.forEach((test, position) => {
      if (!test(row)) return;
      matches[position]!++;
      const isLive = rules[position]!.isOn && codes[position] !== null;
      if (!isLive || position <= winner || winner < 0 || codes[position] === codes[winner]) return;
      const key = winner * rules.length + position;
      clashes.set(key, (clashes.get(key) ?? 0) + 1);
    });
  }
  const effects = rules.map((rule, position): RuleEffect => {
    const rows = Int32Array.from(taken[position]!);
    const isTaking = rows.length + held[position]! > 0;
    return {
      rule,
      rows,
      movedCount: rows.reduce((count, row) => count + (assignment[row] === codes[position] ? 0 : 1), 0),
      matchCount: matches[position]!,
      heldCount: held[position]!,
      isIdle: matches[position] === 0,
      isShadowed: rule.isOn && codes[position] !== null && matches[position]! > 0 && !isTaking,
      isTargetGone: codes[position] === null,
    };
  });
  const conflicts = [...clashes].map(([key, count]): RuleConflict => ({
    earlier: Math.floor(key / rules.length),
    later: key % rules.length,
    count,
  }));
  return { effects, conflicts: conflicts.sort((a, b) => b.count - a.count), unmatchedCount };
}

import type { UnitLevel } from '../model/exception';
import type { PlanDocument } from '../model/planDocument';
import type { AssignmentRule, RuleCondition, RuleField, RuleOperator } from '../model/rule';
import type { Scenario } from '../model/scenario';
import { CommandError } from './commandError';
import { isAssignable } from './lookup';

/** Words of the operators, longer ones first, so that "is not" is not read as "is". */
const OPERATOR_WORDS: readonly (readonly [RuleOperator, string])[] = [
  ['startsWith', 'starts with'],
  ['isEmpty', 'is empty'],
  ['between', 'is between'],
  ['oneOf', 'is one of'],
  ['isNot', 'is not'],
  ['contains', 'contains'],
  ['gte', '≥'],
  ['lte', '≤'],
  ['gt', '>'],
  ['lt', '<'],
  ['is', 'is'],
];
/** What a person types on a keyboard without the signs. */
const TYPED_WORDS: readonly (readonly [RuleOperator, string])[] = [
  ...OPERATOR_WORDS.slice(0, 6),
  ['gte', '≥'],
  ['gte', '>='],
  ['lte', '≤'],
  ['lte', '<='],
  ['gt', '>'],
  ['lt', '<'],
  ['is', '='],
  ['is', 'is'],
];
const UNIT_FIELDS: readonly (readonly [UnitLevel, string])[] = [
  ['country', 'Country unit'],
  ['region', 'Region unit'],
  ['county', 'County unit'],
  ['zip3', 'ZIP3 unit'],
];
const NOBODY_WORDS = { unassigned: 'Unassigned', house: 'House', holdout: 'Holdout' } as const;

/** A field that rules can ask about, with the name that it has in a rule's text. */
export interface NamedRuleField {
  readonly field: RuleField;
  readonly name: string;
}

/** All fields of a plan; of two with the same name the later one carries its id. */
export function ruleFields({ accounts }: PlanDocument): NamedRuleField[] {
  const all: NamedRuleField[] = [
    ...accounts.attributes.map(({ id, name }) => ({
      field: { kind: 'attribute' as const, attributeId: id },
      name,
    })),
    ...accounts.measures.map(({ id, name }) => ({
      field: { kind: 'measure' as const, measureId: id },
      name,
    })),
    ...UNIT_FIELDS.map(([level, name]) => ({ field: { kind: 'unit' as const, level }, name })),
    { field: { kind: 'placeLevel' }, name: 'Placed' },
    { field: { kind: 'name' }, name: 'Name' },
  ];
  const taken = new Set<string>();
  return all.map(({ field, name }) => {
    let free = name;
    if (taken.has(free.toLowerCase())) free = `${name} (${fieldId(field)})`;
    taken.add(free.toLowerCase());
    return { field, name: free };
  });
}

function fieldId(field: RuleField): string {
  if (field.kind === 'attribute') return field.attributeId;
  if (field.kind === 'measure') return field.measureId;
  return field.kind === 'unit' ? field.level : field.kind;
}

/** A rule as a sentence: "Segment is Enterprise and Region is CA → Named West". */
export function ruleToText(document: PlanDocument, scenario: Scenario, rule: AssignmentRule): string {
  const fields = ruleFields(document);
  const conditions = rule.conditions.map((condition) => conditionText(fields, condition));
  const { target } = rule;
  const name =
    'nobody' in target
      ? NOBODY_WORDS[target.nobody]
      : (scenario.territories.find(({ id }) => id === target.territoryId)?.name ??
        'a territory that is gone');
  return `${conditions.join(' and ')} → ${name}`;
}

function conditionText(
  fields: readonly NamedRuleField[],
  { field, operator, values }: RuleCondition,
): string {
  const key = `${field.kind} ${fieldId(field)}`;
  const known = fields.find((one) => `${one.field.kind} ${fieldId(one.field)}` === key);
  const word = OPERATOR_WORDS.find(([one]) => one === operator)![1];
  const name = known?.name ?? fieldId(field);
  if (operator === 'isEmpty') return `${name} ${word}`;
  const joint = operator === 'between' ? ' and ' : ', ';
  return `${name} ${word} ${values.map(valueText).join(joint)}`;
}

/** Numbers and plain words stand as they are; what could be read as more than a value is quoted. */
function valueText(value: string | number): string {
  const text = String(value);
  const isPlain = typeof value === 'number' || /^[^\s",→>]+( (?!and )[^\s",→>]+)*$/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

/**
 * Reads a typed rule.
 * @throws CommandError saying what could not be read and what is possible there
 */
export function parseRule(
  document: PlanDocument,
  scenario: Scenario,
  text: string,
  id: string,
): AssignmentRule {
  const arrow = /^(.*?)(?:→|->|=>)([^"]*|\s*".*"\s*)$/s.exec(text.trim());
  if (!arrow)
    throw new CommandError('A rule ends with an arrow and a territory, for example: Segment is Top -> North');
  const reader = new RuleReader(ruleFields(document), arrow[1]!.trim());
  const conditions: RuleCondition[] = [reader.condition()];
  while (reader.takeWord('and')) conditions.push(reader.condition());
  reader.expectEnd();
  return { id, conditions, target: readTarget(scenario, arrow[2]!.trim()), isOn: true };
}

/** As many territories as a refusal names: as many as a sentence bears. */
const NAMES_TOLD = 8;

function readTarget(scenario: Scenario, text: string): AssignmentRule['target'] {
  const wanted = text.toLowerCase();
  const territory = scenario.territories.find(
    (one) => isAssignable(scenario, one) && one.name.toLowerCase() === wanted,
  );
  if (territory) return { territoryId: territory.id };
  for (const nobody of ['unassigned', 'house', 'holdout'] as const) if (wanted === nobody) return { nobody };
  const names = scenario.territories.filter((one) => isAssignable(scenario, one)).map(({ name }) => name);
  const more = names.length > NAMES_TOLD ? ` and ${names.length - NAMES_TOLD} more` : '';
  const known =
    names.length === 0
      ? 'None has been added yet.'
      : `There are: ${names.slice(0, NAMES_TOLD).join(', ')}${more}.`;
  throw new CommandError(`There is no territory ${text}. ${known}`);
}

/** Reads conditions from left to right. */
class RuleReader {
  constructor(
    private readonly fields: readonly NamedRuleField[],
    private rest: string,
  ) {}

  condition(): RuleCondition {
    const { field, name } = this.takeField();
    const operator = this.takeOperator(name);
    if (operator === 'isEmpty') return { field, operator, values: [] };
    const texts = [this.takeValue(operator)];
    if (operator === 'between') {
      if (!this.takeWord('and')) throw new CommandError(`${name} is between needs two numbers: 5 and 10.`);
      texts.push(this.takeValue('is'));
    }
    while (operator === 'oneOf' && this.take(',')) texts.push(this.takeValue(operator));
    const isNumber = field.kind === 'measure' || ['gt', 'gte', 'lt', 'lte', 'between'].includes(operator);
    const values = texts.map((text) => {
      if (!isNumber || operator === 'contains' || operator === 'startsWith') return text;
      const value = Number(text.replaceAll(/[_ ]/g, ''));
      if (text === '' || Number.isNaN(value)) {
        throw new CommandError(`${name} is compared with a number, and "${text}" is none.`);
      }
      return value;
    });
    return { field, operator, values };
  }

  expectEnd(): void {
    if (this.rest !== '') throw new CommandError(`"${this.rest}" can't be read. Join conditions with "and".`);
  }

  takeWord(word: string): boolean {
    const match = new RegExp(`^${word}(?=\\s)`, 'i').exec(this.rest);
    return match ? this.take(match[0]) : false;
  }

  private take(text: string): boolean {
    if (!this.rest.toLowerCase().startsWith(text.toLowerCase())) return false;
    this.rest = this.rest.slice(text.length).trimStart();
    return true;
  }

  private takeField(): NamedRuleField {
    const sorted = [...this.fields].sort((a, b) => b.name.length - a.name.length);
    const found = sorted.find(({ name }) => {
      const next = this.rest.charAt(name.length);
      return this.rest.toLowerCase().startsWith(name.toLowerCase()) && !/[\p{L}\d]/u.test(next);
    });
    if (found && this.take(found.name)) return found;
    const names = this.fields.slice(0, 8).map(({ name }) => name);
    throw new CommandError(
      `"${this.rest}" begins with no column. Columns are: ${names.join(', ')} and others.`,
    );
  }

  private takeOperator(name: string): RuleOperator {
    for (const [operator, word] of TYPED_WORDS) {
      const isWord = /[a-z]$/.test(word);
      if (isWord && /[\p{L}\d]/u.test(this.rest.charAt(word.length))) continue;
      if (this.take(word)) return operator;
    }
    throw new CommandError(
      `After ${name} comes: is, is not, contains, starts with, is one of, >, <, is between or is empty.`,
    );
  }

  /** A quoted text, or all up to the next "and" (or comma in a list). */
  private takeValue(operator: RuleOperator): string {
    const quoted = /^"((?:[^"]|"")*)"/.exec(this.rest);
    if (quoted) {
      this.take(quoted[0]);
      return quoted[1]!.replaceAll('""', '"');
    }
    const end = operator === 'oneOf' ? /,|\sand\s|$/i : /\sand\s|$/i;
    const at = this.rest.search(end);
    const value = this.rest.slice(0, at).trim();
    this.rest = this.rest.slice(at).trimStart();
    if (value === '') throw new CommandError('A value is missing at the end of the rule.');
    return value;
  }
}

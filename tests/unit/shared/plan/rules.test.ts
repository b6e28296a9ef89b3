import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import type { AssignmentRule, RuleCondition } from '../../../../shared/model/rule';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import type { PlanCommand } from '../../../../shared/plan/command';
import { evaluateTerritories } from '../../../../shared/plan/evaluateTerritories';
import { EMPTY_HISTORY, pushEdit } from '../../../../shared/plan/history';
import { dryRun, rowsThatMeet } from '../../../../shared/plan/rules';
import { parseRule, ruleToText } from '../../../../shared/plan/ruleText';
import { runCommand } from '../../../../shared/plan/runCommand';
import { whyHere } from '../../../../shared/plan/whyHere';
import { unitPlan } from './unitPlanFixture';

const scenarioId = 's1';
const plan = unitPlan();
const scenarioOf = (document: PlanDocument) => document.scenarios[0]!;
const rule = (text: string, id = text): AssignmentRule => parseRule(plan, scenarioOf(plan), text, id);
const run = (document: PlanDocument, ...commands: PlanCommand[]) =>
  commands.reduce((current, command) => applyDiff(current, runCommand(current, command)), document);
const withRules = (...texts: string[]) =>
  run(plan, { kind: 'setRules', scenarioId, rules: texts.map((text) => rule(text)) });
const assignmentOf = (document: PlanDocument) => [
  ...evaluateTerritories(document, scenarioOf(document), null).assignment,
];

describe('rowsThatMeet', () => {
  const segment = { kind: 'attribute', attributeId: 'segment' } as const;
  const revenue = { kind: 'measure', measureId: 'revenue' } as const;
  it('gives the rows that meet all conditions, removed ones left out', () => {
    const conditions: RuleCondition[] = [
      { field: segment, operator: 'is', values: ['top'] },
      { field: revenue, operator: 'gte', values: [30] },
    ];
    expect([...rowsThatMeet(plan.accounts, conditions)]).toEqual([2, 5]);
    const removed = Uint8Array.from(plan.accounts.removed).fill(1, 2, 3);
    expect([...rowsThatMeet({ ...plan.accounts, removed }, conditions)]).toEqual([5]);
  });
});

describe('rules', () => {
  it.each([
    ['Segment is Top -> North', [1, 2, 5]],
    ['Segment is not Top -> North', [0, 3, 4, 6, 7]],
    ['Segment is one of Mid, "Small, local" -> North', [0, 4, 6, 7]],
    ['Segment contains LOC -> North', [6]],
    ['Segment starts with m -> North', [0, 4, 7]],
    ['Segment is empty -> North', [3]],
    ['Revenue > 60 -> North', [6, 7]],
    ['Revenue >= 60 -> North', [5, 6, 7]],
    ['Revenue < 20 -> North', [0]],
    ['Revenue ≤ 20 -> North', [0, 1]],
    ['Revenue is between 20 and 40 and Segment is Top -> North', [1, 2]],
    ['Region unit is US-CA and Name is not Ada -> North', [1, 2, 3]],
    ['ZIP3 unit is CA-941 -> North', [0, 1]],
    ['Placed is exact and County unit is one of 36061, 36047 -> North', [4, 5, 6, 7]],
  ])('take what they say: %s', (text, rows) => {
    expect([...dryRun(withRules(text), scenarioOf(withRules(text)), 'all').effects[0]!.rows]).toEqual(rows);
  });

  it('the first that matches wins; the dry run tells takes, conflicts and rules that never match', () => {
    const document = withRules(
      'Segment is Top -> North',
      'Revenue > 50 -> South',
      'Segment is Top and Revenue is 60 -> South',
      'Segment is Huge -> South',
    );
    const result = dryRun(document, scenarioOf(document), 'all');
    expect(result.effects.map(({ rows }) => [...rows])).toEqual([[1, 2, 5], [6, 7], [], []]);
    expect(result.effects.map(({ matchCount }) => matchCount)).toEqual([3, 3, 1, 0]);
    expect(result.effects.map(({ isIdle, isShadowed }) => [isIdle, isShadowed])).toEqual([
      [false, false],
      [false, false],
      [false, true],
      [true, false],
    ]);
    expect(result.conflicts).toEqual([
      { earlier: 0, later: 1, count: 1 },
      { earlier: 0, later: 2, count: 1 },
    ]);
    expect(result.unmatchedCount).toBe(3);
    const diff = runCommand(document, { kind: 'applyRules', scenarioId, reach: 'all' });
    expect(diff.label).toBe('apply rules to 5 accounts');
    expect(assignmentOf(applyDiff(document, diff))).toEqual([-1, 1, 1, -1, -1, 1, 2, 2]);
  });

  it('leave named, locked and house accounts, and those moved by hand when only free ones are in reach', () => {
    const base = withRules('Revenue > 0 -> North');
    const held = run(
      base,
      { kind: 'assignAccounts', scenarioId, rows: Int32Array.of(0), target: { territoryId: 'south' } },
      {
        kind: 'assignAccounts',
        scenarioId,
        rows: Int32Array.of(1),
        target: { territoryId: 'south' },
        cause: 'named',
      },
      { kind: 'setLocks', scenarioId, rows: Int32Array.of(2), isLocked: true },
      { kind: 'assignAccounts', scenarioId, rows: Int32Array.of(3), target: { nobody: 'house' } },
    );
    const free = run(held, { kind: 'applyRules', scenarioId, reach: 'free' });
    expect(assignmentOf(free)).toEqual([2, 2, -1, -2, 1, 1, 1, 1]);
    expect(assignmentOf(run(held, { kind: 'applyRules', scenarioId, reach: 'all' }))[0]).toBe(1);
    expect(dryRun(held, scenarioOf(held), 'free').effects[0]!.heldCount).toBe(4);
  });

  it('are read back from their text, whatever the values', () => {
    const value = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('a and b', 'x → y', '"q"', 'A, B', 'is', 'and'),
    );
    const condition: fc.Arbitrary<RuleCondition> = fc.oneof(
      fc.record({
        field: fc.constantFrom(
          { kind: 'attribute' as const, attributeId: 'segment' },
          { kind: 'name' as const },
        ),
        operator: fc.constantFrom(
          'is' as const,
          'isNot' as const,
          'contains' as const,
          'startsWith' as const,
        ),
        values: value.map((one) => [one]),
      }),
      fc.record({
        field: fc.constant({ kind: 'measure' as const, measureId: 'revenue' }),
        operator: fc.constant('between' as const),
        values: fc.tuple(fc.integer(), fc.integer()).map((pair): number[] => pair),
      }),
      fc.record({
        field: fc.constant({ kind: 'unit' as const, level: 'county' as const }),
        operator: fc.constant('oneOf' as const),
        values: fc.array(value, { minLength: 1, maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 3 }), (conditions) => {
        const one: AssignmentRule = { id: 'r', conditions, target: { territoryId: 'south' }, isOn: true };
        expect(parseRule(plan, scenarioOf(plan), ruleToText(plan, scenarioOf(plan), one), 'r')).toEqual(one);
      }),
    );
  });

  it.each([
    ['Segment is Top', 'ends with an arrow'],
    ['Segmint is Top -> North', 'begins with no column'],
    ['Segment like Top -> North', 'After Segment comes'],
    ['Revenue > much -> North', '"much" is none'],
    ['Segment is Top -> Nowhere', 'There are: North, South.'],
  ])('that can’t be read say why: %s', (text, message) => {
    expect(() => rule(text)).toThrow(message);
  });

  it('that lead to no territory name some, and say how many more there are', () => {
    const scenario = scenarioOf(plan);
    const leaf = scenario.territories.find(({ id }) => id === 'north')!;
    const many = Array.from({ length: 11 }, (_, at) => ({ ...leaf, id: `t${at}`, name: `T${at}` }));
    const wide = {
      ...scenario,
      territories: [...scenario.territories.filter(({ level }) => level === 0), ...many],
    };
    expect(() => parseRule(plan, wide, 'Segment is Top -> Nowhere', 'r')).toThrow('T6, T7 and 3 more.');
  });
});

describe('whyHere', () => {
  it('answers with rule, unit, name, hand or nobody', () => {
    const rules = withRules('Segment is Top -> North');
    const diff = runCommand(rules, { kind: 'applyRules', scenarioId, reach: 'all' });
    const applied = applyDiff(rules, diff);
    const history = pushEdit(EMPTY_HISTORY, diff, 1_000);
    const sentence = (document: PlanDocument, row: number) =>
      whyHere(document, scenarioOf(document), row, history).sentence;
    expect(sentence(applied, 1)).toBe('By rule 1: Segment is Top → North.');
    expect(whyHere(applied, scenarioOf(applied), 1, history).edit).toMatchObject({
      at: 1_000,
      label: 'apply rules to 3 accounts',
    });
    expect(sentence(applied, 0)).toBe('Nobody claims it: neither the account nor its land.');
    const more = run(
      applied,
      {
        kind: 'assignUnits',
        scenarioId,
        level: 'county',
        unitIds: ['36061'],
        target: { territoryId: 'south' },
        scope: 'unitsAndAccounts',
      },
      {
        kind: 'putException',
        scenarioId,
        territoryId: 'north',
        exception: {
          id: 'e',
          kind: 'named',
          target: { rows: [7] },
          owner: 'Ann',
          reason: 'old friends',
          expiresOn: null,
        },
      },
      { kind: 'assignAccounts', scenarioId, rows: Int32Array.of(6), target: { territoryId: 'north' } },
      { kind: 'setRules', scenarioId, rules: [] },
    );
    expect(sentence(more, 4)).toBe('It follows its county 36061.');
    expect(sentence(more, 7)).toBe('Named by Ann: old friends.');
    expect(sentence(more, 6)).toBe('By hand.');
    expect(sentence(more, 1)).toBe('By a rule that has changed since.');
  });
});

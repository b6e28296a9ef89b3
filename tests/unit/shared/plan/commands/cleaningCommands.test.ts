import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeText, countedValues, encodeAttribute } from '../../../../../shared/model/accountTable';
import { placeLevelCode } from '../../../../../shared/model/placeLevel';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import type { AccountMerge, MergedMeasures } from '../../../../../shared/plan/cleaning/cleaningEdit';
import { CommandError } from '../../../../../shared/plan/commandError';
import { invertDiff } from '../../../../../shared/plan/planDiff';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { smallPlan } from '../planFixture';

const plan = smallPlan();

function merged(merges: readonly AccountMerge[], measures: MergedMeasures = 'keep', document = plan) {
  const diff = runCommand(document, { kind: 'mergeAccounts', merges, measures });
  return { diff, accounts: applyDiff(document, diff).accounts };
}

describe('mergeAccounts', () => {
  it('keeps one row, fills what it lacks from the others, and removes them', () => {
    const { diff, accounts } = merged([{ keptRow: 3, rows: [2, 4] }]);
    expect(diff.label).toBe('merge 2 accounts into Dune');
    expect([...accounts.removed]).toEqual([0, 0, 1, 0, 1, 0]);
    expect(attributeText(accounts, 'segment', 3)).toBe('Top');
    expect(accounts.measures[0]!.values[3]).toBe(40);
    expect(accounts.measures[1]!.values[3]).toBe(4);
  });

  it('fills an unknown measure: none, or a sentinel that does not count', () => {
    const { accounts } = merged([
      { keptRow: 5, rows: [0] },
      { keptRow: 2, rows: [1] },
    ]);
    expect(accounts.measures[0]!.values[5]).toBe(10);
    expect(accounts.measures[1]!.values[2]).toBe(2);
  });

  it('adds up measures where asked, and leaves sentinels out of the sum', () => {
    const { accounts } = merged([{ keptRow: 0, rows: [4, 5] }], 'sum');
    expect(accounts.measures[0]!.values[0]).toBe(60.25);
    expect(accounts.measures[1]!.values[0]).toBe(12);
  });

  it('takes the better place', () => {
    const rough = {
      ...plan,
      accounts: {
        ...plan.accounts,
        placeLevels: plan.accounts.placeLevels
          .with(0, placeLevelCode('city'))
          .with(5, placeLevelCode('none')),
      },
    };
    const { accounts } = merged(
      [
        { keptRow: 0, rows: [5, 1] },
        { keptRow: 2, rows: [3] },
      ],
      'keep',
      rough,
    );
    expect(accounts.lng[0]).toBe(1);
    expect(accounts.placeLevels[0]).toBe(placeLevelCode('exact'));
    expect(accounts.lng[2]).toBe(2);
  });

  it('gives children to the kept account, which never becomes its own parent', () => {
    const family = {
      ...plan,
      accounts: {
        ...plan.accounts,
        attributes: [encodeAttribute('parent', 'Parent account', ['a2', '', 'a2', 'a1', '', ''])],
      },
    };
    const { accounts } = merged([{ keptRow: 0, rows: [1] }], 'keep', family);
    expect([0, 2, 3].map((row) => attributeText(accounts, 'parent', row))).toEqual(['', 'a1', 'a1']);
  });

  it('says what is wrong with rows that are gone, doubled or alone', () => {
    expect(() => merged([{ keptRow: 0, rows: [] }])).toThrow(CommandError);
    expect(() => merged([{ keptRow: 0, rows: [0] }])).toThrow('only once');
    expect(() => merged([{ keptRow: 0, rows: [9] }])).toThrow('no longer in the plan');
  });

  it('loses neither a row nor an amount, and is undone whole', () => {
    const merges = fc
      .shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 2 })
      .map(([keptRow, ...rows]) => [{ keptRow: keptRow!, rows }]);
    fc.assert(
      fc.property(merges, fc.constantFrom('keep' as const, 'sum' as const), (groups, measures) => {
        const { diff, accounts } = merged(groups, measures);
        const live = accounts.removed.filter((removed) => removed === 0).length;
        expect(live).toBe(6 - groups[0]!.rows.length);
        expect(accounts.ids).toBe(plan.accounts.ids);
        if (measures === 'sum') {
          for (const [at, measure] of accounts.measures.entries()) {
            const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
            expect(total(countedValues(accounts, measure))).toBeCloseTo(
              total(countedValues(plan.accounts, plan.accounts.measures[at]!)),
              9,
            );
          }
        }
        expect(applyDiff(applyDiff(plan, diff), invertDiff(diff)).accounts).toBe(plan.accounts);
      }),
    );
  });
});

describe('replaceTexts', () => {
  it('replaces whole texts of one column', () => {
    const diff = runCommand(plan, {
      kind: 'replaceTexts',
      attributeId: 'segment',
      replacements: [{ from: 'Mid', to: ' Middle ' }],
    });
    expect(diff.label).toBe('replace Mid with Middle in Segment');
    const { accounts } = applyDiff(plan, diff);
    expect([0, 1, 2].map((row) => attributeText(accounts, 'segment', row))).toEqual([
      'Middle',
      'Middle',
      'Top',
    ]);
    expect(accounts.attributes[0]!.dictionary).not.toContain('Mid');
  });

  it('changes nothing where no account has the text, and refuses a column that is not there', () => {
    const edit = { kind: 'replaceTexts', replacements: [{ from: 'Low', to: 'Mid' }] } as const;
    expect(runCommand(plan, { ...edit, attributeId: 'segment' }).changes).toEqual([]);
    expect(() => runCommand(plan, { ...edit, attributeId: 'gone' })).toThrow(CommandError);
  });
});

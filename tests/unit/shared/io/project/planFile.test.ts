import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { readPlanFile, writePlanFile } from '../../../../../shared/io/project/planFile';
import { smallPlan } from '../../plan/planFixture';

function edited() {
  const plan = smallPlan();
  return applyDiff(
    plan,
    runCommand(plan, {
      kind: 'batch',
      label: 'all kinds of claims',
      commands: [
        {
          kind: 'assignAccounts',
          scenarioId: 's1',
          rows: Int32Array.of(0),
          target: { territoryId: 'north' },
        },
        { kind: 'assignAccounts', scenarioId: 's1', rows: Int32Array.of(1), target: { nobody: 'house' } },
        { kind: 'assignAccounts', scenarioId: 's1', rows: Int32Array.of(2), target: { nobody: 'holdout' } },
        {
          kind: 'assignAccounts',
          scenarioId: 's1',
          rows: Int32Array.of(3),
          target: { nobody: 'unassigned' },
        },
        { kind: 'setLocks', scenarioId: 's1', rows: Int32Array.of(0), isLocked: true },
        { kind: 'removeAccounts', rows: Int32Array.of(5) },
        { kind: 'duplicateScenario', scenarioId: 's1', newId: 's/2', name: 'B · Rebalance' },
      ],
    }),
  );
}

function withFile(bytes: Uint8Array, name: string, content: string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [name]: strToU8(content) });
}

describe('the plan file', () => {
  const bytes = writePlanFile(edited());

  it('reads back to the very same plan, text, numbers and claims', () => {
    expect(readPlanFile(bytes)).toEqual(edited());
  });

  it.each(['\r', 'a\rb\rc', ' ', '\uFEFF', '"', '\n', ','])(
    'keeps the text %j, and negative zero',
    (text) => {
      const plan = smallPlan();
      const odd = applyDiff(
        plan,
        runCommand(plan, {
          kind: 'batch',
          label: 'odd cells',
          commands: [0, 1, 2, 3, 4, 5].flatMap((row) => [
            { kind: 'editAccountCell' as const, row, column: { attributeId: 'segment', value: text } },
            { kind: 'editAccountCell' as const, row, column: { measureId: 'revenue', value: -0 } },
          ]),
        }),
      );
      const { accounts } = readPlanFile(writePlanFile(odd));
      const segment = accounts.attributes[0]!;
      expect(segment.dictionary[segment.codes[3]!]).toBe(text);
      expect(Object.is(accounts.measures[0]!.values[3], -0)).toBe(true);
    },
  );

  it('is the same bytes for the same plan, and holds the files that cli.md names', () => {
    expect(writePlanFile(readPlanFile(bytes))).toEqual(bytes);
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual([
      'accounts.csv',
      'locks.csv',
      'plan.json',
      'scenarios/s%2F2/assignment.csv',
      'scenarios/s1/assignment.csv',
      'units.csv',
    ]);
  });

  it('refuses what is no plan, and says what to do', () => {
    expect(() => readPlanFile(strToU8('id,name\n1,Ada'))).toThrow('import it');
    expect(() => readPlanFile(zipSync({ 'a.txt': strToU8('x') }))).toThrow('no plan.json');
    expect(() => readPlanFile(zipSync({ 'plan.json': strToU8('{"format":"other"}') }))).toThrow(
      'another program',
    );
  });

  it('refuses a plan of a newer app politely', () => {
    const newer = withFile(bytes, 'plan.json', '{"format":"evenland","version":99}');
    expect(() => readPlanFile(newer)).toThrow('Update Evenland to open it. The file was left as it is.');
  });

  it('names file and row of damage', () => {
    const text = 'accountId,territoryId,territoryName,cause\n' + 'a,nowhere,,hand\n'.repeat(6);
    const damaged = withFile(bytes, 'scenarios/s1/assignment.csv', text);
    expect(() => readPlanFile(damaged)).toThrow(
      'scenarios/s1/assignment.csv in the plan file, row 2: there is no territory with id nowhere',
    );
    const short = withFile(bytes, 'locks.csv', 'scenarioId,role,accountRow,accountId\ns1,primary\n');
    expect(() => readPlanFile(short)).toThrow('locks.csv in the plan file, row 2: 2 cells');
  });
});

import { describe, expect, it } from 'vitest';
import { encodeAttribute, type AccountTable } from '../../../../shared/model/accountTable';
import { placeLevelCode } from '../../../../shared/model/placeLevel';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import { evaluateTerritories } from '../../../../shared/plan/evaluateTerritories';
import { importCommand } from '../../../../shared/plan/importCommand';
import { rulesOnImport } from '../../../../shared/plan/rulesOnImport';
import { parseRule } from '../../../../shared/plan/ruleText';
import { runCommand } from '../../../../shared/plan/runCommand';
import { unitPlan } from './unitPlanFixture';

const scenarioId = 's1';

function ruledPlan() {
  const plan = unitPlan();
  const [scenario] = plan.scenarios;
  const rules = [
    parseRule(plan, scenario!, 'Segment is Top → North', 'r1'),
    parseRule(plan, scenario!, 'Revenue > 40 → South', 'r2'),
  ];
  return applyDiff(plan, runCommand(plan, { kind: 'setRules', scenarioId, rules }));
}

/** The accounts of the plan and three more: Ivy is Top, Jon has 90, Kit has 5. */
function withThreeMore({ accounts }: ReturnType<typeof unitPlan>): AccountTable {
  const rowCount = accounts.rowCount + 3;
  const floats = (values: Float64Array, more: number[]) => Float64Array.from([...values, ...more]);
  const segment = ['Mid', 'Top', 'Top', '', 'Mid', 'Top', 'Small, local', 'Mid', 'Top', 'Mid', 'Mid'];
  return {
    ...accounts,
    rowCount,
    ids: [...accounts.ids, 'a9', 'a10', 'a11'],
    names: [...accounts.names, 'Ivy', 'Jon', 'Kit'],
    lat: floats(accounts.lat, [40, 40, 40]),
    lng: floats(accounts.lng, [-74, -74, -74]),
    placeLevels: new Uint8Array(rowCount).fill(placeLevelCode('exact')),
    measures: accounts.measures.map((measure) => ({
      ...measure,
      values: floats(measure.values, [10, 90, 5]),
    })),
    attributes: accounts.attributes.map((attribute) =>
      attribute.id === 'segment'
        ? encodeAttribute('segment', 'Segment', segment)
        : { ...attribute, codes: Int32Array.from([...attribute.codes, 0, 0, 0]) },
    ),
    removed: new Uint8Array(rowCount),
  };
}

describe('rulesOnImport', () => {
  it('tells what each rule takes of the new accounts, and the import does just that', () => {
    const plan = ruledPlan();
    const table = withThreeMore(plan);
    expect(rulesOnImport(plan, table)).toEqual([
      {
        scenarioName: plan.scenarios[0]!.name,
        role: null,
        taken: [
          { position: 0, sentence: 'Segment is Top → North', count: 1 },
          { position: 1, sentence: 'Revenue > 40 → South', count: 1 },
        ],
        untakenCount: 1,
      },
    ]);
    const command = importCommand(plan, table, {
      fileName: 'more.csv',
      makesTerritories: false,
      territoriesFrom: 'owner',
      palette: [],
      newId: () => 'x',
    });
    const imported = applyDiff(plan, runCommand(plan, command));
    const { assignment } = evaluateTerritories(imported, imported.scenarios[0]!, null);
    expect([...assignment]).toEqual([-1, -1, -1, -1, -1, -1, -1, -1, 1, 2, -1]);
  });

  it('is silent without rules and without new accounts', () => {
    expect(rulesOnImport(unitPlan(), withThreeMore(unitPlan()))).toEqual([]);
    const plan = ruledPlan();
    expect(rulesOnImport(plan, plan.accounts)).toEqual([]);
  });
});

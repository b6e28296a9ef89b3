import { expect, test } from 'vitest';
import { encodeAttribute, emptyAccountTable, type AccountTable } from '../../../../shared/model/accountTable';
import { UNASSIGNED } from '../../../../shared/model/alignment';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { quotaSettingsSchema } from '../../../../shared/model/quotaSettings';
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import { importCommand } from '../../../../shared/plan/importCommand';
import { invertDiff } from '../../../../shared/plan/planDiff';
import { runCommand } from '../../../../shared/plan/runCommand';

const PALETTE = ['#97b6df', '#f0c891', '#88c7c1'];

const emptyPlan: PlanDocument = {
  id: 'p',
  name: 'Plan',
  settings: DEFAULT_SETTINGS,
  accounts: emptyAccountTable(),
  scenarios: [],
  reps: [],
  compPlans: [],
  quotaSettings: quotaSettingsSchema.parse({}),
};

function measure(id: string, values: number[]) {
  return { id, name: id, kind: 'count' as const, values: Float64Array.from(values), isNegativeReal: false };
}

const table: AccountTable = {
  rowCount: 4,
  ids: ['1', '2', '3', '4'],
  names: ['A', 'B', 'C', 'D'],
  lat: Float64Array.of(40, 41, 42, 43),
  lng: Float64Array.of(-80, -81, -82, -83),
  placeLevels: new Uint8Array(4).fill(1),
  measures: [measure('staff', [-999, -999, -999, -999]), measure('beds', [5, 6, 7, 8])],
  attributes: [encodeAttribute('owner', 'Owner', ['Vos', 'Bell', '', 'Vos'])],
  removed: new Uint8Array(4),
};

function choices(makesTerritories: boolean) {
  let ids = 0;
  return { fileName: 'list.csv', makesTerritories, palette: PALETTE, newId: () => `n${++ids}` };
}

test('owners become territories of a baseline, accounts without an owner stay unassigned, and one undo takes all back', () => {
  const diff = runCommand(emptyPlan, importCommand(emptyPlan, table, choices(true)));
  const plan = applyDiff(emptyPlan, diff);
  const [today] = plan.scenarios;
  expect(plan.scenarios).toHaveLength(1);
  expect(today!.name).toBe('Today');
  expect(today!.territories.map(({ name }) => name)).toEqual(['Bell', 'Vos']);
  expect([...today!.alignments[0]!.claims]).toEqual([1, 0, UNASSIGNED, 1]);
  expect(today!.territories[0]!.colorIndex).not.toBe(today!.territories[1]!.colorIndex);
  expect(applyDiff(plan, invertDiff(diff))).toEqual(emptyPlan);
});

test('a new plan weighs the first measure that counts; a column of sentinels is passed over', () => {
  const plan = applyDiff(emptyPlan, runCommand(emptyPlan, importCommand(emptyPlan, table, choices(false))));
  expect(plan.scenarios[0]!.measures.map(({ measureId }) => measureId)).toEqual(['beds']);
});

test('weights that a scenario has stay as they are, and a second baseline takes a name of its own', () => {
  const once = applyDiff(emptyPlan, runCommand(emptyPlan, importCommand(emptyPlan, table, choices(true))));
  const again = importCommand(once, table, { ...choices(true), balanceMeasureId: 'staff', newId: () => 'x' });
  const twice = applyDiff(once, runCommand(once, again));
  expect(twice.scenarios.map(({ name }) => name)).toEqual(['Today', 'Today 2']);
  expect(twice.scenarios[0]!.measures.map(({ measureId }) => measureId)).toEqual(['beds']);
  expect(twice.scenarios[1]!.measures.map(({ measureId }) => measureId)).toEqual(['staff']);
});

test('last year’s territories may stand in a column of their own', () => {
  const named = { ...table, attributes: [encodeAttribute('area', 'Area', ['N', 'N', 'S', ''])] };
  const command = importCommand(emptyPlan, named, { ...choices(true), territoriesFrom: 'area' });
  const [today] = applyDiff(emptyPlan, runCommand(emptyPlan, command)).scenarios;
  expect(today!.territories.map(({ name }) => name)).toEqual(['N', 'S']);
  expect([...today!.alignments[0]!.claims]).toEqual([0, 0, 1, UNASSIGNED]);
});

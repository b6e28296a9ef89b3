import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { solveBalance } from '../../../../shared/balance/solve';
import { mercatorX, mercatorY } from '../../../../shared/geo/projection';
import { createUnitLocator, locateNear } from '../../../../shared/geo/unitLocator';
import { readUnitMap } from '../../../../shared/geo/unitMap';
import { readPlanFile } from '../../../../shared/io/project/planFile';
import { balanceProblemOf } from '../../../../shared/plan/balanceProblemOf';
import { familiesOverUnits } from '../../../../shared/plan/familiesOverUnits';
import { accountsOfUnits, unitBalanceProblemOf } from '../../../../shared/plan/unitBalanceProblem';
import { readUnitedStates } from '../geo/unitedStates';
import { unitPlan } from './unitPlanFixture';

const map = readUnitMap(readUnitedStates(), 'counties');
const plan = unitPlan();

function countiesOf(lockedRow: number | null) {
  const scenario = plan.scenarios[0]!;
  const made = balanceProblemOf(plan, scenario, {
    measures: [{ measureId: 'accounts', toleranceShare: 0.1 }],
    indexToleranceShare: null,
    bases: 'free',
    keepKm: 0,
    onlyTerritoryIds: null,
    seed: 1,
  });
  const locks = lockedRow === null ? null : made.rowOfUnit.map((row) => (row === lockedRow ? 1 : -1));
  const own = { ...made, problem: { ...made.problem, locks } };
  const units = unitBalanceProblemOf(plan, own, 'county', map);
  const run = solveBalance(units.problem, { effort: 0.1 });
  let step = run.next();
  while (!step.done) step = run.next();
  return {
    made: own,
    units,
    result: step.value,
    accounts: accountsOfUnits(own, units, step.value.assignment),
  };
}

it('counties move whole, with the empty land between them and crossings over water as borders', () => {
  const { units, made, accounts } = countiesOf(null);
  const ids = [...units.mapUnits].map((unit) => map.ids[unit]!);
  for (const county of ['06075', '06041', '36061', '36047']) expect(ids).toContain(county);
  // Every county of the two states takes part, none of others.
  expect(ids.every((id) => id.startsWith('06') || id.startsWith('36'))).toBe(true);
  expect(ids.length).toBeGreaterThan(100);
  const { offsets, neighbours } = units.problem.adjacency!;
  const beside = (id: string) => {
    const at = ids.indexOf(id);
    return [...neighbours.subarray(offsets[at], offsets[at + 1])].map((unit) => ids[unit]);
  };
  expect(beside('06075')).toContain('06041');
  expect(units.problem.measures[0]!.values.reduce((sum, value) => sum + value, 0)).toBe(
    made.rowOfUnit.length,
  );
  const ofCounty = new Map<number, number>();
  units.unitOfAccount.forEach((unit, account) => {
    expect(accounts[account]).toBe(ofCounty.get(unit) ?? accounts[account]);
    ofCounty.set(unit, accounts[account]!);
  });
});

it('a locked account takes its county along', () => {
  const { made, units, result, accounts } = countiesOf(0);
  const locked = made.rowOfUnit.indexOf(0);
  const unit = units.unitOfAccount[locked]!;
  expect(units.problem.locks![unit]).toBe(1);
  expect(result.assignment[unit]).toBe(1);
  expect(accounts[locked]).toBe(1);
});

it('a family over several units is told by name where it is divided, and only there', () => {
  const { made, units } = countiesOf(null);
  // The parent a2, its child a1 in the same county, its child a5 across the country.
  const families = made.rowOfUnit.map((row) => ([0, 1, 4].includes(row) ? 0 : -1));
  const own = { ...made, problem: { ...made.problem, families } };
  const ofCoast = made.rowOfUnit.map((row) => (row < 4 ? 0 : 1));
  const [reason] = familiesOverUnits(plan, own, units, ofCoast);
  expect(reason!.text).toMatch(/^The family of Ada is divided between territories/);
  expect(reason!.unitIndices.map((unit) => map.ids[units.mapUnits[unit]!])).toEqual(['06075', '36061']);
  expect(
    familiesOverUnits(
      plan,
      own,
      units,
      made.rowOfUnit.map(() => 0),
    ),
  ).toEqual([]);
});

it('territories in one piece stay round their fixed bases', () => {
  const sample = readPlanFile(
    new Uint8Array(readFileSync(new URL('../../../../assets/plans/sample.evenland', import.meta.url))),
  );
  const scenario = sample.scenarios[0]!;
  const made = balanceProblemOf(sample, scenario, {
    measures: [{ measureId: scenario.measures[0]!.measureId, toleranceShare: 0.1 }],
    indexToleranceShare: 0.05,
    bases: 'fixed',
    keepKm: 0,
    onlyTerritoryIds: null,
    seed: 1,
  });
  const units = unitBalanceProblemOf(sample, made, 'county', map);
  expect(units.unitOfAccount.every((unit) => unit >= 0)).toBe(true);
  const solve = (problem: typeof made.problem) => {
    const run = solveBalance(problem, { effort: 0.3 });
    let step = run.next();
    while (!step.done) step = run.next();
    return step.value;
  };
  const byCounty = solve(units.problem);
  expect(byCounty.feasible).toBe(true);
  // Whole counties that hang together cost something; a plan whose areas lost their bases costs twice as much.
  expect(byCounty.travelKm).toBeLessThan(1.4 * solve(made.problem).travelKm);
});

it('a place off the simplified coast belongs to the county beside it, one on the high sea to none', () => {
  const locator = createUnitLocator(map);
  const at = (lat: number, lng: number) => locateNear(locator, mercatorX(lng), mercatorY(lat));
  // The end of the pier of Santa Monica, and a place 200 km west of it.
  expect(map.ids[at(34.0074, -118.5)]).toBe('06037');
  expect(at(33.9, -120.9)).toBe(-1);
});

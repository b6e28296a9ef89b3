import { describe, expect, it } from 'vitest';
import { haversineKm } from '../../../../shared/geo/greatCircle';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import { evaluateTerritories } from '../../../../shared/plan/evaluateTerritories';
import { runCommand } from '../../../../shared/plan/runCommand';
import { smallPlan } from './planFixture';

function assigned() {
  const plan = smallPlan();
  const first = applyDiff(
    plan,
    runCommand(plan, {
      kind: 'assignAccounts',
      scenarioId: 's1',
      rows: Int32Array.of(0, 1),
      target: { territoryId: 'north' },
    }),
  );
  return applyDiff(
    first,
    runCommand(first, {
      kind: 'assignAccounts',
      scenarioId: 's1',
      rows: Int32Array.of(2, 3, 5),
      target: { territoryId: 'south' },
    }),
  );
}

describe('evaluateTerritories', () => {
  const document = assigned();
  const figures = evaluateTerritories(document, document.scenarios[0]!, null);
  const [revenue, visits] = figures.measures;

  it('sums measures by territory; none and negative count as 0; parents hold their children', () => {
    expect(Array.from(revenue!.totals)).toEqual([100, 30, 70]);
    expect(Array.from(visits!.totals)).toEqual([13, 3, 10]);
    expect(Array.from(figures.accounts.totals)).toEqual([5, 2, 3]);
    expect(revenue!.unassigned).toBe(50.25);
  });

  it('shares the whole, unassigned included, by capacity 1 : 3', () => {
    expect(revenue!.whole).toBe(150.25);
    expect(Array.from(revenue!.targets)).toEqual([150.25, 37.5625, 112.6875]);
  });

  it('gives 100 · total / target as index, and counts who is in the corridor', () => {
    expect(figures.index[1]).toBeCloseTo((100 * 30) / 37.5625, 12);
    expect(figures.index[2]).toBeCloseTo((100 * 70) / 112.6875, 12);
    expect(figures.spread.inCorridorCount).toBe(0);
    expect(figures.spread.highest).toBe(figures.index[1]);
  });

  it('measures travel to the weighted centre on the sphere; what is not placed does not travel', () => {
    // North: 10 at longitude 0 and 20 at longitude 1, both on the equator.
    const x = 10 + 20 * Math.cos(Math.PI / 180);
    const y = 20 * Math.sin(Math.PI / 180);
    const centre = (Math.atan2(y, x) * 180) / Math.PI;
    const expected = 10 * haversineKm(0, 0, 0, centre) + 20 * haversineKm(0, 1, 0, centre);
    expect(figures.travel.activityKm[1]).toBeCloseTo(expected, 6);
    expect(figures.travel.activity[2]).toBe(70);
  });

  it('leaves house and holdouts out of what is shared', () => {
    const withHouse = applyDiff(
      document,
      runCommand(document, {
        kind: 'assignAccounts',
        scenarioId: 's1',
        rows: Int32Array.of(4),
        target: { nobody: 'house' },
      }),
    );
    const after = evaluateTerritories(withHouse, withHouse.scenarios[0]!, figures);
    expect(after.measures[0]!.whole).toBe(100);
    expect(after.measures[0]!.house).toBe(50.25);
    expect(after.measures[0]!.unassigned).toBe(0);
  });
});

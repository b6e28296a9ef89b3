import { expect, it } from 'vitest';
import { compareYears } from '../../../../shared/comp/compareYears';
import { simulate } from '../../../../shared/comp/simulate';
import type { SimulatedRep } from '../../../../shared/comp/simulationRun';
import { compPlanSchema, type CompPlan } from '../../../../shared/model/compPlan';

const flat = (id: string, multiple: number): CompPlan =>
  compPlanSchema.parse({
    id,
    name: id,
    components: [
      { kind: 'flat', id: 'b', name: 'Bookings', targetShareRatio: 1, rate: { kind: 'base', multiple } },
    ],
  });
const base = { quotaCents: 1_000_000_00, baseSalaryCents: 0, targetIncentiveCents: 100_000_00 };

/** Mean pay by rep over the years of one seed. */
function means(plan: CompPlan): Map<string, number> {
  const reps: SimulatedRep[] = ['a', 'b'].map((repId) => ({ ...base, repId, plan, expectedRatio: 1 }));
  const luck = { kind: 'lognormal', mean: 1, sd: 0.2 } as const;
  const years = simulate(reps, { trials: 2000, seed: 3, model: { market: luck, individual: luck } });
  let step = years.next();
  while (!step.done) step = years.next();
  return new Map(step.value.reps.map((rep) => [rep.repId, rep.payCents.mean]));
}

it('on the same luck, twice the rate pays twice, and whole is reached at half the attainment', () => {
  const [once, twice] = [flat('once', 1), flat('twice', 2)];
  const [old, now] = [means(once), means(twice)];
  const rows = ['a', 'b'].map((repId) => ({
    ...base,
    repId,
    oldCents: old.get(repId)!,
    newCents: now.get(repId)!,
  }));
  const comparison = compareYears(once, twice, rows);
  expect(comparison).toMatchObject({ winners: 2, losers: 0, neutral: 0 });
  for (const row of comparison.rows) {
    expect(row.newCents / row.oldCents).toBeCloseTo(2, 6);
    // Pay is linear in attainment: the mean pay of the old plan is paid at half its mean attainment.
    expect(row.wholeAtRatio! * 2 * base.targetIncentiveCents).toBeCloseTo(row.oldCents, -2);
  }
  expect(comparison.waterfall.map(({ cents }) => cents)).toEqual([
    comparison.oldCents,
    comparison.deltaCents,
    comparison.newCents,
  ]);
});

it('a change of less than a cent is none', () => {
  const plan = flat('once', 1);
  const row = { ...base, repId: 'a', oldCents: 1000.2, newCents: 1000.4 };
  expect(compareYears(plan, plan, [row])).toMatchObject({ neutral: 1, deltaCents: 0 });
});

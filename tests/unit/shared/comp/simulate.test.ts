import { describe, expect, it } from 'vitest';
import { costFan } from '../../../../shared/comp/costFan';
import { costByPlanValue, goalSeek, seekSteps } from '../../../../shared/comp/goalSeek';
import { planValueAt, withPlanValue } from '../../../../shared/comp/planValue';
import { tornado } from '../../../../shared/comp/sensitivity';
import { simulate } from '../../../../shared/comp/simulate';
import type { SimulatedRep, SimulationSettings } from '../../../../shared/comp/simulationRun';
import { histogramOf, overBudgetShare, shareReaching } from '../../../../shared/comp/simulationResult';
import { compComponentSchema } from '../../../../shared/model/compComponent';
import { fieldPlan } from './fieldPlan';

const reps: SimulatedRep[] = Array.from({ length: 6 }, (_, i) => ({
  repId: `r${i}`,
  plan: fieldPlan,
  targetIncentiveCents: 100_000_00,
  baseSalaryCents: 100_000_00,
  quotaCents: 1_000_000_00,
}));
const settings: SimulationSettings = {
  trials: 400,
  seed: 11,
  followRatio: 0.2,
  model: {
    market: { kind: 'lognormal', mean: 1, sd: 0.05 },
    individual: { kind: 'lognormal', mean: 0.95, sd: 0.25 },
  },
};

/** Runs a generator to its end. */
function finish<T>(run: Generator<unknown, T>): T {
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

describe('a simulated year', () => {
  const result = finish(simulate(reps, settings));

  it('orders its percentiles and counts every rep-year', () => {
    const { cost, attainment, atQuota, ccos } = result;
    expect(cost.p10).toBeLessThan(cost.p50);
    expect(cost.p50).toBeLessThan(cost.p90);
    expect(attainment.total).toBe(6 * 400);
    expect(atQuota!.mean).toBeCloseTo(shareReaching(result, 1)!, 12);
    // Base and incentives of about 200,000 against bookings of about 950,000 a rep.
    expect(ccos!.p50).toBeGreaterThan(0.15);
    expect(ccos!.p50).toBeLessThan(0.25);
  });

  it('says how many runs cost more than a budget', () => {
    expect(overBudgetShare(result, result.cost.p90)).toBeCloseTo(0.1, 2);
    expect(overBudgetShare(result, 0)).toBe(1);
    expect(overBudgetShare(result, Infinity)).toBe(0);
    const bins = histogramOf(result.sortedCostCents, 10);
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(400);
  });

  it('shows progress from the first trials, and its convergence', () => {
    const trials = [...simulate(reps, settings)].map((progress) => progress.trials);
    expect(trials.at(-1)).toBe(400);
    expect(result.convergence.at(-1)).toMatchObject({
      trials: 400,
      meanCents: expect.closeTo(result.cost.mean, 3) as number,
    });
    const many = simulate(
      Array.from({ length: 500 }, (_, i) => ({ ...reps[0]!, repId: String(i) })),
      settings,
    );
    expect((many.next().value as { trials: number }).trials).toBeLessThanOrEqual(20);
  });

  it('pays managers on the attainment of their team', () => {
    const fixed: SimulationSettings = {
      ...settings,
      trials: 10,
      model: { market: { kind: 'fixed', mean: 1 }, individual: { kind: 'fixed', mean: 1 } },
    };
    const team: SimulatedRep[] = [
      { ...reps[0]!, repId: 'a', expectedRatio: 0.5 },
      { ...reps[0]!, repId: 'b', expectedRatio: 1, quotaCents: 3_000_000_00 },
      { ...reps[0]!, repId: 'boss', team: [0, 1], quotaCents: 4_000_000_00 },
    ];
    const run = finish(simulate(team, fixed));
    expect(run.reps[2]!.attainmentRatio.p50).toBeCloseTo(0.875, 6);
    expect(run.bookingsCents.mean).toBe(3_500_000_00);
    expect(run.attainment.total).toBe(20);
  });

  it('pays rank bonuses once, whoever wins them', () => {
    const prize = compComponentSchema.parse({
      kind: 'rankBonus',
      id: 'rank',
      name: 'Rank',
      prizesCents: [500_00, 300_00, 100_00],
    });
    const ranked = { ...fieldPlan, components: [...fieldPlan.components, prize] };
    const withPrizes = finish(
      simulate(
        reps.slice(0, 2).map((rep) => ({ ...rep, plan: ranked })),
        settings,
      ),
    );
    const without = finish(simulate(reps.slice(0, 2), settings));
    expect(withPrizes.cost.mean - without.cost.mean).toBeCloseTo(800_00, 3);
  });

  it('counts who reaches an attainment, in proportion within a bin', () => {
    const result = finish(simulate(reps, settings));
    const [low, middle, high] = [0.8, 0.82, 0.85].map((ratio) => shareReaching(result, ratio)!);
    expect(low! - high!).toBeGreaterThan(0);
    expect(middle).toBeCloseTo(low! - (low! - high!) * 0.4, 9);
  });

  it('draws from history by bootstrap and from a table by weight', () => {
    const share = (model: SimulationSettings['model']['individual']) =>
      shareReaching(
        finish(
          simulate(reps, { ...settings, model: { market: { kind: 'fixed', mean: 1 }, individual: model } }),
        ),
        1,
      )!;
    expect(share({ kind: 'bootstrap', history: [0.5, 0.5, 0.5, 1.5] })).toBeCloseTo(0.25, 1);
    expect(
      share({
        kind: 'table',
        rows: [
          { factor: 0.5, weight: 1 },
          { factor: 2, weight: 3 },
        ],
      }),
    ).toBeCloseTo(0.75, 1);
    expect(share({ kind: 'bootstrap', history: [0.1, 0.3], mean: 1 })).toBeCloseTo(0.5, 1);
    expect(share({ kind: 'table', rows: [] })).toBe(1);
  });
});

describe('the budget fan', () => {
  it('rises month by month and ends at the year’s cost', () => {
    const fan = finish(costFan(reps, settings));
    expect(fan).toHaveLength(12);
    for (let i = 1; i < 12; i++) expect(fan[i]!.p50Cents).toBeGreaterThan(fan[i - 1]!.p50Cents);
    const year = finish(simulate(reps, { ...settings, trials: 200 }));
    expect(fan[11]!.p50Cents).toBe(year.cost.p50);
  });

  it('has a twelfth of a straight commission in by each month, or as the season has it', () => {
    const straight = {
      ...fieldPlan,
      conditions: [],
      components: [
        compComponentSchema.parse({
          kind: 'flat',
          id: 'b',
          name: 'Bookings',
          rate: { kind: 'share', ratio: 0.1 },
          timing: { paidEvery: 'year' },
        }),
      ],
    };
    const own = reps.map((rep) => ({ ...rep, plan: straight }));
    const even = finish(costFan(own, settings));
    const seasonal = finish(costFan(own, settings, [0.1, 0.2, 0.3, 0.4]));
    const year = even[11]!.p50Cents;
    expect(even[5]!.p50Cents / year).toBeCloseTo(0.5, 6);
    // Weights that are all 0 are none, as for quotas.
    expect(finish(costFan(own, settings, [0, 0, 0, 0]))).toEqual(even);
    expect(seasonal[2]!.p50Cents / year).toBeCloseTo(0.1, 6);
    expect(seasonal[5]!.p50Cents / year).toBeCloseTo(0.3, 6);
  });
});

describe('convergence', () => {
  it('has its points however small the team is, the last one of all runs', () => {
    const { convergence } = finish(simulate(reps, { ...settings, trials: 2000 }));
    expect(convergence).toHaveLength(25);
    expect(convergence.at(-1)!.trials).toBe(2000);
    expect(convergence.at(-1)!.standardErrorCents).toBeLessThan(convergence[2]!.standardErrorCents);
  });
});

describe('goal seek', () => {
  const path = ['components', 0, 'points', 2, 'payRatio'];

  it('finds the accelerator that keeps P90 within budget', () => {
    const costOf = costByPlanValue(fieldPlan, [path], reps, settings, 'p90');
    const budget = costOf(2.2) + 1;
    const found = finish(goalSeek(costOf, budget, { low: 1, high: 4, precision: 0.01 }));
    expect(found.value).toBeCloseTo(2.2, 6);
    expect(found.result).toBeLessThanOrEqual(budget);
    expect(costOf(found.value! + 0.01)).toBeGreaterThan(budget);
  });

  it('says when the range has no answer, or all of it is one', () => {
    const range = { low: 0, high: 1, precision: 0.1 };
    expect(finish(goalSeek((value) => value + 5, 4, range)).value).toBeNull();
    expect(finish(goalSeek((value) => value, 4, range)).value).toBe(1);
  });

  it('goes the other way where the result falls, and stays on values that can be typed', () => {
    const range = { low: 0, high: 1, precision: 0.01 };
    const found = finish(goalSeek((threshold) => 100 - 50 * threshold, 62.4, range));
    expect(found).toMatchObject({ value: 0.76, result: 62 });
    expect(found.steps.length).toBeLessThanOrEqual(seekSteps(range));
    expect(finish(goalSeek((threshold) => 100 - 50 * threshold, 49, range)).value).toBeNull();
    expect(finish(goalSeek((threshold) => 100 - 50 * threshold, 100, range)).value).toBe(0);
  });

  it('changes one number of a plan and leaves the plan as it was', () => {
    const changed = withPlanValue(fieldPlan, path, 9);
    expect(planValueAt(changed, path)).toBe(9);
    expect(planValueAt(fieldPlan, path)).toBe(2.5);
    expect(changed.components[1]).toBe(fieldPlan.components[1]);
    expect(() => withPlanValue(fieldPlan, ['components', 9, 'x'], 1)).toThrow(
      /no number at components › 9 › x/,
    );
  });
});

describe('sensitivity', () => {
  it('orders inputs by how far they swing cost', () => {
    const { baseCents, bars } = finish(tornado({ reps, settings }));
    expect(bars.map((bar) => bar.swingCents)).toEqual(
      bars.map((bar) => bar.swingCents).sort((a, b) => b - a),
    );
    expect(baseCents).toBe(finish(simulate(reps, settings)).cost.p50);
    const pay = bars.find((bar) => bar.id === 'targetIncentive')!;
    expect(pay.lowCents / baseCents).toBeCloseTo(0.9, 4);
    expect(pay.highCents / baseCents).toBeCloseTo(1.1, 4);
    expect(
      bars
        .slice(0, 2)
        .map((bar) => bar.id)
        .sort(),
    ).toEqual(['attainment', 'quota']);
  });
});

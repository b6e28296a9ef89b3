import { describe, expect, it } from 'vitest';
import { simulate } from '../../shared/comp/simulate';
import type { SimulatedRep, SimulationSettings } from '../../shared/comp/simulationRun';
import type { Simulation } from '../../shared/comp/simulationResult';
import { compPlanSchema } from '../../shared/model/compPlan';

const linear = compPlanSchema.parse({
  id: 'linear',
  name: 'Linear',
  components: [{ kind: 'flat', id: 'c', name: 'C', targetShareRatio: 1, rate: { kind: 'base' } }],
});
const threshold = compPlanSchema.parse({
  id: 'step',
  name: 'Step',
  components: [
    {
      kind: 'curve',
      id: 'c',
      name: 'C',
      targetShareRatio: 1,
      shape: 'step',
      points: [{ x: 1, payRatio: 1 }],
    },
  ],
});

const repsOf = (plan: typeof linear, count: number): SimulatedRep[] =>
  Array.from({ length: count }, (_, i) => ({
    repId: `rep ${i}`,
    plan,
    targetIncentiveCents: 100_000_00,
    baseSalaryCents: 50_000_00,
    quotaCents: 1_000_000_00,
  }));

const settings = (seed: number, sd = 0.2): SimulationSettings => ({
  trials: 2000,
  seed,
  model: { market: { kind: 'fixed', mean: 1 }, individual: { kind: 'lognormal', mean: 1, sd } },
});

function finish(reps: readonly SimulatedRep[], with_: SimulationSettings): Simulation {
  const run = simulate(reps, with_);
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

/** Four standard errors: fails once in fifteen thousand seeds, and these seeds are fixed. */
const MARGIN = 4;

describe('simulated cost', () => {
  it.each([1, 2, 3, 4])(
    'has the closed-form mean of a linear plan within its standard error (seed %i)',
    (seed) => {
      const run = finish(repsOf(linear, 20), settings(seed));
      const { standardErrorCents } = run.convergence.at(-1)!;
      expect(Math.abs(run.cost.mean - 20 * 100_000_00)).toBeLessThan(MARGIN * standardErrorCents);
      // sd of the mean of a lognormal: √(e^σ² − 1) / √(reps × trials), times reps.
      const sd = Math.sqrt(Math.exp(0.04) - 1) * 100_000_00 * Math.sqrt(20);
      expect(standardErrorCents / (sd / Math.sqrt(2000))).toBeCloseTo(1, 1);
    },
  );

  it('has the closed-form mean of a threshold plan: Φ(−σ/2) of target', () => {
    const run = finish(repsOf(threshold, 50), settings(5));
    // P(exp(σz − σ²/2) ≥ 1) with σ = 0.2 is Φ(−0.1) = 0.460172.
    const { standardErrorCents } = run.convergence.at(-1)!;
    expect(Math.abs(run.cost.mean - 50 * 100_000_00 * 0.460172)).toBeLessThan(MARGIN * standardErrorCents);
    expect(run.atQuota!.mean).toBeCloseTo(0.460172, 2);
  });

  it('is the same for the same seed and differs for another', () => {
    const [one, again, other] = [7, 7, 8].map((seed) => finish(repsOf(linear, 5), settings(seed)));
    expect(again).toEqual(one);
    expect(other!.cost.mean).not.toBe(one!.cost.mean);
  });

  it('leaves every other rep’s luck alone when a rep joins', () => {
    const few = finish(repsOf(linear, 3), settings(9));
    const more = finish(repsOf(linear, 4), settings(9));
    expect(more.reps.slice(0, 3)).toEqual(few.reps);
  });

  it('moves with the market for all reps at once', () => {
    const market: SimulationSettings = {
      ...settings(10),
      model: { market: { kind: 'lognormal', mean: 1, sd: 0.2 }, individual: { kind: 'fixed', mean: 1 } },
    };
    const run = finish(repsOf(linear, 30), market);
    // One shock for everybody: the spread of the team is the spread of one rep.
    expect(run.cost.p90 / run.cost.mean).toBeCloseTo(
      run.reps[0]!.payCents.p90 / run.reps[0]!.payCents.mean,
      6,
    );
    const apart = finish(repsOf(linear, 30), settings(10));
    expect(apart.cost.p90 - apart.cost.p10).toBeLessThan((run.cost.p90 - run.cost.p10) / 3);
  });
});

import { describe, expect, it } from 'vitest';
import { simulationEngine } from '../../../../renderer/workers/simulationEngine';
import { simulate } from '../../../../shared/comp/simulate';
import { evaluatePlan } from '../../../../shared/plan/evaluatePlan';
import { simulatedTeam } from '../../../../shared/plan/simulatedRep';
import { payingPlan } from '../../shared/plan/planFixture';

const reps = simulatedTeam(evaluatePlan(payingPlan(), 's1').pay.reps);

function task(trials: number) {
  const luck = { kind: 'lognormal', mean: 1, sd: 0.2 } as const;
  return {
    before: reps,
    after: reps,
    settings: { trials, seed: 7, model: { market: luck, individual: luck } },
  };
}

describe('the simulation engine', () => {
  it('gives a year with all its figures, as the engine without a worker does', async () => {
    const { before, settings } = task(400);
    const year = await simulationEngine.year({ reps: before, settings }, () => undefined);
    const steps = simulate(before, settings);
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(year).toEqual(step.value);
  });

  it('gives either side the same luck: the same reps, the same figures', async () => {
    const simulated = await simulationEngine.realignment(task(400), () => undefined);
    expect(simulated!.before).toEqual(simulated!.after);
    expect([...simulated!.after.payCentsOf.keys()]).toEqual(['r1', 'r2']);
    expect(simulated!.after.costCents.p10).toBeLessThan(simulated!.after.costCents.p90);
  });

  it('says how far it is, and ends without figures once it is stopped', async () => {
    const shares: number[] = [];
    const run = simulationEngine.realignment(task(2_000_000), (share) => {
      shares.push(share);
      simulationEngine.stop();
    });
    expect(await run).toBeNull();
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[0]).toBeLessThan(1);
  });
});

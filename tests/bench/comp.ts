/**
 * The compensation engine's speed: payouts of 500 reps × 12 months × 4 components, and 10,000 trials × 500 reps ×
 * 3 components with the time to the first progress. Medians of several rounds; runs in Node (said so on stderr).
 */
import { payoutOfRep } from '../../shared/comp/payout';
import type { RepPayoutInputs } from '../../shared/comp/payTypes';
import { simulate } from '../../shared/comp/simulate';
import type { SimulatedRep } from '../../shared/comp/simulationRun';
import { compPlanSchema, type CompPlan } from '../../shared/model/compPlan';

const curve = {
  kind: 'curve',
  points: [
    { x: 0.5, payRatio: 0.25 },
    { x: 1, payRatio: 1 },
    { x: 1.5, payRatio: 2.5 },
    { x: 2, payRatio: 3.5 },
  ],
} as const;
const timing = { measuredOver: 'year', paidEvery: 'month' } as const;

function benchPlan(components: number): CompPlan {
  return compPlanSchema.parse({
    id: 'bench',
    name: 'Bench',
    components: [
      { ...curve, id: 'bookings', name: 'Bookings', targetShareRatio: 0.6, timing },
      {
        kind: 'tiers',
        id: 'renewals',
        name: 'Renewals',
        targetShareRatio: 0.2,
        timing,
        tiers: [
          { from: 0, to: 1, rate: 1 },
          { from: 1, to: 1.2, rate: 1.5 },
          { from: 1.2, to: null, rate: 2 },
        ],
      },
      { ...curve, id: 'margin', name: 'Margin', targetShareRatio: 0.1, measureUnit: 'ratio', timing },
      {
        kind: 'flat',
        id: 'services',
        name: 'Services',
        targetShareRatio: 0.1,
        rate: { kind: 'base' },
        timing,
      },
    ].slice(0, components),
    conditions: [
      {
        kind: 'gate',
        id: 'gate',
        subjects: [{ kind: 'attainment', componentId: 'bookings' }],
        thresholdRatio: 0.5,
        appliesTo: ['margin'],
      },
    ],
    caps: { totalOfTargetRatio: 3 },
  });
}

const REPS = 500;

function monthlyInputs(plan: CompPlan, rep: number): RepPayoutInputs {
  return {
    targetIncentiveCents: 90_000_00 + rep * 1_000,
    baseSalaryCents: 90_000_00,
    periods: Array.from({ length: 12 }, (_, month) => ({
      period: `2026-${String(month + 1).padStart(2, '0')}`,
      startMonth: month,
      months: 1,
      components: Object.fromEntries(
        plan.components.map((component, i) => [
          component.id,
          component.measureUnit === 'ratio'
            ? { credited: 0.9 + 0.001 * ((rep * 7 + month) % 200), quota: 1 }
            : { credited: 50_000_00 + ((rep * 31 + month * 17 + i) % 97) * 1_000_00, quota: 90_000_00 },
        ]),
      ),
    })),
  };
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

function benchPayout(): number {
  const plan = benchPlan(4);
  const inputs = Array.from({ length: REPS }, (_, rep) => monthlyInputs(plan, rep));
  const times: number[] = [];
  for (let round = 0; round < 9; round++) {
    const start = performance.now();
    for (const rep of inputs) payoutOfRep(plan, rep, null);
    times.push(performance.now() - start);
  }
  return median(times);
}

function benchSimulate(): { simulateMs: number; firstProgressMs: number } {
  const plan = benchPlan(3);
  const reps = Array.from({ length: REPS }, (_, i): SimulatedRep => ({
    repId: `rep-${i}`,
    plan,
    targetIncentiveCents: 90_000_00,
    baseSalaryCents: 90_000_00,
    quotaCents: 1_000_000_00 + i * 1_000_00,
  }));
  const totals: number[] = [];
  const firsts: number[] = [];
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    const startCpu = process.cpuUsage();
    const run = simulate(reps, {
      trials: 10_000,
      seed: round,
      model: {
        market: { kind: 'lognormal', mean: 1, sd: 0.08 },
        individual: { kind: 'lognormal', mean: 0.95, sd: 0.3 },
      },
    });
    run.next();
    firsts.push(performance.now() - start);
    while (!run.next().done);
    totals.push(performance.now() - start);
    const cpu = process.cpuUsage(startCpu);
    // On a machine shared with others the clock also counts their work.
    console.error(`Simulation, round ${round + 1}: ${Math.round(cpu.user / 1000)} ms of CPU time`);
  }
  return { simulateMs: median(totals), firstProgressMs: firsts[0]! };
}

const rounded = (value: number) => Math.round(value * 10) / 10;
const payoutMs = rounded(benchPayout());
const simulated = benchSimulate();
const figures = {
  payoutMs,
  simulateMs: rounded(simulated.simulateMs),
  firstProgressMs: rounded(simulated.firstProgressMs),
};
console.error('Ran in Node.');
console.log(process.argv.includes('--json') ? JSON.stringify(figures) : figures);

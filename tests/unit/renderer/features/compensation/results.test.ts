import { describe, expect, it } from 'vitest';
import { payColumns, sortedRows } from '../../../../../renderer/features/compensation/payColumns';
import { attainmentBins, niceTicks } from '../../../../../renderer/features/compensation/simulationBins';
import { simulatedTeam } from '../../../../../shared/plan/simulatedRep';
import { createPlanFormat } from '../../../../../renderer/ui/planFormat';
import { planTemplates } from '../../../../../shared/comp/planTemplates';
import { simulate } from '../../../../../shared/comp/simulate';
import type { Simulation } from '../../../../../shared/comp/simulationResult';
import { quotaSettingsSchema } from '../../../../../shared/model/quotaSettings';
import { DEFAULT_SETTINGS } from '../../../../../shared/model/settings';
import { comparePay } from '../../../../../shared/plan/comparePay';
import { evaluatePlan } from '../../../../../shared/plan/evaluatePlan';
import { smallPlan } from '../../../shared/plan/planFixture';

const oldPlan = planTemplates[1]!.make('old');
const newPlan = planTemplates[0]!.make('new');
const base = smallPlan();
const plan = {
  ...base,
  compPlans: [oldPlan, newPlan],
  quotaSettings: quotaSettingsSchema.parse({ targetCents: 200_000_000, weights: { potential: 0, even: 1 } }),
  reps: base.reps.map((rep) => ({ ...rep, compPlanId: 'new' })),
};
const { reps } = evaluatePlan(plan, 's1').pay;

function simulated(): Simulation {
  const years = simulate(simulatedTeam(reps), {
    trials: 200,
    seed: 7,
    model: { market: { kind: 'fixed', mean: 1 }, individual: { kind: 'lognormal', mean: 1, sd: 0.2 } },
  });
  for (;;) {
    const step = years.next();
    if (step.done) return step.value;
  }
}

describe('the table of pay', () => {
  const format = createPlanFormat(DEFAULT_SETTINGS, 'en-US');
  const context = {
    reps,
    scenario: plan.scenarios[0]!,
    format,
    simulated: null,
    compared: null,
    onExplain: () => {},
  };
  const comparison = comparePay(plan, reps, oldPlan, newPlan);

  it('has columns of simulation and comparison only when there is one', () => {
    const bare = payColumns(context).map((column) => column.id);
    expect(bare).toEqual(['rep', 'quota', 'attainment', 'incentive', 'why']);
    const full = payColumns({
      ...context,
      simulated: new Map(simulated().reps.map((each) => [each.repId, each])),
      compared: { rows: new Map(comparison.rows.map((row) => [row.repId, row])), isOfOtherYear: true },
    });
    // A comparison stands right beside the names, where a narrow window shows it.
    expect(full.map((column) => column.id)).toEqual([
      ...['rep', 'other', 'this', 'change', 'bar', 'whole'],
      ...['quota', 'attainment', 'incentive', 'why'],
    ]);
    const simulatedOnly = payColumns({
      ...context,
      simulated: new Map(simulated().reps.map((each) => [each.repId, each])),
    });
    expect(simulatedOnly.map((column) => column.id)).toContain('p90');
  });

  it('is sorted by any of them, ties in the order of the team', () => {
    const columns = payColumns(context);
    expect(sortedRows(reps, columns, { columnId: 'rep', direction: 'descending' })).toEqual([1, 0]);
    expect(sortedRows(reps, columns, { columnId: 'attainment', direction: 'descending' })).toEqual([0, 1]);
  });
});

describe('attainmentBins', () => {
  it('hold every rep-year once, strong from quota on', () => {
    const bins = attainmentBins(simulated(), 1.5);
    expect(bins.reduce((sum, bin) => sum + bin.share, 0)).toBeCloseTo(1, 12);
    expect(bins).toHaveLength(20);
    expect(bins.find((bin) => bin.tone === 'strong')!.from).toBe(1);
    expect(bins.find((bin) => bin.tone === 'far')!.from).toBe(1.5);
    // Excellence is the plan's own.
    expect(attainmentBins(simulated(), 1.2).find((bin) => bin.tone === 'far')!.from).toBe(1.2);
  });
});

describe('niceTicks', () => {
  it('are round', () => {
    expect(niceTicks(2_130_000, 2_980_000, 5)).toEqual([2_200_000, 2_400_000, 2_600_000, 2_800_000]);
    expect(niceTicks(5, 5, 4)).toEqual([5]);
  });
});

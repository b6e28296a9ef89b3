import { curveRatio } from '../../../shared/comp/components/curve';
import { comparePlans } from '../../../shared/comp/comparePlans';
import { inputsAtAttainment } from '../../../shared/comp/inputsAtAttainment';
import { payPerformance } from '../../../shared/comp/payPerformance';
import { simulate } from '../../../shared/comp/simulate';
import type { SimulatedRep } from '../../../shared/comp/simulationRun';
import type { FactorModel } from '../../../shared/comp/attainmentModel';
import { teamCost } from '../../../shared/comp/teamCost';
import { trueUp } from '../../../shared/comp/trueUp';
import type { Fields } from '../goldenCase';
import { type GoldenKind } from '../goldenCase';
import { amount, cents, pay, payOne, planOf, type ComponentSketch } from '../payCase';

/** A quota that attainments of a case are turned to credits by; large, so that no attainment is rounded. */
const QUOTA_CENTS = 1e12;

type Pair = [number, number];

const pointsOf = (pairs: Pair[]) => pairs.map(([x, payRatio]) => ({ x, payRatio }));

/** A curve of a case as a component that pays all of the target. */
export function curveOf(plan: Fields, rest: Partial<Extract<ComponentSketch, { kind: 'curve' }>> = {}) {
  const isStep = plan.has('steps');
  const below = plan.get('belowThreshold');
  const component: ComponentSketch = {
    kind: 'curve',
    targetShareRatio: 1,
    shape: isStep ? 'step' : 'linear',
    points: pointsOf(plan.list<Pair>(isStep ? 'steps' : 'points')),
    belowRatio: typeof below === 'number' ? below : 0,
    above: plan.text('above', 'cap') === 'extend' ? 'extend' : 'cap',
    ...rest,
  };
  return component;
}

const atAttainment = (attainment: number) => ({ credited: attainment * QUOTA_CENTS, quota: QUOTA_CENTS });

const payCurve: GoldenKind = (plan, inputs) => {
  const target = plan.number('targetIncentive', 1);
  const payFor = (attainment: number) => payOne(curveOf(plan), target, atAttainment(attainment));
  return inputs.has('attainments')
    ? { payouts: inputs.numbers('attainments').map(payFor) }
    : { payout: payFor(inputs.number('attainment')) };
};

/** Multiples of the base rate over attainment as tiers whose base rate pays the target at quota. */
function overTiers(plan: Fields): ComponentSketch {
  const over = plan.list<[number, number | null, number]>('overRates');
  return {
    kind: 'tiers',
    targetShareRatio: 1,
    tiers: [
      { from: 0, to: over[0]?.[0] ?? 1, rate: 1 },
      ...over.map(([from, to, rate]) => ({ from, to, rate })),
    ],
  };
}

/** A distribution of attainment in a case. */
function factorOf(attainment: Fields): FactorModel {
  const mean = attainment.number('mean', 1);
  const sd = attainment.number(['sd', 'sigma'], 0);
  const dist = attainment.text('dist', 'normal');
  if (dist === 'normal') return { kind: 'normal', mean, sd };
  if (dist === 'lognormal') return { kind: 'lognormal', mean, sd };
  const values = attainment.numbers('values');
  if (values.length > 0) return { kind: 'bootstrap', history: values };
  return { kind: 'fixed', mean };
}

/** Reps of a case: so many with each quota, in proportion to the weights. */
function simulatedReps(plan: Fields): SimulatedRep[] {
  const tiers = plan.list<[number | null, number]>('rateRetroactive');
  const compPlan = planOf([
    {
      kind: 'tiers',
      how: 'retroactive',
      rateOf: 'share',
      tiers: tiers.map(([to, rate], i) => ({ from: tiers[i - 1]?.[0] ?? 0, to, rate })),
    },
  ]);
  const count = plan.number('reps');
  const targets = plan.list<[number, number]>('targets');
  let given = 0;
  return targets.flatMap(([quota, share], at) => {
    const those = at === targets.length - 1 ? count - given : Math.round(count * share);
    given += those;
    return Array.from({ length: those }, (_, i) => ({
      repId: `${at}/${i}`,
      plan: compPlan,
      targetIncentiveCents: 0,
      baseSalaryCents: 0,
      quotaCents: cents(quota),
    }));
  });
}

export const curveKinds: Record<string, GoldenKind> = {
  payout_curve: payCurve,
  step_curve: payCurve,
  payout_curve_units: (plan, inputs) => {
    const curve = curveRatio({
      points: pointsOf(plan.list<Pair>('points')),
      shape: 'linear',
      belowRatio: plan.number('belowThreshold', 0),
      above: plan.text('above', 'cap') === 'extend' ? 'extend' : 'cap',
    });
    return inputs.has('values')
      ? { payoutPct: inputs.numbers('values').map((value) => curve.at(value)) }
      : { payoutPct: curve.at(inputs.number('value')) };
  },
  matrix_step: (plan, inputs) => {
    const component: ComponentSketch = {
      kind: 'matrix',
      targetShareRatio: 1,
      column: { kind: 'measure', measure: 'column' },
      rows: plan.numbers('rows'),
      columns: plan.numbers('cols'),
      cells: plan.list<number[]>('cells'),
      belowRatio: plan.number('below', 0),
    };
    const compPlan = planOf([component]);
    const payFor = ([row, column]: Pair) =>
      pay(compPlan, plan.number('targetIncentive'), [{ facts: [atAttainment(row)], measures: { column } }])
        .total;
    return inputs.has('pairs')
      ? { payouts: inputs.list<Pair>('pairs').map(payFor) }
      : { payout: payFor(inputs.numbers('pair') as Pair) };
  },
  cumulative_trueup: (plan, inputs) => {
    const earnedCents = cents(
      payOne(overTiers(plan), plan.number('targetIncentive'), atAttainment(inputs.number('attainment'))),
    );
    const policy = plan.text('negativePolicy', 'payBack') === 'carry' ? 'carry' : 'payBack';
    const due = trueUp(earnedCents, cents(inputs.number('paidToDate', 0)), policy);
    return { earned: amount(earnedCents), due: amount(due.dueCents), carry: amount(due.carryCents) };
  },
  cumulative_curve_no_negative: (plan, inputs) => {
    const negativeDue = plan.text('negativePolicy', 'carry') === 'carry' ? 'carry' : 'payBack';
    const compPlan = planOf([
      curveOf(plan, { timing: { measuredOver: 'year', paidEvery: 'month', negativeDue } }),
    ]);
    let before = 0;
    const periods = inputs.numbers('ytdAttainment').map((attainment, i) => {
      const toDate = attainment * QUOTA_CENTS * (i + 1);
      const credited = toDate - before;
      before = toDate;
      return { facts: [{ credited, quota: QUOTA_CENTS }] };
    });
    // A lone period is still a month of the year.
    const { payout } = pay(
      compPlan,
      plan.number('periodTargetIncentive') * 12,
      periods.map((period, i) => ({ ...period, startMonth: i, months: 1 })),
    );
    const months = payout.periods.map((period) => period.components[0]!);
    return {
      ytdEarned: months.map((month) => amount(month.earnedToDateCents)),
      due: months.map((month) => amount(month.payoutCents)),
      carry: months.map((month) => amount(month.carryCents)),
    };
  },
  cost_distribution: (plan, inputs) => {
    const compPlan = planOf([curveOf(plan)]);
    const rep = {
      plan: compPlan,
      targetIncentiveCents: cents(plan.number('targetIncentive')),
      baseSalaryCents: cents(plan.number('base', 0)),
      quotaCents: QUOTA_CENTS,
    };
    const attainments = inputs.numbers('attainments');
    const actual = teamCost(attainments.map((attainmentRatio) => ({ ...rep, attainmentRatio })));
    const averageAttainment = actual.bookingsCents / (QUOTA_CENTS * attainments.length);
    const atAverage = teamCost(attainments.map(() => ({ ...rep, attainmentRatio: averageAttainment })));
    return {
      averageAttainment,
      payouts: actual.payoutsCents.map(amount),
      actualCost: amount(actual.totalCents),
      costAtAverage: amount(atAverage.totalCents),
    };
  },
  plan_compare: (plan, inputs) => {
    const [oldPlan, newPlan] = ['old', 'new'].map((name) => planOf([curveOf(plan.fields(name))]));
    const rep = { targetIncentiveCents: cents(plan.number('targetIncentive')), quotaCents: QUOTA_CENTS };
    const compared = comparePlans(
      oldPlan!,
      newPlan!,
      Object.entries(inputs.record<number>('reps')).map(([repId, attainment]) => ({
        repId,
        oldInputs: inputsAtAttainment(oldPlan!, rep, attainment),
        newInputs: inputsAtAttainment(newPlan!, rep, attainment),
      })),
      plan.number('tolerance', 0),
    );
    return {
      old: compared.rows.map((row) => amount(row.oldCents)),
      new: compared.rows.map((row) => amount(row.newCents)),
      delta: compared.rows.map((row) => amount(row.deltaCents)),
      winners: compared.winners,
      losers: compared.losers,
      neutral: compared.neutral,
      totalDelta: amount(compared.deltaCents),
      totalOld: amount(compared.oldCents),
      totalNew: amount(compared.newCents),
    };
  },
  monte_carlo_mean: (plan, inputs) => {
    const run = simulate(simulatedReps(plan), {
      trials: inputs.number(['simulations', 'trials']),
      seed: inputs.number('seed', 1),
      model: { market: { kind: 'fixed', mean: 1 }, individual: factorOf(plan.fields('attainment')) },
    });
    let step = run.next();
    while (!step.done) step = run.next();
    return { meanTotal: amount(step.value.cost.mean) };
  },
  pay_performance: (_, inputs) => {
    const pays = inputs.numbers('pay');
    const fit = payPerformance(
      inputs.numbers('attainment').map((attainment, i) => ({ attainment, pay: pays[i] ?? NaN })),
    );
    return { r: fit.r, r2: fit.r2 };
  },
};

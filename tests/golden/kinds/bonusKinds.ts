import { placesOf } from '../../../shared/comp/components/rankBonus';
import { spifReturn } from '../../../shared/comp/economics';
import type { Fields, GoldenKind } from '../goldenCase';
import { amount, cents, pay, payOne, planOf, toTheCent, type ComponentSketch } from '../payCase';

const QUOTA_CENTS = 1e10;

type UnitBand = [first: number, last: number | null, each: number];

/** A SPIF of a case: by rate, by unit, or an amount for reaching a number. */
function spifOf(plan: Fields, mayBeRate = true): ComponentSketch {
  const mode = plan.text('mode', '');
  if (mayBeRate && (mode === 'rate' || (mode === '' && plan.has('rate')))) {
    return { kind: 'spif', award: { kind: 'share', ratio: plan.number('rate') } };
  }
  const each = plan.number(['perUnit', 'perDeal', 'amount', 'bonus']);
  const isPerUnit = plan.has('perUnit') || plan.has('perDeal') || /unit|deal/i.test(mode);
  return {
    kind: 'spif',
    measureUnit: 'count',
    award: isPerUnit
      ? { kind: 'perUnit', bands: [{ first: 1, last: null, cents: cents(each) }] }
      : {
          kind: 'amount',
          cents: cents(each),
          atLeast: plan.number(['threshold', 'minUnits', 'target', 'atLeast'], 1),
        },
  };
}

export const bonusKinds: Record<string, GoldenKind> = {
  kicker: (plan, inputs) => {
    const target = plan.number(['targetIncentive', 'ote'], 0);
    const isAmount = !plan.has('targetIncentive') && !plan.has('ote');
    const component: ComponentSketch = {
      kind: 'kicker',
      of: isAmount ? 'amount' : 'targetIncentive',
      stacking: plan.text('stacking', 'cumulative') === 'cumulative' ? 'cumulative' : 'highest',
      milestones: plan
        .list<[number, number]>('kickers')
        .map(([attainment, pays]) => ({ attainment, pays: isAmount ? cents(pays) : pays })),
    };
    const payFor = (attainment: number) =>
      payOne(component, target, { credited: attainment * QUOTA_CENTS, quota: QUOTA_CENTS });
    return inputs.has('attainments')
      ? { payouts: inputs.numbers('attainments').map(payFor) }
      : { payout: payFor(inputs.number('attainment')) };
  },
  mbo: (plan, inputs) => {
    const scores = inputs.numbers('scores');
    const component: ComponentSketch = {
      kind: 'objectives',
      targetShareRatio: 1,
      // Without a limit in the case a score counts in full, above 100% too.
      maxScoreRatio: plan.number(['maxScore', 'scoreCap', 'cap'], 1e9),
      objectives: plan
        .numbers('weights')
        .map((weightRatio, i) => ({ id: String(i), name: `Objective ${i + 1}`, weightRatio })),
    };
    const payout = payOne(component, plan.number('targetIncentive'), {
      credited: 0,
      quota: null,
      scores: Object.fromEntries(scores.map((score, i) => [String(i), score])),
    });
    return { payout };
  },
  rank_bonus: (plan, inputs) => {
    const component: ComponentSketch = {
      kind: 'rankBonus',
      prizesCents: plan.numbers('prizes').map(cents),
      ties: plan.text('ties', 'share') === 'share' ? 'share' : 'full',
    };
    const scores = inputs.record<number | null>('scores');
    const places = placesOf(Object.values(scores).map((score) => score ?? NaN));
    const paid = Object.keys(scores).map((name, i) => [
      name,
      payOne(component, 0, { credited: 0, quota: null, ...places[i]! }),
    ]);
    return Object.fromEntries(paid) as Record<string, unknown>;
  },
  spif: (plan, inputs) => {
    const capCents = plan.has('cap') ? cents(plan.number('cap')) : null;
    const component: ComponentSketch = {
      ...spifOf(plan),
      cap: capCents === null ? null : { kind: 'amount', cents: capCents },
    };
    const isCount = component.measureUnit === 'count';
    const credited = isCount
      ? inputs.number(['units', 'deals', 'count', 'amount'])
      : cents(inputs.number(['amount', 'sales']));
    return { payout: payOne(component, 0, { credited, quota: null }) };
  },
  spif_tiered: (plan, inputs) => {
    const payHow = (how: 'marginal' | 'retroactive') =>
      payOne(
        {
          kind: 'spif',
          measureUnit: 'count',
          award: {
            kind: 'perUnit',
            how,
            bands: plan
              .list<UnitBand>('tiers')
              .map(([first, last, each]) => ({ first, last, cents: cents(each) })),
          },
        },
        0,
        { credited: inputs.number('units'), quota: null },
      );
    return { retroactive: payHow('retroactive'), marginal: payHow('marginal') };
  },
  spif_plus_commission: (plan, inputs) => {
    const units = inputs.number('units');
    const compPlan = planOf([
      { kind: 'flat', rate: { kind: 'share', ratio: plan.number('rate') } },
      spifOf(plan, false),
    ]);
    const { payout, total } = pay(compPlan, 0, [
      {
        facts: [
          {
            credited: cents(
              inputs.has('amount') ? inputs.number('amount') : inputs.number('unitPrice') * units,
            ),
            quota: null,
          },
          { credited: units, quota: null },
        ],
      },
    ]);
    const [commission, spif] = payout.periods[0]!.components.map((component) =>
      amount(component.payoutCents),
    );
    return { commission, spif, payout: total };
  },
  spif_roi: (plan, inputs) => {
    const result = spifReturn({
      perDealCents: cents(plan.number(['perDeal', 'perUnit'])),
      deals: inputs.number(['deals', 'units']),
      averageDealCents: cents(inputs.number('avgDeal')),
      grossMarginRatio: plan.number('grossMargin'),
    });
    return {
      cost: amount(result.costCents),
      revenue: amount(result.revenueCents),
      grossProfit: amount(result.grossProfitCents),
      net: amount(result.netCents),
      netProfit: amount(result.netCents),
      roi: result.returnRatio === null ? null : toRatio(result.returnRatio),
    };
  },
};

const toRatio = (value: number) => toTheCent(value * 1e4) / 1e4;

import { clawbackRatio } from '../../../shared/comp/clawback';
import { drawSchedule } from '../../../shared/comp/draw';
import { holdbackOf, instalmentsOf } from '../../../shared/comp/payments';
import { drawSchema } from '../../../shared/model/compPlan';
import type { CompPlanDraft } from '../../../shared/model/compPlan';
import type { Fields, GoldenKind } from '../goldenCase';
import { amount, cents, pay, payOne, planOf, stepMoney, type ComponentSketch } from '../payCase';

const takenBack = (clawback: NonNullable<CompPlanDraft['clawback']>, commission: number, months: number) => {
  // The commission itself is a flat share of 100%, so that the payout is what is left of it.
  const compPlan = planOf([{ kind: 'flat', rate: { kind: 'share', ratio: 1 } }], { clawback });
  const { payout, total } = pay(compPlan, 0, [
    {
      facts: [{ credited: cents(commission), quota: null }],
      clawbacks: [{ commissionCents: cents(commission), monthsServed: months }],
    },
  ]);
  return { adjustment: amount(payout.periods[0]!.clawbackCents), net: total };
};

const drawKinds = {
  nonrecoverable: 'nonRecoverable',
  forgiven: 'forgivenAtEnd',
  forgivable: 'forgivenAtEnd',
} as const;

function drawKindOf(type: string): 'recoverable' | 'nonRecoverable' | 'forgivenAtEnd' {
  const plain = type.toLowerCase().replace(/[^a-z]/g, '');
  if (plain.includes('forgiv')) return drawKinds.forgiven;
  return plain.startsWith('non') || plain === 'guarantee' ? drawKinds.nonrecoverable : 'recoverable';
}

const uncappedOf = (plan: Fields): ComponentSketch => ({
  kind: 'flat',
  rate: { kind: 'share', ratio: plan.number('rate') },
});

export const limitKinds: Record<string, GoldenKind> = {
  clawback: (plan, inputs) =>
    takenBack(
      plan.has('recovery')
        ? {
            kind: 'share',
            recoveryRatio: plan.number('recovery'),
            termMonths: plan.numberOrNull('termMonths'),
          }
        : { kind: 'prorated', termMonths: plan.number('termMonths') },
      inputs.number('commission'),
      inputs.number('monthsServed', 0),
    ),
  clawback_prorated: (plan, inputs) => {
    const clawback = { kind: 'prorated', termMonths: plan.number('termMonths') } as const;
    const served = inputs.number(['monthsServed', 'served']);
    return {
      ...takenBack(clawback, inputs.number('commission'), served),
      recovery: clawbackRatio(clawback, served),
    };
  },
  holdback: (plan, inputs) => {
    const heldRatio = plan.has('upfront') ? 1 - plan.number('upfront') : plan.number(['holdback', 'held']);
    const parts = holdbackOf(cents(inputs.number('commission')), heldRatio);
    return { upfront: amount(parts.upfrontCents), held: amount(parts.heldCents) };
  },
  instalments: (plan, inputs) => {
    const component: ComponentSketch = { kind: 'flat', rate: { kind: 'share', ratio: plan.number('rate') } };
    const total = payOne(component, 0, { credited: cents(inputs.number('amount')), quota: null });
    return { total, instalments: instalmentsOf(cents(total), plan.number('instalments')).map(amount) };
  },
  cap: (plan, inputs) => {
    const deals = inputs.has('amounts') ? inputs.numbers('amounts') : [inputs.number('amount')];
    const dealsCents = deals.map(cents);
    const facts = {
      credited: dealsCents.reduce((sum, deal) => sum + deal, 0),
      quota: null,
      deals: dealsCents,
    };
    const capCents = (name: string) => (plan.has(name) ? cents(plan.number(name)) : null);
    const componentCap = capCents('componentCap');
    const capped: ComponentSketch = {
      ...uncappedOf(plan),
      cap: componentCap === null ? null : { kind: 'amount', cents: componentCap },
    };
    const compPlan = planOf([capped], {
      caps: {
        dealCents: capCents('dealCap'),
        totalCents: capCents('totalCap') ?? capCents('planCap') ?? capCents('cap'),
      },
    });
    const { trace, total, payout } = pay(compPlan, 0, [{ facts: [facts] }]);
    const uncapped = stepMoney(trace, 'rate');
    return {
      uncapped,
      afterDealCap: uncapped + stepMoney(trace, 'dealCap'),
      afterComponentCap: amount(payout.periods[0]!.sumCents),
      payout: total,
    };
  },
  cap_components: (plan, inputs) => {
    const caps = plan.list<{ cap: number | null }>('components').map((component) => component.cap);
    const totalCap = plan.numberOrNull('totalCap');
    const facts = inputs.numbers('earned').map((earned) => ({ credited: cents(earned), quota: null }));
    const build = (withOwn: boolean) =>
      planOf(
        facts.map((_, i): ComponentSketch => {
          const cap = withOwn ? (caps[i] ?? null) : null;
          return {
            kind: 'flat',
            rate: { kind: 'share', ratio: 1 },
            cap: cap === null ? null : { kind: 'amount', cents: cents(cap) },
          };
        }),
        { caps: { totalCents: totalCap === null ? null : cents(totalCap) } },
      );
    const { payout, total } = pay(build(true), 0, [{ facts }]);
    return {
      afterComponentCaps: payout.periods[0]!.components.map((component) => amount(component.payoutCents)),
      payout: total,
      payoutIfTotalCapOnly: pay(build(false), 0, [{ facts }]).total,
    };
  },
  draw: (plan, inputs) => {
    const earned = inputs.numbers('earnings').map(cents);
    const kind = drawKindOf(plan.text('type', 'recoverable'));
    const draw = drawSchema.parse({
      kind,
      amountCents: cents(plan.number('draw')),
      months:
        plan.numberOrNull('drawPeriods') ??
        plan.numberOrNull('periods') ??
        (kind === 'forgivenAtEnd' ? earned.length : null),
      recoveryRatio: plan.number(['recovery', 'recoveryRate'], 1),
      recoveryStartsMonth: plan.number('recoveryStartsPeriod', 1),
    });
    const steps = drawSchedule(draw, earned);
    return {
      paid: steps.map((step) => amount(step.paidCents)),
      balanceOwed: steps.map((step) => amount(step.balanceCents)),
      recovered: steps.map((step) => amount(step.recoveredCents)),
      forgiven: amount(steps.reduce((sum, step) => sum + step.forgivenCents, 0)),
    };
  },
};

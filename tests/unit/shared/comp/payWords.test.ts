import { describe, expect, it } from 'vitest';
import { stepText, stepValueText } from '../../../../shared/comp/describe';
import { payoutOfRep } from '../../../../shared/comp/payout';
import type { PayPeriodInputs, PayoutStepName } from '../../../../shared/comp/payTypes';
import { compPlanSchema } from '../../../../shared/model/compPlan';

const figures = {
  money: (cents: number) => `$${cents / 100}`,
  ratio: (ratio: number) => `${ratio * 100}%`,
  factor: (factor: number) => `×${factor}`,
  number: String,
};
const plan = compPlanSchema.parse({
  id: 'p',
  name: 'P',
  components: [
    { kind: 'flat', id: 'b', name: 'Bookings', targetShareRatio: 0.8, rate: { kind: 'base' } },
    {
      kind: 'flat',
      id: 'u',
      name: 'Units',
      measure: 'units',
      measureUnit: 'count',
      targetShareRatio: 0.2,
      rate: { kind: 'base' },
    },
  ],
  conditions: [
    {
      kind: 'gate',
      id: 'g',
      subjects: [{ kind: 'measure', measure: 'margin' }],
      thresholdRatio: 0.6,
      appliesTo: ['b'],
    },
    {
      kind: 'multiplier',
      id: 'm',
      subject: { kind: 'measure', measure: 'csat' },
      bands: [{ from: null, to: null, factor: 1.2 }],
      appliesTo: ['b'],
    },
  ],
});

/** A step of a component in words, for one month in which the rep has the facts given. */
function words(step: PayoutStepName, componentId: string, period: Partial<PayPeriodInputs>): string {
  const trace = { steps: [] };
  const months = { period: '2027-05', startMonth: 4, months: 1, components: {} };
  payoutOfRep(plan, { targetIncentiveCents: 1200_00, periods: [{ ...months, ...period }] }, trace);
  const found = trace.steps.find((each: { step: string; componentId: string | null }) => {
    return each.step === step && each.componentId === componentId;
  });
  return found ? `${stepValueText(found, figures)} | ${stepText(found, figures)}` : 'no such step';
}
const sold = { b: { credited: 100_00, quota: 100_00 } };

describe('why a figure is what it is', () => {
  it('is said of a component without a result', () => {
    expect(words('credit', 'u', { components: sold })).toBe(
      'none | No result for Units in 2027-05 or before it, so it pays nothing',
    );
  });

  it('is said of a gate and a multiplier whose measure has no result', () => {
    expect(words('gate', 'b', { components: sold })).toBe(
      'failed | margin has no result yet, asked for at least 60%',
    );
    expect(words('multiplier', 'b', { components: sold })).toContain('csat has no result yet: ');
  });

  it('is said of a count without a quota, and of who is not there', () => {
    const counted = { u: { credited: 7, quota: null } };
    expect(words('attainment', 'u', { components: counted })).toContain(
      'give it in a column "quota" of the results',
    );
    const gone = { components: { b: { credited: 100_00, quota: 0 } }, activeRatio: 0 };
    expect(words('attainment', 'b', gone)).toContain('The rep was not there, so there is no quota');
    expect(words('credit', 'b', gone)).toContain('Credited while the rep was not there');
  });
});

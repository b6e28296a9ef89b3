import { describe, expect, it } from 'vitest';
import { planText, orderOfOperations } from '../../../../shared/comp/describe';
import { planTemplates } from '../../../../shared/comp/planTemplates';
import { planWarnings } from '../../../../shared/comp/planWarnings';
import {
  againstReference,
  defaultBaseShare,
  referenceFigures,
} from '../../../../shared/comp/referenceFigures';
import { fieldPlan } from './fieldPlan';
import { plainFormat } from './figureFormat';

const rep = { targetIncentiveCents: 60_000_00, baseSalaryCents: 90_000_00, quotaCents: 800_000_00 };

describe('templates', () => {
  it.each(planTemplates.map((template) => [template.name, template] as const))(
    '%s pays target incentive at target, and its pay never falls',
    (_, template) => {
      const codes = planWarnings(template.make('p1'), rep).map((warning) => warning.code);
      expect(codes).toEqual(expect.arrayContaining(['paysAtTarget', 'neverFalls']));
      expect(codes.filter((code) => code !== 'cliff')).toHaveLength(2);
    },
  );

  it('make plans of their own id', () => {
    expect(planTemplates[0]!.make('mine').id).toBe('mine');
  });
});

describe('a plan in words', () => {
  it('reads component by component, then conditions, caps, draw and clawback', () => {
    expect(planText(fieldPlan, plainFormat)).toEqual([
      'Bookings: Pay 70% of target incentive on bookings against quota, over the year, paid monthly with year-to-date true-up. ' +
        'Below 50% pay 0%; 25% at 50%, 100% at 100%, 250% at 150%, 350% at 200%, in lines, above that capped.',
      'Gross margin: Pay 20% of target incentive on grossMargin against quota, over the year, paid yearly. ' +
        'Below 92% pay 0%; 50% at 92%, 100% at 100%, 150% at 106%, in lines, above that capped.',
      'Objectives: Pay 10% for up to 2 objectives, each in proportion to its score, counted up to 100%.',
      'Gate: Pay Gross margin and Objectives only when Bookings reaches at least 50%.',
      'Multiplier: Multiply pay of Bookings by × 1 below 30%, × 1.1 where it is more than 30% of Multi-year share.',
      'Cap all pay at 300% of target incentive.',
      'No draw.',
      'Nothing is clawed back.',
    ]);
  });

  it('names draws, guarantees and clawbacks', () => {
    const texts = planText(
      {
        ...fieldPlan,
        components: [],
        conditions: [],
        caps: { dealCents: 25_000_00, totalCents: null, totalOfTargetRatio: 3 },
        draw: {
          kind: 'recoverable',
          amountCents: 3_000_00,
          months: 3,
          recoveryRatio: 0.5,
          recoveryStartsMonth: 1,
          isNewHiresOnly: true,
        },
        guarantee: { ofTargetRatio: 1, months: 2 },
        clawback: { kind: 'share', recoveryRatio: 0.5, termMonths: 12 },
      },
      plainFormat,
    );
    expect(texts).toEqual([
      'Cap one deal at $25,000, and all pay at 300% of target incentive.',
      'New hires are sure of 100% of target incentive for 2 months. ' +
        'New hires draw $3,000 a month for 3 months, recoverable at 50% of what is earned above it. ' +
        'A month that a rep is there for a part of counts whole.',
      'A cancelled deal gives back 50% of its commission within 12 months.',
    ]);
  });

  it('prints the order of operations', () => {
    expect(orderOfOperations).toBe(
      'credit → splits → attainment → rate or curve → gate → multiplier → deal cap → component cap → ' +
        'rounding → sum → total cap → draw → clawback, true-up',
    );
  });
});

describe('reference figures', () => {
  it('hold a figure against their range', () => {
    const quota = referenceFigures.find((figure) => figure.id === 'quotaToOte')!;
    expect([3.9, 4, 6, 6.1, null].map((value) => againstReference(value, quota))).toEqual([
      'below',
      'within',
      'within',
      'above',
      null,
    ]);
  });

  it('give a role its usual base share', () => {
    expect(defaultBaseShare('ae')).toBe(0.5);
    expect(defaultBaseShare('CSM')).toBe(0.8);
    expect(defaultBaseShare('Beekeeper')).toBe(0.5);
  });
});

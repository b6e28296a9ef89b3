import { describe, expect, it } from 'vitest';
import { phraseText } from '../../../../shared/comp/phrase';
import { planWarnings } from '../../../../shared/comp/planWarnings';
import { compPlanSchema, type CompPlan, type CompPlanDraft } from '../../../../shared/model/compPlan';
import { fieldPlan } from './fieldPlan';
import { plainFormat } from './figureFormat';

const rep = { targetIncentiveCents: 100_000_00, baseSalaryCents: 100_000_00, quotaCents: 1_000_000_00 };

const textsOf = (plan: CompPlan) =>
  planWarnings(plan, rep).map(
    (each) => `${each.severity}: ${phraseText([...each.title, ...each.words], plainFormat)}`,
  );

type Draft = CompPlanDraft['components'][number];

function planOf(component: Draft, rest: Partial<CompPlanDraft> = {}): CompPlan {
  return compPlanSchema.parse({ id: 'p', name: 'P', components: [component], ...rest });
}

const tiers = (list: { from: number; to: number | null; rate: number }[], how = 'marginal') =>
  planOf({ kind: 'tiers', id: 't', name: 'Bookings', targetShareRatio: 1, how, tiers: list } as never);

describe('warnings of a plan', () => {
  it('says what a field plan pays at target, and each of its cliffs with what it is worth', () => {
    expect(textsOf(fieldPlan)).toEqual([
      'passed: Pays $100,000 at 100% on every measure.',
      'passed: Pay never falls as sales rise.',
      'warning: Cliff at 50% of Bookings: the dollar that reaches it is worth $47,500, $30,000 of it from a gate.',
      'warning: Cliff at 92% of Gross margin: one basis point is worth $10,000.',
    ]);
  });

  it('sees that a marginal decelerator does not pay at target', () => {
    const plan = tiers([
      { from: 0, to: 0.5, rate: 0.5 },
      { from: 0.5, to: 1, rate: 1 },
      { from: 1, to: null, rate: 1.5 },
    ]);
    expect(textsOf(plan)[0]).toBe(
      'warning: Does not pay at target: $75,000 at 100% on every measure, $25,000 less than target incentive.',
    );
  });

  it('sees pay that falls as sales rise', () => {
    const plan = tiers(
      [
        { from: 0, to: 1, rate: 1.2 },
        { from: 1, to: null, rate: 1 },
      ],
      'retroactive',
    );
    expect(textsOf(plan)).toContain(
      'warning: Pay falls as sales rise: Bookings at 100% pays $19,999.88 less than just below it.',
    );
  });

  it('sees gaps, overlaps and tiers that a cap keeps out of reach', () => {
    const gap = tiers([
      { from: 0, to: 0.8, rate: 1 },
      { from: 1, to: null, rate: 2 },
    ]);
    expect(textsOf(gap)).toContain('warning: Gap between tiers: Bookings has no rate from 80% to 100%.');
    const overlap = tiers([
      { from: 0, to: 1.2, rate: 1 },
      { from: 1, to: null, rate: 2 },
    ]);
    expect(textsOf(overlap)).toContain('warning: Tiers overlap: Bookings has two rates from 100% to 120%.');
    const capped: CompPlan = {
      ...tiers([
        { from: 0, to: 1.5, rate: 1 },
        { from: 1.5, to: null, rate: 3 },
      ]),
      caps: { dealCents: null, totalCents: 120_000_00, totalOfTargetRatio: null },
    };
    expect(textsOf(capped)).toContain(
      'warning: Unreachable tier: tier 2 of Bookings, from 150%, begins where a cap already holds the pay.',
    );
  });

  it('says of a component that pays by target incentive, but has no share of it, that it pays nothing', () => {
    const tierFields: Draft = {
      kind: 'tiers',
      id: 'x',
      name: 'Extra',
      tiers: [
        { from: 0, to: 1, rate: 1 },
        { from: 1, to: null, rate: 2 },
      ],
    };
    const withExtra = (component: Draft) => ({
      ...fieldPlan,
      components: [...fieldPlan.components, ...planOf(component).components],
    });
    const nothing =
      'warning: Pays nothing: Extra has no share of target incentive. Give it one, or a rate of its own.';
    const paid = textsOf(withExtra(tierFields));
    expect(paid).toContain(nothing);
    // No tier of it is held by a cap.
    expect(paid.some((text) => text.includes('Unreachable tier'))).toBe(false);
    for (const fields of [{ targetShareRatio: 0.1 }, { rateOf: 'share' as const }, { baseRateRatio: 0.05 }]) {
      expect(textsOf(withExtra({ ...tierFields, ...fields }))).not.toContain(nothing);
    }
    expect(textsOf(withExtra({ kind: 'flat', id: 'x', name: 'Extra', rate: { kind: 'base' } }))).toContain(
      nothing,
    );
  });

  it('checks shares, weights and references', () => {
    const [bookings, margin, objectives] = fieldPlan.components;
    const broken: CompPlan = { ...fieldPlan, components: [margin!, objectives!] };
    expect(textsOf(broken)).toEqual(
      expect.arrayContaining([
        'warning: Shares of target incentive: the components add up to 30%, not 100%.',
        'warning: Gate: it refers to a component that the plan does not have.',
      ]),
    );
    expect(textsOf({ ...fieldPlan, components: [bookings!], conditions: [] })).toContain(
      'warning: Shares of target incentive: the components add up to 70%, not 100%.',
    );
    expect(planWarnings({ ...fieldPlan, components: [] }, rep)).toMatchObject([{ code: 'noComponents' }]);
  });

  it('leaves pay on top of target out of the check at target', () => {
    const plan: CompPlan = {
      ...fieldPlan,
      components: [
        ...fieldPlan.components,
        ...planOf({ kind: 'kicker', id: 'k', name: 'Kicker', milestones: [{ attainment: 1, pays: 0.05 }] })
          .components,
      ],
    };
    expect(textsOf(plan)[0]).toBe('passed: Pays $100,000 at 100% on every measure.');
  });
});

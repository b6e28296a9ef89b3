import { describe, expect, it } from 'vitest';
import {
  fieldText,
  typedFigure,
  valueOfTyped,
} from '../../../../../renderer/features/compensation/fieldText';
import {
  withOneMore,
  withoutComponent,
  withoutRow,
} from '../../../../../renderer/features/compensation/listEdits';
import { componentRows } from '../../../../../renderer/features/compensation/componentRows';
import { newComponent } from '../../../../../renderer/features/compensation/newComponent';
import { chartReach } from '../../../../../renderer/features/compensation/chartReach';
import { payGroupOf } from '../../../../../renderer/features/compensation/payGroup';
import { createPlanFormat } from '../../../../../renderer/ui/planFormat';
import { compPlanSchema } from '../../../../../shared/model/compPlan';
import { DEFAULT_SETTINGS } from '../../../../../shared/model/settings';

const basis = { targetIncentiveCents: 10_000_000, baseSalaryCents: 10_000_000, quotaCents: 100_000_000 };
const plan = compPlanSchema.parse({
  id: 'p',
  name: 'Plan',
  components: [
    {
      kind: 'curve',
      id: 'bookings',
      name: 'Bookings',
      targetShareRatio: 0.7,
      points: [
        { x: 0.5, payRatio: 0.25 },
        { x: 1, payRatio: 1 },
        { x: 1.5, payRatio: 2.5 },
        { x: 2, payRatio: 3.5 },
      ],
    },
    {
      kind: 'curve',
      id: 'margin',
      name: 'Margin',
      measure: 'margin',
      measureUnit: 'ratio',
      goal: { kind: 'value', value: 1 },
      targetShareRatio: 0.3,
      points: [
        { x: 0, payRatio: 0 },
        { x: 1, payRatio: 1 },
      ],
    },
  ],
});
const [bookings] = plan.components;

describe('chartReach', () => {
  it('reaches a little beyond the last point, and twice the quota at least', () => {
    expect(chartReach(bookings!, basis)).toBeCloseTo(2.05);
    expect(chartReach(plan.components[1]!, basis)).toBeCloseTo(2.05);
  });
});

describe('payGroupOf', () => {
  it('is an example where nobody is on the plan', () => {
    expect(payGroupOf([], 'p')).toMatchObject({ isExample: true, quotaCents: 0, payoutCents: 0 });
  });
});

describe('listEdits', () => {
  it('adds a point or band and takes it away again', () => {
    for (const kind of ['curve', 'tiers', 'amountTiers', 'kicker', 'rankBonus', 'objectives'] as const) {
      const component = newComponent(plan, kind, 'n');
      const longer = withOneMore(component)!;
      const last = componentRows(longer)!.rows.length - 1;
      expect(withoutRow(longer, last)).toEqual(component);
    }
    expect(withOneMore(newComponent(plan, 'flat', 'n'))).toBeNull();
  });

  it('closes up the bands around one that goes', () => {
    const tiers = newComponent(plan, 'tiers', 'n');
    expect(withoutRow(tiers, 1)).toMatchObject({
      tiers: [
        { from: 0, to: 1.5, rate: 1 },
        { from: 1.5, to: null, rate: 2 },
      ],
    });
    expect(withoutRow(tiers, 0)).toMatchObject({
      tiers: [
        { from: 0, to: 1.5, rate: 1.5 },
        { from: 1.5, to: null, rate: 2 },
      ],
    });
  });

  it('keeps the only row of a list', () => {
    expect(withoutRow(newComponent(plan, 'kicker', 'n'), 0)).toBeNull();
  });

  it('takes conditions on a component away with it', () => {
    const gated = compPlanSchema.parse({
      ...plan,
      conditions: [
        {
          kind: 'gate',
          id: 'g',
          subjects: [{ kind: 'attainment', componentId: 'bookings' }],
          thresholdRatio: 0.5,
          appliesTo: ['margin'],
        },
      ],
    });
    expect(withoutComponent(gated, 'bookings').conditions).toEqual([]);
    expect(withoutComponent(gated, 'margin').conditions).toEqual([]);
  });

  it('gives a new component what of the target is left', () => {
    const half = { ...plan, components: [bookings!] };
    expect(newComponent(half, 'curve', 'n')).toMatchObject({ name: 'Bookings 2', targetShareRatio: 0.3 });
    expect(newComponent(half, 'spif', 'n').targetShareRatio).toBe(0);
  });
});

describe('fieldText', () => {
  const format = createPlanFormat(DEFAULT_SETTINGS, 'en-US');
  it('writes and takes values in their unit', () => {
    expect(fieldText(0.5, 'ratio', format)).toBe('50%');
    expect(fieldText(2_500_000, 'money', format)).toBe('$25,000');
    expect(fieldText(3, 'factor', format)).toBe('3×');
    for (const [value, unit] of [
      [0.07, 'ratio'],
      [2_500_050, 'money'],
      [1.1, 'factor'],
    ] as const) {
      expect(valueOfTyped(typedFigure(value, unit).value, unit)).toBe(value);
    }
  });
});

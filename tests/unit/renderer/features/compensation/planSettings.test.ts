import { describe, expect, it } from 'vitest';
import {
  conditionRows,
  conditionSettings,
  withConditionRow,
  withoutConditionRow,
} from '../../../../../renderer/features/compensation/conditionSettings';
import {
  editCondition,
  editPlan,
  newCondition,
  withActedOn,
} from '../../../../../renderer/features/compensation/editPlan';
import { planSettings } from '../../../../../renderer/features/compensation/planSettings';
import { planTemplates } from '../../../../../shared/comp/planTemplates';
import type { CompPlan } from '../../../../../shared/model/compPlan';

const plan = planTemplates[0]!.make('p');

function set(before: CompPlan, path: string[], value: string | number | null): CompPlan {
  const result = editPlan(before, path, value);
  if (!result.ok) throw new Error(result.message);
  return result.plan;
}

describe('planSettings', () => {
  it('takes every choice that it offers, and shows it', () => {
    for (const { path, choices, isOpenChoice } of planSettings(plan).flatMap((group) => group.fields)) {
      if (isOpenChoice) continue;
      for (const choice of choices ?? []) {
        const next = set(plan, path.map(String), choice.value);
        const shown = planSettings(next)
          .flatMap((group) => group.fields)
          .find((field) => field.path.join('.') === path.join('.'));
        expect(shown?.value, path.join('.')).toBe(choice.value);
      }
    }
  });

  it('pays whole amounts of a currency that has no cents, and cents again of one that has', () => {
    const yen = set(plan, ['currency'], 'JPY');
    expect(yen).toMatchObject({ currency: 'JPY', roundingStepCents: 100 });
    expect(set(yen, ['currency'], 'EUR')).toMatchObject({ currency: 'EUR', roundingStepCents: 1 });
    expect(set(plan, ['currency'], 'KWD').roundingStepCents).toBe(1);
    const whole = set(plan, ['roundingStepCents'], '100');
    expect(set(whole, ['currency'], 'EUR').roundingStepCents).toBe(100);
  });

  it('keeps the amount of a draw when its kind changes', () => {
    const drawn = set(set(plan, ['draw', 'kind'], 'recoverable'), ['draw', 'amountCents'], 500_000);
    expect(set(drawn, ['draw', 'kind'], 'forgivenAtEnd').draw).toMatchObject({
      kind: 'forgivenAtEnd',
      amountCents: 500_000,
    });
    expect(set(drawn, ['draw', 'kind'], 'none').draw).toBeNull();
  });

  it('refuses a plan that ends before it begins', () => {
    const begun = set(plan, ['effectiveFrom'], '2027-01-01');
    expect(editPlan(begun, ['effectiveTo'], '2026-12-31')).toMatchObject({ ok: false });
  });
});

describe('conditions', () => {
  const gated: CompPlan = { ...plan, conditions: [newCondition(plan, 'gate', 'g')!] };
  const [gate] = gated.conditions;

  it('looks at one measure more, at another, and no longer at it', () => {
    const two = withConditionRow(gate!, gated);
    expect(conditionRows(two, gated, []).rows).toHaveLength(2);
    const result = editCondition({ ...gated, conditions: [two] }, 'g', ['subjects', 1, 'code'], 'measure');
    expect(result).toMatchObject({
      ok: true,
      plan: { conditions: [{ subjects: [{ kind: 'attainment' }, { kind: 'measure' }] }] },
    });
    expect(withoutConditionRow(two, 1)).toEqual(gate);
    expect(withoutConditionRow(gate!, 0)).toBeNull();
  });

  it('closes up the bands of a multiplier around one that goes', () => {
    const multiplier = newCondition(plan, 'multiplier', 'm')!;
    const three = withConditionRow(multiplier, plan);
    expect(withoutConditionRow(three, 1)).toMatchObject({
      bands: [
        { from: null, to: 0.5 },
        { from: 0.5, to: null },
      ],
    });
    expect(conditionSettings(multiplier, plan, [])[0]!.fields.map((field) => field.value)).toContain(
      'measure',
    );
  });

  it('acts on all, then on all but one, and on one at least', () => {
    const all = withActedOn(gated, gate!, 'bookings')!;
    expect(all.appliesTo).toBeNull();
    expect(withActedOn(gated, all, 'objectives')!.appliesTo).toEqual(['bookings', 'grossMargin']);
    expect(withActedOn(gated, { ...gate!, appliesTo: ['bookings'] }, 'bookings')).toBeNull();
  });
});

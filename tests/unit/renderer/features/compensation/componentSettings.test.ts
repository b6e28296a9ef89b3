import { describe, expect, it } from 'vitest';
import { componentRows } from '../../../../../renderer/features/compensation/componentRows';
import { componentSettings } from '../../../../../renderer/features/compensation/componentSettings';
import { editComponent } from '../../../../../renderer/features/compensation/editComponent';
import { withMatrixLine, withoutMatrixLine } from '../../../../../renderer/features/compensation/matrixEdits';
import { newComponent } from '../../../../../renderer/features/compensation/newComponent';
import { withOneMore } from '../../../../../renderer/features/compensation/listEdits';
import { payAt } from '../../../../../shared/comp/payoutCurve';
import {
  compComponentSchema,
  type CompComponent,
  type CompComponentKind,
} from '../../../../../shared/model/compComponent';
import { compPlanSchema, type CompPlan } from '../../../../../shared/model/compPlan';

const kinds = compComponentSchema.options.map((option) => option.shape.kind.value);
const empty = compPlanSchema.parse({ id: 'p', name: 'Plan', components: [] });
const rep = { targetIncentiveCents: 10_000_000, baseSalaryCents: 10_000_000, quotaCents: 100_000_000 };

function planOf(kind: CompComponentKind): { plan: CompPlan; component: CompComponent } {
  const component = newComponent(empty, kind, 'only');
  return { plan: { ...empty, components: [component] }, component };
}

function edited(component: CompComponent, path: (string | number)[], value: string | number | null) {
  const result = editComponent(component, path, value, rep);
  if (!result.ok) throw new Error(`${path.join('.')} to ${value}: ${result.message}`);
  return result.component;
}

describe('componentSettings', () => {
  it.each(kinds)('sets each field of %s to what it is, and nothing changes', (kind) => {
    const { plan, component } = planOf(kind);
    const groups = componentSettings(component, plan, []);
    const fields = [
      ...groups.flatMap((group) => group.fields),
      ...(componentRows(component)?.rows.flat() ?? []),
    ];
    expect(fields.length).toBeGreaterThan(8);
    for (const field of fields) {
      expect(edited(component, [...field.path], field.value), field.label).toEqual(component);
    }
  });

  it.each(kinds)('takes every choice that it offers for %s, and shows it', (kind) => {
    const { plan, component } = planOf(kind);
    for (const { path, choices, isOpenChoice } of componentSettings(component, plan, []).flatMap(
      (g) => g.fields,
    )) {
      if (isOpenChoice) continue;
      for (const choice of choices ?? []) {
        const next = edited(component, [...path], choice.value);
        const shown = componentSettings(next, { ...plan, components: [next] }, [])
          .flatMap((group) => group.fields)
          .find((field) => field.path.join('.') === path.join('.'));
        expect(shown?.value, `${path.join('.')} = ${choice.value}`).toBe(choice.value);
      }
    }
  });

  it('carries rates and edges over so that the average rep is paid the same', () => {
    const { plan, component } = planOf('tiers');
    const byAmount = edited(edited(component, ['basis'], 'amount'), ['rateOf'], 'share');
    expect(byAmount).toMatchObject({
      tiers: [{ to: 100_000_000, rate: 0.1 }, { rate: 0.15 }, { rate: 0.2 }],
    });
    for (const attainment of [0.4, 1, 1.3, 1.8]) {
      const before = payAt(plan, rep, 'only', attainment).payoutCents;
      const after = payAt({ ...plan, components: [byAmount] }, rep, 'only', attainment).payoutCents;
      expect(after).toBe(before);
    }
  });

  it('refuses a matrix whose rows do not rise', () => {
    const { component } = planOf('matrix');
    const result = editComponent(component, ['rows', 1], 2, rep);
    expect(result).toMatchObject({ ok: false });
  });

  it('moves the unit bands of a SPIF together', () => {
    const perUnit = edited(planOf('spif').component, ['award', 'kind'], 'perUnit');
    const two = withOneMore(perUnit)!;
    expect(edited(two, ['award', 'bands', 0, 'last'], 5)).toMatchObject({
      award: {
        bands: [
          { first: 1, last: 5 },
          { first: 6, last: null },
        ],
      },
    });
  });
});

describe('matrixEdits', () => {
  it('adds a line that pays what its neighbour pays, and takes it away again', () => {
    const { component } = planOf('matrix');
    if (component.kind !== 'matrix') throw new Error('not a matrix');
    for (const side of ['rows', 'columns'] as const) {
      const longer = withMatrixLine(component, side);
      expect(longer[side]).toHaveLength(4);
      expect(longer.cells.flat()).toHaveLength(12);
      expect(withoutMatrixLine(longer, side, 3)).toEqual(component);
    }
  });
});

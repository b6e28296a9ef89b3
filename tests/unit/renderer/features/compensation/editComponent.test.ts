import { describe, expect, it } from 'vitest';
import { editComponent } from '../../../../../renderer/features/compensation/editComponent';
import { componentKinds, componentSentence } from '../../../../../shared/comp/components/registry';
import { compComponentSchema, type CompComponentKind } from '../../../../../shared/model/compComponent';
import { compPlanSchema } from '../../../../../shared/model/compPlan';
import { newComponent } from '../../../../../renderer/features/compensation/newComponent';

const emptyPlan = compPlanSchema.parse({ id: 'p', name: 'Plan', components: [] });
const kinds = Object.keys(componentKinds) as CompComponentKind[];

describe('editComponent', () => {
  it.each(kinds)('takes every figure of the sentence of a new %s as it stands', (kind) => {
    const component = newComponent(emptyPlan, kind, 'c');
    const fields = componentSentence(component).filter((part) => 'path' in part);
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) {
      expect(editComponent(component, field.path, field.value)).toEqual({ ok: true, component });
    }
  });

  it('moves the edge between two bands as one', () => {
    const tiers = newComponent(emptyPlan, 'tiers', 'c');
    const edited = editComponent(tiers, ['tiers', 0, 'to'], 0.9);
    expect(edited).toMatchObject({ ok: true, component: { tiers: [{ to: 0.9 }, { from: 0.9 }, {}] } });
  });

  it('refuses a band that would end before it begins, and says which', () => {
    const tiers = newComponent(emptyPlan, 'tiers', 'c');
    const edited = editComponent(tiers, ['tiers', 1, 'to'], 0.5);
    expect(edited.ok ? '' : edited.message).toContain('Band 2');
  });

  it('sorts the points of a curve', () => {
    const curve = newComponent(emptyPlan, 'curve', 'c');
    const edited = editComponent(curve, ['points', 0, 'x'], 1.2);
    expect(edited).toMatchObject({ ok: true, component: { points: [{ x: 1 }, { x: 1.2 }, { x: 1.5 }] } });
  });

  it('changes the number of objectives and spreads their weights', () => {
    const objectives = newComponent(emptyPlan, 'objectives', 'c');
    const edited = editComponent(objectives, ['objectives', 'length'], 4);
    expect(
      edited.ok && edited.component.kind === 'objectives' ? edited.component.objectives : [],
    ).toHaveLength(4);
    const weights =
      edited.ok && edited.component.kind === 'objectives'
        ? edited.component.objectives.map((objective) => objective.weightRatio)
        : [];
    expect(weights).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('turns a quota into a goal of the plan and back', () => {
    const curve = compComponentSchema.parse({ ...newComponent(emptyPlan, 'curve', 'c') });
    const goal = editComponent(curve, ['goal', 'kind'], 'value');
    expect(goal).toMatchObject({ ok: true, component: { goal: { kind: 'value', value: 100_000_000 } } });
  });
});

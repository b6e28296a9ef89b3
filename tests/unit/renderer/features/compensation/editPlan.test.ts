import { describe, expect, it } from 'vitest';
import {
  editCondition,
  editPlan,
  newCondition,
} from '../../../../../renderer/features/compensation/editPlan';
import { addableLimits, planLimits } from '../../../../../renderer/features/compensation/planLimits';
import { conditionSentence } from '../../../../../shared/comp/describe';
import { planTemplates } from '../../../../../shared/comp/planTemplates';
import type { CompPlan } from '../../../../../shared/model/compPlan';

const plan = planTemplates[0]!.make('p');

function withCondition(kind: 'gate' | 'linkedAccelerator' | 'multiplier'): CompPlan {
  return { ...plan, conditions: [newCondition(plan, kind, 'c')!] };
}

describe('conditions', () => {
  it.each(['gate', 'linkedAccelerator', 'multiplier'] as const)(
    'takes every field of a new %s as it stands',
    (kind) => {
      const given = withCondition(kind);
      const fields = conditionSentence(given.conditions[0]!, given).filter((part) => 'path' in part);
      expect(fields.length).toBeGreaterThan(1);
      for (const field of fields) {
        expect(editCondition(given, 'c', field.path, field.value)).toEqual({ ok: true, plan: given });
      }
    },
  );

  it('moves the edge between two bands of a multiplier as one', () => {
    const edited = editCondition(withCondition('multiplier'), 'c', ['bands', 1, 'from'], 0.4);
    expect(edited).toMatchObject({
      ok: true,
      plan: { conditions: [{ bands: [{ to: 0.4 }, { from: 0.4 }] }] },
    });
  });

  it('has nothing to hang on where there is no component', () => {
    expect(newCondition({ ...plan, components: [] }, 'gate', 'c')).toBeNull();
  });
});

describe('limits', () => {
  it('are cards once they are set, and offered while they are not', () => {
    const bare = planTemplates.find((template) => template.id === 'accelerators')!.make('p');
    expect(planLimits(bare)).toEqual([]);
    for (const limit of addableLimits(bare)) {
      const cards = planLimits(limit.plan);
      expect(cards).toHaveLength(1);
      expect(addableLimits(limit.plan).map((each) => each.name)).not.toContain(limit.name);
      expect(cards[0]!.without).toEqual(bare);
      for (const field of cards[0]!.parts.filter((part) => 'path' in part)) {
        expect(editPlan(limit.plan, field.path, field.value)).toEqual({ ok: true, plan: limit.plan });
      }
    }
  });
});

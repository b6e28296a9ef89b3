import { setAt, type FieldPath } from './setAt';
import { compPlanSchema, type CompCondition, type CompPlan } from '../../../shared/model/compPlan';

export type PlanEdit =
  { readonly ok: true; readonly plan: CompPlan } | { readonly ok: false; readonly message: string };

/** A plan with a field of its own set, e.g. ['caps', 'dealCents']; refused where it is no valid plan any more. */
export function editPlan(plan: CompPlan, path: FieldPath, value: string | number | null): PlanEdit {
  const draft = structuredClone(plan);
  setAt(draft, path, value);
  return checkPlan(draft);
}

/** A plan with a field of one of its conditions set; bands that meet at an edge move it together. */
export function editCondition(
  plan: CompPlan,
  conditionId: string,
  path: FieldPath,
  value: string | number | null,
): PlanEdit {
  const draft = structuredClone(plan);
  const condition = draft.conditions.find((each) => each.id === conditionId);
  if (!condition) return { ok: false, message: 'That condition is no longer in the plan.' };
  setAt(condition, path, value);
  const [list, index, side] = path;
  if (
    condition.kind === 'multiplier' &&
    list === 'bands' &&
    typeof index === 'number' &&
    typeof value === 'number'
  ) {
    const next = condition.bands[index + 1];
    const before = condition.bands[index - 1];
    if (side === 'to' && next) next.from = value;
    if (side === 'from' && before) before.to = value;
  }
  return checkPlan(draft);
}

export function checkPlan(draft: CompPlan): PlanEdit {
  const parsed = compPlanSchema.safeParse(draft);
  if (parsed.success) return { ok: true, plan: parsed.data };
  return { ok: false, message: `That value does not fit here: ${parsed.error.issues[0]?.message ?? ''}` };
}

export type ConditionKind = CompCondition['kind'];

/** What a new condition begins as: a gate or accelerator on the first component, a multiplier on a measure. */
export function newCondition(plan: CompPlan, kind: ConditionKind, id: string): CompCondition | null {
  const [first, ...others] = plan.components;
  if (!first) return null;
  const subject = { kind: 'attainment', componentId: first.id } as const;
  const common = { id, comparator: 'atLeast' as const };
  switch (kind) {
    case 'gate': {
      const appliesTo = others.length > 0 ? others.map((each) => each.id) : null;
      return { ...common, kind, name: 'Gate', subjects: [subject], thresholdRatio: 0.5, appliesTo };
    }
    case 'linkedAccelerator':
      return {
        ...common,
        kind,
        name: 'Linked accelerator',
        subjects: [others[0] ? { kind: 'attainment', componentId: others[0].id } : subject],
        thresholdRatio: 1,
        appliesTo: [first.id],
      };
    case 'multiplier':
      return {
        ...common,
        kind,
        name: 'Multiplier',
        subject: { kind: 'measure', measure: 'multi-year share' },
        bands: [
          { from: null, to: 0.3, factor: 1 },
          { from: 0.3, to: null, factor: 1.1 },
        ],
        appliesTo: [first.id],
      };
  }
}

import { switchPlanSetting } from './planSettings';
import { setAt, type FieldPath } from './setAt';
import { subjectOfCode } from './subjectChoice';
import { compPlanSchema, type CompCondition, type CompPlan } from '../../../shared/model/compPlan';

export type PlanEdit =
  { readonly ok: true; readonly plan: CompPlan } | { readonly ok: false; readonly message: string };

/** A plan with a field of its own set, e.g. ['caps', 'dealCents']; refused where it is no valid plan any more. */
export function editPlan(plan: CompPlan, path: FieldPath, value: string | number | null): PlanEdit {
  const draft = structuredClone(plan);
  if (!switchPlanSetting(draft, path, value)) setAt(draft, path, value);
  const { effectiveFrom, effectiveTo } = draft;
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom) {
    return { ok: false, message: 'A plan ends after it begins. Give it a later end.' };
  }
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
  if (!setSubject(condition, path, value)) setAt(condition, path, value);
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

/** What a condition looks at, given as one choice. @returns false where the path is another field */
function setSubject(condition: CompCondition, path: FieldPath, value: string | number | null): boolean {
  if (path.at(-1) !== 'code') return false;
  if (condition.kind === 'multiplier') {
    condition.subject = subjectOfCode(String(value), condition.subject);
  } else {
    const at = Number(path[1]);
    condition.subjects[at] = subjectOfCode(String(value), condition.subjects[at]!);
  }
  return true;
}

export function checkPlan(draft: CompPlan): PlanEdit {
  const parsed = compPlanSchema.safeParse(draft);
  if (parsed.success) return { ok: true, plan: parsed.data };
  return { ok: false, message: `That value does not fit here: ${parsed.error.issues[0]?.message ?? ''}` };
}

/** A condition that acts on one component more, or no longer on it; null where it would act on nothing. */
export function withActedOn(
  plan: CompPlan,
  condition: CompCondition,
  componentId: string,
): CompCondition | null {
  const all = plan.components.map((each) => each.id);
  const acts = condition.appliesTo ?? all;
  const isOn = acts.includes(componentId);
  const next = all.filter((id) => (id === componentId ? !isOn : acts.includes(id)));
  if (next.length === 0) return null;
  return { ...condition, appliesTo: next.length === all.length ? null : next };
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

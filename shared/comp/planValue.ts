import type { CompPlan } from '../model/compPlan';

/** Where a value stands in a plan: ['components', 0, 'points', 2, 'payRatio']. */
export type PlanPath = readonly (string | number)[];

/** The number at a path; null where there is none. */
export function planValueAt(plan: CompPlan, path: PlanPath): number | null {
  let at: unknown = plan;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return null;
    at = (at as Record<string | number, unknown>)[key];
  }
  return typeof at === 'number' ? at : null;
}

function replaced(value: unknown, path: PlanPath, next: number): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (Array.isArray(value))
    return value.map((each: unknown, i) => (i === key ? replaced(each, rest, next) : each));
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  return { ...record, [key]: replaced(record[String(key)], rest, next) };
}

/**
 * The plan with one number changed. The path must lead to a number that is there, so the shape stays the plan's.
 * @throws where it does not
 */
export function withPlanValue(plan: CompPlan, path: PlanPath, value: number): CompPlan {
  if (planValueAt(plan, path) === null) throw new Error(`The plan has no number at ${path.join(' › ')}.`);
  return replaced(plan, path, value) as CompPlan;
}

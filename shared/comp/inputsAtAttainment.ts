import type { CompSubject } from '../model/compComponent';
import type { CompPlan } from '../model/compPlan';
import type { ComponentFacts, RepPayoutInputs } from './payTypes';

/** A rep as payout at a given attainment needs them; cents a year. */
export interface PayBasis {
  targetIncentiveCents: number;
  baseSalaryCents?: number;
  quotaCents: number;
}

/**
 * Values of other measures that change nothing: a gate's threshold is just passed, a multiplier's band has
 * factor 1. Pay "at target" means at target on every measure.
 */
export function neutralMeasures(plan: CompPlan): Record<string, number> {
  const values: Record<string, number> = {};
  const set = (subject: CompSubject, value: number) => {
    if (subject.kind === 'measure')
      values[subject.measure] = Math.max(values[subject.measure] ?? -Infinity, value);
  };
  for (const component of plan.components) {
    if (component.kind === 'matrix') set(component.column, 1);
  }
  for (const condition of plan.conditions) {
    if (condition.kind === 'multiplier') {
      const band = condition.bands.find((each) => each.factor === 1);
      if (band)
        set(
          condition.subject,
          band.from ?? (band.to === null ? 1 : band.to - Math.abs(band.to) * 0.5 - 1e-6),
        );
      continue;
    }
    const above = condition.comparator === 'moreThan' ? 1e-6 : 0;
    for (const subject of condition.subjects) set(subject, Math.max(1, condition.thresholdRatio + above));
  }
  return values;
}

/** Quota of a component in its measure's unit: the rep's for money, else 1 (a ratio of the goal). */
export function componentQuota(component: CompPlan['components'][number], quotaCents: number): number {
  if (component.goal.kind === 'value') return component.goal.value;
  return component.measureUnit === 'money' ? quotaCents : 1;
}

/**
 * A year's inputs with every component at one attainment.
 * @param attainmentOf a ratio for all, or one by component id
 * @param period shown and exported
 */
export function inputsAtAttainment(
  plan: CompPlan,
  rep: PayBasis,
  attainmentOf: number | ((componentId: string) => number),
  period = '',
): RepPayoutInputs {
  const components: Record<string, ComponentFacts> = {};
  for (const component of plan.components) {
    const attainment = typeof attainmentOf === 'number' ? attainmentOf : attainmentOf(component.id);
    const quota = componentQuota(component, rep.quotaCents);
    const credited = quota * attainment;
    components[component.id] = {
      credited: component.measureUnit === 'money' ? Math.round(credited) : credited,
      quota,
    };
  }
  return {
    targetIncentiveCents: rep.targetIncentiveCents,
    baseSalaryCents: rep.baseSalaryCents ?? 0,
    periods: [{ period, startMonth: 0, months: 12, components, measures: neutralMeasures(plan) }],
  };
}

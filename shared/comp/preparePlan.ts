import type { CompComponent } from '../model/compComponent';
import type { CompPlan } from '../model/compPlan';
import type { ComponentEvaluator } from './components/componentKind';
import { prepareComponent } from './components/registry';
import {
  prepareSubject,
  type PreparedHurdle,
  type PreparedMultiplier,
  type PreparedSubject,
} from './conditions';

/** A component compiled, with the conditions that act on it. */
export interface PreparedComponent {
  component: CompComponent;
  evaluate: ComponentEvaluator;
  gates: readonly PreparedHurdle[];
  multipliers: readonly PreparedMultiplier[];
  links: readonly PreparedHurdle[];
  /** A matrix's second attainment; null for other kinds. */
  column: PreparedSubject | null;
  isPerTransaction: boolean;
}

/** A plan compiled for pricing; `indexOf` finds a component by id. */
export interface PreparedPlan {
  plan: CompPlan;
  components: readonly PreparedComponent[];
  indexOf: ReadonlyMap<string, number>;
  /** Whether any condition or matrix looks at the year so far. */
  needsYear: boolean;
}

const preparedPlans = new WeakMap<CompPlan, PreparedPlan>();

function prepare(plan: CompPlan): PreparedPlan {
  const indexOf = new Map(plan.components.map((component, i) => [component.id, i]));
  const components = plan.components.map((component): PreparedComponent => {
    const gates: PreparedHurdle[] = [];
    const multipliers: PreparedMultiplier[] = [];
    const links: PreparedHurdle[] = [];
    for (const condition of plan.conditions) {
      if (condition.appliesTo !== null && !condition.appliesTo.includes(component.id)) continue;
      if (condition.kind === 'multiplier') {
        multipliers.push({ multiplier: condition, subject: prepareSubject(condition.subject, indexOf) });
        continue;
      }
      const subjects = condition.subjects.map((subject) => prepareSubject(subject, indexOf));
      (condition.kind === 'gate' ? gates : links).push({ hurdle: condition, subjects });
    }
    return {
      component,
      evaluate: prepareComponent(component),
      gates,
      multipliers,
      links,
      column: component.kind === 'matrix' ? prepareSubject(component.column, indexOf) : null,
      isPerTransaction: 'processing' in component && component.processing === 'perTransaction',
    };
  });
  const subjects = [
    ...plan.conditions.flatMap((condition) =>
      condition.kind === 'multiplier' ? [condition.subject] : condition.subjects,
    ),
    ...plan.components.flatMap((component) => (component.kind === 'matrix' ? [component.column] : [])),
  ];
  return {
    plan,
    components,
    indexOf,
    needsYear: subjects.some((subject) => subject.kind === 'yearAttainment'),
  };
}

/** Compiles a plan once; plans are immutable, so the result is kept as long as the plan is. */
export function preparePlan(plan: CompPlan): PreparedPlan {
  let prepared = preparedPlans.get(plan);
  if (!prepared) {
    prepared = prepare(plan);
    preparedPlans.set(plan, prepared);
  }
  return prepared;
}

import type { CompComponent } from '../model/compComponent';
import type { CompGate, CompMultiplier, CompPlan } from '../model/compPlan';
import type { ComponentEvaluator } from './components/componentKind';
import { prepareComponent } from './components/registry';

/** A component compiled, with the conditions that act on it. */
export interface PreparedComponent {
  component: CompComponent;
  evaluate: ComponentEvaluator;
  gates: readonly CompGate[];
  multipliers: readonly CompMultiplier[];
  links: readonly LinkedAccelerator[];
  isPerTransaction: boolean;
}

type LinkedAccelerator = Extract<CompPlan['conditions'][number], { kind: 'linkedAccelerator' }>;

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
  const components = plan.components.map((component): PreparedComponent => {
    const gates: CompGate[] = [];
    const multipliers: CompMultiplier[] = [];
    const links: LinkedAccelerator[] = [];
    for (const condition of plan.conditions) {
      if (condition.appliesTo !== null && !condition.appliesTo.includes(component.id)) continue;
      if (condition.kind === 'gate') gates.push(condition);
      else if (condition.kind === 'multiplier') multipliers.push(condition);
      else links.push(condition);
    }
    return {
      component,
      evaluate: prepareComponent(component),
      gates,
      multipliers,
      links,
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
    indexOf: new Map(plan.components.map((component, i) => [component.id, i])),
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

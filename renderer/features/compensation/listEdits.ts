import type { CompComponent } from '../../../shared/model/compComponent';
import type { CompCondition, CompPlan } from '../../../shared/model/compPlan';

/** A plan with one component put in the place of the one of its id. */
export function withComponent(plan: CompPlan, component: CompComponent): CompPlan {
  return {
    ...plan,
    components: plan.components.map((each) => (each.id === component.id ? component : each)),
  };
}

/** A plan with a component moved up (−1) or down (+1) in the order of payment. */
export function moveComponent(plan: CompPlan, componentId: string, by: -1 | 1): CompPlan {
  const components = [...plan.components];
  const from = components.findIndex((each) => each.id === componentId);
  const to = from + by;
  if (from < 0 || to < 0 || to >= components.length) return plan;
  [components[from], components[to]] = [components[to]!, components[from]!];
  return { ...plan, components };
}

/**
 * A plan without a component. Conditions that looked at it or acted on it alone go with it, the others forget it.
 */
export function withoutComponent(plan: CompPlan, componentId: string): CompPlan {
  const looksAtIt = (subject: { kind: string; componentId?: string }) => subject.componentId === componentId;
  const conditions = plan.conditions.flatMap((condition): CompCondition[] => {
    const appliesTo = condition.appliesTo?.filter((id) => id !== componentId) ?? null;
    if (appliesTo?.length === 0) return [];
    if (condition.kind === 'multiplier') {
      return looksAtIt(condition.subject) ? [] : [{ ...condition, appliesTo }];
    }
    const subjects = condition.subjects.filter((subject) => !looksAtIt(subject));
    return subjects.length === 0 ? [] : [{ ...condition, subjects, appliesTo }];
  });
  return {
    ...plan,
    components: plan.components.filter((each) => each.id !== componentId),
    conditions,
  };
}

/** A component with one more point or band at its end; null where the kind has neither. */
export function withOneMore(component: CompComponent): CompComponent | null {
  switch (component.kind) {
    case 'curve': {
      const last = component.points.at(-1)!;
      const before = component.points.at(-2);
      const slope = before ? (last.payRatio - before.payRatio) / (last.x - before.x) : 1;
      const point = { x: round(last.x + 0.5), payRatio: round(last.payRatio + slope * 0.5) };
      return { ...component, points: [...component.points, point] };
    }
    case 'tiers': {
      const last = component.tiers.at(-1)!;
      const edge = round(last.to ?? last.from + (component.basis === 'attainment' ? 0.5 : last.from || 1));
      const tiers = [...component.tiers.slice(0, -1), { ...last, to: edge }];
      return { ...component, tiers: [...tiers, { ...last, from: edge, to: null, isRetroactive: false }] };
    }
    case 'amountTiers': {
      const last = component.tiers.at(-1)!;
      const width = last.to - last.from;
      return { ...component, tiers: [...component.tiers, { ...last, from: last.to, to: last.to + width }] };
    }
    case 'kicker': {
      const last = component.milestones.at(-1)!;
      return {
        ...component,
        milestones: [...component.milestones, { ...last, attainment: round(last.attainment + 0.1) }],
      };
    }
    case 'rankBonus':
      return { ...component, prizesCents: [...component.prizesCents, component.prizesCents.at(-1) ?? 0] };
    case 'flat':
    case 'matrix':
    case 'objectives':
    case 'spif':
      return null;
  }
}

/** A component without its last point or band; null where it has only one, or the kind has neither. */
export function withOneLess(component: CompComponent): CompComponent | null {
  switch (component.kind) {
    case 'curve':
      return component.points.length < 2 ? null : { ...component, points: component.points.slice(0, -1) };
    case 'tiers': {
      const tiers = component.tiers.slice(0, -1);
      const last = tiers.at(-1);
      return last
        ? { ...component, tiers: [...tiers.slice(0, -1), { ...last, to: component.tiers.at(-1)!.to }] }
        : null;
    }
    case 'amountTiers':
      return component.tiers.length < 2 ? null : { ...component, tiers: component.tiers.slice(0, -1) };
    case 'kicker':
      return component.milestones.length < 2
        ? null
        : { ...component, milestones: component.milestones.slice(0, -1) };
    case 'rankBonus':
      return component.prizesCents.length < 2
        ? null
        : { ...component, prizesCents: component.prizesCents.slice(0, -1) };
    case 'flat':
    case 'matrix':
    case 'objectives':
    case 'spif':
      return null;
  }
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

/** What one more of it is called: a point, a band, a milestone, a prize. */
export function partName(component: CompComponent): string {
  switch (component.kind) {
    case 'curve':
      return 'point';
    case 'kicker':
      return 'milestone';
    case 'rankBonus':
      return 'prize';
    case 'tiers':
    case 'amountTiers':
    case 'flat':
    case 'matrix':
    case 'objectives':
    case 'spif':
      return 'band';
  }
}

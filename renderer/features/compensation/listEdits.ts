import type { CompComponent } from '../../../shared/model/compComponent';
import { newObjective } from './editComponent';
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
    case 'objectives':
      return { ...component, objectives: [...component.objectives, newObjective(component.objectives)] };
    case 'spif':
      if (component.award.kind === 'contest') {
        const { prizesCents } = component.award;
        return {
          ...component,
          award: { ...component.award, prizesCents: [...prizesCents, prizesCents.at(-1) ?? 0] },
        };
      }
      return component.award.kind === 'perUnit'
        ? { ...component, award: { ...component.award, bands: oneMoreBand(component.award.bands) } }
        : null;
    case 'flat':
    case 'matrix':
      return null;
  }
}

type UnitBand = { first: number; last: number | null; cents: number };

/** The open last band ends three units on, and another begins there at the same amount. */
function oneMoreBand(bands: readonly UnitBand[]): UnitBand[] {
  const last = bands.at(-1)!;
  const end = last.last ?? last.first + 2;
  return [...bands.slice(0, -1), { ...last, last: end }, { ...last, first: end + 1, last: null }];
}

/** A component without a row of its list; the bands around it close up. Null where it is the only row. */
export function withoutRow(component: CompComponent, at: number): CompComponent | null {
  switch (component.kind) {
    case 'curve':
      return component.points.length < 2 ? null : { ...component, points: component.points.toSpliced(at, 1) };
    case 'tiers':
      return component.tiers.length < 2 ? null : { ...component, tiers: closedUp(component.tiers, at) };
    case 'amountTiers': {
      if (component.tiers.length < 2) return null;
      const isLast = at === component.tiers.length - 1;
      return { ...component, tiers: isLast ? component.tiers.slice(0, -1) : closedUp(component.tiers, at) };
    }
    case 'kicker':
      return component.milestones.length < 2
        ? null
        : { ...component, milestones: component.milestones.toSpliced(at, 1) };
    case 'rankBonus':
      return component.prizesCents.length < 2
        ? null
        : { ...component, prizesCents: component.prizesCents.toSpliced(at, 1) };
    case 'objectives':
      return component.objectives.length < 2
        ? null
        : { ...component, objectives: component.objectives.toSpliced(at, 1) };
    case 'spif': {
      const { award } = component;
      if (award.kind === 'contest' && award.prizesCents.length > 1) {
        return { ...component, award: { ...award, prizesCents: award.prizesCents.toSpliced(at, 1) } };
      }
      if (award.kind !== 'perUnit' || award.bands.length < 2) return null;
      const gone = award.bands[at];
      const bands = award.bands.toSpliced(at, 1);
      const before = bands[at - 1];
      const next = bands[at];
      if (before && gone) bands[at - 1] = { ...before, last: gone.last };
      else if (next && gone) bands[0] = { ...next, first: gone.first };
      return { ...component, award: { ...award, bands } };
    }
    case 'flat':
    case 'matrix':
      return null;
  }
}

/** Bands without one: the band below it reaches up to where it ended, or the one above down to where it began. */
function closedUp<Band extends { from: number; to: number | null }>(
  tiers: readonly Band[],
  at: number,
): Band[] {
  const gone = tiers[at]!;
  const left = tiers.toSpliced(at, 1);
  const before = left[at - 1];
  if (before) left[at - 1] = { ...before, to: gone.to };
  else left[0] = { ...left[0]!, from: gone.from };
  return left;
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

import type { CompComponent, CompComponentOf } from '../model/compComponent';
import type { CompPlan } from '../model/compPlan';
import { componentQuota, type PayBasis } from './inputsAtAttainment';
import { payAt } from './payoutCurve';
import { count, inUnit, ratio, type Figure } from './phrase';
import type { PlanWarning } from './planWarnings';

/** Two edges closer than this are one. */
const SAME = 1e-9;

/** What is wrong in a plan's tables and references, whatever anybody sells. */
export function structureWarnings(plan: CompPlan, rep: PayBasis): PlanWarning[] {
  return [
    ...shareWarnings(plan),
    ...plan.components.flatMap((component) => {
      if (paysNothing(component)) return [nothingWarning(component)];
      if (component.kind === 'tiers') {
        return [...bandWarnings(component), ...unreachableTiers(plan, component, rep)];
      }
      if (component.kind === 'objectives') return weightWarnings(component);
      return [];
    }),
    ...referenceWarnings(plan),
  ];
}

function warning(
  code: PlanWarning['code'],
  component: CompComponent | null,
  atRatio: number | null,
  title: PlanWarning['title'],
  words: PlanWarning['words'],
): PlanWarning {
  return { code, severity: 'warning', componentId: component?.id ?? null, atRatio, title, words };
}

/** Shares of target incentive that don't add up to 100%; a plan without any is paid by rates alone. */
function shareWarnings(plan: CompPlan): PlanWarning[] {
  const sum = plan.components.reduce((total, component) => total + component.targetShareRatio, 0);
  if (sum === 0 || Math.abs(sum - 1) <= SAME) return [];
  return [
    warning(
      'targetShares',
      null,
      null,
      ['Shares of target incentive: '],
      ['the components add up to ', ratio(sum), ', not ', ratio(1), '.'],
    ),
  ];
}

/** Whether a component pays parts of a target incentive of which it has no share. */
function paysNothing(component: CompComponent): boolean {
  if (component.targetShareRatio > 0) return false;
  switch (component.kind) {
    case 'curve':
    case 'matrix':
    case 'objectives':
      return true;
    case 'tiers':
      return component.rateOf === 'base' && component.baseRateRatio === null;
    case 'flat':
      return component.rate.kind === 'base';
    default:
      return false;
  }
}

function nothingWarning(component: CompComponent): PlanWarning {
  return warning(
    'paysNothing',
    component,
    null,
    ['Pays nothing: '],
    [component.name, ' has no share of target incentive. Give it one, or a rate of its own.'],
  );
}

type Tiers = CompComponentOf<'tiers'>;

/** An edge of a tier table in the unit it is written in. */
function edgeFigure(component: Tiers, value: number): Figure {
  return component.basis === 'attainment' ? ratio(value) : inUnit(component.measureUnit, value);
}

/** Gaps and overlaps between bands, in order of their lower edge. */
function bandWarnings(component: Tiers): PlanWarning[] {
  const tiers = [...component.tiers].sort((a, b) => a.from - b.from);
  return tiers.flatMap((tier, i) => {
    const next = tiers[i + 1];
    if (!next) return [];
    const to = tier.to ?? Infinity;
    if (to < next.from - SAME) {
      return [
        warning(
          'tierGap',
          component,
          null,
          ['Gap between tiers: '],
          [
            component.name,
            ' has no rate from ',
            edgeFigure(component, to),
            ' to ',
            edgeFigure(component, next.from),
            '.',
          ],
        ),
      ];
    }
    if (to > next.from + SAME) {
      return [
        warning(
          'tierOverlap',
          component,
          null,
          ['Tiers overlap: '],
          [
            component.name,
            ' has two rates from ',
            edgeFigure(component, next.from),
            tier.to === null ? ' on.' : ' to ',
            ...(tier.to === null ? [] : [edgeFigure(component, Math.min(to, next.to ?? Infinity)), '.']),
          ],
        ),
      ];
    }
    return [];
  });
}

/** Tiers that end where they begin, or begin where a cap already holds the pay. */
function unreachableTiers(plan: CompPlan, component: Tiers, rep: PayBasis): PlanWarning[] {
  const quota = componentQuota(component, rep.quotaCents);
  const scale = component.basis === 'attainment' ? 1 : quota > 0 ? 1 / quota : 0;
  return component.tiers.flatMap((tier, i) => {
    const isEmpty = tier.to !== null && tier.to <= tier.from + SAME;
    const at = tier.from * scale;
    const width = ((tier.to ?? tier.from * 2) - tier.from) * scale;
    const isHeld =
      i > 0 &&
      tier.rate > 0 &&
      payAt(plan, rep, component.id, at).payoutCents ===
        payAt(plan, rep, component.id, at + Math.max(width, 0.1)).payoutCents;
    if (!isEmpty && !isHeld) return [];
    return [
      warning(
        'unreachableTier',
        component,
        at,
        ['Unreachable tier: '],
        [
          'tier ',
          count(i + 1),
          ' of ',
          component.name,
          ', from ',
          edgeFigure(component, tier.from),
          isEmpty ? ', ends where it begins.' : ', begins where a cap already holds the pay.',
        ],
      ),
    ];
  });
}

function weightWarnings(component: CompComponentOf<'objectives'>): PlanWarning[] {
  const sum = component.objectives.reduce((total, objective) => total + objective.weightRatio, 0);
  if (Math.abs(sum - 1) <= SAME) return [];
  return [
    warning(
      'objectiveWeights',
      component,
      null,
      ['Weights of objectives: '],
      [component.name, ' adds up to ', ratio(sum), ', not ', ratio(1), '.'],
    ),
  ];
}

/** Conditions that look at, or act on, a component the plan no longer has. */
function referenceWarnings(plan: CompPlan): PlanWarning[] {
  const ids = new Set(plan.components.map((component) => component.id));
  return plan.conditions.flatMap((condition) => {
    const subjects = condition.kind === 'multiplier' ? [condition.subject] : condition.subjects;
    const named = [
      ...subjects.flatMap((subject) => ('componentId' in subject ? [subject.componentId] : [])),
      ...(condition.appliesTo ?? []),
    ];
    if (named.every((id) => ids.has(id))) return [];
    return [
      warning(
        'unknownComponent',
        null,
        null,
        [`${condition.name}: `],
        ['it refers to a component that the plan does not have.'],
      ),
    ];
  });
}

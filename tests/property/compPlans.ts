import fc from 'fast-check';
import { compPlanSchema, type CompPlan, type CompPlanDraft } from '../../shared/model/compPlan';

type Component = CompPlanDraft['components'][number];

/** Numbers with few decimals, as people type them. */
const decimal = (min: number, max: number, steps: number) =>
  fc.integer({ min: Math.round(min * steps), max: Math.round(max * steps) }).map((value) => value / steps);

/** Rising attainments, at least a hundredth apart. */
const edges = (count: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: count, maxLength: count })
    .map((values) => values.sort((a, b) => a - b).map((value) => value / 100));

/** A curve that never falls. */
export const risingCurve = fc
  .tuple(
    edges(4),
    fc.array(decimal(0, 1, 100), { minLength: 4, maxLength: 4 }),
    fc.constantFrom('cap', 'extend'),
  )
  .map(([xs, rises, above]): Component => {
    let payRatio = 0;
    return {
      kind: 'curve',
      id: 'curve',
      name: 'Curve',
      targetShareRatio: 0.6,
      above,
      points: xs.map((x, i) => ({ x, payRatio: (payRatio += rises[i]!) })),
    };
  });

/** Marginal tiers with rates that are never negative. */
export const marginalTiers = fc
  .tuple(edges(2), fc.array(decimal(0, 4, 100), { minLength: 3, maxLength: 3 }))
  .map(([[first, second], rates]): Component => ({
    kind: 'tiers',
    id: 'tiers',
    name: 'Tiers',
    targetShareRatio: 0.4,
    tiers: [
      { from: 0, to: first!, rate: rates[0]! },
      { from: first!, to: second!, rate: rates[1]! },
      { from: second!, to: null, rate: rates[2]! },
    ],
  }));

/** Retroactive tiers, which may jump and fall. */
export const retroactiveTiers = fc
  .tuple(edges(1), fc.array(decimal(0, 0.3, 1000), { minLength: 2, maxLength: 2 }))
  .map(([[edge], rates]): Component => ({
    kind: 'tiers',
    id: 'retroactive',
    name: 'Retroactive',
    how: 'retroactive',
    rateOf: 'share',
    tiers: [
      { from: 0, to: edge!, rate: rates[0]! },
      { from: edge!, to: null, rate: rates[1]! },
    ],
  }));

/** A gate on the curve, a total cap, or neither. */
const limits = fc.record({
  gateRatio: fc.option(decimal(0.3, 0.9, 100), { nil: null }),
  capRatio: fc.option(decimal(1, 3, 10), { nil: null }),
});

/** Builds a plan from components, with the conditions asked for. */
export function planOf(
  components: Component[],
  { gateRatio, capRatio }: { gateRatio: number | null; capRatio: number | null },
): CompPlan {
  return compPlanSchema.parse({
    id: 'plan',
    name: 'Plan',
    components,
    conditions:
      gateRatio === null
        ? []
        : [
            {
              kind: 'gate',
              id: 'gate',
              subjects: [{ kind: 'attainment', componentId: components[0]!.id }],
              thresholdRatio: gateRatio,
              appliesTo: components.slice(1).map((component) => component.id),
            },
          ],
    caps: { totalOfTargetRatio: capRatio },
  });
}

/** Plans whose pay never falls as sales rise. */
export const risingPlans = fc
  .tuple(risingCurve, marginalTiers, limits)
  .map(([curve, tiers, limit]) => planOf([curve, tiers], limit));

/** Plans of any shape. */
export const anyPlans = fc
  .tuple(risingCurve, marginalTiers, retroactiveTiers, limits)
  .map(([curve, tiers, retroactive, limit]) => planOf([curve, tiers, retroactive], limit));

/** Reps with cents that are nobody's round figure. */
export const reps = fc.record({
  targetIncentiveCents: fc.integer({ min: 10_000_00, max: 300_000_00 }),
  baseSalaryCents: fc.integer({ min: 0, max: 300_000_00 }),
  quotaCents: fc.integer({ min: 100_000_00, max: 5_000_000_00 }),
});

import type { CompComponent } from '../model/compComponent';
import type { CompPlan } from '../model/compPlan';
import { componentBends } from './components/registry';
import { componentQuota, inputsAtAttainment, type PayBasis } from './inputsAtAttainment';
import { payoutOfRep } from './payout';

/** What a rep's year comes to with one component at an attainment and all others at target; cents. */
export interface PayoutAt {
  attainmentRatio: number;
  componentCents: number;
  othersCents: number;
  /** What the total cap, draw and guarantee add or take. */
  settledCents: number;
  incentiveCents: number;
  totalPayCents: number;
  /** Pay for the next unit of money credited (0.2 = 20 cents a dollar); null where the measure is no money. */
  nextRateRatio: number | null;
  /** A limit keeps the next dollar from paying, and it pays again nowhere above. */
  isCapped: boolean;
}

/** Attainments of the printed table. */
export const tableAttainments = [0, 0.5, 0.8, 1, 1.2, 1.5, 2] as const;

/** Beside a point, to tell a jump from a bend: a millionth of quota, a dollar in a million. */
const BESIDE = 1e-6;
/** Step for the rate on the next dollar: large enough that whole cents don't blur it. */
const NEXT_STEP = 1e-4;
/** Where pay counts as capped when it doesn't rise any more up to here. */
const FAR_RATIO = 5;

/** Total pay of the year with one component at an attainment and the others at theirs (target by default). */
export function payAt(
  plan: CompPlan,
  rep: PayBasis,
  componentId: string,
  attainmentRatio: number,
  othersRatio = 1,
) {
  const inputs = inputsAtAttainment(plan, rep, (id) => (id === componentId ? attainmentRatio : othersRatio));
  return payoutOfRep(plan, inputs, null);
}

/** The payout table of a component: pay, rate on the next dollar, and where it is capped. */
export function payoutTable(
  plan: CompPlan,
  component: CompComponent,
  rep: PayBasis,
  attainments: readonly number[] = tableAttainments,
): PayoutAt[] {
  const quota = componentQuota(component, rep.quotaCents);
  const farCents = payAt(plan, rep, component.id, FAR_RATIO).payoutCents;
  return attainments.map((attainmentRatio) => {
    const { payoutCents, periods } = payAt(plan, rep, component.id, attainmentRatio);
    const sumCents = periods[0]?.sumCents ?? 0;
    const own = periods[0]?.components.find((each) => each.componentId === component.id)?.payoutCents ?? 0;
    const nextCents = payAt(plan, rep, component.id, attainmentRatio + NEXT_STEP).payoutCents - payoutCents;
    const isMoney = component.measureUnit === 'money' && quota > 0;
    return {
      attainmentRatio,
      componentCents: own,
      othersCents: sumCents - own,
      settledCents: payoutCents - sumCents,
      incentiveCents: payoutCents,
      totalPayCents: payoutCents + (rep.baseSalaryCents ?? 0),
      nextRateRatio: isMoney ? nextCents / (NEXT_STEP * quota) : null,
      isCapped: nextCents === 0 && farCents === payoutCents && attainmentRatio > 0 && payoutCents > 0,
    };
  });
}

/** A place where pay jumps: at `x` from one share of the component's target to another. */
export interface CurveJump {
  x: number;
  from: number;
  to: number;
}

/** A line to draw; a payRatio of null breaks it at a jump. */
export interface PayoutCurve {
  samples: { x: number; payRatio: number | null }[];
  jumps: CurveJump[];
}

/** A jump of less than half a percent of target is drawn as a bend. */
const LEAST_JUMP_RATIO = 0.005;

/** The plan with one component alone: no conditions and no limits but its own. */
function aloneOf(plan: CompPlan, component: CompComponent): CompPlan {
  return {
    ...plan,
    components: [component],
    conditions: [],
    caps: { dealCents: null, totalCents: null, totalOfTargetRatio: null },
    draw: null,
    guarantee: null,
    clawback: null,
  };
}

/**
 * A component's own pay as shares of its target over attainment 0 to `toRatio`, before conditions and the plan's
 * limits, sampled at every bend and evenly between.
 */
export function payoutCurve(
  plan: CompPlan,
  component: CompComponent,
  rep: PayBasis,
  toRatio = 2,
  samples = 200,
): PayoutCurve {
  const alone = aloneOf(plan, component);
  const targetCents = rep.targetIncentiveCents * (component.targetShareRatio || 1);
  const payRatioAt = (x: number) =>
    targetCents > 0
      ? payoutOfRep(alone, inputsAtAttainment(alone, rep, x), null).payoutCents / targetCents
      : 0;
  const bends = bendsOf(component, rep, toRatio);
  const even = Array.from({ length: samples + 1 }, (_, i) => (i / samples) * toRatio);
  const curve: PayoutCurve = { samples: [], jumps: [] };
  for (const x of [...new Set([...even, ...bends])].sort((a, b) => a - b)) {
    const to = payRatioAt(x);
    if (bends.includes(x)) {
      const from = payRatioAt(x - BESIDE);
      if (Math.abs(to - from) > LEAST_JUMP_RATIO) {
        curve.samples.push({ x, payRatio: from }, { x, payRatio: null });
        curve.jumps.push({ x, from, to });
      }
    }
    curve.samples.push({ x, payRatio: to });
  }
  return curve;
}

/** A component's bends within 0 and an attainment. */
function bendsOf(component: CompComponent, rep: PayBasis, toRatio: number): number[] {
  const bends = componentBends(component, componentQuota(component, rep.quotaCents));
  return [...new Set(bends)].filter((x) => x > 0 && x <= toRatio).sort((a, b) => a - b);
}

/** Figures that describe a plan at its three points; null where it has none. */
export interface PlanPoints {
  thresholdRatio: number | null;
  payAtThresholdCents: number | null;
  payAtTargetCents: number;
  excellenceRatio: number;
  payAtExcellenceCents: number;
  /** Incentive at excellence / target incentive. */
  leverageRatio: number | null;
}

/** Attainment taken as excellence where a plan names none. */
export const usualExcellenceRatio = 1.5;

/** The component that most of target incentive hangs on; null in an empty plan. */
export function leadingComponent(plan: CompPlan): CompComponent | null {
  return plan.components.reduce<CompComponent | null>(
    (best, each) => (best === null || each.targetShareRatio > best.targetShareRatio ? each : best),
    null,
  );
}

/**
 * Pay at threshold, target and excellence, the leading component moving and the others at target. Threshold is its
 * first bend below 100% where pay begins; excellence its first point above 100% (150% where it has none).
 */
export function planPoints(plan: CompPlan, rep: PayBasis): PlanPoints {
  const leading = leadingComponent(plan);
  if (leading === null) {
    return {
      thresholdRatio: null,
      payAtThresholdCents: null,
      payAtTargetCents: 0,
      excellenceRatio: usualExcellenceRatio,
      payAtExcellenceCents: 0,
      leverageRatio: null,
    };
  }
  const at = (ratio: number) => payAt(plan, rep, leading.id, ratio).payoutCents;
  const bends = bendsOf(leading, rep, FAR_RATIO);
  const first = bends[0];
  const thresholdRatio = first !== undefined && first < 1 && at(first - BESIDE) < at(first) ? first : null;
  const excellenceRatio = bends.find((x) => x > 1 + BESIDE) ?? usualExcellenceRatio;
  const payAtExcellenceCents = at(excellenceRatio);
  return {
    thresholdRatio,
    payAtThresholdCents: thresholdRatio === null ? null : at(thresholdRatio),
    payAtTargetCents: at(1),
    excellenceRatio,
    payAtExcellenceCents,
    leverageRatio: rep.targetIncentiveCents > 0 ? payAtExcellenceCents / rep.targetIncentiveCents : null,
  };
}

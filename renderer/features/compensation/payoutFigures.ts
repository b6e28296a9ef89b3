import { componentBends } from '../../../shared/comp/components/registry';
import { componentQuota, inputsAtAttainment, type PayBasis } from '../../../shared/comp/inputsAtAttainment';
import { payoutOfRep } from '../../../shared/comp/payout';
import type { CompComponent } from '../../../shared/model/compComponent';
import type { CompPlan } from '../../../shared/model/compPlan';

/** One column of the payout table; cents. */
export interface PayoutColumn {
  readonly attainmentRatio: number;
  /** What the component in question pays, and all others at their target. */
  readonly componentCents: number;
  readonly othersCents: number;
  /** What the caps on the total, draws and guarantees add or take. */
  readonly settledCents: number;
  readonly incentiveCents: number;
  readonly totalPayCents: number;
  /** Share of the next unit of money credited that is paid; null where the measure is no money. */
  readonly nextRateRatio: number | null;
}

/** Attainments of the payout table. */
export const TABLE_ATTAINMENTS = [0, 0.5, 0.8, 1, 1.2, 1.5, 2] as const;

/** A millionth of quota, at least ten currency units: fine enough for a rate, coarse enough for cents. */
const RATE_STEP = 1e-4;

/** Pay over attainment of one component, the others at target, for one rep. */
export function payoutTable(
  plan: CompPlan,
  component: CompComponent,
  basis: PayBasis,
  attainments: readonly number[] = TABLE_ATTAINMENTS,
): PayoutColumn[] {
  const payAt = (attainmentRatio: number) =>
    payoutOfRep(
      plan,
      inputsAtAttainment(plan, basis, (id) => (id === component.id ? attainmentRatio : 1)),
      null,
    );
  const quota = componentQuota(component, basis.quotaCents);
  return attainments.map((attainmentRatio) => {
    const pay = payAt(attainmentRatio);
    const [period] = pay.periods;
    const own = period?.components.find((each) => each.componentId === component.id)?.payoutCents ?? 0;
    const sum = period?.sumCents ?? 0;
    const next = payAt(attainmentRatio + RATE_STEP).payoutCents - pay.payoutCents;
    const isMoney = component.measureUnit === 'money' && quota > 0;
    return {
      attainmentRatio,
      componentCents: own,
      othersCents: sum - own,
      settledCents: pay.payoutCents - sum,
      incentiveCents: pay.payoutCents,
      totalPayCents: pay.payoutCents + (basis.baseSalaryCents ?? 0),
      nextRateRatio: isMoney ? next / (RATE_STEP * quota) : null,
    };
  });
}

/** A place where the pay of a component jumps: at `x` from one share of target to another. */
export interface CurveJump {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

export interface ComponentCurve {
  /** payRatio null breaks the line at a jump. */
  readonly samples: readonly { readonly x: number; readonly payRatio: number | null }[];
  readonly jumps: readonly CurveJump[];
}

const SAMPLES = 200;
const BESIDE = 1e-7;
/** A jump of less than half a percent of target is a bend. */
const LEAST_JUMP = 0.005;

/**
 * A component's own pay as shares of its target, over attainment, before conditions and the plan's limits.
 * Jumps are breaks of the line.
 */
export function componentCurve(
  plan: CompPlan,
  component: CompComponent,
  basis: PayBasis,
  xMax: number,
): ComponentCurve {
  const targetCents = basis.targetIncentiveCents * component.targetShareRatio || basis.targetIncentiveCents;
  const alone: CompPlan = {
    ...plan,
    components: [component],
    conditions: [],
    caps: { dealCents: null, totalCents: null, totalOfTargetRatio: null },
    draw: null,
    guarantee: null,
    clawback: null,
  };
  const payAt = (x: number) =>
    payoutOfRep(alone, inputsAtAttainment(alone, basis, x), null).payoutCents / targetCents;
  const quota = componentQuota(component, basis.quotaCents);
  const bends = componentBends(component, quota).filter((x) => x > 0 && x <= xMax);
  const xs = new Set(Array.from({ length: SAMPLES + 1 }, (_, at) => (at / SAMPLES) * xMax));
  for (const bend of bends) xs.add(bend);
  const samples: { x: number; payRatio: number | null }[] = [];
  const jumps: CurveJump[] = [];
  for (const x of [...xs].sort((a, b) => a - b)) {
    const to = payAt(x);
    if (bends.includes(x)) {
      const from = payAt(x - BESIDE);
      if (Math.abs(to - from) > LEAST_JUMP) {
        samples.push({ x, payRatio: from }, { x, payRatio: null });
        jumps.push({ x, from, to });
      }
    }
    samples.push({ x, payRatio: to });
  }
  return { samples, jumps };
}

/** How far the chart reaches: twice the quota, or as far as the component's last bend. */
export function chartReach(component: CompComponent, basis: PayBasis): number {
  const last = Math.max(2, ...componentBends(component, componentQuota(component, basis.quotaCents)));
  return Math.min(5, Math.ceil(last * 10) / 10 + 0.05);
}

import type { CompPlan } from '../model/compPlan';
import { payoutOfRep } from './payout';
import type { RepPayout, RepPayoutInputs } from './payTypes';
import { YearPricer, type YearBasis } from './priceYear';

/** One rep on the same results under both plans; what stays whole is priced on `year`. */
export interface ComparedRep {
  repId: string;
  oldInputs: RepPayoutInputs;
  newInputs: RepPayoutInputs;
  /** For the attainment to stay whole; missing = not asked. */
  year?: YearBasis;
}

/** A rep's pay under both plans; cents. */
export interface Comparison {
  repId: string;
  oldCents: number;
  newCents: number;
  deltaCents: number;
  verdict: 'gains' | 'loses' | 'same';
  /** Least attainment that pays the old amount under the new plan; null = none does, or not asked. */
  wholeAtRatio: number | null;
}

/** A bar of the waterfall from the old plan's cost to the new one's; Σ of changes = new − old. */
export interface WaterfallStep {
  name: string;
  kind: 'from' | 'change' | 'to';
  cents: number;
}

export interface PlanComparison {
  rows: Comparison[];
  oldCents: number;
  newCents: number;
  deltaCents: number;
  winners: number;
  losers: number;
  neutral: number;
  waterfall: WaterfallStep[];
}

/**
 * Old plan against new on the same results: winners and losers, by how much, and the cost between them.
 * @param toleranceRatio a change within this share of the old pay counts as none
 */
export function comparePlans(
  oldPlan: CompPlan,
  newPlan: CompPlan,
  reps: readonly ComparedRep[],
  toleranceRatio = 0,
): PlanComparison {
  const pricer = new YearPricer(newPlan);
  const before: RepPayout[] = [];
  const after: RepPayout[] = [];
  const pays = reps.map((rep): PayUnderBoth => {
    const old = payoutOfRep(oldPlan, rep.oldInputs, null);
    const now = payoutOfRep(newPlan, rep.newInputs, null);
    before.push(old);
    after.push(now);
    return {
      repId: rep.repId,
      oldCents: old.payoutCents,
      newCents: now.payoutCents,
      wholeAtRatio: rep.year ? attainmentForPay(pricer, rep.year, old.payoutCents) : null,
    };
  });
  return {
    ...comparisonOf(pays, toleranceRatio),
    waterfall: waterfallOf(oldPlan, newPlan, before, after),
  };
}

/** A rep's pay under both plans, cents. */
export type PayUnderBoth = Pick<Comparison, 'repId' | 'oldCents' | 'newCents' | 'wholeAtRatio'>;

/**
 * Who gains, who loses and what it costs.
 * @param toleranceRatio a change within this share of the old pay counts as none
 */
export function comparisonOf(
  pays: readonly PayUnderBoth[],
  toleranceRatio: number,
): Omit<PlanComparison, 'waterfall'> {
  const rows = pays.map((pay): Comparison => {
    const deltaCents = pay.newCents - pay.oldCents;
    const isSame = Math.abs(deltaCents) <= Math.abs(pay.oldCents) * toleranceRatio + 1e-9;
    return { ...pay, deltaCents, verdict: isSame ? 'same' : deltaCents > 0 ? 'gains' : 'loses' };
  });
  const sum = (pick: (row: Comparison) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const oldCents = sum((row) => row.oldCents);
  const newCents = sum((row) => row.newCents);
  return {
    rows,
    oldCents,
    newCents,
    deltaCents: newCents - oldCents,
    winners: rows.filter((row) => row.verdict === 'gains').length,
    losers: rows.filter((row) => row.verdict === 'loses').length,
    neutral: rows.filter((row) => row.verdict === 'same').length,
  };
}

/** Pay by component over all reps and periods; caps, draws and clawbacks under names of their own. */
function costParts(
  plan: CompPlan,
  payouts: readonly RepPayout[],
): Map<string, { name: string; cents: number }> {
  const parts = new Map<string, { name: string; cents: number }>();
  const add = (id: string, name: string, cents: number) => {
    const part = parts.get(id) ?? { name, cents: 0 };
    part.cents += cents;
    parts.set(id, part);
  };
  for (const payout of payouts) {
    for (const period of payout.periods) {
      period.components.forEach((component, i) =>
        add(component.componentId, plan.components[i]!.name, component.payoutCents),
      );
      add('/totalCap', 'Total cap', period.totalCapCents);
      add('/draw', 'Draw', period.drawCents);
      add('/clawback', 'Clawback', period.clawbackCents);
    }
  }
  return parts;
}

/** Components are matched by id; one that only one of the plans has is a change of its whole cost. */
function waterfallOf(
  oldPlan: CompPlan,
  newPlan: CompPlan,
  before: readonly RepPayout[],
  after: readonly RepPayout[],
): WaterfallStep[] {
  const oldParts = costParts(oldPlan, before);
  const newParts = costParts(newPlan, after);
  const sum = (payouts: readonly RepPayout[]) => payouts.reduce((total, each) => total + each.payoutCents, 0);
  const changes = [...new Set([...oldParts.keys(), ...newParts.keys()])].map((id): WaterfallStep => {
    const old = oldParts.get(id);
    const now = newParts.get(id);
    return {
      name: now?.name ?? old?.name ?? id,
      kind: 'change',
      cents: (now?.cents ?? 0) - (old?.cents ?? 0),
    };
  });
  return [
    { name: oldPlan.name, kind: 'from', cents: sum(before) },
    ...changes.filter((step) => step.cents !== 0),
    { name: newPlan.name, kind: 'to', cents: sum(after) },
  ];
}

/** Attainments looked at when solving: 0 to 500% in steps of half a point. */
const SEARCH_TO_RATIO = 5;
const SEARCH_STEP_RATIO = 0.005;

/**
 * Least attainment at which a rep's year pays at least an amount; null where none up to 500% does. Pay may jump
 * or fall on the way: the first step that reaches it is found by scan, the place in it by bisection.
 */
export function attainmentForPay(pricer: YearPricer, rep: YearBasis, payCents: number): number | null {
  pricer.setRep(rep);
  if (pricer.payCents(0) >= payCents) return 0;
  const steps = Math.round(SEARCH_TO_RATIO / SEARCH_STEP_RATIO);
  for (let i = 1; i <= steps; i++) {
    let high = i * SEARCH_STEP_RATIO;
    if (pricer.payCents(high) < payCents) continue;
    let low = (i - 1) * SEARCH_STEP_RATIO;
    for (let halvings = 0; halvings < 30; halvings++) {
      const middle = (low + high) / 2;
      if (pricer.payCents(middle) >= payCents) high = middle;
      else low = middle;
    }
    // Up to a millionth: half a cent of rounding would else make 80% read 79.999995%.
    const round = Math.ceil(high * 1e6 - 1e-3) / 1e6;
    return pricer.payCents(round) >= payCents ? round : high;
  }
  return null;
}

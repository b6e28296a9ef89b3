import type { CompPlan } from '../model/compPlan';
import { roundHalfAway } from '../model/money';
import { earnComponent, earnPlain, isPlainComponent } from './earn';
import { componentQuota, neutralMeasures } from './inputsAtAttainment';
import { monthsOf } from './measureWindow';
import { createPlanState, settleColumns, type PlanState } from './planState';
import { preparePlan, type PreparedPlan } from './preparePlan';

/** What a year's pay of one rep hangs on; cents a year. */
export interface YearBasis {
  targetIncentiveCents: number;
  baseSalaryCents: number;
  quotaCents: number;
}

/**
 * Prices a rep's whole year at an attainment, over and over, allocating nothing: the inner loop of simulation,
 * cost curves and goal seeking. A component measured by month or quarter gets the year in equal windows.
 * Draws even out over a year and are left out.
 */
export class YearPricer {
  private readonly prepared: PreparedPlan;
  private readonly state: PlanState;
  private readonly windows: Float64Array;
  private readonly follows: Float64Array;
  /** 1 where a component has no conditions, team or deals, and the short way to its pay is the same. */
  private readonly isPlain: Uint8Array;
  private readonly hasMatrix: boolean;
  private totalCapCents = Infinity;

  /**
   * @param followRatio how much of a rep's distance from target a ratio measure (margin, objectives) takes over:
   *   at 1 all components share one attainment; money and counts always follow fully
   */
  constructor(
    readonly plan: CompPlan,
    followRatio = 1,
  ) {
    this.prepared = preparePlan(plan);
    this.state = createPlanState(this.prepared);
    this.state.measures = neutralMeasures(plan);
    this.windows = Float64Array.from(plan.components, (each) => 12 / monthsOf[each.timing.measuredOver]);
    this.follows = Float64Array.from(plan.components, (each) =>
      each.measureUnit === 'ratio' ? followRatio : 1,
    );
    this.isPlain = Uint8Array.from(this.prepared.components, (each) => (isPlainComponent(each) ? 1 : 0));
    this.hasMatrix = plan.components.some((each) => each.kind === 'matrix');
  }

  /** Turns to a rep; what follows is priced for it. */
  setRep(rep: YearBasis): void {
    const { plan } = this;
    for (let i = 0; i < plan.components.length; i++) {
      const component = plan.components[i]!;
      const { inputs } = this.state.components[i]!;
      const windows = this.windows[i]!;
      const quota = componentQuota(component, rep.quotaCents);
      const isSum = component.measureUnit !== 'ratio' && component.goal.kind === 'quota';
      inputs.quota = isSum ? quota / windows : quota;
      inputs.targetIncentiveCents = rep.targetIncentiveCents / windows;
      inputs.baseSalaryCents = rep.baseSalaryCents / windows;
      inputs.targetCents = component.targetShareRatio * inputs.targetIncentiveCents;
    }
    const { totalCents, totalOfTargetRatio } = plan.caps;
    this.totalCapCents = roundHalfAway(
      Math.min(
        totalCents ?? Infinity,
        totalOfTargetRatio === null ? Infinity : totalOfTargetRatio * rep.targetIncentiveCents,
      ),
    );
  }

  /** Incentive of the year at an attainment of quota, in whole cents. */
  payCents(attainment: number): number {
    const { components } = this.state;
    const { follows, windows, isPlain } = this;
    for (let i = 0; i < components.length; i++) {
      const component = components[i]!;
      const { inputs } = component;
      const follow = follows[i]!;
      const own = follow === 1 ? attainment : 1 + (attainment - 1) * follow;
      inputs.attainment = inputs.quota > 0 ? own : NaN;
      inputs.credited = inputs.quota * own;
      component.yearAttainment = attainment;
    }
    if (this.hasMatrix) settleColumns(this.prepared, this.state);
    let sumCents = 0;
    for (let i = 0; i < components.length; i++) {
      const earnedCents = isPlain[i]
        ? earnPlain(this.prepared, i, components[i]!)
        : earnComponent(this.prepared, i, this.state, '', null);
      sumCents += earnedCents * windows[i]!;
    }
    return sumCents < this.totalCapCents ? sumCents : this.totalCapCents;
  }

  /**
   * Incentive paid to date within the year, in whole cents: a component paid once a year waits for its end, one
   * measured by month or quarter has paid its part, the others are priced on the year so far.
   * @param creditShare share of the year's result that is in (seasonality); @param timeShare share of the year gone
   */
  payToDateCents(attainment: number, creditShare: number, timeShare: number): number {
    const { components } = this.state;
    const isOver = timeShare >= 1 - 1e-9;
    let sumCents = 0;
    for (let i = 0; i < components.length; i++) {
      const { timing, measureUnit } = this.plan.components[i]!;
      if (timing.paidEvery === 'year' && timing.measuredOver === 'year' && !isOver) continue;
      const isToDate = this.windows[i] === 1 && !isOver;
      const { inputs } = components[i]!;
      const { quota, targetCents, targetIncentiveCents } = inputs;
      const own = 1 + (attainment - 1) * this.follows[i]!;
      const isSum = measureUnit !== 'ratio';
      if (isToDate && timing.attainmentOf === 'toDate') {
        inputs.quota = isSum ? quota * creditShare : quota;
        inputs.targetCents = targetCents * timeShare;
        inputs.targetIncentiveCents = targetIncentiveCents * timeShare;
      }
      inputs.credited = quota * own * (isToDate && isSum ? creditShare : 1);
      inputs.attainment = inputs.quota > 0 ? inputs.credited / inputs.quota : NaN;
      components[i]!.yearAttainment = attainment * creditShare;
      const earnedCents = earnComponent(this.prepared, i, this.state, '', null);
      sumCents += isToDate ? earnedCents : roundHalfAway(earnedCents * this.windows[i]! * timeShare);
      inputs.quota = quota;
      inputs.targetCents = targetCents;
      inputs.targetIncentiveCents = targetIncentiveCents;
    }
    return Math.min(sumCents, this.totalCapCents);
  }
}

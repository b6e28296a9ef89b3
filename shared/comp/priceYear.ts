import type { CompPlan } from '../model/compPlan';
import { roundHalfAway } from '../model/money';
import { applyDraw, drawMonthOf, guaranteedMonths } from './draw';
import { earnQuietly } from './earn';
import { componentQuota, neutralMeasures } from './inputsAtAttainment';
import { monthsOf } from './measureWindow';
import type { PayPeriodInputs } from './payTypes';
import { createPlanState, settleColumns, type PlanState } from './planState';
import { preparePlan, type PreparedPlan } from './preparePlan';
import { FULL_YEAR, type YearTime } from './repYear';

/** What a year's pay of one rep hangs on; cents a year. */
export interface YearBasis {
  /** Of the full year. */
  targetIncentiveCents: number;
  baseSalaryCents: number;
  /** What time and ramp leave of it. */
  quotaCents: number;
  /** Left out = the rep is there all year. */
  time?: YearTime;
}

/**
 * Prices a rep's whole year at an attainment, over and over, allocating nothing: the inner loop of simulation,
 * cost curves and goal seeking. A component measured by month or quarter gets the year in equal windows.
 * A guarantee, and a draw that is never owed back, are the least that the year pays; draws that are recovered even out
 * over it and are left out.
 */
export class YearPricer {
  private readonly prepared: PreparedPlan;
  private readonly state: PlanState;
  /** By component: measurement windows a year, and how far it follows the rep's attainment. */
  private readonly windows: Float64Array;
  private readonly follows: Float64Array;
  /** Of the rep in turn, by component: a window's quota, target and target incentive of all components. */
  private readonly quotas: Float64Array;
  private readonly targets: Float64Array;
  private readonly incentives: Float64Array;
  private readonly hasMatrix: boolean;
  private totalCapCents = Infinity;
  /** The least that the year pays, by guarantee and draw; cents. */
  private floorCents = 0;
  /** Whether the rep is there at any time of the year. */
  private isThere = true;
  /** The inputs hold a part of the year and must be set back before a whole one is priced. */
  private isPartial = false;

  /**
   * @param followRatio how much of a rep's distance from target a ratio measure (margin, objectives) takes over:
   *   at 1 all components share one attainment; money and counts always follow fully
   */
  constructor(
    readonly plan: CompPlan,
    followRatio = 1,
  ) {
    const { components } = plan;
    this.prepared = preparePlan(plan);
    this.state = createPlanState(this.prepared);
    this.state.measures = neutralMeasures(plan);
    this.windows = new Float64Array(components.length);
    this.follows = Float64Array.from(components, (each) => (each.measureUnit === 'ratio' ? followRatio : 1));
    this.quotas = new Float64Array(components.length);
    this.targets = new Float64Array(components.length);
    this.incentives = new Float64Array(components.length);
    this.hasMatrix = components.some((each) => each.kind === 'matrix');
  }

  /** Turns to a rep; what follows is priced for it. */
  setRep(rep: YearBasis): void {
    const { components, caps } = this.plan;
    const { activeShare, monthsThere } = rep.time ?? FULL_YEAR;
    const incentiveCents = rep.targetIncentiveCents * activeShare;
    this.isThere = monthsThere > 0;
    for (let i = 0; i < components.length; i++) {
      const component = components[i]!;
      const windows = Math.max(1, Math.ceil(monthsThere / monthsOf[component.timing.measuredOver]));
      this.windows[i] = windows;
      const quota = componentQuota(component, rep.quotaCents);
      // A goal of the plan is one window's already, and a ratio is the same in all of them.
      const isSum = component.measureUnit !== 'ratio' && component.goal.kind === 'quota';
      this.quotas[i] = isSum ? quota / windows : quota;
      this.incentives[i] = incentiveCents / windows;
      this.targets[i] = component.targetShareRatio * this.incentives[i]!;
      this.state.components[i]!.inputs.baseSalaryCents = (rep.baseSalaryCents * activeShare) / windows;
    }
    this.setWholeYear();
    this.floorCents = yearFloorCents(this.plan, rep);
    const { totalCents, totalOfTargetRatio } = caps;
    this.totalCapCents = roundHalfAway(
      Math.min(
        totalCents ?? Infinity,
        totalOfTargetRatio === null ? Infinity : totalOfTargetRatio * incentiveCents,
      ),
    );
  }

  private setWholeYear(): void {
    for (let i = 0; i < this.quotas.length; i++) {
      const { inputs } = this.state.components[i]!;
      inputs.quota = this.quotas[i]!;
      inputs.targetCents = this.targets[i]!;
      inputs.targetIncentiveCents = this.incentives[i]!;
    }
    this.isPartial = false;
  }

  /** Incentive of the year at an attainment of quota, in whole cents. */
  payCents(attainment: number): number {
    const { components } = this.state;
    const { follows, windows } = this;
    if (!this.isThere) return 0;
    if (this.isPartial) this.setWholeYear();
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
      sumCents += earnQuietly(this.prepared, i, this.state) * windows[i]!;
    }
    const capped = sumCents < this.totalCapCents ? sumCents : this.totalCapCents;
    return capped > this.floorCents ? capped : this.floorCents;
  }

  /**
   * Incentive earned to date within the year, in whole cents, whenever it is paid: a component measured by month or
   * quarter has earned its part, the others are priced on the year so far.
   * @param creditShare share of the year's result that is in (seasonality); @param timeShare share of the year gone
   */
  earnedToDateCents(attainment: number, creditShare: number, timeShare: number): number {
    if (!this.isThere) return 0;
    if (timeShare >= 1 - 1e-9) return this.payCents(attainment);
    const { components } = this.state;
    this.isPartial = true;
    for (let i = 0; i < components.length; i++) this.setPart(i, attainment, creditShare, timeShare);
    if (this.hasMatrix) settleColumns(this.prepared, this.state);
    let sumCents = 0;
    for (let i = 0; i < components.length; i++) {
      const windows = this.windows[i]!;
      const earnedCents = earnQuietly(this.prepared, i, this.state);
      sumCents += windows === 1 ? earnedCents : roundHalfAway(earnedCents * windows * timeShare);
    }
    const floorCents = roundHalfAway(this.floorCents * timeShare);
    return Math.max(Math.min(sumCents, this.totalCapCents), floorCents);
  }

  /** Inputs of a component for the part of the year that is over. */
  private setPart(index: number, attainment: number, creditShare: number, timeShare: number): void {
    const { timing, measureUnit } = this.plan.components[index]!;
    const component = this.state.components[index]!;
    const { inputs } = component;
    const isSum = measureUnit !== 'ratio' && this.windows[index] === 1;
    const isToDate = timing.attainmentOf === 'toDate' && this.windows[index] === 1;
    const quota = this.quotas[index]!;
    inputs.quota = isToDate && isSum ? quota * creditShare : quota;
    inputs.targetCents = this.targets[index]! * (isToDate ? timeShare : 1);
    inputs.targetIncentiveCents = this.incentives[index]! * (isToDate ? timeShare : 1);
    inputs.credited = quota * (1 + (attainment - 1) * this.follows[index]!) * (isSum ? creditShare : 1);
    inputs.attainment = inputs.quota > 0 ? inputs.credited / inputs.quota : NaN;
    component.yearAttainment = attainment * creditShare;
  }
}

/** What guarantee and draw pay at least in a year that is one period, as settlePeriod does; cents, 0 = neither. */
function yearFloorCents({ guarantee, draw }: CompPlan, rep: YearBasis): number {
  const { monthsThere, monthOfService } = rep.time ?? FULL_YEAR;
  const year: PayPeriodInputs = {
    period: '',
    startMonth: 0,
    months: 12,
    monthsThere,
    ...(monthOfService === null ? {} : { monthOfService }),
    components: {},
  };
  const months = guarantee === null ? null : guaranteedMonths(guarantee, year);
  const guaranteed =
    guarantee === null || months === null
      ? 0
      : roundHalfAway(guarantee.ofTargetRatio * rep.targetIncentiveCents * (months / 12));
  const month = draw === null ? null : drawMonthOf(draw, year);
  if (draw === null || month === null) return guaranteed;
  const drawn = applyDraw(draw, guaranteed, 0, month, monthsThere);
  return drawn.balanceCents > 0 ? guaranteed : drawn.paidCents;
}

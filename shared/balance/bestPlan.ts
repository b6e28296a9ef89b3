import { capExcess, countHands, disruptionCost, type DisruptionPrice } from './disruptionPrice';
import { measurePlan, type PlanMeasures } from './measurePlan';
import type { BalancePhase, BalanceProblem, BalanceProgress } from './problem';

/** Keeps the best plan found so far and turns it into progress reports. */
export class BestPlan {
  assignment: Int32Array | null = null;
  measures: PlanMeasures | null = null;
  lowerBound: number | null = null;
  iterations = 0;
  private score: readonly number[] = [];
  private share = 0;
  private isNew = false;

  constructor(
    private readonly problem: BalanceProblem,
    /** Part of what makes a plan better. */
    private readonly disruption: DisruptionPrice,
  ) {}

  /**
   * Takes the plan where it is better: within its caps, then within tolerance or nearer it (first the worst territory,
   * then all together: one that is locked out of it is no leave for the others), then less travel with changes of
   * hands priced.
   * @returns true where it was taken
   */
  offer(assignment: Int32Array): boolean {
    const measures = measurePlan(this.problem, assignment);
    const score = this.scoreOf(assignment, measures);
    if (this.measures && !isBetter(score, this.score)) return false;
    this.assignment = assignment.slice();
    this.measures = measures;
    this.score = score;
    this.isNew = true;
    return true;
  }

  /** A report of where the run stands. */
  progress(phase: BalancePhase, shareDone: number): BalanceProgress {
    const best = this.isNew && this.assignment ? this.assignment.slice() : null;
    this.isNew = false;
    // Phases estimate on their own; what is shown never goes back.
    this.share = Math.max(this.share, Math.min(1, shareDone));
    return {
      phase,
      shareDone: this.share,
      best,
      travel: this.measures?.travelKm ?? NaN,
      maxDeviation: this.measures?.maxDeviationShare ?? NaN,
      lowerBound: this.lowerBound,
    };
  }

  /** Travel with changes of hands priced: what the solver makes small. */
  pricedTravel(assignment: Int32Array, measures: PlanMeasures): number {
    return measures.travelKm + disruptionCost(this.problem, this.disruption, assignment);
  }

  /** Earlier numbers weigh more: cap excess, largest deviation and excess where out of tolerance, priced travel. */
  private scoreOf(assignment: Int32Array, measures: PlanMeasures): readonly number[] {
    const excess = this.problem.caps
      ? capExcess(this.problem, countHands(this.problem, assignment)).total
      : 0;
    const deviation = measures.outOfTolerance.length === 0 ? 0 : measures.maxDeviationShare;
    return [excess, deviation, measures.excessShare, this.pricedTravel(assignment, measures)];
  }
}

function isBetter(score: readonly number[], than: readonly number[]): boolean {
  for (let at = 0; at < score.length; at++) {
    if (score[at]! !== than[at]!) return score[at]! < than[at]!;
  }
  return false;
}

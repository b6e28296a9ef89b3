import { measurePlan, type PlanMeasures } from './measurePlan';
import type { BalancePhase, BalanceProblem, BalanceProgress } from './problem';

/** Keeps the best plan found so far and turns it into progress reports. */
export class BestPlan {
  assignment: Int32Array | null = null;
  measures: PlanMeasures | null = null;
  lowerBound: number | null = null;
  iterations = 0;
  private score = Infinity;
  private isNew = false;

  constructor(
    private readonly problem: BalanceProblem,
    /** Change of hands in km, part of what makes a plan better. */
    private readonly keepKm: number,
  ) {}

  /**
   * Takes the plan where it is better: fewer territories out of tolerance, then smaller deviation, then
   * less travel with changes of hands priced.
   * @returns true where it was taken
   */
  offer(assignment: Int32Array): boolean {
    const measures = measurePlan(this.problem, assignment);
    const score = this.scoreOf(assignment, measures);
    if (this.measures && !(score < this.score)) return false;
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
    return {
      phase,
      shareDone: Math.max(0, Math.min(1, shareDone)),
      best,
      travel: this.measures?.travelKm ?? NaN,
      maxDeviation: this.measures?.maxDeviationShare ?? NaN,
      lowerBound: this.lowerBound,
    };
  }

  /** Travel with changes of hands priced: what the solver makes small. */
  pricedTravel(assignment: Int32Array, measures: PlanMeasures): number {
    const { current, travelActivity } = this.problem;
    let priced = measures.travelKm;
    if (current && this.keepKm > 0) {
      for (let i = 0; i < assignment.length; i++) {
        if (current[i]! >= 0 && assignment[i] !== current[i] && travelActivity[i]! > 0) {
          priced += this.keepKm * travelActivity[i]!;
        }
      }
    }
    return priced;
  }

  private scoreOf(assignment: Int32Array, measures: PlanMeasures): number {
    const priced = this.pricedTravel(assignment, measures);
    if (measures.outOfTolerance.length === 0) return priced / (1 + priced);
    return 1 + measures.maxDeviationShare + 1e-9 * (priced / (1 + priced));
  }
}

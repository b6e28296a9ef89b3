import type { SeekRange, SeekResult, SeekStep } from '../../shared/comp/goalSeek';
import type { PlanPath } from '../../shared/comp/planValue';
import type { CompPlan } from '../../shared/model/compPlan';
import type { SimulatedRep, SimulationSettings } from '../../shared/comp/simulationRun';
import type { Simulation, Spread } from '../../shared/comp/simulationResult';

/** Two alignments whose years are simulated with the same luck, so that what differs is the alignment. */
export interface RealignmentTask {
  readonly before: readonly SimulatedRep[];
  readonly after: readonly SimulatedRep[];
  readonly settings: SimulationSettings;
}

/** Incentives of the whole team and pay of each rep by id, cents. */
export interface SimulatedYear {
  readonly costCents: Spread;
  readonly payCentsOf: ReadonlyMap<string, Spread>;
}

export interface SimulatedRealignment {
  readonly trials: number;
  readonly before: SimulatedYear;
  readonly after: SimulatedYear;
}

export interface SimulationJob {
  /** Null where it was stopped. */
  readonly end: Promise<SimulatedRealignment | null>;
  /** Stops within 100 ms. */
  stop(): void;
}

/** A year of one team, simulated with all its figures. */
export interface YearJob {
  /** Null where it was stopped. */
  readonly end: Promise<Simulation | null>;
  /** Stops within 100 ms. */
  stop(): void;
}

/** Which value of a number of a plan keeps a percentile of cost within a limit. */
export interface GoalSeekTask {
  /** The very plan that the reps have. */
  readonly plan: CompPlan;
  /** Where the number stands; more than one where bands meet. */
  readonly paths: readonly PlanPath[];
  readonly reps: readonly SimulatedRep[];
  readonly settings: SimulationSettings;
  readonly percentile: 'p50' | 'p90' | 'mean';
  readonly limitCents: number;
  readonly range: SeekRange;
}

export interface GoalSeekJob {
  /** Null where it was stopped. */
  readonly end: Promise<SeekResult | null>;
  stop(): void;
}

/** Hears of each value that was tried. */
export type OnSeekStep = (step: SeekStep) => void;

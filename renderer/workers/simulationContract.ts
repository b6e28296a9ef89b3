import type { SimulatedRep, SimulationSettings } from '../../shared/comp/simulationRun';
import type { Spread } from '../../shared/comp/simulationResult';

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

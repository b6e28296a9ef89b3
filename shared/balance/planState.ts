import { UNREACHABLE_KM, type Blocks } from './blocks';
import type { BlockDistances } from './distances';

/**
 * A plan being improved: territory of each block, loads of the territories, and what lies outside the
 * corridor. Loads here are of blocks alone; what is fixed is taken off the corridor.
 */
export interface PlanState {
  readonly blocks: Blocks;
  readonly km: BlockDistances;
  readonly assignment: Int32Array;
  /** [territory * measureCount + m] */
  readonly load: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Dual price of a load, km. */
  readonly price: Float64Array;
  /** Price of a load outside the corridor, km; above the dual price, so that leaving never pays. */
  readonly penalty: Float64Array;
  /** Paid once by each load outside its corridor, activity-km: a hair outside is outside. */
  outsideCharge: number;
}

/** A state at the given assignment (copied), with its loads summed. */
export function planStateOf(
  blocks: Blocks,
  km: BlockDistances,
  corridor: { lower: Float64Array; upper: Float64Array },
  price: Float64Array,
  assignment: Int32Array,
): PlanState {
  const load = new Float64Array(price.length);
  const penalty = new Float64Array(price.length);
  const state = {
    blocks,
    km,
    assignment: assignment.slice(),
    load,
    ...corridor,
    price,
    penalty,
    outsideCharge: 0,
  };
  sumLoads(state);
  return state;
}

/** Sums the loads afresh in block order, so that errors of adding and taking away never pile up. */
export function sumLoads(state: PlanState): void {
  const { blocks, assignment, load } = state;
  const { measureCount } = blocks;
  load.fill(0);
  for (let b = 0; b < blocks.count; b++) {
    const j = assignment[b]!;
    for (let m = 0; m < measureCount; m++) load[j * measureCount + m]! += blocks.load[b * measureCount + m]!;
  }
}

/** Sets the penalties to a multiple of the dual prices, with a floor where prices are near 0. */
export function setPenalty(state: PlanState, multiple: number): void {
  const { price, penalty } = state;
  let mean = 0;
  for (const value of price) mean += Math.abs(value) / price.length;
  for (let at = 0; at < price.length; at++) {
    penalty[at] = multiple * Math.max(Math.abs(price[at]!), 0.2 * mean, 1e-3);
  }
}

/**
 * What a load costs beyond the bound: the price of not using the corridor to its priced edge, and the
 * penalty outside. Never negative; Σ over territories + Σ regrets = cost − bound + penalties.
 */
export function slackCost(state: PlanState, at: number, load: number): number {
  const price = state.price[at]!;
  const lower = state.lower[at]!;
  const upper = state.upper[at]!;
  const cost = price > 0 ? price * (upper - load) : price * (lower - load);
  if (load > upper) return cost + state.outsideCharge + state.penalty[at]! * (load - upper);
  if (load < lower) return cost + state.outsideCharge + state.penalty[at]! * (lower - load);
  return cost;
}

/** True where every territory is within its corridor. */
export function isWithinCorridor(state: PlanState): boolean {
  for (let at = 0; at < state.load.length; at++) {
    const value = state.load[at]!;
    if (value > state.upper[at]! || value < state.lower[at]!) return false;
  }
  return true;
}

/** Σ weight · km of all blocks. */
export function distanceCost(state: PlanState): number {
  const { blocks, km, assignment } = state;
  let sum = 0;
  for (let b = 0; b < blocks.count; b++) {
    sum += blocks.weight[b]! * Math.min(UNREACHABLE_KM, km[b * blocks.territoryCount + assignment[b]!]!);
  }
  return sum;
}

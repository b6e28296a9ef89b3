import { kmFromSquaredChord } from '../geo/greatCircle';
import { movableCorridor, UNREACHABLE_KM, type Blocks } from './blocks';
import { allRows } from './candidates';
import { neighbourGroups } from './condense';
import type { Centres } from './distances';
import { raisePrices } from './dualPrices';
import {
  copyCentres,
  moveCentres,
  moveToMedians,
  sharedTravel,
  placeCentre,
  softShares,
  spreadCentres,
  type WeightedPoints,
} from './freeCentres';
import { meanReach } from './priceSchedule';
import type { Random } from './random';
import type { DualTerms } from './smoothedDual';

/** Candidates a point while prices are far off, and later. */
const MANY_CANDIDATES = 64;
const FEW_CANDIDATES = 24;

/** Newton steps a round, and in the first and last, whose prices must be right. */
const PASSING_STEPS = 4;
const SETTLING_STEPS = 14;

/** Where free centres are sought: groups of neighbouring blocks stand for all. */
export interface CentreModel {
  readonly points: WeightedPoints;
  readonly terms: DualTerms;
  readonly isFree: Uint8Array;
  readonly capacity: Float64Array;
  /** Km that do not depend on where centres are: change of hands, and who may serve; null where none. */
  readonly staticKm: Float32Array | null;
}

/** Centres with the prices they were found at and what the plan would travel, corridor respected softly. */
export interface CentreState {
  readonly centres: Centres;
  readonly price: Float64Array;
  value: number;
}

/** Territories whose centre moves with its accounts. */
export function freeTerritories(blocks: Blocks): Uint8Array {
  return Uint8Array.from(blocks.problem.territories.lat, (value) => (Number.isNaN(value) ? 1 : 0));
}

/** Σ activity of each block's members: what travels, where a block's weight may be more (blocks.ts). */
function activityOfBlocks({ count, activity, memberOffsets, memberUnits }: Blocks): Float64Array {
  const own = new Float64Array(count);
  for (let b = 0; b < count; b++) {
    for (let at = memberOffsets[b]!; at < memberOffsets[b + 1]!; at++) own[b]! += activity[memberUnits[at]!]!;
  }
  return own;
}

/** Groups summed between two yields. */
const SLICE_GROUPS = 500;

/**
 * Condenses blocks to about `groupCount` points. Yields on the way.
 * @param staticKm of blocks, or null
 */
export function* centreModelOf(
  blocks: Blocks,
  groupCount: number,
  staticKm: Float32Array | null,
): Generator<void, CentreModel> {
  const { territoryCount, measureCount } = blocks;
  const count = Math.min(blocks.count, groupCount);
  const { order, start } = yield* neighbourGroups(blocks.position, blocks.count, count);
  const ownActivity = activityOfBlocks(blocks);
  yield;
  const activity = new Float64Array(count);
  const weight = new Float64Array(count);
  const position = new Float64Array(3 * count);
  const load = new Float64Array(count * measureCount);
  const groupStatic = staticKm ? new Float32Array(count * territoryCount) : null;
  for (let g = 0; g < count; g++) {
    if (g % SLICE_GROUPS === SLICE_GROUPS - 1) yield;
    for (let at = start[g]!; at < start[g + 1]!; at++) {
      weight[g]! += blocks.weight[order[at]!]!;
      activity[g]! += ownActivity[order[at]!]!;
    }
    for (let at = start[g]!; at < start[g + 1]!; at++) {
      const b = order[at]!;
      const pull = ownActivity[b]! / activity[g]!;
      for (let axis = 0; axis < 3; axis++) position[3 * g + axis]! += pull * blocks.position[3 * b + axis]!;
      for (let m = 0; m < measureCount; m++)
        load[g * measureCount + m]! += blocks.load[b * measureCount + m]!;
      const share = blocks.weight[b]! / weight[g]!;
      for (let j = 0; groupStatic && j < territoryCount; j++) {
        groupStatic[g * territoryCount + j]! += share * staticKm![b * territoryCount + j]!;
      }
    }
  }
  const ratio = load.map((value, at) => value / weight[Math.floor(at / measureCount)]!);
  const km = new Float32Array(count * territoryCount);
  const terms = { rows: allRows(count), km, territoryCount, measureCount, weight, load, ratio };
  return {
    points: { count, position, weight: activity },
    terms: { ...terms, ...movableCorridor(blocks) },
    isFree: freeTerritories(blocks),
    capacity: blocks.problem.territories.capacity,
    staticKm: groupStatic,
  };
}

function fillModel(model: CentreModel, { vector, tilt }: Centres): void {
  const { points, terms, staticKm } = model;
  const { territoryCount, km } = terms;
  for (let g = 0; g < points.count; g++) {
    const x = points.position[3 * g]!;
    const y = points.position[3 * g + 1]!;
    const z = points.position[3 * g + 2]!;
    const travelling = points.weight[g]! / terms.weight[g]!;
    for (let j = 0; j < territoryCount; j++) {
      const dx = x - vector[3 * j]!;
      const dy = y - vector[3 * j + 1]!;
      const dz = z - vector[3 * j + 2]!;
      const pull = tilt[3 * j]! * x + tilt[3 * j + 1]! * y + tilt[3 * j + 2]! * z;
      const at = g * territoryCount + j;
      const fixed = staticKm ? staticKm[at]! : 0;
      const way = kmFromSquaredChord(dx * dx + dy * dy + dz * dz) + pull;
      km[at] = Math.min(UNREACHABLE_KM, travelling * way + fixed);
    }
  }
}

/** How one round works. */
export interface Pace {
  readonly epsilonKm: number;
  readonly newtonSteps: number;
  /** Widens the corridor by this share of its middle: prices far off would run away at once. */
  readonly slackShare: number;
  readonly isLast: boolean;
}

/** The pace at a share of the rounds: from warm and wide to cool and within tolerance. */
export function paceAt(reachKm: number, share: number, isSettling: boolean): Pace {
  return {
    epsilonKm: Math.max(1e-3, reachKm * 0.3 * 0.06 ** Math.min(1, share)),
    newtonSteps: isSettling ? SETTLING_STEPS : PASSING_STEPS,
    isLast: share >= 1,
    slackShare: Math.max(0, 0.6 * (1 - share / 0.6)),
  };
}

function widened(terms: DualTerms, slackShare: number): DualTerms {
  if (slackShare === 0) return terms;
  const middle = terms.lower.map((value, at) => (value + terms.upper[at]!) / 2);
  return {
    ...terms,
    lower: terms.lower.map((value, at) => Math.max(0, value - slackShare * middle[at]!)),
    upper: terms.upper.map((value, at) => value + slackShare * middle[at]!),
  };
}

/** One round of balanced Lloyd: distances, a few price steps, and the centres go where their shares are. */
export function* lloydRound(model: CentreModel, state: CentreState, pace: Pace): Generator<void, void> {
  const { epsilonKm, newtonSteps } = pace;
  const terms = widened(model.terms, pace.slackShare);
  fillModel(model, state.centres);
  yield;
  if (terms.measureCount > 0) {
    const schedule = {
      startEpsilonKm: epsilonKm,
      endEpsilonKm: epsilonKm,
      factor: 0.5,
      newtonSteps,
      candidateWidth: pace.slackShare > 0.2 ? MANY_CANDIDATES : FEW_CANDIDATES,
    };
    for (const _ of raisePrices(terms, state.price, schedule)) yield;
  }
  const shares = softShares(terms, state.price, epsilonKm);
  if (pace.isLast) state.value = sharedTravel(model.points, model.isFree, shares, state.centres);
  if (pace.slackShare > 0) moveToMedians(model.points, model.isFree, shares, state.centres);
  else moveCentres(model.points, model.isFree, shares, state.centres, 1);
  yield;
}

/** A fresh start: spread centres, then rounds that cool from a coarse temperature. */
export function* startCentres(
  model: CentreModel,
  base: Centres,
  random: Random,
  rounds: number,
): Generator<void, CentreState> {
  const state: CentreState = {
    centres: copyCentres(base),
    price: new Float64Array(model.terms.territoryCount * model.terms.measureCount),
    value: -Infinity,
  };
  spreadCentres(model.points, model.isFree, (j) => model.capacity[j]! > 0, state.centres, random);
  fillModel(model, state.centres);
  const reach = meanReach(model.terms.km) / Math.sqrt(model.terms.territoryCount);
  for (let round = 0; round < rounds; round++) {
    yield* lloydRound(model, state, paceAt(reach, round / (rounds - 1), round === 0 || round === rounds - 1));
  }
  return state;
}

/** A random point, likelier the heavier it is and the farther from its nearest centre. */
function farPoint(model: CentreModel, centres: Centres, random: Random): number {
  const { points, terms } = model;
  fillModel(model, centres);
  const chance = new Float64Array(points.count);
  let sum = 0;
  for (let g = 0; g < points.count; g++) {
    let nearest = UNREACHABLE_KM;
    for (let j = 0; j < terms.territoryCount; j++) {
      nearest = Math.min(nearest, Math.abs(terms.km[g * terms.territoryCount + j]!));
    }
    sum += terms.weight[g]! * nearest;
    chance[g] = sum;
  }
  const drawn = random.next() * sum;
  const found = chance.findIndex((value) => value > drawn);
  return found < 0 ? random.below(points.count) : found;
}

/** A moved centre starts at the price of the centre it came next to. */
function takeNeighbourPrice(model: CentreModel, state: CentreState, moved: number): void {
  const { territoryCount, measureCount } = model.terms;
  const { vector } = state.centres;
  let nearest = moved;
  let closest = -Infinity;
  for (let j = 0; j < territoryCount; j++) {
    let along = 0;
    for (let axis = 0; axis < 3; axis++) along += vector[3 * j + axis]! * vector[3 * moved + axis]!;
    if (j === moved || along <= closest) continue;
    closest = along;
    nearest = j;
  }
  const from = nearest * measureCount;
  state.price.set(state.price.slice(from, from + measureCount), moved * measureCount);
}

/** Moves a random free centre next to another, and lets the neighbourhood settle again. */
export function* relocateCentre(
  model: CentreModel,
  from: CentreState,
  random: Random,
  rounds: number,
): Generator<void, CentreState> {
  const state: CentreState = {
    centres: copyCentres(from.centres),
    price: from.price.slice(),
    value: -Infinity,
  };
  const free = [...model.isFree.keys()].filter((j) => model.isFree[j] === 1 && model.capacity[j]! > 0);
  const moved = free[random.below(free.length)]!;
  placeCentre(state.centres, moved, model.points, farPoint(model, from.centres, random));
  takeNeighbourPrice(model, state, moved);
  fillModel(model, state.centres);
  const reach = meanReach(model.terms.km) / Math.sqrt(model.terms.territoryCount);
  for (let round = 0; round < rounds; round++) {
    const share = 0.5 + (0.5 * round) / (rounds - 1);
    yield* lloydRound(model, state, paceAt(reach, share, round === 0 || round === rounds - 1));
  }
  return state;
}

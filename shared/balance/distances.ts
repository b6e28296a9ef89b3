import { kmFromSquaredChord } from '../geo/greatCircle';
import { isPriced, type DisruptionPrice } from './disruptionPrice';
import { mayServe, movableCorridor, UNREACHABLE_KM, type Blocks } from './blocks';

/** A block that fills a corridor to the last digit still fits. */
const ROUNDING = 1 + 1e-6;

/** Where the centres are. */
export interface Centres {
  /** Unit vectors, 3 numbers a territory. */
  readonly vector: Float64Array;
  /**
   * What a unit weight at x adds to the travel of others by pulling a free centre its way: tilt · x, in km;
   * 3 numbers a territory, 0 for bases.
   */
  readonly tilt: Float64Array;
}

/** Kilometres a weight of block b and territory j at [b * territoryCount + j], change of hands included. */
export type BlockDistances = Float32Array;

/**
 * Fills the rows of blocks [from, to) of `km`: the activity-weighted mean distance of the members to each
 * centre, plus the price of a change of hands, UNREACHABLE_KM where a member may not be served.
 */
export function fillDistances(
  blocks: Blocks,
  unitVector: Float64Array,
  centres: Centres,
  price: DisruptionPrice,
  km: BlockDistances,
  from: number,
  to: number,
): void {
  const { problem, memberOffsets, memberUnits, activity, weight, territoryCount } = blocks;
  const current = isPriced(price) ? problem.current : null;
  const { vector, tilt } = centres;
  const row = new Float64Array(territoryCount);
  for (let b = from; b < to; b++) {
    row.fill(0);
    for (let at = memberOffsets[b]!; at < memberOffsets[b + 1]!; at++) {
      const unit = memberUnits[at]!;
      const share = activity[unit]! / weight[b]!;
      const x = unitVector[3 * unit]!;
      const y = unitVector[3 * unit + 1]!;
      const z = unitVector[3 * unit + 2]!;
      // A unit without coordinates (vector 0) is nowhere: it costs no way to anyone.
      const isPlaced = x !== 0 || y !== 0 || z !== 0;
      const owner = current ? current[unit]! : -1;
      const leaving = price.perUnit + (owner >= 0 ? (price.handOff?.[owner] ?? 0) : 0);
      const keep = owner >= 0 ? share * price.keepKm + leaving / weight[b]! : 0;
      for (let j = 0; j < territoryCount; j++) {
        const dx = x - vector[3 * j]!;
        const dy = y - vector[3 * j + 1]!;
        const dz = z - vector[3 * j + 2]!;
        const pull = tilt[3 * j]! * x + tilt[3 * j + 1]! * y + tilt[3 * j + 2]! * z;
        const way = isPlaced ? kmFromSquaredChord(dx * dx + dy * dy + dz * dz) + pull : 0;
        row[j]! += share * way + keep;
      }
      if (owner < 0) continue;
      row[owner]! -= keep;
      if (!price.takeOver) continue;
      for (let j = 0; j < territoryCount; j++) if (j !== owner) row[j]! += price.takeOver[j]! / weight[b]!;
    }
    km.set(row, b * territoryCount);
  }
}

/**
 * Strikes out, in the rows of blocks [from, to), the territories whose whole corridor a block does not fit in,
 * where there is one that it does: no plan within tolerance has it there, and the bound is the better for it.
 */
function strikeOversized(blocks: Blocks, km: BlockDistances, from: number, to: number): void {
  const { territoryCount, measureCount, load } = blocks;
  const { upper } = movableCorridor(blocks);
  const least = new Float64Array(measureCount).fill(Infinity);
  upper.forEach((value, at) => (least[at % measureCount] = Math.min(least[at % measureCount]!, value)));
  const fits = (b: number, j: number): boolean => {
    for (let m = 0; m < measureCount; m++) {
      if (load[b * measureCount + m]! > upper[j * measureCount + m]! * ROUNDING) return false;
    }
    return km[b * territoryCount + j]! < UNREACHABLE_KM;
  };
  for (let b = from; b < to; b++) {
    let isLarge = false;
    for (let m = 0; m < measureCount; m++) isLarge ||= load[b * measureCount + m]! > least[m]! * ROUNDING;
    if (!isLarge) continue;
    const fitting = Array.from({ length: territoryCount }, (_, j) => fits(b, j));
    if (!fitting.includes(true)) continue;
    fitting.forEach((isFitting, j) => {
      if (!isFitting) km[b * territoryCount + j] = UNREACHABLE_KM;
    });
  }
}

/** Strikes out, in the rows of blocks [from, to), the territories that no plan within tolerance has a block in. */
export function strikeUnfit(blocks: Blocks, km: BlockDistances, from: number, to: number): void {
  strikeIneligible(blocks, km, from, to);
  // Connected units pass through plans far out of corridor on their way.
  if (!blocks.problem.adjacency) strikeOversized(blocks, km, from, to);
}

/** Strikes out, in the rows of blocks [from, to), the territories that may not serve a member. */
function strikeIneligible(blocks: Blocks, km: BlockDistances, from: number, to: number): void {
  const { problem, memberOffsets, memberUnits, territoryCount } = blocks;
  const capacity = problem.territories.capacity;
  if (!problem.eligibility && !problem.movableTerritories && capacity.every((value) => value > 0)) return;
  for (let b = from; b < to; b++) {
    for (let at = memberOffsets[b]!; at < memberOffsets[b + 1]!; at++) {
      for (let j = 0; j < territoryCount; j++) {
        if (!mayServe(problem, memberUnits[at]!, j)) km[b * territoryCount + j] = UNREACHABLE_KM;
      }
    }
  }
}

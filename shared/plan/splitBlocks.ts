import type { BalanceProblem } from '../balance/problem';
import { solveBalance } from '../balance/solve';
import { equalAreaPlane } from '../geo/equalArea';
import { unitVectors, vectorToDegrees } from '../geo/greatCircle';
import { runToEnd } from './runToEnd';
import type { TerritoryBlock } from './territoryBlocks';

/**
 * Cuts blocks straight across their longer axis in strips, each as close to an equal weight as blocks allow. The
 * axis is the first principal one of the weighted places, in an equal-area plane. Locked blocks stay in the first part.
 * @returns the part of each block, from 0
 */
export function splitAlongAxis(blocks: readonly TerritoryBlock[], partCount: number): Uint8Array {
  const along = positionsOnAxis(blocks);
  const total = blocks.reduce((sum, block) => sum + block.weight, 0);
  // Where nothing weighs, each part gets as many blocks.
  const weightOf = (block: TerritoryBlock) => (total > 0 ? block.weight : 1);
  const share = (total > 0 ? total : blocks.length) / partCount;
  const lockedAlong = blocks.reduce((sum, block, at) => sum + (block.isLocked ? along[at]! : 0), 0);
  const free = [...blocks.keys()].filter((at) => !blocks[at]!.isLocked);
  // The other parts are taken from the end that is farther from what is locked.
  const order = free.sort(
    (a, b) => (lockedAlong > 0 ? along[a]! - along[b]! : along[b]! - along[a]!) || a - b,
  );
  const mostOthers = order.length === blocks.length ? order.length - 1 : order.length;
  const parts = new Uint8Array(blocks.length);
  let start = 0;
  let taken = 0;
  for (let part = 1; part < partCount; part++) {
    // Each part that is still to come needs a block.
    const most = mostOthers - (partCount - 1 - part);
    let best = { end: start + 1, miss: Infinity, sum: 0 };
    let sum = taken;
    for (let end = start + 1; end <= most; end++) {
      sum += weightOf(blocks[order[end - 1]!]!);
      const miss = Math.abs(sum - part * share);
      if (miss < best.miss) best = { end, miss, sum };
    }
    for (const at of order.slice(start, best.end)) parts[at] = part;
    start = best.end;
    taken = best.sum;
  }
  return parts;
}

/** Where blocks lie along their longer axis, km from the mean; a block without a place lies at 0. */
function positionsOnAxis(blocks: readonly TerritoryBlock[]): Float64Array {
  const centre = meanPlace(blocks);
  const plane = equalAreaPlane(centre.lat, centre.lng);
  const points = blocks.map((block) =>
    Number.isNaN(block.lat) ? ([0, 0] as const) : plane.project(block.lat, block.lng),
  );
  let [xx, xy, yy] = [0, 0, 0];
  points.forEach(([x, y], at) => {
    const weight = Math.max(blocks[at]!.weight, 1e-9);
    xx += weight * x * x;
    xy += weight * x * y;
    yy += weight * y * y;
  });
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return Float64Array.from(points, ([x, y]) => x * cos + y * sin);
}

function meanPlace(blocks: readonly TerritoryBlock[]): { lat: number; lng: number } {
  const vectors = unitVectors(
    Float64Array.from(blocks, (block) => block.lat),
    Float64Array.from(blocks, (block) => block.lng),
  );
  const sum = [0, 0, 0];
  blocks.forEach((block, at) => {
    if (Number.isNaN(block.lat)) return;
    for (let axis = 0; axis < 3; axis++) {
      sum[axis]! += Math.max(block.weight, 1e-9) * vectors[3 * at + axis]!;
    }
  });
  return vectorToDegrees(sum[0]!, sum[1]!, sum[2]!) ?? { lat: 0, lng: 0 };
}

/**
 * Cuts blocks in compact parts of equal weight: the balancing problem with free centres.
 * @returns the part of each block, from 0; locked blocks stay in the first
 */
export function splitByBalance(
  blocks: readonly TerritoryBlock[],
  partCount: number,
  seed: number,
): Uint8Array {
  const { assignment } = runToEnd(
    solveBalance({
      ...blockProblem(blocks, 0.05, seed),
      territories: {
        lat: new Float64Array(partCount).fill(Number.NaN),
        lng: new Float64Array(partCount).fill(Number.NaN),
        capacity: new Float64Array(partCount).fill(1),
      },
      locks: blocks.some((block) => block.isLocked)
        ? Int32Array.from(blocks, (block) => (block.isLocked ? 0 : -1))
        : null,
    }),
  );
  return Uint8Array.from(assignment, (part) => Math.max(0, part));
}

/** Blocks as the units of a balancing problem of one measure, without territories. */
export function blockProblem(
  blocks: readonly Pick<TerritoryBlock, 'lat' | 'lng' | 'weight'>[],
  toleranceRatio: number,
  seed: number,
): BalanceProblem {
  const isWeightless = blocks.every((block) => block.weight <= 0);
  const weights = Float64Array.from(blocks, (block) => (isWeightless ? 1 : Math.max(0, block.weight)));
  return {
    unitLat: Float64Array.from(blocks, (block) => (Number.isNaN(block.lat) ? 0 : block.lat)),
    unitLng: Float64Array.from(blocks, (block) => (Number.isNaN(block.lat) ? 0 : block.lng)),
    measures: [{ id: 'weight', values: weights, toleranceRatio }],
    travelActivity: Float64Array.from(blocks, (block, at) => (Number.isNaN(block.lat) ? 0 : weights[at]!)),
    territories: { lat: new Float64Array(0), lng: new Float64Array(0), capacity: new Float64Array(0) },
    current: null,
    locks: null,
    families: null,
    eligibility: null,
    keepKm: 0,
    caps: null,
    movableTerritories: null,
    adjacency: null,
    seed,
  };
}

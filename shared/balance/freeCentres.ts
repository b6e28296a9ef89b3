import { vectorToDegrees } from '../geo/greatCircle';
import type { Blocks } from './blocks';
import type { CentreVectors } from './distances';
import type { Random } from './random';

/** True for territories whose centre moves with its accounts. */
export function freeTerritories(blocks: Blocks): Uint8Array {
  return Uint8Array.from(blocks.problem.territories.lat, (value) => (Number.isNaN(value) ? 1 : 0));
}

/** Places free centres among the units, far from one another in proportion to activity (k-means++). */
export function spreadCentres(
  blocks: Blocks,
  unitVector: Float64Array,
  centres: CentreVectors,
  random: Random,
): void {
  const { activity, problem, territoryCount } = blocks;
  const isFree = freeTerritories(blocks);
  const count = activity.length;
  const nearest = new Float64Array(count).fill(4);
  const cover = (j: number): void => {
    for (let i = 0; i < count; i++) {
      let squared = 0;
      for (let axis = 0; axis < 3; axis++) {
        squared += (unitVector[3 * i + axis]! - centres[3 * j + axis]!) ** 2;
      }
      if (squared < nearest[i]!) nearest[i] = squared;
    }
  };
  for (let j = 0; j < territoryCount; j++) if (!isFree[j] && problem.territories.capacity[j]! > 0) cover(j);
  for (let j = 0; j < territoryCount; j++) {
    if (!isFree[j]) continue;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += activity[i]! * Math.sqrt(nearest[i]!);
    let left = random.next() * sum;
    let chosen = random.below(count);
    for (let i = 0; sum > 0 && i < count; i++) {
      left -= activity[i]! * Math.sqrt(nearest[i]!);
      if (left <= 0) {
        chosen = i;
        break;
      }
    }
    for (let axis = 0; axis < 3; axis++) centres[3 * j + axis] = unitVector[3 * chosen + axis]!;
    cover(j);
  }
}

/** Moves free centres to the weighted centre of their units; an empty territory's stays. */
export function moveCentres(
  blocks: Blocks,
  unitVector: Float64Array,
  assignment: Int32Array,
  centres: CentreVectors,
): void {
  const isFree = freeTerritories(blocks);
  const sum = new Float64Array(centres.length);
  for (let i = 0; i < assignment.length; i++) {
    const j = assignment[i]!;
    for (let axis = 0; axis < 3; axis++) {
      sum[3 * j + axis]! += blocks.activity[i]! * unitVector[3 * i + axis]!;
    }
  }
  for (let j = 0; j < blocks.territoryCount; j++) {
    if (!isFree[j]) continue;
    const x = sum[3 * j]!;
    const y = sum[3 * j + 1]!;
    const z = sum[3 * j + 2]!;
    if (!vectorToDegrees(x, y, z)) continue;
    const norm = Math.hypot(x, y, z);
    centres[3 * j] = x / norm;
    centres[3 * j + 1] = y / norm;
    centres[3 * j + 2] = z / norm;
  }
}

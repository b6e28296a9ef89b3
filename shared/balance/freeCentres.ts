import { EARTH_RADIUS_KM, kmFromSquaredChord } from '../geo/greatCircle';
import { emptyActiveRows, refreshActiveRows } from './activeRows';
import type { Centres } from './distances';
import type { Random } from './random';
import { RowSoftMin, type DualTerms } from './smoothedDual';

/** Points nearer than this (0.5 km as a chord of the unit sphere) pull no harder. */
const LEAST_CHORD = 0.5 / EARTH_RADIUS_KM;

/** Candidates a row whose shares move the centres. */
const SHARE_CANDIDATES = 10;

/** Bases as unit vectors; free centres start at 0, 0, 0. */
export function centresFrom(baseVector: Float64Array): Centres {
  return {
    vector: baseVector.map((value) => (Number.isNaN(value) ? 0 : value)),
    tilt: new Float64Array(baseVector.length),
  };
}

/** A copy that can be changed on its own. */
export function copyCentres(centres: Centres): Centres {
  return { vector: centres.vector.slice(), tilt: centres.tilt.slice() };
}

/** Points that stand for accounts: where they are and how much they weigh. */
export interface WeightedPoints {
  readonly count: number;
  /** 3 numbers a point. */
  readonly position: Float64Array;
  readonly weight: Float64Array;
}

function squaredChord(a: Float64Array, i: number, b: Float64Array, j: number): number {
  const dx = a[3 * i]! - b[3 * j]!;
  const dy = a[3 * i + 1]! - b[3 * j + 1]!;
  const dz = a[3 * i + 2]! - b[3 * j + 2]!;
  return dx * dx + dy * dy + dz * dz;
}

/** Puts centre j on a point. */
export function placeCentre(centres: Centres, j: number, points: WeightedPoints, point: number): void {
  const x = points.position[3 * point]!;
  const y = points.position[3 * point + 1]!;
  const z = points.position[3 * point + 2]!;
  const norm = Math.hypot(x, y, z) || 1;
  centres.vector.set([x / norm, y / norm, z / norm], 3 * j);
  centres.tilt.fill(0, 3 * j, 3 * j + 3);
}

/** Places free centres far from one another in proportion to weight (k-means++ with plain distance). */
export function spreadCentres(
  points: WeightedPoints,
  isFree: Uint8Array,
  isUsed: (territory: number) => boolean,
  centres: Centres,
  random: Random,
): void {
  const { count, position, weight } = points;
  const nearest = new Float64Array(count).fill(2);
  const cover = (j: number): void => {
    for (let i = 0; i < count; i++) {
      const chord = Math.sqrt(squaredChord(position, i, centres.vector, j));
      if (chord < nearest[i]!) nearest[i] = chord;
    }
  };
  for (let j = 0; j < isFree.length; j++) if (!isFree[j] && isUsed(j)) cover(j);
  for (let j = 0; j < isFree.length; j++) {
    if (!isFree[j]) continue;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += weight[i]! * nearest[i]!;
    let left = random.next() * sum;
    let chosen = random.below(count);
    for (let i = 0; sum > 0 && i < count; i++) {
      left -= weight[i]! * nearest[i]!;
      if (left <= 0) {
        chosen = i;
        break;
      }
    }
    placeCentre(centres, j, points, chosen);
    if (isUsed(j)) cover(j);
  }
}

/** How the points are shared out: calls back with each point's share of each territory. */
export type ShareOut = (take: (point: number, territory: number, share: number) => void) => void;

/** Soft-min shares of all rows at the prices; candidates are found afresh. */
export function softShares(terms: DualTerms, price: Float64Array, epsilonKm: number): ShareOut {
  return (take) => {
    const rows = emptyActiveRows(terms, SHARE_CANDIDATES);
    // Condensed maps are small: no pause is needed.
    for (const _ of refreshActiveRows(rows, terms, price, Infinity, 0));
    const soft = new RowSoftMin(rows.width);
    for (let row = 0; row < rows.count; row++) {
      const kept = soft.evaluate(terms, rows, row, price, epsilonKm);
      for (let at = 0; at < kept; at++) take(rows.block[row]!, soft.territory[at]!, soft.share[at]!);
    }
  };
}

/** Σ weight · km of the points to the weighted centre of their territory (to the base where it is fixed). */
export function sharedTravel(
  points: WeightedPoints,
  isFree: Uint8Array,
  shareOut: ShareOut,
  centres: Centres,
): number {
  const own = copyCentres(centres);
  moveCentres(points, isFree, shareOut, own, 0);
  let travel = 0;
  shareOut((point, j, share) => {
    travel +=
      points.weight[point]! * share * kmFromSquaredChord(squaredChord(points.position, point, own.vector, j));
  });
  return travel;
}

/** Moves free centres one step towards the geometric median of their points (Weiszfeld). */
export function moveToMedians(
  points: WeightedPoints,
  isFree: Uint8Array,
  shareOut: ShareOut,
  centres: Centres,
): void {
  const { position, weight } = points;
  const { vector, tilt } = centres;
  const sum = new Float64Array(vector.length);
  shareOut((point, j, share) => {
    const chord = Math.sqrt(squaredChord(position, point, vector, j));
    const w = (weight[point]! * share) / Math.max(chord, LEAST_CHORD);
    for (let axis = 0; axis < 3; axis++) sum[3 * j + axis]! += w * position[3 * point + axis]!;
  });
  for (let j = 0; j < isFree.length; j++) {
    const length = Math.hypot(sum[3 * j]!, sum[3 * j + 1]!, sum[3 * j + 2]!);
    if (!isFree[j] || !(length > 1e-12)) continue;
    for (let axis = 0; axis < 3; axis++) vector[3 * j + axis] = sum[3 * j + axis]! / length;
    tilt.fill(0, 3 * j, 3 * j + 3);
  }
}

/**
 * Moves free centres to the weighted centre of their points and sets their tilt: the plan is measured to
 * that centre, so a point's cost is its own way plus what it changes for the others by pulling the centre,
 * −R · G · x / |S| with G the sum of unit tangents from the centre to its points and S = Σ weight · x.
 */
export function moveCentres(
  points: WeightedPoints,
  isFree: Uint8Array,
  shareOut: ShareOut,
  centres: Centres,
  tiltShare: number,
): void {
  const { position, weight } = points;
  const { vector, tilt } = centres;
  const sum = new Float64Array(vector.length);
  shareOut((point, j, share) => {
    const w = weight[point]! * share;
    for (let axis = 0; axis < 3; axis++) sum[3 * j + axis]! += w * position[3 * point + axis]!;
  });
  const length = new Float64Array(isFree.length);
  for (let j = 0; j < isFree.length; j++) {
    length[j] = Math.hypot(sum[3 * j]!, sum[3 * j + 1]!, sum[3 * j + 2]!);
    if (!isFree[j] || !(length[j]! > 1e-12)) continue;
    for (let axis = 0; axis < 3; axis++) vector[3 * j + axis] = sum[3 * j + axis]! / length[j]!;
  }
  const pull = new Float64Array(vector.length);
  shareOut((point, j, share) => {
    if (!isFree[j]) return;
    const along =
      position[3 * point]! * vector[3 * j]! +
      position[3 * point + 1]! * vector[3 * j + 1]! +
      position[3 * point + 2]! * vector[3 * j + 2]!;
    const tx = position[3 * point]! - along * vector[3 * j]!;
    const ty = position[3 * point + 1]! - along * vector[3 * j + 1]!;
    const tz = position[3 * point + 2]! - along * vector[3 * j + 2]!;
    const size = Math.hypot(tx, ty, tz);
    // A point at the centre pulls no way.
    if (!(size > 1e-9)) return;
    const w = (weight[point]! * share) / size;
    pull[3 * j]! += w * tx;
    pull[3 * j + 1]! += w * ty;
    pull[3 * j + 2]! += w * tz;
  });
  for (let j = 0; j < isFree.length; j++) {
    for (let axis = 0; axis < 3; axis++) {
      const at = 3 * j + axis;
      tilt[at] =
        isFree[j] && length[j]! > 1e-12 ? (-tiltShare * EARTH_RADIUS_KM * pull[at]!) / length[j]! : 0;
    }
  }
}

import { UNREACHABLE_KM } from './blocks';
import { allRows } from './candidates';
import type { DualTerms } from './smoothedDual';

/** Blocks moved about between two yields. */
const SLICE_BLOCKS = 60_000;

/**
 * Orders blocks so that neighbours in space are neighbours in the order, and cuts the order into groups
 * of equal count: halving along the axis of largest extent (a k-d tree's leaves). Yields on the way.
 * @returns block indices by group, and where each group starts
 */
export function* neighbourGroups(
  position: Float64Array,
  count: number,
  groupCount: number,
): Generator<void, { order: Int32Array; start: Int32Array }> {
  const order = Int32Array.from({ length: count }, (_, b) => b);
  const start = new Int32Array(groupCount + 1);
  const uncut = [{ from: 0, to: count, firstGroup: 0, groups: groupCount }];
  let moved = 0;
  while (uncut.length > 0) {
    const { from, to, firstGroup, groups } = uncut.pop()!;
    if (groups === 1) {
      start[firstGroup] = from;
      continue;
    }
    const half = groups >> 1;
    const middle = from + Math.round(((to - from) * half) / groups);
    selectNth(order, position, widestAxis(order, position, from, to), from, to - 1, middle);
    uncut.push({ from, to: middle, firstGroup, groups: half });
    uncut.push({ from: middle, to, firstGroup: firstGroup + half, groups: groups - half });
    moved += to - from;
    if (moved < SLICE_BLOCKS) continue;
    moved = 0;
    yield;
  }
  start[groupCount] = count;
  return { order, start };
}

function widestAxis(order: Int32Array, position: Float64Array, from: number, to: number): number {
  let widest = 0;
  let extent = -1;
  for (let axis = 0; axis < 3; axis++) {
    let low = Infinity;
    let high = -Infinity;
    for (let at = from; at < to; at++) {
      const value = position[3 * order[at]! + axis]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high - low > extent) {
      extent = high - low;
      widest = axis;
    }
  }
  return widest;
}

/** Quickselect: after it, order[from … n) is at most and order[n … to] at least the n-th by the axis. */
function selectNth(
  order: Int32Array,
  position: Float64Array,
  axis: number,
  from: number,
  to: number,
  n: number,
): void {
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = position[3 * order[(low + high) >> 1]! + axis]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (position[3 * order[i]! + axis]! < pivot) i++;
      while (position[3 * order[j]! + axis]! > pivot) j--;
      if (i <= j) {
        const block = order[i]!;
        order[i] = order[j]!;
        order[j] = block;
        i++;
        j--;
      }
    }
    if (n <= j) high = j;
    else if (n >= i) low = i;
    else return;
  }
}

/** Groups summed between two yields. */
const SLICE_GROUPS = 1_000;

/** A dual whose rows are in order, and where they are: 3 numbers a row. */
export interface PlacedTerms {
  readonly terms: DualTerms;
  readonly position: Float64Array;
}

/**
 * A smaller dual with nearly the same prices: groups of neighbouring rows act as one. Unlike a sample
 * it keeps every load, so that one heavy account more or less does not tilt the prices.
 */
export function* condensedTerms(
  { terms, position }: PlacedTerms,
  groupCount: number,
): Generator<void, PlacedTerms> {
  const { territoryCount, measureCount, km } = terms;
  const { order, start } = yield* neighbourGroups(position, terms.rows.count, groupCount);
  const groupPosition = new Float64Array(3 * groupCount);
  const weight = new Float64Array(groupCount);
  const load = new Float64Array(groupCount * measureCount);
  const groupKm = new Float32Array(groupCount * territoryCount);
  const row = new Float64Array(territoryCount);
  yield;
  for (let g = 0; g < groupCount; g++) {
    if (g % SLICE_GROUPS === SLICE_GROUPS - 1) yield;
    row.fill(0);
    for (let at = start[g]!; at < start[g + 1]!; at++) {
      const b = order[at]!;
      const w = terms.weight[b]!;
      weight[g]! += w;
      for (let m = 0; m < measureCount; m++) load[g * measureCount + m]! += terms.load[b * measureCount + m]!;
      const share = 1 / (start[g + 1]! - start[g]!);
      for (let axis = 0; axis < 3; axis++) groupPosition[3 * g + axis]! += share * position[3 * b + axis]!;
      const base = b * territoryCount;
      for (let j = 0; j < territoryCount; j++) row[j]! += w * km[base + j]!;
    }
    for (let j = 0; j < territoryCount; j++) {
      groupKm[g * territoryCount + j] = Math.min(UNREACHABLE_KM, row[j]! / weight[g]!);
    }
  }
  const ratio = load.map((value, at) => value / weight[Math.floor(at / measureCount)]!);
  return {
    terms: { ...terms, rows: allRows(groupCount), km: groupKm, weight, load, ratio },
    position: groupPosition,
  };
}

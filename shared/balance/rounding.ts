import type { Blocks } from './blocks';
import { emptyCandidates, refreshCandidates, type Candidates, type Relaxed } from './candidates';
import type { BlockDistances } from './distances';
import { pricedKm } from './nearTies';
import type { DualTerms } from './smoothedDual';

/** Blocks looked at between two yields. */
const SLICE_BLOCKS = 10_000;

/** Scores of blocks at territories computed between two yields. */
const SLICE_SCORES = 1_000_000;

/** Cheapest territories looked at for each block. */
const CHOICES = 8;

/** Shares below this are no choice. */
const LEAST_SHARE = 1e-3;

/** Soft-min shares of a block's candidates at a temperature, written to `share`. */
function choiceShares(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  candidates: Candidates,
  block: number,
  epsilonKm: number,
  share: Float64Array,
): void {
  const { width, territory } = candidates;
  const least = pricedKm(blocks, km, price, block, territory[block * width]!);
  let sum = 0;
  for (let rank = 0; rank < width; rank++) {
    const regret = pricedKm(blocks, km, price, block, territory[block * width + rank]!) - least;
    share[rank] = Math.exp(-Math.min(700, regret / epsilonKm));
    sum += share[rank]!;
  }
  for (let rank = 0; rank < width; rank++) share[rank]! /= sum;
}

/** Largest load of a block as a share of the targets it is part of: who is placed first. */
function bulk(blocks: Blocks, block: number): number {
  let most = 0;
  for (let m = 0; m < blocks.measureCount; m++)
    most = Math.max(most, blocks.load[block * blocks.measureCount + m]!);
  return most;
}

/**
 * Rounds the relaxation so that loads come out as the relaxation has them. Blocks out of doubt go to their
 * cheapest territory; the others, largest first, to that of their choices which is still owed most. Taking
 * the cheapest for all would pile whole cities on one of two equal bases. Yields on the way.
 * @param epsilonKm temperature of the choices, as the prices were found at
 */
export function* roundChoices(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  candidates: Candidates,
  epsilonKm: number,
): Generator<void, Int32Array> {
  const { count, measureCount, load } = blocks;
  const { width, territory } = candidates;
  const assignment = new Int32Array(count);
  const owed = new Float64Array(price.length);
  const share = new Float64Array(width);
  const open: number[] = [];
  for (let b = 0; b < count; b++) {
    if (b % SLICE_BLOCKS === SLICE_BLOCKS - 1) yield;
    assignment[b] = territory[b * width]!;
    choiceShares(blocks, km, price, candidates, b, epsilonKm, share);
    if (width < 2 || share[0]! > 1 - LEAST_SHARE) continue;
    open.push(b);
  }
  open.sort((a, b) => bulk(blocks, b) - bulk(blocks, a) || a - b);
  yield;
  for (const [at, b] of open.entries()) {
    if (at % SLICE_BLOCKS === SLICE_BLOCKS - 1) yield;
    choiceShares(blocks, km, price, candidates, b, epsilonKm, share);
    let best = 0;
    let most = -Infinity;
    for (let rank = 0; rank < width; rank++) {
      if (share[rank]! < LEAST_SHARE) continue;
      const from = territory[b * width + rank]! * measureCount;
      let due = 0;
      for (let m = 0; m < measureCount; m++) {
        owed[from + m]! += share[rank]! * load[b * measureCount + m]!;
        due += owed[from + m]!;
      }
      if (due > most) {
        most = due;
        best = rank;
      }
    }
    const j = territory[b * width + best]!;
    assignment[b] = j;
    for (let m = 0; m < measureCount; m++) owed[j * measureCount + m]! -= load[b * measureCount + m]!;
  }
  return assignment;
}

/** The eight cheapest territories of every block, over all territories. Yields on the way. */
export function* chooseCandidates(
  blocks: Blocks,
  { rows, km, ratio }: DualTerms,
  price: Float64Array,
): Generator<void, Candidates> {
  const { territoryCount, measureCount, count } = blocks;
  const candidates = emptyCandidates(count, territoryCount, CHOICES);
  const slice = Math.max(1, Math.floor(SLICE_SCORES / territoryCount));
  for (let from = 0; from < count; from += slice) {
    const to = Math.min(count, from + slice);
    refreshCandidates(candidates, rows, km, ratio, price, territoryCount, measureCount, from, to);
    yield;
  }
  return candidates;
}

/**
 * What prices leave to a plan: each block's cheapest territories, and them rounded. Yields on the way.
 * @param epsilonKm temperature of the choices, as the prices were found at
 */
export function* relaxedAt(
  blocks: Blocks,
  terms: DualTerms,
  price: Float64Array,
  epsilonKm: number,
): Generator<void, Relaxed> {
  const candidates = yield* chooseCandidates(blocks, terms, price);
  const rounded = yield* roundChoices(blocks, terms.km, price, candidates, epsilonKm);
  return { price, candidates, rounded };
}

import type { Blocks } from './blocks';
import { UNREACHABLE_KM } from './blocks';
import { allRows, type Rows } from './candidates';
import type { BlockDistances } from './distances';
import { raisePrices } from './dualPrices';
import { movableCorridor } from './lowerBound';
import type { Random } from './random';
import type { DualTerms } from './smoothedDual';

/** Above this many blocks the prices are first found on a sample. */
const SAMPLE_ABOVE = 20_000;
const SAMPLE_SIZE = 12_000;

/** Loads per weight of every block and measure. */
export function loadRatios(blocks: Blocks): Float64Array {
  const { measureCount, load, weight } = blocks;
  return load.map((value, at) => value / weight[Math.floor(at / measureCount)]!);
}

/** Mean km of a spot check of block and centre pairs: the scale of the problem. */
export function meanReach(km: BlockDistances): number {
  const step = Math.max(1, Math.floor(km.length / 5000));
  let sum = 0;
  let seen = 0;
  for (let at = 0; at < km.length; at += step) {
    if (km[at]! >= UNREACHABLE_KM) continue;
    sum += km[at]!;
    seen++;
  }
  return seen > 0 ? sum / seen : 1;
}

/** The dual of all blocks of a problem at given distances. */
export function dualTermsOf(blocks: Blocks, km: BlockDistances): DualTerms {
  return {
    rows: allRows(blocks.count),
    km,
    territoryCount: blocks.territoryCount,
    measureCount: blocks.measureCount,
    weight: blocks.weight,
    load: blocks.load,
    ratio: loadRatios(blocks),
    ...movableCorridor(blocks),
  };
}

/** The dual of a random sample, its corridor scaled to the sample's share of the load. */
function sampleTerms(terms: DualTerms, size: number, random: Random): DualTerms {
  const { measureCount, load } = terms;
  const order = terms.rows.block.slice();
  for (let at = 0; at < size; at++) {
    const other = at + random.below(order.length - at);
    const block = order[at]!;
    order[at] = order[other]!;
    order[other] = block;
  }
  const rows: Rows = { count: size, block: order.slice(0, size) };
  const share = new Float64Array(measureCount);
  for (let m = 0; m < measureCount; m++) {
    let all = 0;
    let own = 0;
    for (let at = m; at < load.length; at += measureCount) all += load[at]!;
    for (const block of rows.block) own += load[block * measureCount + m]!;
    share[m] = own / all;
  }
  const scaled = (edge: Float64Array): Float64Array =>
    edge.map((value, at) => value * share[at % measureCount]!);
  return { ...terms, rows, lower: scaled(terms.lower), upper: scaled(terms.upper) };
}

/**
 * Finds the dual prices: coarse with many candidates, then fine with few. Yields the share done.
 * @param price starting prices, changed in place
 */
export function* findPrices(terms: DualTerms, price: Float64Array, random: Random): Generator<number, void> {
  const reach = Math.max(1e-3, meanReach(terms.km));
  const end = Math.min(0.2, reach / 5000);
  const middle = Math.max(end, reach / 200);
  const isSampled = terms.rows.count > SAMPLE_ABOVE;
  const coarse = isSampled ? sampleTerms(terms, SAMPLE_SIZE, random) : terms;
  const coarseSchedule = {
    startEpsilonKm: Math.max(end, reach / 6),
    endEpsilonKm: middle,
    factor: 0.3,
    newtonSteps: 4,
    candidateWidth: 20,
  };
  for (const share of raisePrices(coarse, price, coarseSchedule)) yield 0.5 * share;
  const fineSchedule = {
    startEpsilonKm: isSampled ? middle : middle * 0.4,
    endEpsilonKm: end,
    factor: 0.35,
    newtonSteps: 4,
    candidateWidth: 10,
  };
  for (const share of raisePrices(terms, price, fineSchedule)) yield 0.5 + 0.5 * share;
}

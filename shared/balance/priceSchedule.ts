import { movableCorridor, UNREACHABLE_KM, type Blocks } from './blocks';
import { allRows } from './candidates';
import { condensedTerms, type PlacedTerms } from './condense';
import type { BlockDistances } from './distances';
import { raisePrices, type PriceSchedule } from './dualPrices';
import type { DualTerms } from './smoothedDual';

/** Levels of condensation. */
const COARSE_GROUPS = 3_000;
const FINE_GROUPS = 12_000;

/** Temperatures start at the mean distance divided by this, and end at this many km. */
const WARMEST = 20;
const FINEST_KM = 0.2;

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

/** Temperatures and widths of one level, from reach / first to reach / last. */
function scheduleOf(reach: number, first: number, last: number, candidateWidth: number): PriceSchedule {
  const end = Math.max(reach / last, Math.min(FINEST_KM, reach / 5000));
  return {
    startEpsilonKm: Math.max(end, reach / first),
    endEpsilonKm: end,
    factor: 0.3,
    newtonSteps: 5,
    candidateWidth,
  };
}

/** The coarser duals that are worth their making, coarsest first; each is made of the next finer one. */
function* condensedLevels(
  blocks: Blocks,
  terms: DualTerms,
): Generator<number, readonly { readonly terms: DualTerms; readonly groups: number }[]> {
  const levels: { terms: DualTerms; groups: number }[] = [];
  let finer: PlacedTerms = { terms, position: blocks.position };
  for (const groups of [FINE_GROUPS, COARSE_GROUPS]) {
    if (blocks.count < 2 * groups) continue;
    const condensing = condensedTerms(finer, groups);
    let step = condensing.next();
    for (; !step.done; step = condensing.next()) yield 0;
    finer = step.value;
    levels.unshift({ terms: finer.terms, groups });
  }
  return levels;
}

/**
 * Finds the dual prices, coarse to fine: groups of neighbours first where there are many blocks, warm
 * temperatures with many candidates before cold ones with few. Yields the share done.
 * @param price starting prices, changed in place
 * @param isWarm the prices are nearly right: only the last level is worked
 * @returns the temperature in km they were found at
 */
export function* findPrices(
  blocks: Blocks,
  terms: DualTerms,
  price: Float64Array,
  isWarm: boolean,
): Generator<number, number> {
  const reach = Math.max(1e-3, meanReach(terms.km));
  const levels: { terms: DualTerms; schedule: PriceSchedule }[] = [];
  let warmest = WARMEST;
  for (const { terms: condensed, groups } of isWarm ? [] : yield* condensedLevels(blocks, terms)) {
    const coldest = groups === COARSE_GROUPS ? 150 : 1000;
    levels.push({ terms: condensed, schedule: scheduleOf(reach, warmest, coldest, 32) });
    warmest = coldest;
  }
  const middle = Math.max(warmest, 200);
  if (warmest < middle && !isWarm) levels.push({ terms, schedule: scheduleOf(reach, warmest, middle, 20) });
  levels.push({ terms, schedule: scheduleOf(reach, middle * 2, 1e9, 10) });
  let epsilonKm = reach;
  for (const [at, { terms: own, schedule }] of levels.entries()) {
    const isStartSettled = at > 0 && epsilonKm <= 2.5 * schedule.startEpsilonKm;
    const raising = raisePrices(own, price, { ...schedule, isStartSettled });
    let step = raising.next();
    for (; !step.done; step = raising.next()) yield (at + step.value) / levels.length;
    epsilonKm = step.value;
  }
  return epsilonKm;
}

import { movableCorridor, UNREACHABLE_KM, type Blocks } from './blocks';
import type { BlockDistances } from './distances';
import type { Relaxed } from './candidates';
import { corridorTerm } from './lowerBound';
import { pricedKm } from './nearTies';
import { findPrices } from './priceSchedule';
import { relaxedAt } from './rounding';
import type { DualTerms } from './smoothedDual';

/** A block is heavy when it fills more than this share of the narrowest corridor's whole width. */
const HEAVY_SHARE = 0.25;

/** Heavy blocks are moved on trial as often as this many scores of blocks at territories allow. */
const TRIAL_SCORES = 2_000_000;

/** Scores of blocks at territories computed between two yields. */
const SLICE_SCORES = 4_000_000;

/** Blocks no corridor can take or spare without others making room, by number. */
export function heavyBlocks(blocks: Blocks): Uint8Array {
  const { count, measureCount, territoryCount, load } = blocks;
  const { lower, upper } = blocks.targets;
  const isHeavy = new Uint8Array(count);
  for (let m = 0; m < measureCount; m++) {
    let width = Infinity;
    for (let j = 0; j < territoryCount; j++) {
      const at = j * measureCount + m;
      if (upper[at]! > 0) width = Math.min(width, upper[at]! - lower[at]!);
    }
    for (let b = 0; b < count; b++) {
      if (load[b * measureCount + m]! > HEAVY_SHARE * width) isHeavy[b] = 1;
    }
  }
  return isHeavy;
}

/** Takes heavy blocks, least regret first, out of territories that they overfill, to where there is room. */
function makeRoom(
  blocks: Blocks,
  km: BlockDistances,
  price: Float64Array,
  isHeavy: Uint8Array,
  assignment: Int32Array,
): Int32Array {
  const { measureCount, territoryCount, load, count } = blocks;
  const place = assignment.slice();
  const { upper: room } = movableCorridor(blocks);
  const take = (b: number, j: number, sign: number): void => {
    for (let m = 0; m < measureCount; m++) room[j * measureCount + m]! -= sign * load[b * measureCount + m]!;
  };
  const isOver = (j: number): boolean =>
    room.subarray(j * measureCount, (j + 1) * measureCount).some((r) => r < 0);
  const fits = (b: number, j: number): boolean => {
    for (let m = 0; m < measureCount; m++) {
      if (load[b * measureCount + m]! > room[j * measureCount + m]!) return false;
    }
    return km[b * territoryCount + j]! < UNREACHABLE_KM;
  };
  for (let b = 0; b < count; b++) if (isHeavy[b] === 1) take(b, place[b]!, 1);
  for (let j = 0; j < territoryCount; j++) {
    while (isOver(j)) {
      let leaver = -1;
      let goal = -1;
      let least = Infinity;
      for (let b = 0; b < count; b++) {
        if (isHeavy[b] === 0 || place[b] !== j) continue;
        const present = pricedKm(blocks, km, price, b, j);
        for (let other = 0; other < territoryCount; other++) {
          const regret = blocks.weight[b]! * (pricedKm(blocks, km, price, b, other) - present);
          if (other === j || regret >= least || !fits(b, other)) continue;
          least = regret;
          leaver = b;
          goal = other;
        }
      }
      if (leaver < 0) break;
      take(leaver, j, -1);
      take(leaver, goal, 1);
      place[leaver] = goal;
    }
  }
  return place;
}

/** The light blocks' own dual, with what the heavy ones cost where they stand. */
interface LightDual {
  readonly terms: DualTerms;
  readonly heavyCost: number;
  /** False where the heavy blocks alone leave the light ones no plan. */
  readonly isPossible: boolean;
}

/** Takes the heavy blocks off the corridors where they stand. */
function lightDual(
  blocks: Blocks,
  terms: DualTerms,
  light: Int32Array,
  isHeavy: Uint8Array,
  place: Int32Array,
): LightDual {
  const { measureCount, load, weight, count, territoryCount } = blocks;
  const { lower, upper } = movableCorridor(blocks);
  const total = new Float64Array(measureCount);
  let heavyCost = 0;
  for (let b = 0; b < count; b++) {
    for (let m = 0; m < measureCount; m++) {
      const value = load[b * measureCount + m]!;
      if (isHeavy[b] === 0) total[m]! += value;
      else {
        lower[place[b]! * measureCount + m]! -= value;
        upper[place[b]! * measureCount + m]! -= value;
      }
    }
    if (isHeavy[b] === 1) heavyCost += weight[b]! * terms.km[b * territoryCount + place[b]!]!;
  }
  let isPossible = true;
  for (let m = 0; m < measureCount; m++) {
    let least = 0;
    let most = 0;
    for (let at = m; at < lower.length; at += measureCount) {
      isPossible &&= upper[at]! >= 0;
      lower[at] = Math.max(0, lower[at]!);
      upper[at] = Math.max(0, upper[at]!);
      least += lower[at]!;
      most += upper[at]!;
    }
    isPossible &&= least <= total[m]! && most >= total[m]!;
  }
  const rows = { count: light.length, block: light };
  return { terms: { ...terms, rows, lower, upper }, heavyCost, isPossible };
}

/** Prices of the light blocks with the heavy ones in place, and the least that such a plan can cost. */
interface Standing {
  readonly place: Int32Array;
  readonly price: Float64Array;
  readonly epsilonKm: number;
  readonly cost: number;
}

/** Σ over the light blocks of their cheapest priced way, and what the corridors give back. Yields on the way. */
function* lightCost({ terms, heavyCost }: LightDual, price: Float64Array): Generator<number, number> {
  const { rows, km, ratio, weight, territoryCount, measureCount, lower, upper } = terms;
  let cost = heavyCost + corridorTerm(price, lower, upper);
  const slice = Math.max(1, Math.floor(SLICE_SCORES / territoryCount));
  for (const [row, b] of rows.block.entries()) {
    if (row % slice === slice - 1) yield 1;
    let least = Infinity;
    for (let j = 0; j < territoryCount; j++) {
      let priced = km[b * territoryCount + j]!;
      for (let m = 0; m < measureCount; m++)
        priced += ratio[b * measureCount + m]! * price[j * measureCount + m]!;
      if (priced < least) least = priced;
    }
    cost += weight[b]! * least;
  }
  return cost;
}

/** A heavy block that would rather stand elsewhere at the prices, and by how much. */
interface Wish {
  readonly block: number;
  readonly territory: number;
  readonly gain: number;
}

/** No move of one heavy block alone can make the plan cheaper unless its priced way gets shorter. */
function wishesAt(
  blocks: Blocks,
  km: BlockDistances,
  isHeavy: Uint8Array,
  { place, price }: Standing,
): Wish[] {
  const wishes: Wish[] = [];
  for (let b = 0; b < blocks.count; b++) {
    if (isHeavy[b] === 0) continue;
    const present = pricedKm(blocks, km, price, b, place[b]!);
    for (let territory = 0; territory < blocks.territoryCount; territory++) {
      const gain = blocks.weight[b]! * (present - pricedKm(blocks, km, price, b, territory));
      if (gain > 0) wishes.push({ block: b, territory, gain });
    }
  }
  return wishes.sort((a, b) => b.gain - a.gain || a.block - b.block || a.territory - b.territory);
}

/** Moves heavy blocks one at a time, while prices found afresh say that the plan gets cheaper. */
function* placeHeavy(
  blocks: Blocks,
  terms: DualTerms,
  isHeavy: Uint8Array,
  price: Float64Array,
  assignment: Int32Array,
  mostTrials: number,
): Generator<number, Standing | null> {
  const light = Int32Array.from(isHeavy.keys()).filter((b) => isHeavy[b] === 0);
  function* standingAt(place: Int32Array, from: Float64Array): Generator<number, Standing | null> {
    const dual = lightDual(blocks, terms, light, isHeavy, place);
    if (!dual.isPossible) return null;
    const own = from.slice();
    const epsilonKm = yield* findPrices(blocks, dual.terms, own, true);
    return { place, price: own, epsilonKm, cost: yield* lightCost(dual, own) };
  }
  let best = yield* standingAt(makeRoom(blocks, terms.km, price, isHeavy, assignment), price);
  const trials = Math.min(mostTrials, Math.floor(TRIAL_SCORES / (blocks.count * blocks.territoryCount)));
  const tried = new Set<string>();
  for (let trial = 0; best && trial < trials; trial++) {
    const wish = wishesAt(blocks, terms.km, isHeavy, best).find(
      (w) => !tried.has(`${w.block} ${w.territory}`),
    );
    if (!wish) break;
    tried.add(`${wish.block} ${wish.territory}`);
    const place = best.place.slice();
    place[wish.block] = wish.territory;
    const standing = yield* standingAt(place, best.price);
    if (standing && standing.cost < best.cost) best = standing;
  }
  return best;
}

/**
 * The relaxation shares heavy blocks out between territories; a plan cannot, and where one ends up shifts
 * more load than near-ties can make up for. So prices are found anew with the heavy blocks standing where a
 * plan has them, or better: at these the light ones come out even again.
 * @param assignment territory of each block in the plan
 * @param price of the relaxation; left as it is
 * @param mostTrials heavy blocks moved on trial, at most
 * @returns null where no block is heavy, or where they leave the light ones no plan
 */
export function* groundOfHeavy(
  blocks: Blocks,
  terms: DualTerms,
  price: Float64Array,
  assignment: Int32Array,
  mostTrials: number,
): Generator<number, Relaxed | null> {
  const isHeavy = heavyBlocks(blocks);
  if (!isHeavy.includes(1) || !isHeavy.includes(0)) return null;
  const standing = yield* placeHeavy(blocks, terms, isHeavy, price, assignment, mostTrials);
  if (!standing) return null;
  const { place, price: standingPrice, epsilonKm } = standing;
  const rounding = relaxedAt(blocks, terms, standingPrice, epsilonKm);
  let step = rounding.next();
  for (; !step.done; step = rounding.next()) yield 1;
  const rounded = step.value.rounded.map((territory, b) => (isHeavy[b] === 1 ? place[b]! : territory));
  return { ...step.value, rounded };
}

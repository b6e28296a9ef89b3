import type { Neighbours } from './adjacency';

/** Neighbours' colours closer than this (OKLab × 100) are nearly forbidden (design tokens). */
const CLOSE = 8;
/** Above this, more distance between neighbours gains nothing. */
const PLENTY = 22;
const SAME_COLOR_COST = 1e6;
const CLOSE_COST = 1e3;
/** One colour within two steps: the eye would take the two for one territory. */
const SECOND_STEP_COST = 40;
/** Uneven use of the palette. */
const USE_COST = 4;
const PASSES = 40;

/**
 * Colours territories so that neighbours always differ, are far apart for every kind of colour vision, and the
 * palette is used evenly. The same input gives the same colours.
 * @param neighbours which territories touch
 * @param distances between all pairs of palette colours, as colorDistances gives
 * @param fixed colours that stay, by territory; null where one is to be picked
 * @returns a palette index for each territory
 */
export function colorGraph(
  neighbours: Neighbours,
  distances: readonly (readonly number[])[],
  fixed: readonly (number | null)[],
): number[] {
  const count = neighbours.length;
  const colorCount = distances.length;
  const colors: number[] = Array.from({ length: count }, (_, k) => fixed[k] ?? -1);
  const uses = new Array<number>(colorCount).fill(0);
  for (const color of colors) if (color >= 0) uses[color]!++;
  const secondSteps = neighbours.map((list, k) => {
    const near = new Set([k, ...list]);
    return [...new Set(list.flatMap((n) => neighbours[n]!))].filter((candidate) => !near.has(candidate));
  });
  const costOf = (k: number, color: number): number => {
    let cost = uses[color]! * USE_COST;
    for (const n of neighbours[k]!) if (colors[n]! >= 0) cost += costOfPair(distances[color]![colors[n]!]!);
    for (const n of secondSteps[k]!) if (colors[n] === color) cost += SECOND_STEP_COST;
    return cost;
  };
  const pick = (k: number): number => {
    let best = 0;
    let bestCost = Infinity;
    for (let color = 0; color < colorCount; color++) {
      const cost = costOf(k, color);
      if (cost < bestCost) {
        best = color;
        bestCost = cost;
      }
    }
    return best;
  };
  const open = new Set(Array.from({ length: count }, (_, k) => k).filter((k) => fixed[k] === null));
  while (open.size > 0) {
    const k = mostConstrained(open, neighbours, colors);
    colors[k] = pick(k);
    uses[colors[k]]!++;
    open.delete(k);
  }
  const setColor = (k: number, color: number): void => {
    uses[colors[k]!]!--;
    colors[k] = color;
    uses[color]!++;
  };
  const repick = (k: number): void => {
    uses[colors[k]!]!--;
    colors[k] = pick(k);
    uses[colors[k]]!++;
  };
  const free = colors.map((_, k) => k).filter((k) => fixed[k] === null);
  const totalCost = (): number => colors.reduce((sum, color, k) => sum + costOf(k, color), 0);
  // Each one tries every colour, and its neighbours give way once: kept where the whole gets better.
  let cost = totalCost();
  for (let pass = 0, isChanged = true; pass < PASSES && isChanged; pass++) {
    isChanged = false;
    for (const k of free) {
      for (let color = 0; color < colorCount; color++) {
        const before = colors.slice();
        if (color === before[k]) continue;
        setColor(k, color);
        for (const n of neighbours[k]!) if (fixed[n] === null) repick(n);
        const after = totalCost();
        if (after < cost - 1e-9) {
          cost = after;
          isChanged = true;
        } else {
          for (const n of [k, ...neighbours[k]!]) setColor(n, before[n]!);
        }
      }
    }
  }
  return colors;
}

function costOfPair(distance: number): number {
  if (distance === 0) return SAME_COLOR_COST;
  if (distance < CLOSE) return CLOSE_COST * (1 + CLOSE - distance);
  return Math.max(0, PLENTY - distance);
}

/** The territory with the most coloured neighbours, of equals the one with the most neighbours (DSATUR). */
function mostConstrained(
  open: ReadonlySet<number>,
  neighbours: Neighbours,
  colors: readonly number[],
): number {
  let best = -1;
  let bestRank = -1;
  for (const k of open) {
    const seen = new Set(neighbours[k]!.map((n) => colors[n]!).filter((color) => color >= 0));
    const rank = seen.size * 4096 + neighbours[k]!.length;
    if (rank > bestRank) {
      best = k;
      bestRank = rank;
    }
  }
  return best;
}

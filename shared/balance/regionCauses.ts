import {
  measureName,
  type BalanceMeasure,
  type BalanceProblem,
  type BalanceReason,
  type ReasonNames,
} from './problem';
import { capacityShares } from './targets';

const MOST_NAMED = 50;
const NAMED_IN_TEXT = 3;
/** A territory this near to the edge of its corridor, as a share of the tolerance, has nothing to pass on. */
const AT_THE_EDGE = 0.8;

/** Load and target of each territory by one measure, in its own unit. */
function standing(problem: BalanceProblem, { values }: BalanceMeasure, assignment: Int32Array) {
  const shares = capacityShares(problem.territories.capacity);
  const load = new Float64Array(shares.length);
  let total = 0;
  assignment.forEach((j, unit) => {
    const value = values[unit]! > 0 && Number.isFinite(values[unit]!) ? values[unit]! : 0;
    total += value;
    if (j >= 0) load[j]! += value;
  });
  return { load, target: shares.map((share) => share * total) };
}

/** Territories that border each territory. */
function bordersOf(problem: BalanceProblem, assignment: Int32Array): Set<number>[] {
  const borders = Array.from({ length: problem.territories.capacity.length }, () => new Set<number>());
  const { offsets, neighbours } = problem.adjacency!;
  assignment.forEach((j, unit) => {
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at++) {
      const other = assignment[neighbours[at]!]!;
      if (j >= 0 && other >= 0 && other !== j) borders[j]!.add(other);
    }
  });
  return borders;
}

/** Bordering territories, from the first on, that are all as far off to the same side. */
function regionFrom(first: number, borders: readonly Set<number>[], isOff: (j: number) => boolean): number[] {
  const region = [first];
  const seen = new Set(region);
  for (let at = 0; at < region.length; at++) {
    for (const other of borders[region[at]!]!) {
      if (seen.has(other) || !isOff(other)) continue;
      seen.add(other);
      region.push(other);
    }
  }
  return region;
}

/**
 * Where connected territories stay out of tolerance and no certificate says why: the region round the worst one
 * in which all neighbours are as short, or as full, so that nothing can be passed on, and what holds it there.
 */
export function regionReasons(
  problem: BalanceProblem,
  assignment: Int32Array,
  names: ReasonNames,
): BalanceReason[] {
  if (!problem.adjacency) return [];
  for (const measure of problem.measures) {
    const { load, target } = standing(problem, measure, assignment);
    const off = load.map((value, j) => (target[j]! > 0 ? value / target[j]! - 1 : 0));
    const worst = off.reduce((found, value, j) => (Math.abs(value) > Math.abs(off[found]!) ? j : found), 0);
    if (!(Math.abs(off[worst]!) > measure.toleranceRatio + 1e-9)) continue;
    const sign = Math.sign(off[worst]!);
    const edge = AT_THE_EDGE * measure.toleranceRatio;
    const region = regionFrom(worst, bordersOf(problem, assignment), (j) => sign * off[j]! >= edge);
    const sum = (values: Float64Array): number => region.reduce((total, j) => total + values[j]!, 0);
    const share = `${((100 * sum(load)) / sum(target)).toFixed(1)}%`;
    const called = region.slice(0, NAMED_IN_TEXT).map((j) => names.territoryName(j));
    const more = region.length - called.length;
    const who = `${called.join(', ')}${more > 0 ? ` and ${more} more that border one another` : ''}`;
    const lockedUnits = [...assignment.keys()].filter(
      (unit) => (problem.locks?.[unit] ?? -1) >= 0 && region.includes(assignment[unit]!),
    );
    const held =
      lockedUnits.length === 1
        ? ' 1 locked unit holds them there.'
        : lockedUnits.length > 0
          ? ` ${lockedUnits.length} locked units hold them there.`
          : '';
    const lack = sign < 0 ? 'too little' : 'too much';
    const has = region.length === 1 ? 'has' : 'have';
    const text = `${who} ${has} ${share} of ${region.length === 1 ? 'its target' : 'their targets'} of ${measureName(measure)}${region.length === 1 ? '' : ' together'}, ${lack} for the tolerance or nearly so, and no way was found to carry the difference to where there is room.${held} ${lockedUnits.length > 0 ? 'Release locks there' : 'Change the number of territories or their capacities'}, or widen the tolerance.`;
    return [
      {
        code: 'region-off-target',
        text,
        unitIndices: lockedUnits.slice(0, MOST_NAMED),
        territoryIndices: region.slice(0, MOST_NAMED),
      },
    ];
  }
  return [];
}

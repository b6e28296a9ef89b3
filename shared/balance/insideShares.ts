import type { PlanState } from './planState';

/** Several measures at once are annealed this share of the half-width inside their corridors. */
const SHARE_INSIDE = 0.04;

/** A plan still out of its corridor is annealed again, each time farther inside: what is left to settle is less. */
const SHARES_OF_RESCUES = [0.15, 0.3, 0.5];

/**
 * How far inside the corridors each cooling goes, as shares of their half-widths.
 * @param isFinal the plan is the answer: coolings that rescue a plan out of its corridors come last
 */
export function sharesInside(starts: number, measureCount: number, isFinal: boolean): number[] {
  const usual = Array.from({ length: starts }, () => (measureCount > 1 ? SHARE_INSIDE : 0));
  return isFinal ? [...usual, ...SHARES_OF_RESCUES] : usual;
}

type Corridor = Pick<PlanState, 'lower' | 'upper'>;

/** The corridors made narrower by a share of their half-width on either side. */
export function narrowed({ lower, upper }: Corridor, share: number): Corridor {
  const cut = lower.map((value, at) => (share * (upper[at]! - value)) / 2);
  return {
    lower: lower.map((value, at) => value + cut[at]!),
    upper: upper.map((value, at) => value - cut[at]!),
  };
}

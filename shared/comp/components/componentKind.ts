import type { CompComponentKind, CompComponentOf } from '../../model/compComponent';
import type { Phrase } from '../phrase';

/**
 * Guard against binary noise in comparisons of ratios (0.6 × 0.96 + 0.4 × 0.81 must equal 0.9), yet small
 * enough that one cent under a quota of ten million (1e-9) is still under it.
 */
export const RATIO_NOISE = 1e-12;

/** Tolerance for comparing an amount with an edge derived from a quota: relative noise, and far below a cent. */
export function edgeNoise(edge: number): number {
  return Math.abs(edge) * RATIO_NOISE + 1e-9;
}

/**
 * What a component is priced on, for one measurement window. Reused and overwritten from call to call, so
 * that simulation allocates nothing; an evaluator keeps no reference to it.
 */
export interface ComponentInputs {
  /** Credited result after splits, in the measure's unit (cents, units, ratio). */
  credited: number;
  /** Quota or goal in the same unit; 0 = none. */
  quota: number;
  /** credited / quota; NaN = none. */
  attainment: number;
  /** Target incentive of this component for the window, cents. */
  targetCents: number;
  /** Of the whole window, for kickers: base + target incentive, and base alone; cents. */
  targetIncentiveCents: number;
  baseSalaryCents: number;
  /** The matrix's second attainment; NaN = none. */
  columnValue: number;
  /** Scores of objectives by id, 1 = fully met; null = take the attainment for all of them. */
  scores: Readonly<Record<string, number>> | null;
  /** Place among peers, 1 = first, and how many share it; 0 = not ranked. */
  rank: number;
  tiedCount: number;
  /** false: a linked accelerator's hurdle failed, and what is above the goal is paid at the base rate. */
  isAccelerated: boolean;
}

/** Receives the words of the rate or curve step. */
export interface RateTrace {
  rate(words: Phrase): void;
}

/** Prices one window: unrounded cents, before gate, multiplier and caps. */
export type ComponentEvaluator = (inputs: ComponentInputs, trace: RateTrace | null) => number;

/** A place in a component's sentence: plain words, or a field that can be edited where it stands. */
export type SentencePart =
  | { text: string }
  | {
      /** Path of the field in the component, e.g. ['points', 0, 'x']. */
      path: readonly (string | number)[];
      value: string | number | null;
      unit: 'ratio' | 'money' | 'number' | 'factor' | 'choice' | 'text';
      choices?: readonly { value: string; label: string }[];
    };

/** All there is to know about one kind of component. */
export interface ComponentKind<K extends CompComponentKind> {
  kind: K;
  /** Its name in the menu of kinds. */
  label: string;
  /** Compiles the settings once; the evaluator is called millions of times. */
  prepare(component: CompComponentOf<K>): ComponentEvaluator;
  /** The component in words, with its fields in place. */
  sentence(component: CompComponentOf<K>): SentencePart[];
  /** Attainments where the payout bends or jumps; `quota` in the measure's unit. */
  bends(component: CompComponentOf<K>, quota: number): number[];
}

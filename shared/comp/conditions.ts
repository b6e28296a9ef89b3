import type { CompSubject } from '../model/compComponent';
import type { CompCondition, CompGate, CompMultiplier } from '../model/compPlan';
import { RATIO_NOISE } from './components/componentKind';
import type { PlanState } from './planState';

type LinkedAccelerator = Extract<CompCondition, { kind: 'linkedAccelerator' }>;

/** What a condition looks at, its component found once by position; −1 = no component of the plan. */
export interface PreparedSubject {
  subject: CompSubject;
  index: number;
}

/** A gate or linked accelerator with its subjects found. */
export interface PreparedHurdle {
  hurdle: CompGate | LinkedAccelerator;
  subjects: readonly PreparedSubject[];
}

/** A multiplier with its subject found. */
export interface PreparedMultiplier {
  multiplier: CompMultiplier;
  subject: PreparedSubject;
}

/** Finds the component that a subject names. */
export function prepareSubject(subject: CompSubject, indexOf: ReadonlyMap<string, number>): PreparedSubject {
  return { subject, index: 'componentId' in subject ? (indexOf.get(subject.componentId) ?? -1) : -1 };
}

/** The value a condition looks at; NaN where there is none. */
export function subjectValue({ subject, index }: PreparedSubject, state: PlanState): number {
  switch (subject.kind) {
    case 'attainment':
      return index < 0 ? NaN : state.components[index]!.inputs.attainment;
    case 'yearAttainment':
      return index < 0 ? NaN : state.components[index]!.yearAttainment;
    case 'weightedAttainment':
      return state.weightedAttainment();
    case 'measure':
      return state.measures[subject.measure] ?? NaN;
  }
}

/** Whether a value reaches a threshold, binary noise aside; no value reaches nothing. */
export function reaches(value: number, comparator: 'atLeast' | 'moreThan', threshold: number): boolean {
  const noise = Math.max(1, Math.abs(threshold)) * RATIO_NOISE;
  return comparator === 'atLeast' ? value >= threshold - noise : value > threshold + noise;
}

/** Whether every subject of every gate (or linked accelerator) reaches its threshold. */
export function areHurdlesMet(hurdles: readonly PreparedHurdle[], state: PlanState): boolean {
  for (let i = 0; i < hurdles.length; i++) {
    const { hurdle, subjects } = hurdles[i]!;
    for (let s = 0; s < subjects.length; s++) {
      if (!reaches(subjectValue(subjects[s]!, state), hurdle.comparator, hurdle.thresholdRatio)) return false;
    }
  }
  return true;
}

/** Factor of the band that a value falls in; 1 where there is no value or no band. */
export function multiplierFactor(
  multiplier: Pick<CompMultiplier, 'bands' | 'comparator'>,
  value: number,
): number {
  if (Number.isNaN(value)) return 1;
  for (const band of multiplier.bands) {
    const isAbove = band.from === null || reaches(value, multiplier.comparator, band.from);
    const isBelow = band.to === null || !reaches(value, multiplier.comparator, band.to);
    if (isAbove && isBelow) return band.factor;
  }
  return 1;
}

/** All multipliers of a component together. */
export function combinedFactor(multipliers: readonly PreparedMultiplier[], state: PlanState): number {
  let product = 1;
  for (let i = 0; i < multipliers.length; i++) {
    const { multiplier, subject } = multipliers[i]!;
    product *= multiplierFactor(multiplier, subjectValue(subject, state));
  }
  return product;
}

import type { CompSubject } from '../model/compComponent';
import type { CompCondition, CompMultiplier } from '../model/compPlan';
import { RATIO_NOISE } from './components/componentKind';

/** Where conditions read their subjects from; NaN = none. */
export interface SubjectSource {
  attainmentOf(componentId: string): number;
  yearAttainmentOf(componentId: string): number;
  weightedAttainment(): number;
  measure(name: string): number;
}

/** The value a condition looks at; NaN where there is none. */
export function subjectValue(subject: CompSubject, source: SubjectSource): number {
  switch (subject.kind) {
    case 'attainment':
      return source.attainmentOf(subject.componentId);
    case 'yearAttainment':
      return source.yearAttainmentOf(subject.componentId);
    case 'weightedAttainment':
      return source.weightedAttainment();
    case 'measure':
      return source.measure(subject.measure);
  }
}

type Hurdle = Exclude<CompCondition, CompMultiplier>;

/** Whether a value reaches a threshold, binary noise aside; no value reaches nothing. */
export function reaches(value: number, comparator: 'atLeast' | 'moreThan', threshold: number): boolean {
  const noise = Math.max(1, Math.abs(threshold)) * RATIO_NOISE;
  return comparator === 'atLeast' ? value >= threshold - noise : value > threshold + noise;
}

/** Whether every subject of every gate (or linked accelerator) reaches its threshold. */
export function areHurdlesMet(hurdles: readonly Hurdle[], source: SubjectSource): boolean {
  for (const hurdle of hurdles) {
    for (const subject of hurdle.subjects) {
      if (!reaches(subjectValue(subject, source), hurdle.comparator, hurdle.thresholdRatio)) return false;
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
export function combinedFactor(multipliers: readonly CompMultiplier[], source: SubjectSource): number {
  let product = 1;
  for (const each of multipliers) product *= multiplierFactor(each, subjectValue(each.subject, source));
  return product;
}

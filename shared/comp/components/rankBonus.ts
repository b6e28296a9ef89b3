import type { CompComponent } from '../../model/compComponent';
import { count, money } from '../phrase';
import type { ComponentInputs, ComponentKind, RateTrace, SentencePart } from './componentKind';

/** Prizes by place, and what those tied get. */
export interface Contest {
  readonly prizesCents: readonly number[];
  readonly ties: 'share' | 'full';
}

/** The contest that a component pays by place among peers: a rank bonus, or a SPIF that is one; null for others. */
export function contestOf(component: CompComponent): Contest | null {
  if (component.kind === 'rankBonus') return component;
  return component.kind === 'spif' && component.award.kind === 'contest' ? component.award : null;
}

/** What a contest pays at the rep's place, cents, with its words. */
export function payContest(
  { prizesCents, ties }: Contest,
  inputs: ComponentInputs,
  trace: RateTrace | null,
): number {
  const cents = prizeCents(prizesCents, ties, inputs.rank, inputs.tiedCount);
  trace?.rate(
    inputs.rank >= 1
      ? [
          'Place ',
          count(inputs.rank),
          ...(inputs.tiedCount > 1 ? [' shared by ', count(inputs.tiedCount)] : []),
          ': ',
          money(cents),
        ]
      : ['Not ranked'],
  );
  return cents;
}

/** A contest in words, its fields at a path of the component. */
export function contestSentence(
  { prizesCents, ties }: Contest,
  measure: string,
  path: readonly string[],
): SentencePart[] {
  return [
    { text: 'Pay the best by ' },
    { path: ['measure'], value: measure, unit: 'choice' },
    { text: ': ' },
    ...prizesCents.flatMap((cents, i): SentencePart[] => [
      { path: [...path, 'prizesCents', i], value: cents, unit: 'money' },
      { text: i === prizesCents.length - 1 ? '; ' : ', ' },
    ]),
    { text: 'those tied ' },
    {
      path: [...path, 'ties'],
      value: ties,
      unit: 'choice',
      choices: [
        { value: 'share', label: 'share the prizes of their places' },
        { value: 'full', label: 'each take the prize of their place' },
      ],
    },
    { text: '.' },
  ];
}

/**
 * Prize of a place, cents. `share`: those tied share the sum of the prizes of the places they occupy;
 * `full`: each takes the prize of the place they hold.
 */
export function prizeCents(
  prizesCents: readonly number[],
  ties: 'share' | 'full',
  rank: number,
  tiedCount: number,
): number {
  if (!(rank >= 1)) return 0;
  if (ties === 'full') return prizesCents[rank - 1] ?? 0;
  let sum = 0;
  for (let place = rank; place < rank + tiedCount; place++) sum += prizesCents[place - 1] ?? 0;
  return sum / Math.max(1, tiedCount);
}

/** A place among peers: rank 1 = highest score; equal scores share a rank (1, 2, 2, 4). */
export interface Place {
  rank: number;
  tiedCount: number;
}

/** Places of all, in the order given; a missing score (NaN) has rank 0 and wins nothing. */
export function placesOf(scores: readonly number[]): Place[] {
  return scores.map((score) => {
    if (Number.isNaN(score)) return { rank: 0, tiedCount: 0 };
    let above = 0;
    let equal = 0;
    for (const other of scores) {
      if (Math.abs(other - score) <= 1e-12 * Math.max(1, Math.abs(score))) equal++;
      else if (other > score) above++;
    }
    return { rank: above + 1, tiedCount: equal };
  });
}

/** Prizes by rank among peers. */
export const rankBonusKind: ComponentKind<'rankBonus'> = {
  kind: 'rankBonus',
  label: 'Rank bonus',
  prepare: (component) => (inputs, trace) => payContest(component, inputs, trace),
  sentence: (component) => contestSentence(component, component.measure, []),
  bends: () => [],
};

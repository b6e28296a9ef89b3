import { count, money } from '../phrase';
import type { ComponentKind, SentencePart } from './componentKind';

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
  prepare(component) {
    return (inputs, trace) => {
      const cents = prizeCents(component.prizesCents, component.ties, inputs.rank, inputs.tiedCount);
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
    };
  },
  sentence(component) {
    return [
      { text: 'Pay the best by ' },
      { path: ['measure'], value: component.measure, unit: 'choice' },
      { text: ': ' },
      ...component.prizesCents.flatMap((cents, i): SentencePart[] => [
        { path: ['prizesCents', i], value: cents, unit: 'money' },
        { text: i === component.prizesCents.length - 1 ? '; ' : ', ' },
      ]),
      { text: 'those tied ' },
      {
        path: ['ties'],
        value: component.ties,
        unit: 'choice',
        choices: [
          { value: 'share', label: 'share the prizes of their places' },
          { value: 'full', label: 'each take the prize of their place' },
        ],
      },
      { text: '.' },
    ];
  },
  bends: () => [],
};

import type { CompComponentOf } from '../../model/compComponent';
import { count, inUnit, money, ratio, type Phrase } from '../phrase';
import { edgeNoise, type ComponentKind, type SentencePart } from './componentKind';
import { contestSentence, payContest } from './rankBonus';

type PerUnit = Extract<CompComponentOf<'spif'>['award'], { kind: 'perUnit' }>;

/** Cents for a number of units: each band's units at its amount, or all units at that of the band reached. */
export function unitAwardCents(award: PerUnit, units: number, say?: (words: Phrase) => void): number {
  let cents = 0;
  let reached: PerUnit['bands'][number] | null = null;
  for (const band of award.bands) {
    if (units < band.first - 1e-9) continue;
    reached = band;
    if (award.how === 'retroactive') continue;
    // Both ends are in: the band 4 to 6 holds three units.
    const inBand = Math.min(units, band.last ?? Infinity) - band.first + 1;
    cents += inBand * band.cents;
    say?.([count(inBand), ' × ', money(band.cents)]);
  }
  if (award.how === 'retroactive' && reached !== null) {
    cents = units * reached.cents;
    say?.(['All ', count(units), ' × ', money(reached.cents)]);
  }
  return cents;
}

/** A short-term incentive: an amount for reaching a number, cents a unit in bands, a share of sales, or a contest. */
export const spifKind: ComponentKind<'spif'> = {
  kind: 'spif',
  label: 'SPIF',
  prepare(component) {
    const { award, measureUnit } = component;
    return (inputs, trace) => {
      if (award.kind === 'perUnit') {
        return unitAwardCents(award, inputs.credited, trace ? (words) => trace.rate(words) : undefined);
      }
      if (award.kind === 'contest') return payContest(award, inputs, trace);
      if (award.kind === 'share') {
        trace?.rate([ratio(award.ratio), ' of ', inUnit(measureUnit, inputs.credited)]);
        return inputs.credited * award.ratio;
      }
      const isReached = inputs.credited >= award.atLeast - edgeNoise(award.atLeast);
      trace?.rate([
        inUnit(measureUnit, inputs.credited),
        isReached ? ' reaches ' : ' is below ',
        inUnit(measureUnit, award.atLeast),
      ]);
      return isReached ? award.cents : 0;
    };
  },
  sentence(component) {
    const { award } = component;
    if (award.kind === 'contest') return contestSentence(award, component.measure, ['award']);
    const measure = { path: ['measure'], value: component.measure, unit: 'choice' } as const;
    if (award.kind === 'share') {
      return [
        { text: 'Pay ' },
        { path: ['award', 'ratio'], value: award.ratio, unit: 'ratio' },
        { text: ' of ' },
        measure,
        { text: ', on top of target incentive.' },
      ];
    }
    if (award.kind === 'amount') {
      return [
        { text: 'Pay ' },
        { path: ['award', 'cents'], value: award.cents, unit: 'money' },
        { text: ' for reaching ' },
        {
          path: ['award', 'atLeast'],
          value: award.atLeast,
          unit: component.measureUnit === 'count' ? 'number' : component.measureUnit,
        },
        { text: ' of ' },
        measure,
        { text: ', on top of target incentive.' },
      ];
    }
    return [
      { text: 'Pay for each of ' },
      measure,
      { text: ': ' },
      ...award.bands.flatMap((band, i): SentencePart[] => [
        { path: ['award', 'bands', i, 'cents'], value: band.cents, unit: 'money' },
        { text: ' from the ' },
        { path: ['award', 'bands', i, 'first'], value: band.first, unit: 'number' },
        { text: i === award.bands.length - 1 ? '. on; ' : '. on, ' },
      ]),
      {
        path: ['award', 'how'],
        value: award.how,
        unit: 'choice',
        choices: [
          { value: 'marginal', label: 'each unit at its own amount' },
          { value: 'retroactive', label: 'all units at the amount reached' },
        ],
      },
      { text: '.' },
    ];
  },
  bends: (component, quota) =>
    component.award.kind === 'amount' && quota > 0 ? [component.award.atLeast / quota] : [],
};

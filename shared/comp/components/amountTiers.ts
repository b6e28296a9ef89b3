import { inUnit, money } from '../phrase';
import type { ComponentKind, SentencePart } from './componentKind';
import { targetWords } from './sentenceParts';

/** Bands that each hold a sum of money: full ones pay it whole, the one reached in proportion to how full it is. */
export const amountTiersKind: ComponentKind<'amountTiers'> = {
  kind: 'amountTiers',
  label: 'Amounts by band',
  prepare(component) {
    const tiers = [...component.tiers].sort((a, b) => a.from - b.from);
    return (inputs, trace) => {
      let cents = 0;
      for (const tier of tiers) {
        const width = tier.to - tier.from;
        const filled = Math.min(Math.max(inputs.credited - tier.from, 0), width);
        if (!(filled > 0)) continue;
        cents += (tier.amountCents * filled) / width;
        trace?.rate([
          inUnit(component.measureUnit, filled),
          ' of ',
          inUnit(component.measureUnit, width),
          ' fills that part of ',
          money(tier.amountCents),
        ]);
      }
      return cents;
    };
  },
  sentence(component) {
    const edge = component.measureUnit === 'count' ? 'number' : component.measureUnit;
    return [
      ...targetWords(component),
      { text: 'Bands pay as they fill: ' },
      ...component.tiers.flatMap((tier, i): SentencePart[] => [
        { path: ['tiers', i, 'amountCents'], value: tier.amountCents, unit: 'money' },
        { text: ' from ' },
        { path: ['tiers', i, 'from'], value: tier.from, unit: edge },
        { text: ' to ' },
        { path: ['tiers', i, 'to'], value: tier.to, unit: edge },
        { text: i === component.tiers.length - 1 ? '.' : ', ' },
      ]),
    ];
  },
  bends: (component, quota) =>
    quota > 0 ? component.tiers.flatMap((tier) => [tier.from / quota, tier.to / quota]) : [],
};

import { count, factor, inUnit, money, ratio } from '../phrase';
import type { ComponentKind } from './componentKind';
import { goalWords } from './sentenceParts';

/** One rate on all that is credited: a share of it, cents a unit, or a multiple of the base rate TI / Q. */
export const flatKind: ComponentKind<'flat'> = {
  kind: 'flat',
  label: 'Flat rate',
  prepare(component) {
    const { rate, measureUnit } = component;
    return (inputs, trace) => {
      if (rate.kind === 'base') {
        const base = inputs.quota > 0 ? inputs.targetCents / inputs.quota : 0;
        trace?.rate([
          inUnit(measureUnit, inputs.credited),
          ' at ',
          factor(rate.multiple),
          ' the base rate of ',
          measureUnit === 'money' ? ratio(base) : money(base),
        ]);
        return inputs.credited * base * rate.multiple;
      }
      const each = rate.kind === 'share' ? rate.ratio : rate.cents;
      trace?.rate(
        rate.kind === 'share'
          ? [ratio(each), ' of ', inUnit(measureUnit, inputs.credited)]
          : [money(each), ' × ', count(inputs.credited)],
      );
      return inputs.credited * each;
    };
  },
  sentence(component) {
    const { rate } = component;
    if (rate.kind === 'base') {
      return [
        { text: 'Pay ' },
        { path: ['rate', 'multiple'], value: rate.multiple, unit: 'factor' },
        { text: ' the base rate on ' },
        ...goalWords(component),
        { text: '.' },
      ];
    }
    return [
      { text: 'Pay ' },
      rate.kind === 'share'
        ? { path: ['rate', 'ratio'], value: rate.ratio, unit: 'ratio' }
        : { path: ['rate', 'cents'], value: rate.cents, unit: 'money' },
      { text: rate.kind === 'share' ? ' of ' : ' for each of ' },
      { path: ['measure'], value: component.measure, unit: 'choice' },
      { text: '.' },
    ];
  },
  bends: () => [],
};

import type { CompComponentOf } from '../../model/compComponent';
import { factor, inUnit, money, ratio, type Figure } from '../phrase';
import {
  edgeNoise,
  type ComponentInputs,
  type ComponentKind,
  type RateTrace,
  type SentencePart,
} from './componentKind';
import { targetWords } from './sentenceParts';

type Tiers = CompComponentOf<'tiers'>;

/** The table as typed arrays, edges still in the table's basis. */
interface Table {
  component: Tiers;
  size: number;
  from: Float64Array;
  to: Float64Array;
  rate: Float64Array;
  retroactive: Uint8Array;
}

/** Edges are scaled by this to the measure's unit: the quota for attainment edges. */
const edgeScale = (table: Table, inputs: ComponentInputs) =>
  table.component.basis === 'attainment' ? inputs.quota : 1;

/** What one unit of volume is worth at a rate of 1: the base rate TI / Q for multiples, else 1. */
function rateUnit(component: Tiers, inputs: ComponentInputs): number {
  if (component.rateOf !== 'base') return 1;
  if (component.baseRateRatio !== null) return component.baseRateRatio;
  return inputs.quota > 0 ? inputs.targetCents / inputs.quota : 0;
}

/**
 * How many tiers count: all, or those that begin below the goal when a linked accelerator's hurdle failed
 * (the last of them then has no upper end).
 */
function tiersInForce(table: Table, inputs: ComponentInputs, scale: number): number {
  if (inputs.isAccelerated) return table.size;
  let size = 0;
  while (size < table.size && table.from[size]! * scale < inputs.quota - edgeNoise(inputs.quota)) size++;
  return Math.max(1, size);
}

/** The tier a volume falls in, by its lower edge; −1 = below the first. */
function tierAt(table: Table, inForce: number, scale: number, volume: number): number {
  const isUpper = table.component.tie === 'upper';
  let index = -1;
  for (let i = 0; i < inForce; i++) {
    const edge = table.from[i]! * scale;
    const noise = edgeNoise(edge);
    if (isUpper ? volume >= edge - noise : volume > edge + noise) index = i;
    else if (i === 0 && edge <= noise) index = 0;
  }
  return index;
}

function rateFigure(component: Tiers, rate: number): Figure {
  if (component.rateOf === 'base') return factor(rate);
  return component.rateOf === 'share' ? ratio(rate) : money(rate);
}

/** The short way through a marginal table without re-rating bands: what simulation asks for millions of times. */
function plainMarginal(table: Table, inputs: ComponentInputs): number {
  const scale = edgeScale(table, inputs);
  const unit = rateUnit(table.component, inputs);
  const { credited } = inputs;
  const { from, to, rate } = table;
  let cents = 0;
  for (let i = 0; i < table.size; i++) {
    const low = from[i]! * scale;
    if (credited <= low) break;
    const high = to[i]! * scale;
    cents += ((credited < high ? credited : high) - low) * rate[i]! * unit;
  }
  return cents;
}

/** Each band's volume at its rate; a band marked retroactive re-rates all below it once it is reached. */
function marginal(table: Table, inputs: ComponentInputs, trace: RateTrace | null): number {
  const { component } = table;
  const scale = edgeScale(table, inputs);
  const unit = rateUnit(component, inputs);
  const inForce = tiersInForce(table, inputs, scale);
  const reached = tierAt(table, inForce, scale, inputs.credited);
  let first = 0;
  for (let i = 0; i <= reached; i++) if (table.retroactive[i]) first = i;
  let cents = 0;
  for (let i = first; i < inForce && i <= Math.max(reached, 0); i++) {
    const isOpen = i === inForce - 1 && inForce < table.size;
    const low = i === first && table.retroactive[i] ? table.from[0]! * scale : table.from[i]! * scale;
    const high = isOpen ? Infinity : table.to[i]! * scale;
    // Returns can make the volume negative: they are taken back at the first band's rate.
    const volume =
      inputs.credited < 0 && i === 0 ? inputs.credited : Math.max(0, Math.min(inputs.credited, high) - low);
    cents += volume * table.rate[i]! * unit;
    trace?.rate([
      inUnit(component.measureUnit, volume),
      ' at ',
      rateFigure(component, table.rate[i]!),
      component.rateOf === 'base' ? ' the base rate' : '',
    ]);
  }
  return cents;
}

/** All volume at the rate of the band reached. */
function retroactive(table: Table, inputs: ComponentInputs, trace: RateTrace | null): number {
  const { component } = table;
  const scale = edgeScale(table, inputs);
  const reached = tierAt(table, tiersInForce(table, inputs, scale), scale, inputs.credited);
  const tier = inputs.credited < 0 ? 0 : reached;
  if (tier < 0) {
    trace?.rate(['Below the first tier']);
    return 0;
  }
  trace?.rate([
    'All of ',
    inUnit(component.measureUnit, inputs.credited),
    ' at ',
    rateFigure(component, table.rate[tier]!),
    component.rateOf === 'base' ? ' the base rate' : '',
  ]);
  return inputs.credited * table.rate[tier]! * rateUnit(component, inputs);
}

/** Base rate up to quota, all overage at the rate of the highest tier reached. */
function overageAtHighest(table: Table, inputs: ComponentInputs, trace: RateTrace | null): number {
  const { component, rate, from } = table;
  const scale = edgeScale(table, inputs);
  const inForce = tiersInForce(table, inputs, scale);
  const isBaseTier = from[0]! * scale < inputs.quota - edgeNoise(inputs.quota);
  const unit = rateUnit(component, inputs);
  // A table of shares without a band below quota falls back on the base rate itself.
  const fallback =
    component.rateOf === 'base'
      ? unit
      : (component.baseRateRatio ?? (inputs.quota > 0 ? inputs.targetCents / inputs.quota : 0));
  const baseRate = isBaseTier ? rate[0]! * unit : fallback;
  const upTo = Math.min(inputs.credited, inputs.quota);
  const over = Math.max(0, inputs.credited - inputs.quota);
  const reached = inputs.isAccelerated ? tierAt(table, inForce, scale, inputs.credited) : -1;
  const overRate = reached < 0 ? baseRate : rate[reached]! * unit;
  trace?.rate([inUnit(component.measureUnit, upTo), ' at the base rate']);
  if (over > 0) {
    trace?.rate([
      inUnit(component.measureUnit, over),
      ' over quota at ',
      reached < 0 ? 'the base rate' : rateFigure(component, rate[reached]!),
    ]);
  }
  return upTo * baseRate + over * overRate;
}

const howEvaluate = { marginal, retroactive, overageAtHighest };

const howChoices = [
  { value: 'marginal', label: 'Each band at its rate (marginal)' },
  { value: 'retroactive', label: 'All volume at the rate reached (retroactive)' },
  { value: 'overageAtHighest', label: 'All overage at the highest tier' },
] as const;

/** Rates by band: marginal, retroactive (also for one tier), overage at highest tier. */
export const tiersKind: ComponentKind<'tiers'> = {
  kind: 'tiers',
  label: 'Rate tiers',
  prepare(component) {
    const tiers = [...component.tiers].sort((a, b) => a.from - b.from);
    const table: Table = {
      component,
      size: tiers.length,
      from: Float64Array.from(tiers, (tier) => tier.from),
      to: Float64Array.from(tiers, (tier) => tier.to ?? Infinity),
      rate: Float64Array.from(tiers, (tier) => tier.rate),
      retroactive: Uint8Array.from(tiers, (tier) => (tier.isRetroactive ? 1 : 0)),
    };
    const evaluate = howEvaluate[component.how];
    const isPlain = component.how === 'marginal' && tiers.every((tier) => !tier.isRetroactive);
    return (inputs, trace) => {
      if (!Number.isFinite(inputs.credited)) return 0;
      if (component.basis === 'attainment' && !(inputs.quota > 0)) {
        trace?.rate(['No quota, so no attainment']);
        return 0;
      }
      return isPlain && trace === null && inputs.isAccelerated && inputs.credited >= 0
        ? plainMarginal(table, inputs)
        : evaluate(table, inputs, trace);
    };
  },
  sentence(component) {
    const edgeUnit = component.basis === 'attainment' ? 'ratio' : unitOf(component.measureUnit);
    const rateUnitName = { base: 'factor', share: 'ratio', perUnit: 'money' } as const;
    return [
      ...targetWords(component),
      { path: ['how'], value: component.how, unit: 'choice', choices: howChoices },
      { text: ': ' },
      ...component.tiers.flatMap((tier, i): SentencePart[] => [
        { path: ['tiers', i, 'rate'], value: tier.rate, unit: rateUnitName[component.rateOf] },
        { text: component.rateOf === 'base' ? ' the base rate from ' : ' from ' },
        { path: ['tiers', i, 'from'], value: tier.from, unit: edgeUnit },
        ...(tier.to === null
          ? [{ text: ' on' }]
          : [{ text: ' to ' }, { path: ['tiers', i, 'to'], value: tier.to, unit: edgeUnit }]),
        { text: i === component.tiers.length - 1 ? '.' : ', ' },
      ]),
    ];
  },
  bends(component, quota) {
    const scale = component.basis === 'attainment' ? 1 : quota > 0 ? 1 / quota : 0;
    return component.tiers.flatMap((tier) =>
      tier.to === null ? [tier.from * scale] : [tier.from * scale, tier.to * scale],
    );
  },
};

function unitOf(unit: 'money' | 'count' | 'ratio'): 'money' | 'number' | 'ratio' {
  return unit === 'count' ? 'number' : unit;
}

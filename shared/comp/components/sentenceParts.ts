import type { CompComponent } from '../../model/compComponent';
import type { SentencePart } from './componentKind';

/** "bookings against quota": the measure, and what it is held against. */
export function goalWords(component: CompComponent): SentencePart[] {
  const goal: SentencePart =
    component.goal.kind === 'quota'
      ? { path: ['goal', 'kind'], value: 'quota', unit: 'choice', choices: goalChoices }
      : {
          path: ['goal', 'value'],
          value: component.goal.value,
          unit: component.measureUnit === 'count' ? 'number' : component.measureUnit,
        };
  return [{ path: ['measure'], value: component.measure, unit: 'choice' }, { text: ' against ' }, goal];
}

const goalChoices = [
  { value: 'quota', label: 'quota' },
  { value: 'value', label: 'a goal of the plan' },
] as const;

const spanChoices = [
  { value: 'month', label: 'the month' },
  { value: 'quarter', label: 'the quarter' },
  { value: 'year', label: 'the year' },
] as const;

const payChoices = [
  { value: 'month', label: 'monthly' },
  { value: 'quarter', label: 'quarterly' },
  { value: 'year', label: 'yearly' },
] as const;

/** ", over the year, paid monthly with year-to-date true-up" */
export function timingWords(component: CompComponent): SentencePart[] {
  const { measuredOver, paidEvery } = component.timing;
  return [
    { text: ', over ' },
    { path: ['timing', 'measuredOver'], value: measuredOver, unit: 'choice', choices: spanChoices },
    { text: ', paid ' },
    { path: ['timing', 'paidEvery'], value: paidEvery, unit: 'choice', choices: payChoices },
    { text: measuredOver === paidEvery ? '' : ' with year-to-date true-up' },
  ];
}

/** "Pay 70% of target incentive on bookings against quota, over the year, paid monthly …" */
export function targetWords(component: CompComponent): SentencePart[] {
  return [
    { text: 'Pay ' },
    { path: ['targetShareRatio'], value: component.targetShareRatio, unit: 'ratio' },
    { text: ' of target incentive on ' },
    ...goalWords(component),
    ...timingWords(component),
    { text: '. ' },
  ];
}

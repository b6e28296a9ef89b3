import type { CompComponent } from '../../../shared/model/compComponent';
import { kindSettings } from './kindSettings';
import { choicesOf, type SettingField, type SettingGroup } from './settingField';
import type { CompPlan } from '../../../shared/model/compPlan';
import type { FieldUnit } from './fieldText';

const MEASURE_UNITS = choicesOf({ money: 'money', count: 'a number', ratio: 'a percentage' });
const GOALS = choicesOf({ quota: 'quota', value: 'a goal of the plan' });
const CREDITING = choicesOf({
  own: 'own results',
  collective: 'the team’s results together',
  eachRep: 'each report priced alone, then added',
  meanAttainment: 'the mean of the reports’ attainments',
});
const SPANS = choicesOf({ month: 'the month', quarter: 'the quarter', year: 'the year' });
const PAID = choicesOf({ month: 'monthly', quarter: 'quarterly', year: 'yearly' });
const ATTAINMENT_OF = choicesOf({ toDate: 'quota to date', whole: 'the whole quota of the window' });
const NEGATIVE = choicesOf({ carry: 'carried against later pay', payBack: 'paid back at once' });
const CAPS = choicesOf({ none: 'no cap', amount: 'an amount', ofTarget: 'a share of its target' });

/** How a measure's value is typed. */
export function measureFieldUnit(unit: CompComponent['measureUnit']): FieldUnit {
  return unit === 'count' ? 'number' : unit;
}

/** Every setting of a component but its lists, by name. Paths are those that `editComponent` takes. */
export function componentSettings(
  component: CompComponent,
  plan: CompPlan,
  measureNames: readonly string[],
): SettingGroup[] {
  return [
    { title: 'Pays on', fields: paysOn(component, measureNames) },
    { title: 'How it pays', fields: kindSettings(component, plan, measureNames) },
    { title: 'When', fields: whenFields(component) },
    { title: 'Cap, holdback, instalments', fields: termFields(component) },
  ].filter((group) => group.fields.length > 0);
}

function paysOn(component: CompComponent, measureNames: readonly string[]): SettingField[] {
  const { goal } = component;
  return [
    {
      label: 'Share of target incentive',
      path: ['targetShareRatio'],
      value: component.targetShareRatio,
      unit: 'ratio',
    },
    {
      label: 'Measure',
      path: ['measure'],
      value: component.measure,
      unit: 'text',
      choices: measureNames.map((name) => ({ value: name, label: name })),
      isOpenChoice: true,
    },
    {
      label: 'Measured in',
      path: ['measureUnit'],
      value: component.measureUnit,
      unit: 'choice',
      choices: MEASURE_UNITS,
    },
    { label: 'Against', path: ['goal', 'kind'], value: goal.kind, unit: 'choice', choices: GOALS },
    ...(goal.kind === 'value'
      ? [
          {
            label: 'Goal',
            path: ['goal', 'value'],
            value: goal.value,
            unit: measureFieldUnit(component.measureUnit),
          },
        ]
      : []),
    { label: 'Credits', path: ['crediting'], value: component.crediting, unit: 'choice', choices: CREDITING },
  ];
}

function whenFields({ timing }: CompComponent): SettingField[] {
  const { measuredOver, paidEvery } = timing;
  return [
    {
      label: 'Measured over',
      path: ['timing', 'measuredOver'],
      value: measuredOver,
      unit: 'choice',
      choices: SPANS,
    },
    { label: 'Paid', path: ['timing', 'paidEvery'], value: paidEvery, unit: 'choice', choices: PAID },
    ...(measuredOver === paidEvery
      ? []
      : ([
          {
            label: 'Attainment of',
            path: ['timing', 'attainmentOf'],
            value: timing.attainmentOf,
            unit: 'choice',
            choices: ATTAINMENT_OF,
          },
          {
            label: 'A negative due is',
            path: ['timing', 'negativeDue'],
            value: timing.negativeDue,
            unit: 'choice',
            choices: NEGATIVE,
          },
        ] satisfies SettingField[])),
  ];
}

function termFields({ cap, holdbackRatio, instalments }: CompComponent): SettingField[] {
  return [
    {
      label: 'Component cap',
      path: ['cap', 'kind'],
      value: cap?.kind ?? 'none',
      unit: 'choice',
      choices: CAPS,
    },
    ...(cap?.kind === 'amount'
      ? [{ label: 'At most', path: ['cap', 'cents'], value: cap.cents, unit: 'money' } as const]
      : []),
    ...(cap?.kind === 'ofTarget'
      ? [{ label: 'At most', path: ['cap', 'ratio'], value: cap.ratio, unit: 'ratio' } as const]
      : []),
    { label: 'Held back until released', path: ['holdbackRatio'], value: holdbackRatio, unit: 'ratio' },
    { label: 'Instalments', path: ['instalments'], value: instalments, unit: 'number' },
  ];
}

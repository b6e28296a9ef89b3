import type { CompComponent } from '../../../shared/model/compComponent';
import type { CompPlan } from '../../../shared/model/compPlan';
import { choicesOf, type SettingField } from './settingField';
import { subjectChoices, subjectCode } from './subjectChoice';

const TIERS = choicesOf({
  marginal: 'marginal: each band at its rate',
  retroactive: 'retroactive: all volume at the rate reached',
  overageAtHighest: 'overage at highest tier',
});
const BASES = choicesOf({ attainment: 'attainment', amount: 'the measure itself' });
const RATES = choicesOf({
  base: 'multiples of the base rate',
  share: 'shares of what is credited',
  perUnit: 'an amount a unit',
});
const BASE_RATES = choicesOf({ target: 'target incentive / quota', given: 'a rate of the plan' });
const TIES = choicesOf({ upper: 'the upper tier', lower: 'the lower tier' });
const POINT_TIES = choicesOf({ upper: 'reaches it', lower: 'has not reached it yet' });
const CELL_TIES = choicesOf({ upper: 'the upper cell', lower: 'the lower cell' });
const PROCESSING = choicesOf({
  accumulated: 'accumulated over the window',
  perTransaction: 'each deal alone, from tier 1',
});
const AXES = choicesOf({ attainment: 'attainment', value: 'the measure itself' });
const SHAPES = choicesOf({ linear: 'lines between points', step: 'steps' });
const ABOVE = choicesOf({ cap: 'stays at the last point', extend: 'goes on at the last slope' });
const FLAT_RATES = choicesOf({
  base: 'a multiple of the base rate',
  share: 'a share of what is credited',
  perUnit: 'an amount a unit',
});
const AWARDS = choicesOf({
  amount: 'an amount for reaching a number',
  perUnit: 'an amount a unit',
  share: 'a share of sales',
  contest: 'a contest: prizes by place',
});
const UNIT_BANDS = choicesOf({
  marginal: 'each unit at its own amount',
  retroactive: 'all units at the amount reached',
});
const KICKER_OF = choicesOf({
  targetIncentive: 'target incentive',
  ote: 'OTE',
  baseSalary: 'base salary',
  amount: 'an amount',
});
const STACKING = choicesOf({ cumulative: 'each one reached', highest: 'only the highest' });
const RANK_TIES = choicesOf({
  share: 'share the prizes of their places',
  full: 'each take the prize of their place',
});
const CELLS = choicesOf({ step: 'the cell reached', linear: 'between cells, in proportion' });

/** The settings that only one kind of component has; lists of tiers, points and so on are `componentRows`. */
export function kindSettings(
  component: CompComponent,
  plan: CompPlan,
  measureNames: readonly string[],
): SettingField[] {
  const choice = (
    label: string,
    path: readonly string[],
    value: string,
    choices: SettingField['choices'] & object,
  ): SettingField => ({ label, path, value, unit: 'choice', choices });
  switch (component.kind) {
    case 'flat':
      return [choice('Rate is', ['rate', 'kind'], component.rate.kind, FLAT_RATES), flatRate(component.rate)];
    case 'tiers':
      return [
        choice('Tiers are', ['how'], component.how, TIERS),
        choice('Tiers by', ['basis'], component.basis, BASES),
        choice('Rates are', ['rateOf'], component.rateOf, RATES),
        ...(component.rateOf === 'base'
          ? [
              choice(
                'Base rate is',
                ['baseRate', 'kind'],
                component.baseRateRatio === null ? 'target' : 'given',
                BASE_RATES,
              ),
            ]
          : []),
        ...(component.rateOf === 'base' && component.baseRateRatio !== null
          ? [
              {
                label: 'Base rate',
                path: ['baseRateRatio'],
                value: component.baseRateRatio,
                unit: 'ratio',
              } as const,
            ]
          : []),
        choice('On an edge', ['tie'], component.tie, TIES),
        choice('Deals are', ['processing'], component.processing, PROCESSING),
      ];
    case 'amountTiers':
      return [choice('Deals are', ['processing'], component.processing, PROCESSING)];
    case 'curve':
      return [
        choice('Curve by', ['axis'], component.axis, AXES),
        choice('Between points', ['shape'], component.shape, SHAPES),
        choice('Exactly on a point', ['tie'], component.tie, POINT_TIES),
        { label: 'Below the first point', path: ['belowRatio'], value: component.belowRatio, unit: 'ratio' },
        choice('Above the last', ['above'], component.above, ABOVE),
      ];
    case 'matrix':
      return [
        choice('Columns by', ['column', 'code'], subjectCode(component.column), subjectChoices(plan)),
        ...(component.column.kind === 'measure'
          ? [
              {
                label: 'Measure of the columns',
                path: ['column', 'measure'],
                value: component.column.measure,
                unit: 'text',
                choices: measureNames.map((name) => ({ value: name, label: name })),
                isOpenChoice: true,
              } as const,
            ]
          : []),
        choice('Pays', ['shape'], component.shape, CELLS),
        choice('On an edge', ['tie'], component.tie, CELL_TIES),
        { label: 'Below the table', path: ['belowRatio'], value: component.belowRatio, unit: 'ratio' },
      ];
    case 'objectives':
      return [
        {
          label: 'A score counts up to',
          path: ['maxScoreRatio'],
          value: component.maxScoreRatio,
          unit: 'ratio',
        },
      ];
    case 'rankBonus':
      return [choice('Those tied', ['ties'], component.ties, RANK_TIES)];
    case 'spif':
      return [choice('Pays', ['award', 'kind'], component.award.kind, AWARDS), ...awardFields(component)];
    case 'kicker':
      return [
        choice('Bonus of', ['of'], component.of, KICKER_OF),
        choice('Pays', ['stacking'], component.stacking, STACKING),
      ];
  }
}

function flatRate(rate: Extract<CompComponent, { kind: 'flat' }>['rate']): SettingField {
  switch (rate.kind) {
    case 'base':
      return { label: 'Multiple', path: ['rate', 'multiple'], value: rate.multiple, unit: 'factor' };
    case 'share':
      return { label: 'Share', path: ['rate', 'ratio'], value: rate.ratio, unit: 'ratio' };
    case 'perUnit':
      return { label: 'A unit', path: ['rate', 'cents'], value: rate.cents, unit: 'money' };
  }
}

function awardFields({ award, measureUnit }: Extract<CompComponent, { kind: 'spif' }>): SettingField[] {
  switch (award.kind) {
    case 'amount':
      return [
        { label: 'Amount', path: ['award', 'cents'], value: award.cents, unit: 'money' },
        {
          label: 'For reaching',
          path: ['award', 'atLeast'],
          value: award.atLeast,
          unit: measureUnit === 'count' ? 'number' : measureUnit,
        },
      ];
    case 'contest':
      return [
        {
          label: 'Those tied',
          path: ['award', 'ties'],
          value: award.ties,
          unit: 'choice',
          choices: RANK_TIES,
        },
      ];
    case 'share':
      return [{ label: 'Share', path: ['award', 'ratio'], value: award.ratio, unit: 'ratio' }];
    case 'perUnit':
      return [
        {
          label: 'Units',
          path: ['award', 'how'],
          value: award.how,
          unit: 'choice',
          choices: UNIT_BANDS,
        },
      ];
  }
}

import type { CompComponentOf } from '../../model/compComponent';
import { money, ratio } from '../phrase';
import { RATIO_NOISE, type ComponentInputs, type ComponentKind, type SentencePart } from './componentKind';

const ofChoices = [
  { value: 'ote', label: 'OTE' },
  { value: 'targetIncentive', label: 'target incentive' },
  { value: 'baseSalary', label: 'base salary' },
  { value: 'amount', label: 'a fixed amount' },
] as const;

function wholeCents(of: CompComponentOf<'kicker'>['of'], inputs: ComponentInputs): number {
  if (of === 'amount') return 1;
  if (of === 'ote') return inputs.baseSalaryCents + inputs.targetIncentiveCents;
  return of === 'baseSalary' ? inputs.baseSalaryCents : inputs.targetIncentiveCents;
}

/** A bonus on reaching milestones of attainment: each one reached is paid, or the highest alone. */
export const kickerKind: ComponentKind<'kicker'> = {
  kind: 'kicker',
  label: 'Kicker',
  prepare(component) {
    const milestones = [...component.milestones].sort((a, b) => a.attainment - b.attainment);
    return (inputs, trace) => {
      const whole = wholeCents(component.of, inputs);
      let cents = 0;
      for (const milestone of milestones) {
        if (!(inputs.attainment >= milestone.attainment - RATIO_NOISE)) continue;
        const bonus = milestone.pays * whole;
        cents = component.stacking === 'cumulative' ? cents + bonus : bonus;
        trace?.rate([ratio(milestone.attainment), ' reached: ', money(bonus)]);
      }
      if (cents === 0) trace?.rate(['No milestone reached']);
      return cents;
    };
  },
  sentence(component) {
    return [
      { text: 'Pay a bonus of ' },
      { path: ['of'], value: component.of, unit: 'choice', choices: ofChoices },
      { text: ': ' },
      ...component.milestones.flatMap((milestone, i): SentencePart[] => [
        {
          path: ['milestones', i, 'pays'],
          value: milestone.pays,
          unit: component.of === 'amount' ? 'money' : 'ratio',
        },
        { text: ' at ' },
        { path: ['milestones', i, 'attainment'], value: milestone.attainment, unit: 'ratio' },
        { text: i === component.milestones.length - 1 ? '; ' : ', ' },
      ]),
      {
        path: ['stacking'],
        value: component.stacking,
        unit: 'choice',
        choices: [
          { value: 'cumulative', label: 'each one reached is paid' },
          { value: 'highest', label: 'only the highest is paid' },
        ],
      },
      { text: '.' },
    ];
  },
  bends: (component) => component.milestones.map((milestone) => milestone.attainment),
};

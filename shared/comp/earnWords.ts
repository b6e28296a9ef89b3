import type { CompSubject } from '../model/compComponent';
import { multiplierFactor, subjectValue } from './conditions';
import type { PayPeriodInputs, PayoutStep, PayoutStepName, PayoutTrace } from './payTypes';
import { count, factor, inUnit, money, ratio, type Figure, type Phrase } from './phrase';
import type { ComponentState, PlanState } from './planState';
import type { PreparedComponent, PreparedPlan } from './preparePlan';

/** Says of a component that there is nothing to price in a period. */
export function sayNoResult(target: PreparedComponent, period: PayPeriodInputs, trace: PayoutTrace): void {
  const { id, name } = target.component;
  const say = recorder(trace, period.period, id);
  say(
    'credit',
    'none',
    [[`No result for ${name} in ${period.period} or before it, so it pays nothing`]],
    false,
  );
}

/** A sale that counts for a rep who is not there, such as one that closes after the last day. */
function awayWords({ activeRatio }: PayPeriodInputs, credit: number): Phrase[] {
  if (activeRatio !== 0 || credit === 0) return [];
  return [['Credited while the rep was not there: before the start, after the end or on leave']];
}

function noQuotaWords({ component }: PreparedComponent, { activeRatio }: PayPeriodInputs): string {
  if (activeRatio === 0) return 'The rep was not there, so there is no quota, and attainment is none';
  if (component.measureUnit === 'money') return 'No quota, so attainment is none';
  return `No quota for ${component.measure}, so attainment is none: give it in a column "quota" of the results`;
}

/** ", 41 deals" where the credit came deal by deal. */
function dealWords({ deals }: ComponentState): Phrase {
  return deals === null ? [] : [', ', count(deals.length), deals.length === 1 ? ' deal' : ' deals'];
}

type Say = (step: PayoutStepName, value: Figure | string, words: Phrase[], hasEffect: boolean) => void;

/** Writes steps of one period (and component, or the plan's own) to a trace. */
export function recorder(trace: PayoutTrace, period: string, componentId: string | null): Say {
  return (step, value, words, hasEffect) => {
    const entry: PayoutStep = { step, period, componentId, value, words, hasEffect };
    trace.steps.push(entry);
  };
}

/** Credit, splits and attainment of a component; where there is no quota, why. */
export function sayCredit(
  target: PreparedComponent,
  own: ComponentState,
  period: PayPeriodInputs,
  say: Say,
): void {
  const { measureUnit, name, measure } = target.component;
  const { inputs } = own;
  const credit = inputs.credited + own.splitAway;
  say(
    'credit',
    inUnit(measureUnit, credit),
    [[own.source ?? `${name}: ${measure} credited`, ...dealWords(own)], ...awayWords(period, credit)],
    credit !== 0,
  );
  say(
    'splits',
    inUnit(measureUnit, -own.splitAway),
    [[own.splitAway === 0 ? 'Nothing shared' : 'Shared with others']],
    own.splitAway !== 0,
  );
  const isNone = Number.isNaN(inputs.attainment);
  say(
    'attainment',
    isNone ? 'none' : ratio(inputs.attainment),
    [
      isNone
        ? [noQuotaWords(target, period)]
        : [inUnit(measureUnit, inputs.credited), ' / quota ', inUnit(measureUnit, inputs.quota)],
    ],
    !isNone,
  );
}

/** What a condition looks at, by name: a component's, or a measure's. */
export function subjectName(subject: CompSubject, prepared: PreparedPlan): string {
  if (subject.kind === 'measure') return subject.measure;
  if (subject.kind === 'weightedAttainment') return 'Weighted attainment';
  const index = prepared.indexOf.get(subject.componentId);
  const name = index === undefined ? subject.componentId : prepared.components[index]!.component.name;
  return subject.kind === 'yearAttainment' ? `${name} of the year` : name;
}

const comparatorWords = { atLeast: ' at least ', moreThan: ' more than ' };

export function sayGates(
  prepared: PreparedPlan,
  target: PreparedComponent,
  state: PlanState,
  isOpen: boolean,
  say: Say,
): void {
  const words = [...target.gates, ...target.links].flatMap(({ hurdle, subjects }) =>
    subjects.map((found): Phrase => {
      const value = subjectValue(found, state);
      return [
        hurdle.kind === 'linkedAccelerator' ? 'For accelerated rates: ' : '',
        subjectName(found.subject, prepared),
        ' ',
        ...(Number.isNaN(value) ? ['has no result yet'] : [ratio(value)]),
        ', asked for',
        comparatorWords[hurdle.comparator],
        ratio(hurdle.thresholdRatio),
      ];
    }),
  );
  const hasGate = words.length > 0;
  say('gate', !isOpen ? 'failed' : hasGate ? 'passed' : 'none', hasGate ? words : [['No gate']], hasGate);
}

export function sayMultipliers(
  prepared: PreparedPlan,
  target: PreparedComponent,
  state: PlanState,
  effectCents: number,
  say: Say,
): void {
  const words = target.multipliers.map(({ multiplier, subject }): Phrase => {
    const value = subjectValue(subject, state);
    return [
      subjectName(subject.subject, prepared),
      ' ',
      Number.isNaN(value) ? 'has no result yet' : ratio(value),
      ': ',
      factor(multiplierFactor(multiplier, value)),
    ];
  });
  say('multiplier', money(effectCents), words.length > 0 ? words : [['No multiplier']], effectCents !== 0);
}

/** @param effectCents what the one rounding of the component added or took, cents; at most half of the step */
export function sayRounding(stepCents: number, effectCents: number, say: Say): void {
  const isToTheCent = stepCents === 1;
  say(
    'rounding',
    money(isToTheCent ? 0 : effectCents),
    [isToTheCent ? ['To the cent, half away from zero'] : ['To a multiple of ', money(stepCents)]],
    !isToTheCent && effectCents !== 0,
  );
}

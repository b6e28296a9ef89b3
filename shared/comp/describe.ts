import type { CompSubject } from '../model/compComponent';
import type { CompCondition, CompPlan } from '../model/compPlan';
import type { SentencePart } from './components/componentKind';
import { componentSentence } from './components/registry';
import { payoutSteps, type PayoutStep, type PayoutStepName } from './payTypes';
import { phraseText, type FigureFormat } from './phrase';

/** Names of the 13 steps, as "why this number?" and the printed order show them. */
export const payoutStepNames: Readonly<Record<PayoutStepName, string>> = {
  credit: 'Credit',
  splits: 'Splits',
  attainment: 'Attainment',
  rate: 'Rate or curve',
  gate: 'Gate',
  multiplier: 'Multiplier',
  dealCap: 'Deal cap',
  componentCap: 'Component cap',
  sum: 'Sum',
  totalCap: 'Total cap',
  draw: 'Draw',
  trueUp: 'Clawback, true-up',
  rounding: 'Rounding',
};

/** The order of operations as one line, to be printed on a plan. */
export const orderOfOperations = payoutSteps.map((step) => payoutStepNames[step].toLowerCase()).join(' → ');

/** A step's line of words, figures printed. */
export function stepText(step: PayoutStep, format: FigureFormat): string {
  return step.words.map((line) => phraseText(line, format)).join('; ');
}

/** What stands at the right of a step. */
export function stepValueText(step: PayoutStep, format: FigureFormat): string {
  return typeof step.value === 'string' ? step.value : phraseText([step.value], format);
}

const comparators = [
  { value: 'atLeast', label: 'at least' },
  { value: 'moreThan', label: 'more than' },
] as const;

const text = (words: string): SentencePart => ({ text: words });

/** Names of the components a condition acts on. */
function actedOn(condition: CompCondition, plan: CompPlan): string {
  if (condition.appliesTo === null) return 'all components';
  const names = condition.appliesTo.map(
    (id) => plan.components.find((component) => component.id === id)?.name ?? id,
  );
  const last = names.pop();
  return names.length === 0 ? (last ?? 'nothing') : `${names.join(', ')} and ${last!}`;
}

function subjectWords(
  subject: CompSubject,
  path: readonly (string | number)[],
  plan: CompPlan,
): SentencePart {
  if (subject.kind === 'weightedAttainment') return text('weighted attainment');
  if (subject.kind === 'measure') {
    return { path: [...path, 'measure'], value: subject.measure, unit: 'text' };
  }
  const choices = plan.components.map(({ id, name }) => ({ value: id, label: name }));
  return { path: [...path, 'componentId'], value: subject.componentId, unit: 'choice', choices };
}

/** A condition as a sentence of words and fields; paths are within the condition. */
export function conditionSentence(condition: CompCondition, plan: CompPlan): SentencePart[] {
  const comparator: SentencePart = {
    path: ['comparator'],
    value: condition.comparator,
    unit: 'choice',
    choices: comparators,
  };
  if (condition.kind === 'multiplier') {
    return [
      text(`Multiply pay of ${actedOn(condition, plan)} by `),
      ...condition.bands.flatMap((band, i): SentencePart[] => [
        { path: ['bands', i, 'factor'], value: band.factor, unit: 'factor' },
        ...(band.from === null
          ? [text(' below '), { path: ['bands', i, 'to'], value: band.to, unit: 'ratio' } as const]
          : [
              text(i === 0 ? ' from ' : ' where it is '),
              ...(i === 0 ? [] : [comparator, text(' ')]),
              { path: ['bands', i, 'from'], value: band.from, unit: 'ratio' } as const,
            ]),
        text(i === condition.bands.length - 1 ? ' of ' : ', '),
      ]),
      subjectWords(condition.subject, ['subject'], plan),
      text('.'),
    ];
  }
  const isGate = condition.kind === 'gate';
  return [
    text(
      isGate
        ? `Pay ${actedOn(condition, plan)} only when `
        : `Pay accelerated rates on ${actedOn(condition, plan)} only when `,
    ),
    ...condition.subjects.flatMap((subject, i): SentencePart[] => [
      ...(i === 0 ? [] : [text(' and ')]),
      subjectWords(subject, ['subjects', i], plan),
    ]),
    text(condition.subjects.length === 1 ? ' reaches ' : ' each reach '),
    comparator,
    text(' '),
    { path: ['thresholdRatio'], value: condition.thresholdRatio, unit: 'ratio' },
    text(isGate ? '.' : '; else the base rate holds.'),
  ];
}

/** Caps as a sentence; paths are within the plan. A cap that is not set is left out. */
export function capsSentence(plan: CompPlan): SentencePart[] {
  const { dealCents, totalCents, totalOfTargetRatio } = plan.caps;
  const caps: SentencePart[][] = [];
  if (dealCents !== null) {
    caps.push([text('one deal at '), { path: ['caps', 'dealCents'], value: dealCents, unit: 'money' }]);
  }
  if (totalCents !== null) {
    caps.push([text('all pay at '), { path: ['caps', 'totalCents'], value: totalCents, unit: 'money' }]);
  }
  if (totalOfTargetRatio !== null) {
    caps.push([
      text('all pay at '),
      { path: ['caps', 'totalOfTargetRatio'], value: totalOfTargetRatio, unit: 'ratio' },
      text(' of target incentive'),
    ]);
  }
  if (caps.length === 0) return [text('No cap on a deal or on all pay.')];
  return [text('Cap '), ...caps.flatMap((cap, i) => (i === 0 ? cap : [text(', and '), ...cap])), text('.')];
}

const drawChoices = [
  { value: 'recoverable', label: 'recoverable' },
  { value: 'nonRecoverable', label: 'not recoverable' },
  { value: 'forgivenAtEnd', label: 'forgiven at the end' },
] as const;

/** Draw and guarantee as a sentence; paths are within the plan. */
export function drawSentence(plan: CompPlan): SentencePart[] {
  const parts: SentencePart[] = [];
  const { draw, guarantee } = plan;
  if (guarantee !== null) {
    parts.push(
      text('New hires are sure of '),
      { path: ['guarantee', 'ofTargetRatio'], value: guarantee.ofTargetRatio, unit: 'ratio' },
      text(' of target incentive for '),
      { path: ['guarantee', 'months'], value: guarantee.months, unit: 'number' },
      text(' months. '),
    );
  }
  if (draw === null) return parts.length > 0 ? [...parts, text(WHOLE_MONTHS)] : [text('No draw.')];
  parts.push(
    text(draw.isNewHiresOnly ? 'New hires draw ' : 'Everyone draws '),
    { path: ['draw', 'amountCents'], value: draw.amountCents, unit: 'money' },
    text(' a month'),
  );
  if (draw.months !== null) {
    parts.push(
      text(' for '),
      { path: ['draw', 'months'], value: draw.months, unit: 'number' },
      text(' months'),
    );
  }
  parts.push(text(', '), { path: ['draw', 'kind'], value: draw.kind, unit: 'choice', choices: drawChoices });
  if (draw.kind !== 'nonRecoverable') {
    parts.push(
      text(' at '),
      { path: ['draw', 'recoveryRatio'], value: draw.recoveryRatio, unit: 'ratio' },
      text(' of what is earned above it'),
    );
  }
  return [...parts, text(`. ${WHOLE_MONTHS}`)];
}

/** Draws and guarantees are for calendar months (shared/comp/draw): days don't prorate them. */
const WHOLE_MONTHS = 'A month that a rep is there for a part of counts whole.';

/** Clawback as a sentence; paths are within the plan. */
export function clawbackSentence(plan: CompPlan): SentencePart[] {
  const { clawback } = plan;
  if (clawback === null) return [text('Nothing is clawed back.')];
  if (clawback.kind === 'prorated') {
    return [
      text('A cancelled deal gives back its commission for what is left of '),
      { path: ['clawback', 'termMonths'], value: clawback.termMonths, unit: 'number' },
      text(' months.'),
    ];
  }
  return [
    text('A cancelled deal gives back '),
    { path: ['clawback', 'recoveryRatio'], value: clawback.recoveryRatio, unit: 'ratio' },
    text(' of its commission'),
    ...(clawback.termMonths === null
      ? []
      : [
          text(' within '),
          { path: ['clawback', 'termMonths'], value: clawback.termMonths, unit: 'number' } as const,
          text(' months'),
        ]),
    text('.'),
  ];
}

/** A sentence as plain text, fields printed by their unit: for statements, exports and screen readers. */
export function sentenceText(parts: readonly SentencePart[], format: FigureFormat): string {
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      if (typeof part.value !== 'number') {
        return part.choices?.find((choice) => choice.value === part.value)?.label ?? String(part.value ?? '');
      }
      if (part.unit === 'money') return format.money(part.value);
      if (part.unit === 'ratio') return format.ratio(part.value);
      return part.unit === 'factor' ? format.factor(part.value) : format.number(part.value);
    })
    .join('');
}

/** A whole plan in sentences, in the order it pays. */
export function planText(plan: CompPlan, format: FigureFormat): string[] {
  return [
    ...plan.components.map(
      (component) => `${component.name}: ${sentenceText(componentSentence(component), format)}`,
    ),
    ...plan.conditions.map(
      (condition) => `${condition.name}: ${sentenceText(conditionSentence(condition, plan), format)}`,
    ),
    sentenceText(capsSentence(plan), format),
    sentenceText(drawSentence(plan), format),
    sentenceText(clawbackSentence(plan), format),
  ];
}

import type { CompCondition, CompPlan } from '../../../shared/model/compPlan';
import { choicesOf, type SettingField, type SettingGroup, type SettingRows } from './settingField';
import { subjectChoices, subjectCode } from './subjectChoice';
import type { CompSubject } from '../../../shared/model/compComponent';

const COMPARATORS = choicesOf({ atLeast: 'at least', moreThan: 'more than' });

/** Every setting of a condition but its lists. Paths are those that `editCondition` takes. */
export function conditionSettings(
  condition: CompCondition,
  plan: CompPlan,
  measureNames: readonly string[],
): SettingGroup[] {
  const comparator: SettingField = {
    label: condition.kind === 'multiplier' ? 'An edge is reached by' : 'Each must reach',
    path: ['comparator'],
    value: condition.comparator,
    unit: 'choice',
    choices: COMPARATORS,
  };
  if (condition.kind === 'multiplier') {
    const fields = subjectFields('Looks at', condition.subject, ['subject'], plan, measureNames);
    return [{ title: 'When', fields: [...fields, comparator] }];
  }
  const threshold: SettingField = {
    label: 'Threshold',
    path: ['thresholdRatio'],
    value: condition.thresholdRatio,
    unit: 'ratio',
  };
  return [{ title: 'When', fields: [comparator, threshold] }];
}

/** What a condition looks at, or the bands of a multiplier, as rows. */
export function conditionRows(
  condition: CompCondition,
  plan: CompPlan,
  measureNames: readonly string[],
): SettingRows {
  if (condition.kind === 'multiplier') {
    return {
      title: 'Bands',
      part: 'band',
      columns: ['From', 'To', 'Pay times'],
      rows: condition.bands.map((band, at) => [
        { label: `Band ${at + 1} from`, path: ['bands', at, 'from'], value: band.from, unit: 'ratio' },
        { label: `Band ${at + 1} to`, path: ['bands', at, 'to'], value: band.to, unit: 'ratio' },
        {
          label: `Factor of band ${at + 1}`,
          path: ['bands', at, 'factor'],
          value: band.factor,
          unit: 'factor',
        },
      ]),
    };
  }
  return {
    title: 'Looks at',
    part: 'measure',
    columns: ['Each of these'],
    rows: condition.subjects.map((subject, at) =>
      subjectFields(`Measure ${at + 1}`, subject, ['subjects', at], plan, measureNames),
    ),
  };
}

function subjectFields(
  label: string,
  subject: CompSubject,
  path: readonly (string | number)[],
  plan: CompPlan,
  measureNames: readonly string[],
): SettingField[] {
  const code: SettingField = {
    label,
    path: [...path, 'code'],
    value: subjectCode(subject),
    unit: 'choice',
    choices: subjectChoices(plan),
  };
  if (subject.kind !== 'measure') return [code];
  return [
    code,
    {
      label: `${label}: which`,
      path: [...path, 'measure'],
      value: subject.measure,
      unit: 'text',
      choices: measureNames.map((name) => ({ value: name, label: name })),
      isOpenChoice: true,
    },
  ];
}

/** A condition with one more measure to look at, or one more band. */
export function withConditionRow(condition: CompCondition, plan: CompPlan): CompCondition {
  if (condition.kind === 'multiplier') {
    const last = condition.bands.at(-1)!;
    const edge = Number(((last.to ?? (last.from ?? 0) + 0.2) || 0.2).toFixed(4));
    const bands = [...condition.bands.slice(0, -1), { ...last, to: edge }, { ...last, from: edge, to: null }];
    return { ...condition, bands };
  }
  const looked = new Set(condition.subjects.map(subjectCode));
  const free = plan.components.find((each) => !looked.has(`attainment ${each.id}`)) ?? plan.components[0];
  if (!free) return condition;
  return {
    ...condition,
    subjects: [...condition.subjects, { kind: 'attainment', componentId: free.id }],
  };
}

/** A condition without one of them; null where it is the only one. */
export function withoutConditionRow(condition: CompCondition, at: number): CompCondition | null {
  if (condition.kind !== 'multiplier') {
    return condition.subjects.length < 2
      ? null
      : { ...condition, subjects: condition.subjects.toSpliced(at, 1) };
  }
  if (condition.bands.length < 2) return null;
  const gone = condition.bands[at]!;
  const bands = condition.bands.toSpliced(at, 1);
  const before = bands[at - 1];
  if (before) bands[at - 1] = { ...before, to: gone.to };
  else bands[0] = { ...bands[0]!, from: gone.from };
  return { ...condition, bands };
}

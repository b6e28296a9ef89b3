import type { CompSubject } from '../../../shared/model/compComponent';
import type { CompPlan } from '../../../shared/model/compPlan';
import type { FieldChoice } from './SentenceField';

const SEPARATOR = ' ';

/** A subject as one choice: "attainment bookings", "weightedAttainment", "measure". */
export function subjectCode(subject: CompSubject): string {
  return 'componentId' in subject ? `${subject.kind}${SEPARATOR}${subject.componentId}` : subject.kind;
}

/** All that a condition or a matrix can look at in a plan. */
export function subjectChoices(plan: CompPlan): FieldChoice[] {
  return [
    ...plan.components.map(({ id, name }) => ({
      value: `attainment${SEPARATOR}${id}`,
      label: `attainment of ${name}`,
    })),
    ...plan.components.map(({ id, name }) => ({
      value: `yearAttainment${SEPARATOR}${id}`,
      label: `year’s attainment of ${name}`,
    })),
    { value: 'weightedAttainment', label: 'weighted attainment' },
    { value: 'measure', label: 'another measure' },
  ];
}

/** What a condition or matrix looks at, in words: "attainment of Bookings", or a measure's name. */
export function subjectText(subject: CompSubject, plan: CompPlan): string {
  if (subject.kind === 'measure') return subject.measure;
  const code = subjectCode(subject);
  return subjectChoices(plan).find(({ value }) => value === code)?.label ?? 'what the plan no longer has';
}

/** The subject that a choice stands for; one that looks at a measure keeps the measure it had. */
export function subjectOfCode(code: string, before: CompSubject): CompSubject {
  const at = code.indexOf(SEPARATOR);
  const [kind, componentId] = at < 0 ? [code, ''] : [code.slice(0, at), code.slice(at + 1)];
  if (kind === 'attainment' || kind === 'yearAttainment') return { kind, componentId };
  if (kind === 'weightedAttainment') return { kind };
  return before.kind === 'measure' ? before : { kind: 'measure', measure: 'gross margin' };
}

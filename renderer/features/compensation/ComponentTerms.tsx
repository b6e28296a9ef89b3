import type { SentencePart } from '../../../shared/comp/components/componentKind';
import type { CompComponent } from '../../../shared/model/compComponent';
import { check, type EditResult } from './editComponent';
import type { FieldPath } from './setAt';
import { Sentence } from './Sentence';

/** Whose results count, cap, holdback and instalments of a component, in words; nothing where it has none of them. */
export function ComponentTerms({
  component,
  onSave,
}: {
  readonly component: CompComponent;
  readonly onSave: (edited: EditResult) => string | null;
}) {
  const parts = termsSentence(component);
  if (parts.length === 0) return null;
  return (
    <Sentence
      context={component.name}
      parts={parts}
      measureNames={[]}
      onSet={(path, value) => onSave(setTerm(component, path, value))}
    />
  );
}

/** Whose results a component counts, where they are not the rep's own. */
const CREDITED: Readonly<Record<CompComponent['crediting'], string | null>> = {
  own: null,
  collective: 'Counts the team’s results together.',
  eachRep: 'Prices each report alone and adds up.',
  meanAttainment: 'Counts the mean of the reports’ attainments.',
};

/** "Pays at most 200% of target. 10% is held back. Paid in 2 instalments." */
export function termsSentence(component: CompComponent): SentencePart[] {
  const parts: SentencePart[] = [];
  const { cap } = component;
  const crediting = CREDITED[component.crediting];
  if (crediting !== null) parts.push({ text: `${crediting} ` });
  if ('processing' in component && component.processing === 'perTransaction') {
    parts.push({ text: 'Each deal alone begins at the first tier. ' });
  }
  if (cap?.kind === 'amount') {
    parts.push(
      { text: 'At most ' },
      { path: ['cap', 'cents'], value: cap.cents, unit: 'money' },
      { text: '. ' },
    );
  }
  if (cap?.kind === 'ofTarget') {
    parts.push(
      { text: 'At most ' },
      { path: ['cap', 'ratio'], value: cap.ratio, unit: 'ratio' },
      { text: ' of its target. ' },
    );
  }
  if (component.holdbackRatio > 0) {
    parts.push(
      { path: ['holdbackRatio'], value: component.holdbackRatio, unit: 'ratio' },
      { text: ' is held back until released. ' },
    );
  }
  if (component.instalments > 1) {
    parts.push(
      { text: 'Paid in ' },
      { path: ['instalments'], value: component.instalments, unit: 'number' },
      { text: ' instalments.' },
    );
  }
  return parts;
}

function setTerm(component: CompComponent, path: FieldPath, value: string | number | null): EditResult {
  const draft = structuredClone(component);
  if (typeof value !== 'number') return { ok: false, message: 'Type a number.' };
  if (path[0] === 'cap' && draft.cap?.kind === 'amount') draft.cap.cents = value;
  if (path[0] === 'cap' && draft.cap?.kind === 'ofTarget') draft.cap.ratio = value;
  if (path[0] === 'holdbackRatio') draft.holdbackRatio = value;
  if (path[0] === 'instalments') draft.instalments = value;
  return check(draft);
}

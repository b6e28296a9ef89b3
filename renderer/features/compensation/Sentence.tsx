import type { SentencePart } from '../../../shared/comp/components/componentKind';
import type { FieldPath } from './setAt';
import classes from './Sentence.module.css';
import { SentenceField, type FieldChoice } from './SentenceField';

interface SentenceProps {
  readonly context: string;
  readonly parts: readonly SentencePart[];
  /** What may be picked where a sentence names a measure. */
  readonly measureNames: readonly string[];
  readonly onSet: (path: FieldPath, value: string | number | null) => string | null;
}

/** A rule in words, with every field in it editable in place. */
export function Sentence({ context, parts, measureNames, onSet }: SentenceProps) {
  return (
    <p className={classes.sentence}>
      {parts.map((part, index) => {
        if ('text' in part) return <span key={index}>{part.text}</span>;
        const choices: readonly FieldChoice[] | undefined =
          part.choices ??
          (part.unit === 'choice' || part.unit === 'text'
            ? measureNames.map((name) => ({ value: name, label: name }))
            : undefined);
        return (
          <SentenceField
            key={`${index} ${part.path.join('.')}`}
            context={context}
            value={part.value}
            unit={part.unit}
            {...(choices ? { choices } : {})}
            isOpenChoice={part.choices === undefined}
            onSet={(value) => onSet(part.path, value)}
          />
        );
      })}
    </p>
  );
}

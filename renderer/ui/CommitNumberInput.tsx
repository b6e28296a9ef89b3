import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';

interface CommitNumberInputProps extends Omit<
  NumberInputProps,
  'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'defaultValue'
> {
  /** Null shows an empty field. */
  readonly value: number | null;
  /** Called once the figure is done with: on Enter or on leaving the field. Null where it was emptied. */
  readonly onCommit: (value: number | null) => void;
}

/** A figure that counts when it is done with, so that typing it is one edit. Esc takes the typing back. */
export function CommitNumberInput({ value, onCommit, ...props }: CommitNumberInputProps) {
  const [draft, setDraft] = useState<number | string | null>(null);

  function commit(): void {
    if (draft === null) return;
    setDraft(null);
    const typed = typeof draft === 'number' ? draft : Number.parseFloat(draft);
    const next = draft === '' ? null : Number.isFinite(typed) ? typed : value;
    if (next !== value) onCommit(next);
  }

  return (
    <NumberInput
      hideControls
      thousandSeparator=","
      clampBehavior="blur"
      {...props}
      value={draft ?? value ?? ''}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key !== 'Escape' || draft === null) return;
        event.stopPropagation();
        setDraft(null);
      }}
    />
  );
}

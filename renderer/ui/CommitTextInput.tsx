import { TextInput, type TextInputProps } from '@mantine/core';

interface CommitTextInputProps extends Omit<
  TextInputProps,
  'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'onKeyDown'
> {
  readonly value: string;
  /** Called once the text is done with: on Enter or on leaving the field, and only where it is another. */
  readonly onCommit: (value: string) => void;
}

/** A text, or a date with type="date", that counts when it is done with. Esc takes the typing back. */
export function CommitTextInput({ value, onCommit, ...props }: CommitTextInputProps) {
  const commit = (field: HTMLInputElement) => {
    const typed = field.value.trim();
    if (typed !== value) onCommit(typed);
    // What was refused stands as it was.
    field.value = value;
  };
  return (
    <TextInput
      key={value}
      {...props}
      defaultValue={value}
      onBlur={(event) => commit(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(event.currentTarget);
        if (event.key !== 'Escape' || event.currentTarget.value === value) return;
        event.stopPropagation();
        event.currentTarget.value = value;
      }}
    />
  );
}

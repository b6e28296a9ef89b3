import { Autocomplete, Popover, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { notify } from '../../state/noticeStore';
import { InlineChoice, InlineNumber } from '../../ui/InlineField';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { fieldText, typedFigure, valueOfTyped, type FieldUnit } from './fieldText';
import classes from './Sentence.module.css';

export interface FieldChoice {
  readonly value: string;
  readonly label: string;
}

interface SentenceFieldProps {
  /** What the field is about, for those who don't see the sentence: "Bookings". */
  readonly context: string;
  readonly value: string | number | null;
  readonly unit: FieldUnit;
  /** Values to pick from. */
  readonly choices?: readonly FieldChoice[];
  /** Other values than the choices may be typed. */
  readonly isOpenChoice?: boolean;
  /** @returns why the value can't be taken; null where it was. */
  readonly onSet: (value: string | number | null) => string | null;
}

/** A value in a sentence that is changed where it stands. */
export function SentenceField({ context, value, unit, choices, isOpenChoice, onSet }: SentenceFieldProps) {
  const format = usePlanFormat();
  const set = (next: string | number) => {
    const refusal = onSet(next);
    if (refusal !== null) notify('error', refusal);
  };
  if (unit === 'text' || (choices && isOpenChoice)) {
    return <NameField context={context} value={String(value ?? '')} choices={choices ?? []} onSet={set} />;
  }
  if (choices) {
    return <InlineChoice label={context} value={String(value ?? '')} options={choices} onChange={set} />;
  }
  const typed = typedFigure(typeof value === 'number' ? value : 0, unit);
  return (
    <InlineNumber
      label={context}
      value={typed.value}
      shown={fieldText(value, unit, format)}
      step={typed.step}
      suffix={typed.suffix}
      min={-1e12}
      decimals={4}
      onChange={(next) => set(valueOfTyped(next, unit))}
    />
  );
}

interface NameFieldProps {
  readonly context: string;
  readonly value: string;
  readonly choices: readonly FieldChoice[];
  readonly onSet: (value: string) => void;
}

/** A name that is picked or typed, e.g. the measure that a component pays on. */
function NameField({ context, value, choices, onSet }: NameFieldProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState(value);
  const accept = (name: string) => {
    setIsOpen(false);
    if (name.trim() !== '' && name !== value) onSet(name.trim());
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" trapFocus returnFocus offset={4}>
      <Popover.Target>
        <UnstyledButton
          className={classes.name}
          aria-label={`${context}: ${value}`}
          onClick={() => {
            setTyped(choices.length > 0 ? '' : value);
            setIsOpen(true);
          }}
        >
          {value}
          {choices.length > 0 && <IconChevronDown size={12} stroke={1.6} aria-hidden />}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={8} w={228}>
        <Autocomplete
          data-autofocus
          aria-label={context}
          size="xs"
          placeholder={choices.length > 0 ? `${value}; pick or type` : value}
          value={typed}
          data={choices.map((choice) => choice.label)}
          onChange={setTyped}
          onOptionSubmit={accept}
          onKeyDown={(event) => event.key === 'Enter' && accept(typed)}
          comboboxProps={{ withinPortal: false }}
          maxDropdownHeight={220}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

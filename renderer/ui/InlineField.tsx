import { Popover, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import classes from './InlineField.module.css';
import { InlineNumberEditor } from './InlineNumberEditor';

interface InlineChoiceProps<Value extends string> {
  /** For screen readers: "paid how often". */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

/** A word of a sentence that can be another: opens a short list. */
export function InlineChoice<Value extends string>(props: InlineChoiceProps<Value>) {
  const [isOpen, setIsOpen] = useState(false);
  const shown = props.options.find((option) => option.value === props.value)?.label ?? props.value;
  return (
    <InlinePopover
      label={`${props.label}: ${shown}`}
      shown={shown}
      hasChevron
      isOpen={isOpen}
      isDisabled={props.isDisabled ?? false}
      onOpen={setIsOpen}
    >
      <div className={classes.options} role="listbox" aria-label={props.label}>
        {props.options.map((option) => (
          <UnstyledButton
            key={option.value}
            className={classes.option}
            role="option"
            aria-selected={option.value === props.value}
            data-autofocus={option.value === props.value || undefined}
            onKeyDown={moveInList}
            onClick={() => {
              setIsOpen(false);
              if (option.value !== props.value) props.onChange(option.value);
            }}
          >
            {option.label}
          </UnstyledButton>
        ))}
      </div>
    </InlinePopover>
  );
}

interface InlineNumberProps {
  readonly label: string;
  /** As it is typed: percent for a percentage, whole currency for money. */
  readonly value: number;
  /** As it stands in the sentence: "70%", "$3,000". */
  readonly shown: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly decimals?: number;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly onChange: (value: number) => void;
  readonly isDisabled?: boolean;
}

/** A figure of a sentence that can be typed over. Enter takes it, Esc leaves it. */
export function InlineNumber(props: InlineNumberProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <InlinePopover
      label={`${props.label}: ${props.shown}`}
      shown={props.shown}
      isOpen={isOpen}
      isDisabled={props.isDisabled ?? false}
      onOpen={setIsOpen}
    >
      <InlineNumberEditor
        label={props.label}
        value={props.value}
        min={props.min ?? 0}
        max={props.max ?? Number.MAX_SAFE_INTEGER}
        step={props.step ?? 1}
        decimals={props.decimals ?? 2}
        prefix={props.prefix ?? ''}
        suffix={props.suffix ?? ''}
        onAccept={(value) => {
          setIsOpen(false);
          if (value !== props.value) props.onChange(value);
        }}
      />
    </InlinePopover>
  );
}

interface InlinePopoverProps {
  readonly label: string;
  readonly shown: string;
  readonly hasChevron?: boolean;
  readonly isOpen: boolean;
  readonly isDisabled: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

function InlinePopover({
  label,
  shown,
  hasChevron = false,
  isOpen,
  isDisabled,
  onOpen,
  children,
}: InlinePopoverProps) {
  return (
    <Popover opened={isOpen} onChange={onOpen} trapFocus returnFocus position="bottom-start" offset={4}>
      <Popover.Target>
        <UnstyledButton
          className={classes.field}
          aria-label={label}
          disabled={isDisabled}
          data-open={isOpen || undefined}
          onClick={() => onOpen(!isOpen)}
        >
          {shown}
          {hasChevron && <IconChevronDown className={classes.chevron} size={12} stroke={1.6} aria-hidden />}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>{children}</Popover.Dropdown>
    </Popover>
  );
}

function moveInList(event: React.KeyboardEvent<HTMLElement>): void {
  const next = event.key === 'ArrowDown' ? event.currentTarget.nextElementSibling : null;
  const previous = event.key === 'ArrowUp' ? event.currentTarget.previousElementSibling : null;
  const to = next ?? previous;
  if (to instanceof HTMLElement) {
    event.preventDefault();
    to.focus();
  }
}

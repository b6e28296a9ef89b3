import { NumberInput } from '@mantine/core';
import { useState } from 'react';

interface InlineNumberEditorProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly decimals: number;
  readonly prefix: string;
  readonly suffix: string;
  readonly onAccept: (value: number) => void;
}

/** The field in the popover of an inline figure; arrow keys step, Enter or leaving it takes the figure. */
export function InlineNumberEditor(props: InlineNumberEditorProps) {
  const [draft, setDraft] = useState<number | string>(props.value);

  function accept(): void {
    const typed = typeof draft === 'number' ? draft : Number.parseFloat(draft);
    props.onAccept(Number.isFinite(typed) ? Math.max(props.min, Math.min(props.max, typed)) : props.value);
  }

  return (
    <NumberInput
      data-autofocus
      aria-label={props.label}
      w={132}
      value={draft}
      min={props.min}
      max={props.max}
      step={props.step}
      decimalScale={props.decimals}
      prefix={props.prefix}
      suffix={props.suffix}
      thousandSeparator=","
      clampBehavior="blur"
      onChange={setDraft}
      onBlur={accept}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') accept();
      }}
    />
  );
}

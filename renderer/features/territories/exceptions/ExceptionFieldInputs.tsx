import { Autocomplete, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { usePlanStore } from '../../../state/planStore';
import type { ExceptionFields } from './exceptionEdits';

interface ExceptionFieldInputsProps {
  readonly fields: ExceptionFields;
  readonly onFields: (changed: Partial<ExceptionFields>) => void;
  /** In place of what differs among several. */
  readonly placeholder?: string;
}

const NO_REPS: readonly never[] = [];

/** Who answers for an exception, why, and its last day. */
export function ExceptionFieldInputs({ fields, onFields, placeholder }: ExceptionFieldInputsProps) {
  const reps = usePlanStore((state) => state.plan?.reps ?? NO_REPS);
  const names = useMemo(() => [...new Set(reps.map((rep) => rep.name).filter(Boolean))], [reps]);
  const hint = placeholder === undefined ? {} : { placeholder };
  return (
    <>
      <Autocomplete
        size="xs"
        label="Owner, who answers for it"
        data={names}
        limit={8}
        value={fields.owner}
        onChange={(owner) => onFields({ owner })}
        {...hint}
      />
      <TextInput
        label="Reason"
        value={fields.reason}
        onChange={(event) => onFields({ reason: event.currentTarget.value })}
        {...hint}
      />
      <TextInput
        type="date"
        label="Until, its last day (optional)"
        value={fields.expiresOn ?? ''}
        onChange={(event) => onFields({ expiresOn: event.currentTarget.value || null })}
      />
    </>
  );
}

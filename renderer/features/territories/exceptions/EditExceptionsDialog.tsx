import { Button, Modal } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { ListedException } from '../../../../shared/plan/exceptions';
import { dispatchInRole } from '../../../state/activeRole';
import classes from './ExceptionDialog.module.css';
import { editCommand, type ExceptionFields } from './exceptionEdits';
import { ExceptionFieldInputs } from './ExceptionFieldInputs';

interface EditExceptionsDialogProps {
  readonly scenarioId: string;
  readonly items: readonly ListedException[];
  readonly onClose: () => void;
}

/** Owner, reason and end of one or several; what is left alone stays as each has it. */
export function EditExceptionsDialog({ scenarioId, items, onClose }: EditExceptionsDialogProps) {
  const common = <Key extends keyof ExceptionFields>(key: Key, none: ExceptionFields[Key]) => {
    const [first, ...others] = items.map(({ exception }) => exception?.[key] ?? none);
    return first !== undefined && others.every((other) => other === first) ? first : none;
  };
  const [changed, setChanged] = useState<Partial<ExceptionFields>>({});
  const fields: ExceptionFields = {
    owner: common('owner', ''),
    reason: common('reason', ''),
    expiresOn: common('expiresOn', null),
    ...changed,
  };

  function accept(event: FormEvent): void {
    event.preventDefault();
    const isChanged = Object.keys(changed).length > 0;
    const command = editCommand(scenarioId, items, changed, () => crypto.randomUUID());
    if (!isChanged || dispatchInRole(command).ok) onClose();
  }

  const title = items.length === 1 ? 'Edit exception' : `Edit ${items.length} exceptions`;
  return (
    <Modal opened onClose={onClose} title={title} size={380}>
      <form className={classes.form} onSubmit={accept}>
        <ExceptionFieldInputs
          fields={fields}
          onFields={(fresh) => setChanged({ ...changed, ...fresh })}
          {...(items.length > 1 ? { placeholder: 'As each has it' } : {})}
        />
        <div className={classes.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Save
          </Button>
        </div>
      </form>
    </Modal>
  );
}

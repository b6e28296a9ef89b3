import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Dialog } from '../../state/dialogStore';
import classes from './dialog.module.css';

interface NameDialogProps {
  readonly dialog: Extract<Dialog, { kind: 'name' }>;
  readonly onClose: () => void;
}

/** Asks for one name. */
export function NameDialog({ dialog, onClose }: NameDialogProps) {
  const [name, setName] = useState(dialog.initial);
  const isEmpty = name.trim() === '';

  function accept(event: FormEvent): void {
    event.preventDefault();
    if (isEmpty) return;
    onClose();
    if (dialog.isSuggestion || name.trim() !== dialog.initial) dialog.onAccept(name.trim());
  }

  return (
    <Modal opened onClose={onClose} title={dialog.title} size={380}>
      <form onSubmit={accept}>
        <TextInput
          data-autofocus
          label={dialog.label}
          value={name}
          maxLength={120}
          error={isEmpty ? 'Give it a name.' : null}
          onChange={(event) => setName(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className={classes.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" disabled={isEmpty}>
            {dialog.action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

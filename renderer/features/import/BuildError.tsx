import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useImport } from './importStore';

/** What went wrong, where, and what to do; it stands where the rows would. */
export function BuildError() {
  const error = useImport((state) => state.error);
  if (!error) return null;
  return (
    <Alert
      role="alert"
      m={14}
      color="red"
      icon={<IconAlertCircle size={16} stroke={1.6} aria-hidden />}
      title={error.title}
      styles={{
        root: { background: 'var(--bad-soft)' },
        title: { color: 'var(--bad)' },
        icon: { color: 'var(--bad)' },
      }}
    >
      {error.text}
      <br />
      Nothing in the plan has changed.
    </Alert>
  );
}

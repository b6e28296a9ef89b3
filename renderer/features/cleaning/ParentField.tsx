import { Autocomplete } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { AccountTable } from '../../../shared/model/accountTable';

interface ParentFieldProps {
  readonly accounts: AccountTable;
  /** Rows that can't be the parent. */
  readonly notRows: readonly number[];
  readonly onChange: (row: number | null) => void;
}

const MOST_OFFERED = 20;

/** Finds one account by name or id. */
export function ParentField({ accounts, notRows, onChange }: ParentFieldProps) {
  const [text, setText] = useState('');
  const offered = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    if (wanted.length < 2) return [];
    const found: { row: number; label: string }[] = [];
    for (let row = 0; row < accounts.rowCount && found.length < MOST_OFFERED; row++) {
      if (accounts.removed[row] || notRows.includes(row)) continue;
      const label = `${accounts.names[row]!} (${accounts.ids[row]!})`;
      if (label.toLowerCase().includes(wanted)) found.push({ row, label });
    }
    return found;
  }, [accounts, notRows, text]);
  function change(value: string): void {
    setText(value);
    onChange(offered.find(({ label }) => label === value)?.row ?? null);
  }
  return (
    <Autocomplete
      aria-label="Parent account"
      placeholder="Name or id of the parent"
      w={280}
      value={text}
      // Two accounts of one name and id can't both be offered.
      data={[...new Set(offered.map(({ label }) => label))]}
      filter={({ options }) => options}
      onChange={change}
    />
  );
}

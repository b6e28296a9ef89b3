import { Select } from '@mantine/core';
import { useState } from 'react';

interface Territory {
  readonly id: string;
  readonly name: string;
}

/** Stands for whoever is missed least; no territory has such an id. */
const GENTLEST = '';

interface Leaving {
  /** The territory whose rep goes; null = whoever is missed least. */
  readonly territoryId: string | null;
  readonly choose: (territoryId: string | null) => void;
}

/** Who goes, where a team loses a rep; whoever is missed least until somebody is named, or where the named one is gone. */
export function useLeaving(territories: readonly Territory[]): Leaving {
  const [chosen, choose] = useState<string | null>(null);
  const isThere = territories.some(({ id }) => id === chosen);
  return { territoryId: isThere ? chosen : null, choose };
}

interface LeavingSelectProps {
  readonly territories: readonly Territory[];
  readonly leaving: Leaving;
}

export function LeavingSelect({ territories, leaving }: LeavingSelectProps) {
  return (
    <Select
      aria-label="Who goes"
      allowDeselect={false}
      searchable
      value={leaving.territoryId ?? GENTLEST}
      data={[
        { value: GENTLEST, label: 'Least missed' },
        ...territories.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(value) => leaving.choose(value === GENTLEST ? null : value)}
    />
  );
}

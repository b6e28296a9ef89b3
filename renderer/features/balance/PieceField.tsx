import { Select } from '@mantine/core';
import { PanelSection } from '../../ui/Panel';
import classes from './BalanceSettings.module.css';
import { CONTIGUOUS_LEVELS, setBalance, type ContiguousLevel } from './balanceStore';

const APART = 'apart';
const WORDS: Readonly<Record<ContiguousLevel, string>> = {
  county: 'By county',
  zip3: 'By ZIP3 area',
  region: 'By region (state, province)',
};

/** Whether each territory must be one piece of land, and of what it is pieced together. */
export function PieceField({ contiguous }: { readonly contiguous: ContiguousLevel | null }) {
  return (
    <PanelSection title="In one piece">
      <Select
        aria-label="In one piece"
        allowDeselect={false}
        value={contiguous ?? APART}
        data={[
          { value: APART, label: 'Account by account' },
          ...CONTIGUOUS_LEVELS.map((level) => ({ value: level, label: WORDS[level] })),
        ]}
        onChange={(value) =>
          setBalance({ contiguous: CONTIGUOUS_LEVELS.find((level) => level === value) ?? null })
        }
      />
      <p className={classes.hint}>
        {contiguous === null
          ? 'Closest fit; a territory may have accounts beyond a neighbour’s.'
          : 'Each goes whole to one territory, and a territory’s hang together. No bound is proven for this.'}
      </p>
    </PanelSection>
  );
}

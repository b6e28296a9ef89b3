import { Checkbox, SegmentedControl } from '@mantine/core';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import classes from './BalanceSettings.module.css';
import { setBalance, type BalanceSettings } from './balanceStore';

interface NewBaseFieldsProps {
  readonly settings: BalanceSettings;
  /** How many territories there are, and how many there are to be. */
  readonly present: number;
  readonly count: number;
}

/** Where the bases of another number of territories are to be. */
export function NewBaseFields({ settings, present, count }: NewBaseFieldsProps) {
  const { newBases, leastPopulation, keepsBases } = settings;
  return (
    <>
      <div className={classes.row}>
        <h3 className={classes.label}>Bases</h3>
        <SegmentedControl
          size="xs"
          aria-label="New bases"
          value={newBases}
          onChange={(value) => setBalance({ newBases: value })}
          data={[
            { value: 'cities', label: 'In cities' },
            { value: 'free', label: 'Anywhere' },
          ]}
        />
      </div>
      {newBases === 'cities' && (
        <>
          <div className={classes.row}>
            <span id="balance-people">People in a city, at least</span>
            <CommitNumberInput
              aria-labelledby="balance-people"
              value={leastPopulation}
              min={0}
              max={50_000_000}
              allowDecimal={false}
              w={92}
              onCommit={(value) => setBalance({ leastPopulation: value ?? 0 })}
            />
          </div>
          <p className={classes.hint}>Smaller ones only where much of the work is near.</p>
        </>
      )}
      {present > 0 && count > present && (
        <Checkbox
          mt={8}
          size="xs"
          label={`Keep the ${present} bases of today among them`}
          checked={keepsBases}
          onChange={(event) => setBalance({ keepsBases: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

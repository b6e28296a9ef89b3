import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { Scenario } from '../../../shared/model/scenario';
import { assignableTerritories } from '../../../shared/plan/lookup';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { PanelSection } from '../../ui/Panel';
import classes from './BalanceSettings.module.css';
import { runBalance } from './runBalance';

interface TeamFieldsProps {
  readonly scenario: Scenario;
  readonly isDisabled: boolean;
}

/** Stands for the territory that is missed least; no territory has such an id. */
const GENTLEST = '';

/** Reps who come, or one who goes: a plan with the fewest changes of hands. */
export function TeamFields({ scenario, isDisabled }: TeamFieldsProps) {
  const [count, setCount] = useState(2);
  const [goes, setGoes] = useState(GENTLEST);
  const territories = assignableTerritories(scenario).map((index) => scenario.territories[index]!);
  const known = territories.some(({ id }) => id === goes) ? goes : GENTLEST;
  return (
    <PanelSection title="Add reps, or lose one">
      <div className={classes.team}>
        <CommitNumberInput
          aria-label="Reps to add"
          value={count}
          min={1}
          max={500}
          allowDecimal={false}
          suffix={count === 1 ? ' rep more' : ' reps more'}
          onCommit={(value) => setCount(value ?? 2)}
        />
        <Button disabled={isDisabled} onClick={() => void runBalance('corridor', { kind: 'add', count })}>
          Add reps
        </Button>
        <Select
          aria-label="Who goes"
          allowDeselect={false}
          searchable
          value={known}
          data={[
            { value: GENTLEST, label: 'Who is missed least' },
            ...territories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => setGoes(value ?? GENTLEST)}
        />
        <Button
          disabled={isDisabled || territories.length < 2}
          onClick={() =>
            void runBalance('corridor', { kind: 'lose', territoryId: known === GENTLEST ? null : known })
          }
        >
          Lose a rep
        </Button>
      </div>
      <p className={classes.hint}>
        The rest stay where they are, and as few accounts as can be change hands.
      </p>
    </PanelSection>
  );
}

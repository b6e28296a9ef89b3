import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Scenario } from '../../../shared/model/scenario';
import { assignableTerritories } from '../../../shared/plan/lookup';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { LeavingSelect, useLeaving } from '../../ui/LeavingSelect';
import { PanelSection } from '../../ui/Panel';
import classes from './BalanceSettings.module.css';
import { runBalance } from './runBalance';

interface TeamFieldsProps {
  readonly scenario: Scenario;
  readonly isDisabled: boolean;
}

/** Reps who come, or one who goes: a plan with the fewest changes of hands. */
export function TeamFields({ scenario, isDisabled }: TeamFieldsProps) {
  const [count, setCount] = useState(2);
  const territories = assignableTerritories(scenario).map((index) => scenario.territories[index]!);
  const leaving = useLeaving(territories);
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
        <LeavingSelect territories={territories} leaving={leaving} />
        <Button
          disabled={isDisabled || territories.length < 2}
          onClick={() => void runBalance('corridor', { kind: 'lose', territoryId: leaving.territoryId })}
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

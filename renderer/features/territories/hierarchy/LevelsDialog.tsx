import { ActionIcon, Button, Modal, TextInput, Tooltip } from '@mantine/core';
import { IconRowInsertTop, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Scenario } from '../../../../shared/model/scenario';
import { useActiveScenario } from '../../../state/activeScenario';
import { planStore } from '../../../state/planStore';
import { usePlanFormat } from '../../../ui/PlanFormatContext';
import classes from './LevelsDialog.module.css';

/** The hierarchy's levels, top first: named, added and removed, each step undoable. */
export function LevelsDialog({ onClose }: { readonly onClose: () => void }) {
  const scenario = useActiveScenario();
  if (!scenario) return null;
  return (
    <Modal opened onClose={onClose} title="Levels of the hierarchy" size={440}>
      <ol className={classes.levels} aria-label="Levels, top first">
        {scenario.levels.map((name, level) => (
          <Level key={`${level} ${name}`} scenario={scenario} level={level} name={name} />
        ))}
      </ol>
      <p className={classes.note}>
        The lowest level holds accounts. Figures of a level above are those of all below it.
      </p>
      <div className={classes.actions}>
        <Button onClick={onClose}>Done</Button>
      </div>
    </Modal>
  );
}

interface LevelProps {
  readonly scenario: Scenario;
  readonly level: number;
  readonly name: string;
}

function Level({ scenario, level, name }: LevelProps) {
  const [text, setText] = useState(name);
  const format = usePlanFormat();
  const scenarioId = scenario.id;
  const count = scenario.territories.filter((each) => each.level === level && !each.isRemoved).length;
  const isLowest = level === scenario.levels.length - 1;
  function rename(): void {
    const given = text.trim();
    if (given === '' || given === name) setText(name);
    else planStore.dispatch({ kind: 'renameLevel', scenarioId, level, name: given });
  }
  return (
    <li className={classes.level}>
      <TextInput
        aria-label={`Name of level ${level + 1}`}
        className={classes.name}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') rename();
        }}
      />
      <span className={classes.count}>{format.number(count)}</span>
      <Tooltip label="Add a level above">
        <ActionIcon
          aria-label={`Add a level above ${name}`}
          onClick={() =>
            planStore.dispatch({ kind: 'addLevel', scenarioId, level, name: freeName(scenario.levels) })
          }
        >
          <IconRowInsertTop size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={isLowest ? 'The level that holds accounts stays' : 'Remove; those below move up'}>
        <ActionIcon
          aria-label={`Remove level ${name}`}
          disabled={isLowest}
          onClick={() => planStore.dispatch({ kind: 'removeLevel', scenarioId, level })}
        >
          <IconTrash size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

/** "Area", or with a number where that is taken. */
function freeName(levels: readonly string[]): string {
  const taken = new Set(levels.map((level) => level.toLowerCase()));
  let name = 'Area';
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `Area ${number}`;
  return name;
}

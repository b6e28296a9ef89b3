import { ActionIcon, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { AssignmentRule } from '../../../../shared/model/rule';
import { CommandError } from '../../../../shared/plan/commandError';
import type { RuleDryRun } from '../../../../shared/plan/rules';
import { parseRule, ruleToText } from '../../../../shared/plan/ruleText';
import { selectRows } from '../../../state/viewStore';
import { CheckMark } from '../../../ui/CheckMark';
import { usePlanFormat } from '../../../ui/PlanFormatContext';
import { lookAt } from '../mapFocus';
import type { TerritoriesData } from '../useTerritoriesData';
import { effectWords, movedRule, setRules } from './ruleEdits';
import classes from './RulesPanel.module.css';

interface RuleItemProps {
  readonly data: TerritoriesData;
  readonly rule: AssignmentRule;
  readonly position: number;
  readonly run: RuleDryRun;
}

/** A rule as a sentence: typed over, moved, switched off, removed; Alt and the arrows move it, too. */
export function RuleItem({ data, rule, position, run }: RuleItemProps) {
  const { plan, scenario } = data;
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const format = usePlanFormat();
  const rules = scenario.rules ?? [];
  const sentence = ruleToText(plan, scenario, rule);
  const conflicts = run.conflicts.filter(({ earlier }) => earlier === position);
  const number = (value: number) => format.number(value);
  const move = (step: 1 | -1) => setRules(scenario.id, movedRule(rules, position, step));

  function accept(): void {
    if (text === null) return;
    try {
      const parsed = { ...parseRule(plan, scenario, text, rule.id), isOn: rule.isOn };
      if (text.trim() === sentence || setRules(scenario.id, rules.with(position, parsed))) {
        setText(null);
        setProblem(null);
      }
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      setProblem(error.message);
    }
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  }

  return (
    <li className={classes.rule} data-off={!rule.isOn || undefined} onKeyDown={onKeyDown}>
      <CheckMark
        isChecked={rule.isOn}
        isPartial={false}
        label={`Rule ${position + 1} is on`}
        onToggle={() => setRules(scenario.id, rules.with(position, { ...rule, isOn: !rule.isOn }))}
      />
      <div className={classes.words}>
        {text === null ? (
          <UnstyledButton
            className={classes.sentence}
            title="Click to change it"
            onClick={() => setText(sentence)}
          >
            {position + 1}. {sentence}
          </UnstyledButton>
        ) : (
          <TextInput
            autoFocus
            aria-label={`Rule ${position + 1}`}
            value={text}
            error={problem}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') accept();
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setText(null);
              setProblem(null);
            }}
          />
        )}
        <UnstyledButton
          className={classes.effect}
          onClick={() => {
            const { rows } = run.effects[position]!;
            selectRows(rows);
            lookAt({ rows: Array.from(rows), unitIds: [], territoryIds: [] });
          }}
        >
          {effectWords(run, position, number)}
        </UnstyledButton>
        {conflicts.map(({ later, count }) => (
          <p key={later} className={classes.conflict}>
            {number(count)} also meet rule {later + 1}; this one wins
          </p>
        ))}
      </div>
      <div className={classes.buttons}>
        <ActionIcon
          size={22}
          aria-label={`Move rule ${position + 1} up`}
          disabled={position === 0}
          onClick={() => move(-1)}
        >
          <IconChevronUp size={14} stroke={1.6} aria-hidden />
        </ActionIcon>
        <ActionIcon
          size={22}
          aria-label={`Move rule ${position + 1} down`}
          disabled={position === rules.length - 1}
          onClick={() => move(1)}
        >
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </ActionIcon>
        <ActionIcon
          size={22}
          aria-label={`Remove rule ${position + 1}`}
          onClick={() => setRules(scenario.id, rules.toSpliced(position, 1))}
        >
          <IconTrash size={14} stroke={1.6} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}

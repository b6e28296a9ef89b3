import { Autocomplete, Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState, type FormEvent } from 'react';
import { findAttribute } from '../../../../shared/model/accountTable';
import { CommandError } from '../../../../shared/plan/commandError';
import { assignableTerritories } from '../../../../shared/plan/lookup';
import { parseRule, ruleFields } from '../../../../shared/plan/ruleText';
import type { TerritoriesData } from '../useTerritoriesData';
import { setRules } from './ruleEdits';
import classes from './RulesPanel.module.css';

const OPERATORS = ['is', 'is not', 'contains', 'starts with', 'is one of', '>', '≥', '<', '≤', 'is empty'];

/** Types a rule as a sentence, or builds the sentence from fields. */
export function NewRule({ data }: { readonly data: TerritoriesData }) {
  const { plan, scenario } = data;
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBuilding, setIsBuilding] = useState(false);

  function accept(event: FormEvent): void {
    event.preventDefault();
    try {
      const rule = parseRule(plan, scenario, text, crypto.randomUUID());
      if (!setRules(scenario.id, [...(scenario.rules ?? []), rule])) return;
      setText('');
      setProblem(null);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      setProblem(error.message);
    }
  }

  // What was wrong was wrong with the sentence before.
  const write = (changed: string): void => {
    setText(changed);
    setProblem(null);
  };

  return (
    <form className={classes.fresh} onSubmit={accept}>
      <TextInput
        aria-label="New rule"
        placeholder="Segment is Enterprise → Chicago"
        value={text}
        error={problem}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {isBuilding && <RuleBuilder data={data} text={text} onText={write} />}
      <div className={classes.line}>
        <Button type="button" variant="subtle" onClick={() => setIsBuilding(!isBuilding)}>
          {isBuilding ? 'Hide the fields' : 'Build from fields'}
        </Button>
        <span className={classes.space} />
        <Button type="submit" disabled={text.trim() === ''}>
          Add rule
        </Button>
      </div>
    </form>
  );
}

interface RuleBuilderProps {
  readonly data: TerritoriesData;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Chooses field, comparison, value and territory; each press puts its part into the sentence. */
function RuleBuilder({ data, text, onText }: RuleBuilderProps) {
  const { plan, scenario } = data;
  const fields = useMemo(() => ruleFields(plan), [plan]);
  const [name, setName] = useState<string | null>(null);
  const [operator, setOperator] = useState('is');
  const [value, setValue] = useState('');
  const field = fields.find((each) => each.name === name)?.field;
  const values = useMemo(() => {
    const column = field?.kind === 'attribute' ? findAttribute(plan.accounts, field.attributeId) : null;
    return column ? column.dictionary.filter(Boolean) : [];
  }, [field, plan.accounts]);
  const isEmptyTest = operator === 'is empty';
  const [conditions = '', target = ''] = text.split('→').map((part) => part.trim());
  const join = (left: string, right: string) => onText(right === '' ? left : `${left} → ${right}`);
  return (
    <div className={classes.builder}>
      <Select
        aria-label="Column"
        placeholder="Column"
        searchable
        value={name}
        data={fields.map((each) => each.name)}
        onChange={setName}
      />
      <Select
        aria-label="Comparison"
        value={operator}
        data={OPERATORS}
        onChange={(chosen) => setOperator(chosen ?? 'is')}
      />
      <Autocomplete
        size="xs"
        aria-label="Value"
        placeholder="Value"
        disabled={isEmptyTest}
        data={values}
        limit={20}
        value={value}
        onChange={setValue}
      />
      <Button
        type="button"
        disabled={name === null || (!isEmptyTest && value.trim() === '')}
        onClick={() => {
          const condition = isEmptyTest ? `${name} ${operator}` : `${name} ${operator} ${value.trim()}`;
          join(conditions === '' ? condition : `${conditions} and ${condition}`, target);
        }}
      >
        Add condition
      </Button>
      <Select
        className={classes.target ?? ''}
        aria-label="Territory it leads to"
        placeholder="→ Territory"
        searchable
        value={target === '' ? null : target}
        data={[
          ...assignableTerritories(scenario).map((index) => scenario.territories[index]!.name),
          'Unassigned',
          'House',
          'Holdout',
        ].filter((each, at, all) => all.indexOf(each) === at)}
        onChange={(chosen) => join(conditions, chosen ?? '')}
      />
    </div>
  );
}

import { ActionIcon, Autocomplete, Button, NumberInput, Popover, Select, Tooltip } from '@mantine/core';
import { IconListSearch, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { SelectionMode } from '../../../shared/geo/lassoSelect';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { RuleCondition, RuleOperator } from '../../../shared/model/rule';
import { ruleFields, type NamedRuleField } from '../../../shared/plan/ruleText';
import { rowsThatMeet } from '../../../shared/plan/rules';
import { usePlanStore } from '../../state/planStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './MapControls.module.css';

interface SelectByColumnProps {
  readonly onPick: (rows: Int32Array, mode: SelectionMode) => void;
}

const TEXT_CHOICES: readonly { value: RuleOperator; label: string }[] = [
  { value: 'is', label: 'is' },
  { value: 'isNot', label: 'is not' },
  { value: 'contains', label: 'contains' },
  { value: 'startsWith', label: 'starts with' },
  { value: 'isEmpty', label: 'is empty' },
];
const NUMBER_CHOICES: readonly { value: RuleOperator; label: string }[] = [
  { value: 'gte', label: 'at least' },
  { value: 'lte', label: 'at most' },
  { value: 'is', label: 'is' },
  { value: 'isEmpty', label: 'is empty' },
];
const MOST_VALUES = 200;

/** Selects the accounts whose columns say something: all conditions must hold. */
export function SelectByColumn({ onPick }: SelectByColumnProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover width={480} position="right-start" offset={8} opened={isOpen} onChange={setIsOpen} trapFocus>
      <Popover.Target>
        <Tooltip label="Select by column" position="right" disabled={isOpen}>
          <ActionIcon
            size={30}
            className={classes.tool}
            aria-label="Select by column"
            aria-pressed={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            <IconListSearch size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown data-map-control>
        <Builder
          onPick={(rows, mode) => {
            setIsOpen(false);
            onPick(rows, mode);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Builder({ onPick }: SelectByColumnProps) {
  const plan = usePlanStore((state) => state.plan);
  const format = usePlanFormat();
  const fields = useMemo(() => (plan ? ruleFields(plan) : []), [plan]);
  const [conditions, setConditions] = useState<readonly RuleCondition[]>(() =>
    fields[0] ? [{ field: fields[0].field, operator: 'is', values: [''] }] : [],
  );
  const rows = useMemo(
    () => (plan && conditions.every(isFilled) ? rowsThatMeet(plan.accounts, conditions) : null),
    [plan, conditions],
  );
  if (!plan) return null;
  const change = (at: number, condition: RuleCondition | null) =>
    setConditions(
      condition ? conditions.with(at, condition) : conditions.filter((_, position) => position !== at),
    );
  const hasRows = rows !== null && rows.length > 0;
  return (
    <form
      className={classes.builder}
      onSubmit={(event) => {
        event.preventDefault();
        if (hasRows) onPick(rows, 'replace');
      }}
    >
      {conditions.map((condition, at) => (
        <ConditionRow
          key={at}
          plan={plan}
          fields={fields}
          condition={condition}
          onChange={(next) => change(at, next)}
          onRemove={conditions.length > 1 ? () => change(at, null) : null}
        />
      ))}
      <div className={classes.builderFoot}>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => setConditions([...conditions, { ...conditions[0]!, values: [''] }])}
        >
          Add condition
        </Button>
        <span className={classes.quiet} role="status">
          {rows === null ? 'Choose a value' : `${format.number(rows.length)} accounts`}
        </span>
        <Button disabled={!hasRows} onClick={() => rows && onPick(rows, 'add')}>
          Add
        </Button>
        <Button disabled={!hasRows} onClick={() => rows && onPick(rows, 'remove')}>
          Take off
        </Button>
        <Button type="submit" variant="filled" disabled={!hasRows}>
          Select
        </Button>
      </div>
    </form>
  );
}

function isFilled({ operator, values }: RuleCondition): boolean {
  return operator === 'isEmpty' || (values[0] !== undefined && values[0] !== '');
}

interface ConditionRowProps {
  readonly plan: PlanDocument;
  readonly fields: readonly NamedRuleField[];
  readonly condition: RuleCondition;
  readonly onChange: (condition: RuleCondition) => void;
  /** Null where it is the only one. */
  readonly onRemove: (() => void) | null;
}

function ConditionRow({ plan, fields, condition, onChange, onRemove }: ConditionRowProps) {
  const { field, operator, values } = condition;
  const isNumber = field.kind === 'measure';
  const name = fields.find((each) => JSON.stringify(each.field) === JSON.stringify(field))?.name ?? null;
  const known = useMemo(() => {
    if (field.kind !== 'attribute') return [];
    const column = plan.accounts.attributes.find(({ id }) => id === field.attributeId);
    return [...new Set(column?.dictionary.filter((text) => text.trim() !== ''))].sort().slice(0, MOST_VALUES);
  }, [plan, field]);
  return (
    <div className={classes.condition}>
      <Select
        size="xs"
        aria-label="Column"
        searchable
        comboboxProps={{ withinPortal: false }}
        data={fields.map((each) => each.name)}
        value={name}
        allowDeselect={false}
        onChange={(next) => {
          const chosen = fields.find((each) => each.name === next);
          if (!chosen) return;
          const start = chosen.field.kind === 'measure' ? 'gte' : 'is';
          onChange({ field: chosen.field, operator: start, values: [''] });
        }}
      />
      <Select
        size="xs"
        aria-label="Comparison"
        comboboxProps={{ withinPortal: false }}
        data={isNumber ? [...NUMBER_CHOICES] : [...TEXT_CHOICES]}
        value={operator}
        allowDeselect={false}
        onChange={(next) => next && onChange({ ...condition, operator: next })}
      />
      {operator === 'isEmpty' ? (
        <span />
      ) : isNumber ? (
        <NumberInput
          size="xs"
          aria-label="Value"
          hideControls
          thousandSeparator=","
          value={values[0] ?? ''}
          onChange={(value) => onChange({ ...condition, values: [value] })}
        />
      ) : (
        <Autocomplete
          size="xs"
          aria-label="Value"
          comboboxProps={{ withinPortal: false }}
          data={known}
          limit={50}
          value={String(values[0] ?? '')}
          onChange={(value) => onChange({ ...condition, values: [value] })}
        />
      )}
      {onRemove && (
        <ActionIcon aria-label="Remove the condition" onClick={onRemove}>
          <IconX size={14} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

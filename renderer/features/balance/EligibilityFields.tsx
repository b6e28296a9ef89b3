import { ActionIcon, Button, MultiSelect, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { AttributeColumn } from '../../../shared/model/accountTable';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import type { EligibilityRequest } from '../../../shared/plan/eligibility';
import { assignableTerritories } from '../../../shared/plan/lookup';
import { PanelSection } from '../../ui/Panel';
import classes from './BalanceSettings.module.css';
import { setBalance } from './balanceStore';

/** Columns with more distinct texts than this tell nothing about who may serve whom. */
const MOST_VALUES = 200;

interface EligibilityFieldsProps {
  readonly plan: PlanDocument;
  readonly scenario: Scenario;
  readonly eligibility: EligibilityRequest | null;
}

/** Which accounts only some territories may serve, e.g. Segment Enterprise → the named ones. */
export function EligibilityFields({ plan, scenario, eligibility }: EligibilityFieldsProps) {
  const columns = plan.accounts.attributes.filter(
    ({ dictionary }) => dictionary.length > 1 && dictionary.length <= MOST_VALUES,
  );
  const column = columns.find(({ id }) => id === eligibility?.attributeId);
  const put = (only: EligibilityRequest['only']) => {
    if (eligibility) setBalance({ eligibility: { ...eligibility, only } });
  };
  if (columns.length === 0) return null;
  return (
    <PanelSection title="Who may serve what">
      <Select
        aria-label="Column that tells who may serve an account"
        clearable
        searchable
        placeholder="Everybody serves all accounts"
        data={columns.map(({ id, name }) => ({ value: id, label: `By ${name}` }))}
        value={column?.id ?? null}
        onChange={(attributeId) =>
          setBalance({ eligibility: attributeId === null ? null : { attributeId, only: [NEW_LINE] } })
        }
      />
      {column && eligibility && (
        <>
          {eligibility.only.map((line, at) => (
            <Line
              key={at}
              column={column}
              scenario={scenario}
              line={line}
              onChange={(changed) => put(eligibility.only.with(at, changed))}
              onRemove={() => put(eligibility.only.toSpliced(at, 1))}
            />
          ))}
          <Button
            mt={6}
            size="xs"
            variant="subtle"
            leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
            onClick={() => put([...eligibility.only, NEW_LINE])}
          >
            Add a value
          </Button>
          <p className={classes.hint}>Accounts of a value go to its territories alone; others to any.</p>
        </>
      )}
    </PanelSection>
  );
}

type EligibilityLine = EligibilityRequest['only'][number];
const NEW_LINE: EligibilityLine = { value: '', territoryIds: [] };

interface LineProps {
  readonly column: AttributeColumn;
  readonly scenario: Scenario;
  readonly line: EligibilityLine;
  readonly onChange: (line: EligibilityLine) => void;
  readonly onRemove: () => void;
}

function Line({ column, scenario, line, onChange, onRemove }: LineProps) {
  return (
    <div className={classes.eligible}>
      <Select
        aria-label={`Value of ${column.name}`}
        searchable
        placeholder={column.name}
        data={column.dictionary.filter((text) => text !== '')}
        value={line.value || null}
        onChange={(value) => onChange({ ...line, value: value ?? '' })}
      />
      <ActionIcon aria-label={`Remove ${line.value || 'the line'}`} onClick={onRemove}>
        <IconTrash size={14} stroke={1.6} aria-hidden />
      </ActionIcon>
      <MultiSelect
        className={classes.eligibleWho ?? ''}
        aria-label={`Territories that serve ${line.value || 'it'}`}
        searchable
        placeholder={line.territoryIds.length === 0 ? 'only by these territories' : ''}
        data={assignableTerritories(scenario).map((index) => {
          const { id, name } = scenario.territories[index]!;
          return { value: id, label: name };
        })}
        value={[...line.territoryIds]}
        onChange={(territoryIds) => onChange({ ...line, territoryIds })}
      />
    </div>
  );
}

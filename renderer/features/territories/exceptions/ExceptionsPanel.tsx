import { Button, Select, Switch, UnstyledButton } from '@mantine/core';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { AccountTable } from '../../../../shared/model/accountTable';
import { EXCEPTION_KINDS, type ExceptionKind } from '../../../../shared/model/exception';
import { countOfAccounts } from '../../../../shared/plan/claimChange';
import type { ExceptionList, ListedException } from '../../../../shared/plan/exceptions';
import { countFamilies } from '../../../../shared/plan/heldTogether';
import { dispatchInRole } from '../../../state/activeRole';
import { openDialog } from '../../../state/dialogStore';
import { planStore } from '../../../state/planStore';
import { selectRows, useViewStore } from '../../../state/viewStore';
import { CheckMark } from '../../../ui/CheckMark';
import { EmptyState } from '../../../ui/EmptyState';
import { usePlanFormat } from '../../../ui/PlanFormatContext';
import { lookAt } from '../mapFocus';
import { unitName } from '../unitNames';
import type { TerritoriesData } from '../useTerritoriesData';
import { EditExceptionsDialog } from './EditExceptionsDialog';
import { KIND_WORDS, liftCommand } from './exceptionEdits';
import classes from './ExceptionsPanel.module.css';

/** Days are days: the clock's zone is not to move them. */
const DAY = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

type Filter = ExceptionKind | 'all' | 'expired';

interface ExceptionsPanelProps {
  readonly data: TerritoriesData;
  readonly list: ExceptionList;
}

/** Every exception of the scenario with who answers for it, why and until when. */
export function ExceptionsPanel({ data, list }: ExceptionsPanelProps) {
  const { scenario } = data;
  const [filter, setFilter] = useState<Filter>('all');
  const [chosenKeys, setChosenKeys] = useState<ReadonlySet<string>>(NONE);
  const [isEditing, setIsEditing] = useState(false);
  const selectedRows = useViewStore((view) => view.selectedRows);
  const format = usePlanFormat();
  const familyText = useFamilyText(data.plan.accounts);
  const shown = list.items.filter(
    (item) => filter === 'all' || (filter === 'expired' ? item.isExpired : item.kind === filter),
  );
  const chosen = shown.filter((item) => chosenKeys.has(keyOf(item)));
  const toggle = (key: string): void => {
    const next = new Set(chosenKeys);
    if (!next.delete(key)) next.add(key);
    setChosenKeys(next);
  };
  return (
    <>
      <div className={classes.bar}>
        <Select
          aria-label="Which exceptions"
          className={classes.filter ?? ''}
          value={filter}
          data={choicesOf(list, (value) => format.number(value))}
          onChange={(value) => setFilter((value ?? 'all') as Filter)}
        />
        <Button
          leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
          disabled={selectedRows.length === 0}
          title={
            selectedRows.length === 0 ? 'Select accounts on the map or in a table first' : 'For the selection'
          }
          onClick={() => openDialog({ kind: 'exception', target: { rows: selectedRows } })}
        >
          Add
        </Button>
      </div>
      <div className={classes.list}>
        {list.items.length === 0 && (
          <EmptyState
            icon={IconLock}
            title="No exceptions"
            text="Select accounts, then lock them, name them, set them aside or keep them together."
          />
        )}
        <ul aria-label="Exceptions">
          {shown.map((item) => (
            <Item
              key={keyOf(item)}
              data={data}
              item={item}
              isChosen={chosenKeys.has(keyOf(item))}
              onToggle={() => toggle(keyOf(item))}
            />
          ))}
        </ul>
      </div>
      {chosen.length > 0 && (
        <div className={classes.foot}>
          <span className={classes.chosen}>{format.number(chosen.length)} chosen</span>
          <Button onClick={() => setIsEditing(true)}>Edit</Button>
          <Button
            onClick={() => {
              if (dispatchInRole(liftCommand(scenario.id, chosen)).ok) setChosenKeys(NONE);
            }}
          >
            Lift
          </Button>
        </div>
      )}
      <div className={classes.foot}>
        <Switch
          size="xs"
          label="Keep families by parent account together"
          description={familyText}
          checked={scenario.keepsFamilies ?? false}
          onChange={(event) =>
            planStore.dispatch({
              kind: 'setKeepsFamilies',
              scenarioId: scenario.id,
              keepsFamilies: event.currentTarget.checked,
            })
          }
        />
      </div>
      {isEditing && (
        <EditExceptionsDialog scenarioId={scenario.id} items={chosen} onClose={() => setIsEditing(false)} />
      )}
    </>
  );
}

/** What the switch is about in this list. */
function useFamilyText(accounts: AccountTable): string {
  const format = usePlanFormat();
  const counts = useMemo(() => countFamilies(accounts), [accounts]);
  if (counts.families === 0) return 'No account of the list has a parent account in it.';
  const families = counts.families === 1 ? '1 family' : `${format.number(counts.families)} families`;
  return `${families} of ${countOfAccounts(counts.accounts)} in the list`;
}

const NONE: ReadonlySet<string> = new Set();

function keyOf({ exception, kind }: ListedException): string {
  return exception?.id ?? `(${kind})`;
}

function choicesOf(list: ExceptionList, number: (value: number) => string) {
  const kinds = EXCEPTION_KINDS.filter((kind) => list.counts[kind] > 0);
  return [
    { value: 'all', label: `All ${number(list.items.length)}` },
    ...(list.expiredCount > 0 ? [{ value: 'expired', label: `Expired ${number(list.expiredCount)}` }] : []),
    ...kinds.map((kind) => ({
      value: kind,
      label: `${KIND_WORDS[kind].many} · ${number(list.counts[kind])} ${list.counts[kind] === 1 ? 'account' : 'accounts'}`,
    })),
  ];
}

interface ItemProps {
  readonly data: TerritoriesData;
  readonly item: ListedException;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function Item({ data, item, isChosen, onToggle }: ItemProps) {
  const { exception, kind, rows, isExpired, isDangling } = item;
  const format = usePlanFormat();
  const name = targetText(data, item, (value) => format.number(value));
  // Reason and owner may be sentences: what it is and until when stand before them, on a line of their own.
  const why = exception
    ? [exception.reason, exception.owner].filter(Boolean).join(' · ')
    : 'No owner or reason given';
  const until = exception?.expiresOn ? DAY.format(new Date(exception.expiresOn)) : null;
  return (
    <li className={classes.item} data-chosen={isChosen || undefined}>
      <CheckMark isChecked={isChosen} isPartial={false} label={`Choose ${name}`} onToggle={onToggle} />
      <UnstyledButton
        className={classes.words}
        onClick={() => {
          selectRows(rows);
          lookAt({ rows: Array.from(rows), unitIds: [], territoryIds: [] });
        }}
      >
        <span className={classes.name}>{name}</span>
        <span className={classes.small}>
          {KIND_WORDS[kind].one}
          {until && !isExpired && ` · until ${until}`}
        </span>
        <span className={classes.why} title={why}>
          {why}
        </span>
        {isExpired && <span className={classes.flag}>Expired {until}, holds until it is lifted</span>}
        {isDangling && <span className={classes.flag}>What it held for is gone</span>}
      </UnstyledButton>
    </li>
  );
}

/** What it holds for: an account's name, "Elm Clinic and 3 others", a territory, a unit. */
function targetText(
  { plan, scenario, basemap }: TerritoriesData,
  { exception, rows }: ListedException,
  number: (value: number) => string,
): string {
  const target = exception?.target;
  if (target && 'territoryId' in target) {
    const name = scenario.territories.find(({ id }) => id === target.territoryId)?.name ?? 'A territory';
    return `${name}, ${countOfAccounts(rows.length)}`;
  }
  if (target && 'level' in target) {
    return `${unitName(basemap, target.level, target.unitId)}, ${countOfAccounts(rows.length)}`;
  }
  const first = plan.accounts.names[rows[0] ?? -1] ?? 'Accounts';
  if (rows.length <= 1) return first;
  return `${first} and ${number(rows.length - 1)} ${rows.length === 2 ? 'other' : 'others'}`;
}

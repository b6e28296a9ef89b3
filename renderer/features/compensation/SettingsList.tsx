import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { notify } from '../../state/noticeStore';
import { PanelSection } from '../../ui/Panel';
import { SentenceField } from './SentenceField';
import type { FieldPath } from './setAt';
import type { SettingField, SettingGroup, SettingRows } from './settingField';
import classes from './Settings.module.css';

/** @returns why the value can't be taken; null where it was */
export type SetField = (path: FieldPath, value: string | number | null) => string | null;

/** Settings under their titles, each with its name and a field to change it. */
export function SettingGroups({
  groups,
  onSet,
}: {
  readonly groups: readonly SettingGroup[];
  readonly onSet: SetField;
}) {
  return groups.map((group) => (
    <PanelSection key={group.title} title={group.title}>
      <dl className={classes.fields}>
        {group.fields.map((field) => (
          <div key={field.path.join('.')} className={classes.field}>
            <dt>{field.label}</dt>
            <dd>
              <SettingInput field={field} onSet={onSet} />
            </dd>
          </div>
        ))}
      </dl>
    </PanelSection>
  ));
}

function SettingInput({ field, onSet }: { readonly field: SettingField; readonly onSet: SetField }) {
  const { label, value, unit, path } = field;
  if (unit === 'date') {
    return (
      <TextInput
        key={value}
        type="date"
        size="xs"
        aria-label={label}
        defaultValue={value ?? ''}
        onBlur={(event) => {
          const typed = event.target.value === '' ? null : event.target.value;
          if (typed === value) return;
          const refusal = onSet(path, typed);
          if (refusal !== null) notify('error', refusal);
        }}
      />
    );
  }
  return (
    <span className={classes.input}>
      <SentenceField
        context={label}
        value={value}
        unit={unit}
        {...(field.choices ? { choices: field.choices } : {})}
        isOpenChoice={field.isOpenChoice ?? false}
        onSet={(next) => onSet(path, next)}
      />
      {field.isClearable && value !== null && (
        <ActionIcon size={20} aria-label={`${label}: none`} onClick={() => onSet(path, null)}>
          <IconX size={12} stroke={1.8} />
        </ActionIcon>
      )}
    </span>
  );
}

interface SettingTableProps {
  readonly list: SettingRows;
  readonly onSet: SetField;
  readonly onAdd: () => void;
  /** Null where the only row can't go. */
  readonly onRemove: ((at: number) => void) | null;
}

/** A list that grows and shrinks: tiers, points, objectives. */
export function SettingTable({ list, onSet, onAdd, onRemove }: SettingTableProps) {
  return (
    <PanelSection title={list.title}>
      <table className={classes.rows} aria-label={list.title}>
        <thead>
          <tr>
            {list.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col" aria-label="Remove" />
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row, at) => (
            <tr key={at}>
              {cellsOf(row, list.columns.length).map((fields, column) => (
                <td key={column}>
                  {fields.map((field) => (
                    <SettingInput key={field.path.join('.')} field={field} onSet={onSet} />
                  ))}
                </td>
              ))}
              <td className={classes.remove}>
                <ActionIcon
                  size={20}
                  aria-label={`Remove ${list.part} ${at + 1}`}
                  disabled={onRemove === null}
                  onClick={() => onRemove?.(at)}
                >
                  <IconX size={12} stroke={1.8} />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        variant="subtle"
        className={classes.add}
        leftSection={<IconPlus size={14} stroke={1.8} />}
        onClick={onAdd}
      >
        Add {list.part}
      </Button>
    </PanelSection>
  );
}

/** Fields of a row by column; what is more than there are columns stands in the last one. */
function cellsOf(row: readonly SettingField[], columns: number): SettingField[][] {
  return Array.from({ length: columns }, (_, at) =>
    at < columns - 1 ? row.slice(at, at + 1) : row.slice(at),
  );
}

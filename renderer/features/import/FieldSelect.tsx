import { Select } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { FIELD_LABELS, type ColumnMapping } from '../../../shared/io/import/fields';
import { FIELD_GROUPS, fieldChoice, fieldHelp, fieldOfChoice } from './fieldChoices';
import classes from './FieldSelect.module.css';
import { changeField } from './importActions';

const OPTIONS = FIELD_GROUPS.map(({ group, choices }) => ({
  group,
  items: choices.map((choice) => ({ value: choice, label: FIELD_LABELS[choice] })),
}));

/** Below this a guess is drawn dashed: look here first. */
const UNSURE = 0.7;

/** The field of a column, with what each field is for. */
export function FieldSelect({ column }: { readonly column: ColumnMapping }) {
  const choice = fieldChoice(column.field);
  return (
    <Select
      aria-label={`Field of column ${column.header}`}
      classNames={{
        input: classes.input ?? '',
        option: classes.option ?? '',
        groupLabel: classes.groupLabel ?? '',
        section: classes.section ?? '',
      }}
      data={OPTIONS}
      value={choice}
      onChange={(value) => {
        if (value && value !== choice) {
          void changeField(column.columnIndex, fieldOfChoice(value, column.header));
        }
      }}
      renderOption={({ option }) => (
        <span className={classes.choice}>
          <span className={classes.label}>{option.label}</span>
          <span className={classes.help}>{fieldHelp(option.value)}</span>
        </span>
      )}
      rightSection={<IconChevronDown size={12} stroke={1.6} aria-hidden />}
      rightSectionWidth={20}
      comboboxProps={{ width: 320, position: 'bottom-start', withinPortal: true }}
      withScrollArea={false}
      styles={{ dropdown: { maxHeight: 420, overflowY: 'auto' } }}
      mod={{ unsure: column.confidence < UNSURE, ignored: choice === 'ignore' }}
    />
  );
}

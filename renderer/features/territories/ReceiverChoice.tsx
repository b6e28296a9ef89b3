import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { MapPreview } from '../../state/viewStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import { previewMove } from './moveActions';
import classes from './PreviewCard.module.css';
import type { TerritoriesData } from './useTerritoriesData';

interface ReceiverChoiceProps {
  readonly data: TerritoriesData;
  readonly picked: MapPreview;
}

const NOBODY = [
  { value: 'nobody:unassigned', label: 'Unassigned', target: { nobody: 'unassigned' } },
  { value: 'nobody:house', label: 'House account', target: { nobody: 'house' } },
] as const;

/** Who takes the accounts; any territory, or nobody. */
export function ReceiverChoice({ data, picked }: ReceiverChoiceProps) {
  const { scenario, evaluation } = data;
  const format = usePlanFormat();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { target } = picked;
  const receiver = scenario.territories.find(({ id }) => id === picked.territoryId);
  const nobody = NOBODY.find((each) => 'nobody' in target && each.target.nobody === target.nobody);
  return (
    <Combobox
      store={combobox}
      width={220}
      position="bottom-end"
      onOptionSubmit={(value) => {
        const none = NOBODY.find((each) => each.value === value);
        previewMove(picked, none ? none.target : { territoryId: value });
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          component="button"
          type="button"
          pointer
          size="xs"
          className={classes.receiver}
          aria-label={`Receiving territory: ${receiver?.name ?? nobody?.label ?? 'none'}`}
          leftSection={
            nobody ? (
              <TerritorySwatch colorIndex={null} nobody={nobody.target.nobody} />
            ) : (
              <TerritorySwatch colorIndex={receiver?.colorIndex ?? null} />
            )
          }
          rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
          rightSectionPointerEvents="none"
          onClick={() => combobox.toggleDropdown()}
        >
          <span className={classes.ellipsis}>{receiver?.name ?? nobody?.label ?? 'Choose'}</span>
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {evaluation.territories.assignable.map((k) => {
            const territory = scenario.territories[k]!;
            return (
              <Combobox.Option key={territory.id} value={territory.id} active={territory.id === receiver?.id}>
                <span className={classes.option}>
                  <TerritorySwatch colorIndex={territory.colorIndex} />
                  <span className={classes.ellipsis}>{territory.name}</span>
                  <span className={classes.optionIndex}>
                    {format.index(evaluation.territories.index[k]!, scenario.corridorShare)}
                  </span>
                </span>
              </Combobox.Option>
            );
          })}
          {NOBODY.map(({ value, label, target: { nobody: kind } }) => (
            <Combobox.Option key={value} value={value}>
              <span className={classes.option}>
                <TerritorySwatch colorIndex={null} nobody={kind} />
                {label}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

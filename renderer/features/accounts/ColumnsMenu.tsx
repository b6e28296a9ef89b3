import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconColumns3, IconPin, IconPinFilled } from '@tabler/icons-react';
import { usePlanStore } from '../../state/planStore';
import classes from './AccountsToolbar.module.css';
import { setHiddenColumns, setPinnedColumns, useColumnChoices } from './accountsStore';
import { useRows } from './rowStore';
import { hiddenIds, pinnedIds } from './shownColumns';

/** Which columns are shown, and which stay in sight while the rest scrolls. */
export function ColumnsMenu() {
  const columns = useRows((state) => state.columns);
  const planId = usePlanStore((state) => state.plan?.id ?? '');
  const hidden = hiddenIds(
    columns,
    useColumnChoices((choices) => choices.hidden[planId]),
  );
  const pinned = pinnedIds(useColumnChoices((choices) => choices.pinned[planId]));
  const without = (ids: readonly string[], id: string): string[] => ids.filter((each) => each !== id);
  return (
    <Popover width={260} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={14} stroke={1.6} aria-hidden />}>Columns</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns of the table">
        <div className={classes.columnList}>
          {columns.map(({ id, label }) => {
            const isHidden = hidden.includes(id);
            const isPinned = pinned.includes(id);
            const pinLabel = isPinned ? `Let ${label} scroll` : `Pin ${label}`;
            return (
              <div key={id} className={classes.columnItem}>
                <Checkbox
                  size="xs"
                  label={label}
                  checked={!isHidden}
                  onChange={() => setHiddenColumns(planId, isHidden ? without(hidden, id) : [...hidden, id])}
                />
                <Tooltip label={pinLabel}>
                  <ActionIcon
                    aria-label={pinLabel}
                    aria-pressed={isPinned}
                    onClick={() => setPinnedColumns(planId, isPinned ? without(pinned, id) : [...pinned, id])}
                  >
                    {isPinned ? (
                      <IconPinFilled size={14} aria-hidden />
                    ) : (
                      <IconPin size={14} stroke={1.6} aria-hidden />
                    )}
                  </ActionIcon>
                </Tooltip>
              </div>
            );
          })}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

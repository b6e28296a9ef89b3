import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { GridColumn } from '../../ui/gridColumn';
import { Panel, PanelHeader } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { VirtualTable } from '../../ui/VirtualTable';
import { goToEntry, type CleaningSection } from './cleaningStore';

interface EntryListProps {
  readonly section: CleaningSection;
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly count: number;
  readonly position: number;
  /** Buttons for all entries. */
  readonly children?: ReactNode;
}

/** What there is to settle, an entry a row, with the way to the next. */
export function EntryList({ section, label, columns, count, position, children }: EntryListProps) {
  const format = usePlanFormat();
  const rows = useMemo(() => Array.from({ length: count }, (_, at) => at), [count]);
  return (
    <Panel label={label} edge="right">
      <PanelHeader title={label} note={`${format.number(position + 1)} of ${format.number(count)}`}>
        {children}
        <Tooltip label="Previous (Alt ↑)">
          <ActionIcon
            aria-label="Previous"
            disabled={position === 0}
            onClick={() => goToEntry(section, position - 1)}
          >
            <IconChevronUp size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Next (Alt ↓)">
          <ActionIcon
            aria-label="Next"
            disabled={position >= count - 1}
            onClick={() => goToEntry(section, position + 1)}
          >
            <IconChevronDown size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </PanelHeader>
      <VirtualTable
        label={label}
        columns={columns}
        rows={rows}
        focusedRow={position}
        onFocusRow={(row) => goToEntry(section, row)}
        onOpen={(row) => goToEntry(section, row)}
      />
    </Panel>
  );
}

import { Button } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { EmptyState } from '../../ui/EmptyState';
import type { GridColumn } from '../../ui/gridColumn';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './CleaningScreen.module.css';
import { useCleaning } from './cleaningStore';
import { DuplicateDetail } from './DuplicateDetail';
import { EntryList } from './EntryList';
import type { CleaningData } from './useCleaningData';

const REASONS = { sameId: 'Same id', sameNameAndPlace: 'Same name and place' } as const;

/** Accounts that seem to be one: listed, compared cell by cell, merged or said to be different. */
export function DuplicatesSection({ data }: { readonly data: CleaningData }) {
  const { accounts, duplicates } = data;
  const position = Math.min(
    useCleaning((view) => view.positions.duplicates),
    duplicates.length - 1,
  );
  const measures = useCleaning((view) => view.measures);
  const format = usePlanFormat();
  const columns = useMemo((): GridColumn[] => {
    const nameOf = (at: number): string => accounts.names[duplicates[at]!.rows[0]!]!;
    return [
      {
        id: 'name',
        title: 'Account',
        widthPx: 150,
        isGrowing: true,
        isStrong: true,
        cell: nameOf,
        text: nameOf,
      },
      {
        id: 'count',
        title: 'Rows',
        align: 'end',
        widthPx: 56,
        cell: (at) => duplicates[at]!.rows.length,
        text: (at) => String(duplicates[at]!.rows.length),
      },
      {
        id: 'reason',
        title: 'Why',
        widthPx: 150,
        cell: (at) => REASONS[duplicates[at]!.reason],
        text: (at) => REASONS[duplicates[at]!.reason],
      },
    ];
  }, [accounts, duplicates]);
  const group = duplicates[position];
  if (!group) {
    return (
      <EmptyState
        icon={IconCopyCheck}
        title="No account is there twice"
        text="No two accounts have the same id, or the same name at the same place."
      />
    );
  }
  function mergeAll(): void {
    const merges = duplicates.map(({ rows: [keptRow, ...rows] }) => ({ keptRow: keptRow!, rows }));
    const result = planStore.dispatch({ kind: 'mergeAccounts', merges, measures });
    if (!result.ok) return;
    const count = merges.reduce((sum, { rows }) => sum + rows.length, 0);
    notify('done', `${format.number(count)} accounts merged into ${format.number(merges.length)}`, '', {
      label: 'Undo',
      run: () => planStore.undo(),
    });
  }
  return (
    <div className={classes.parts}>
      <EntryList
        section="duplicates"
        label="Accounts that seem to be one"
        columns={columns}
        count={duplicates.length}
        position={position}
      >
        <Button
          size="compact-xs"
          title="Keeps the first account of each group, fills its blanks from the others, and removes those"
          onClick={mergeAll}
        >
          Merge all {format.number(duplicates.length)}
        </Button>
      </EntryList>
      <DuplicateDetail key={group.key} data={data} group={group} />
    </div>
  );
}

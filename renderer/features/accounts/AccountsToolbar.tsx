import { Button, CloseButton, SegmentedControl, TextInput } from '@mantine/core';
import { IconFileImport, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { runAppCommand } from '../../state/commandStore';
import { openDialog } from '../../state/dialogStore';
import { useViewStore, viewStore } from '../../state/viewStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './AccountsToolbar.module.css';
import { accountsStore, useAccountsView, type AccountsView } from './accountsStore';
import { ColumnsMenu } from './ColumnsMenu';
import { FilterMenu } from './FilterMenu';
import { GroupSelect } from './GroupSelect';
import { rowStore, useRows } from './rowStore';

/** What is shown, found, filtered, grouped; and the way to bring accounts in. */
export function AccountsToolbar() {
  const mode = useAccountsView((view) => view.mode);
  const liveCount = useRows((state) => state.liveCount);
  const reviewCount = useRows((state) => state.reviewCount);
  const selectedCount = useViewStore((view) => view.selectedRows.length);
  const format = usePlanFormat();
  const modes: { value: AccountsView['mode']; label: string }[] = [
    { value: 'all', label: `All ${format.number(liveCount)}` },
    { value: 'selection', label: `Selection ${format.number(selectedCount)}` },
    { value: 'review', label: `Places to check ${format.number(reviewCount)}` },
  ];
  return (
    <div className={classes.toolbar}>
      <h1 className={classes.title}>Accounts</h1>
      <SegmentedControl
        size="xs"
        aria-label="Which accounts are shown"
        data={modes}
        value={mode}
        onChange={showMode}
      />
      <span className={classes.space} />
      <SearchField />
      <FilterMenu />
      <GroupSelect />
      <ColumnsMenu />
      {selectedCount === 1 && (
        <Button onClick={() => openDialog({ kind: 'why', row: viewStore.getState().selectedRows[0]! })}>
          Why here?
        </Button>
      )}
      {selectedCount > 0 && (
        <Button
          onClick={() =>
            openDialog({ kind: 'exception', target: { rows: viewStore.getState().selectedRows } })
          }
        >
          Exception…
        </Button>
      )}
      <Button onClick={() => runAppCommand('plan.clean')}>Clean up</Button>
      <Button
        leftSection={<IconFileImport size={14} stroke={1.6} aria-hidden />}
        onClick={() => runAppCommand('plan.import')}
      >
        Import
      </Button>
    </div>
  );
}

/** Shows some of the accounts; a list of places to check begins with its first. */
function showMode(mode: string): void {
  accountsStore.setState({ mode: mode as AccountsView['mode'], editing: null });
  if (mode === 'review') viewStore.setState({ focusedRow: rowStore.getState().rows[0] ?? null });
}

/** Milliseconds after the last letter, so that fast typing searches once. */
const REST_MS = 60;

function SearchField() {
  const search = useAccountsView((view) => view.search);
  const [text, setText] = useState(search);
  const [shownSearch, setShownSearch] = useState(search);
  // Cleared elsewhere, as by "Clear all".
  if (search !== shownSearch) {
    setShownSearch(search);
    setText(search);
  }
  useEffect(() => {
    const timer = setTimeout(() => accountsStore.setState({ search: text }), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextInput
      className={classes.search ?? ''}
      aria-label="Find accounts"
      placeholder="Find in any text"
      leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      rightSection={
        text === '' ? null : (
          <CloseButton size={20} aria-label="Clear the search" onClick={() => setText('')} />
        )
      }
    />
  );
}

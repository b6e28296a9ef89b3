import { Select } from '@mantine/core';
import classes from './AccountsToolbar.module.css';
import { accountsStore, useAccountsView } from './accountsStore';
import { useRows } from './rowStore';
import { codedTexts } from './tableColumns';

const NONE = 'none';

/** Columns with more distinct texts than this are no groups. */
const MOST_GROUPS = 5000;

/** By which column rows are summed up. */
export function GroupSelect() {
  const columns = useRows((state) => state.columns);
  const groupBy = useAccountsView((view) => view.groupBy);
  const choices = columns.filter(
    ({ source }) => (codedTexts(source)?.dictionary.length ?? Infinity) <= MOST_GROUPS,
  );
  return (
    <Select
      aria-label="Group by"
      className={classes.group ?? ''}
      withScrollArea={false}
      styles={{ dropdown: { maxHeight: 300, overflowY: 'auto' } }}
      data={[
        { value: NONE, label: 'Not grouped' },
        ...choices.map(({ id, label }) => ({ value: id, label: `By ${label.toLowerCase()}` })),
      ]}
      value={groupBy ?? NONE}
      onChange={(value) => accountsStore.setState({ groupBy: value === NONE ? null : value, editing: null })}
    />
  );
}

import { IconX } from '@tabler/icons-react';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { PlanFormat } from '../../ui/planFormat';
import classes from './AccountsToolbar.module.css';
import { clearFilters, setFilter, useAccountsView } from './accountsStore';
import type { ColumnFilter } from './filterRows';
import { useRows } from './rowStore';

/** The filters that hold, each with the way to drop it. */
export function FilterChips() {
  const filters = useAccountsView((view) => view.filters);
  const columns = useRows((state) => state.columns);
  const format = usePlanFormat();
  const shown = columns.filter((column) => filters[column.id]);
  if (shown.length === 0) return null;
  return (
    <div className={classes.chips}>
      {shown.map(({ id, label }) => (
        <span key={id} className={classes.chip}>
          <span className={classes.chipText}>
            {label}: {filterText(filters[id]!, format)}
          </span>
          <button
            type="button"
            className={classes.remove}
            aria-label={`Drop the filter on ${label}`}
            onClick={() => setFilter(id, null)}
          >
            <IconX size={12} stroke={1.8} aria-hidden />
          </button>
        </span>
      ))}
      <button type="button" className={classes.clear} onClick={clearFilters}>
        Clear all
      </button>
    </div>
  );
}

function filterText(filter: ColumnFilter, format: PlanFormat): string {
  switch (filter.kind) {
    case 'contains':
      return `contains ${filter.text}`;
    case 'values':
      return filter.texts.map((text) => text || 'blank').join(', ');
    case 'range': {
      const { min, max, withBlank } = filter;
      const parts = [
        min === null ? '' : `at least ${format.number(min, 6)}`,
        max === null ? '' : `at most ${format.number(max, 6)}`,
        withBlank ? 'or none' : '',
      ];
      return parts.filter(Boolean).join(' ');
    }
  }
}

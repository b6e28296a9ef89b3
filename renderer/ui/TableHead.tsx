import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { CheckMark } from './CheckMark';
import type { GridSort } from './gridColumn';
import type { ColumnLayout } from './useGridColumns';
import classes from './VirtualTable.module.css';

interface TableHeadProps {
  readonly layout: readonly ColumnLayout[];
  readonly sort: GridSort | null;
  readonly onSort: ((columnId: string) => void) | undefined;
  readonly checkbox: {
    readonly isChecked: boolean;
    readonly isPartial: boolean;
    readonly onToggle: () => void;
  } | null;
}

/** The header row: sorts on click, resizes at its edges, stays in sight. */
export function TableHead({ layout, sort, onSort, checkbox }: TableHeadProps) {
  return (
    <div className={classes.headGroup} role="rowgroup">
      <div className={classes.head} role="row" aria-rowindex={1}>
        {checkbox && (
          <div className={classes.checkCell} role="columnheader" aria-label="Selected">
            <CheckMark {...checkbox} label="Select all" />
          </div>
        )}
        {layout.map(({ source, header, pinnedAtPx }) => {
          const direction = sort?.columnId === source.id ? sort.direction : null;
          const isSortable = onSort !== undefined && source.isSortable !== false;
          return (
            <div
              key={source.id}
              className={classes.headCell}
              role="columnheader"
              aria-sort={direction ?? (isSortable ? 'none' : undefined)}
              data-align={source.align ?? 'start'}
              data-pinned={pinnedAtPx !== null || undefined}
              style={pinnedAtPx === null ? undefined : { left: pinnedAtPx }}
            >
              {isSortable ? (
                <button
                  type="button"
                  className={classes.sort}
                  title={source.title}
                  onClick={() => onSort(source.id)}
                >
                  <span className={classes.ellipsis}>{source.title}</span>
                  {direction === 'ascending' && <IconArrowUp size={12} stroke={1.6} aria-hidden />}
                  {direction === 'descending' && <IconArrowDown size={12} stroke={1.6} aria-hidden />}
                </button>
              ) : (
                <span className={classes.ellipsis} title={source.title}>
                  {source.title}
                </span>
              )}
              {header && (
                <span
                  className={classes.resizer}
                  aria-hidden
                  onMouseDown={header.getResizeHandler()}
                  onTouchStart={header.getResizeHandler()}
                  onDoubleClick={() => header.column.resetSize()}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

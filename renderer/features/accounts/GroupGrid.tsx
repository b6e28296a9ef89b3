import { useMemo, useState } from 'react';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { nextSort, type GridColumn, type GridSort } from '../../ui/gridColumn';
import { VirtualTable } from '../../ui/VirtualTable';
import { accountsStore, setFilter } from './accountsStore';
import { groupRows } from './groupRows';
import { useRows } from './rowStore';
import { sortRows } from './sortRows';
import { rankTexts } from './textRanks';

/** Rows summed up by a column; Enter or a double click shows the rows of a group. */
export function GroupGrid({ columnId }: { readonly columnId: string }) {
  const columns = useRows((state) => state.columns);
  const rows = useRows((state) => state.rows);
  const accounts = useRows((state) => state.accounts);
  const [sort, setSort] = useState<GridSort | null>(null);
  const format = usePlanFormat();
  const column = columns.find((each) => each.id === columnId);
  const measures = useMemo(() => accounts?.measures ?? [], [accounts]);
  const groups = useMemo(() => (column ? groupRows(rows, column, measures) : []), [rows, column, measures]);
  const gridColumns = useMemo(
    (): GridColumn[] => [
      {
        id: 'text',
        title: column?.label ?? '',
        widthPx: 240,
        isStrong: true,
        cell: (group) => groups[group]?.text || 'Blank',
        text: (group) => groups[group]?.text ?? '',
      },
      {
        id: 'count',
        title: 'Accounts',
        align: 'end',
        widthPx: 112,
        cell: (group) => format.number(groups[group]?.count ?? null),
        text: (group) => String(groups[group]?.count ?? ''),
      },
      ...measures.map((measure, index): GridColumn => ({
        id: measure.id,
        title: measure.name + format.measureUnitSuffix(measure.kind),
        align: 'end',
        widthPx: 140,
        cell: (group) => format.measureValue(measure.kind, groups[group]?.sums[index] ?? null),
        text: (group) => String(groups[group]?.sums[index] ?? ''),
      })),
    ],
    [column, groups, measures, format],
  );
  const order = useMemo(() => {
    const all = Int32Array.from(groups.keys());
    if (!sort) return all;
    const at = measures.findIndex((measure) => measure.id === sort.columnId);
    const keys =
      sort.columnId === 'text'
        ? Float64Array.from(rankTexts(groups.map(({ text }) => text)))
        : Float64Array.from(groups, ({ count, sums }) => (at < 0 ? count : sums[at]!));
    return sortRows(all, [{ keys, isDescending: sort.direction === 'descending' }]);
  }, [groups, measures, sort]);
  return (
    <VirtualTable
      label={`Accounts by ${column?.label ?? ''}`}
      columns={gridColumns}
      rows={order}
      sort={sort}
      onSort={(id) => setSort((before) => nextSort(before, id))}
      onOpen={(group) => {
        setFilter(columnId, { kind: 'values', texts: [groups[group]?.text ?? ''] });
        accountsStore.setState({ groupBy: null });
      }}
      pinnedColumnIds={['text']}
    />
  );
}

import { Button, Checkbox, NumberInput, Popover, Select, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './AccountsToolbar.module.css';
import { setFilter, useAccountsView } from './accountsStore';
import type { ColumnFilter } from './filterRows';
import { useRows } from './rowStore';
import { codedTexts, type TableColumn } from './tableColumns';

/** Filters by column; several hold together. */
export function FilterMenu() {
  const columns = useRows((state) => state.columns);
  const filterCount = useAccountsView((view) => Object.keys(view.filters).length);
  const [columnId, setColumnId] = useState<string | null>(null);
  const column = columns.find((each) => each.id === columnId) ?? columns[0];
  return (
    <Popover width={280} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button leftSection={<IconFilter size={14} stroke={1.6} aria-hidden />}>
          {filterCount === 0 ? 'Filter' : `Filter ${filterCount}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter by a column">
        <div className={classes.filter}>
          <Select
            label="Column"
            searchable
            openOnFocus={false}
            withScrollArea={false}
            styles={{ dropdown: { maxHeight: 300, overflowY: 'auto' } }}
            comboboxProps={{ withinPortal: false }}
            data={columns.map(({ id, label }) => ({ value: id, label }))}
            value={column?.id ?? null}
            onChange={setColumnId}
          />
          {column && <FilterEditor key={column.id} column={column} />}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function FilterEditor({ column }: { readonly column: TableColumn }) {
  const filter = useAccountsView((view) => view.filters[column.id] ?? null);
  if (column.source.kind === 'measure') return <RangeEditor column={column} filter={filter} />;
  if (codedTexts(column.source)) return <ValuesEditor column={column} filter={filter} />;
  return (
    <TextInput
      label="Contains"
      value={filter?.kind === 'contains' ? filter.text : ''}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setFilter(column.id, text === '' ? null : { kind: 'contains', text });
      }}
    />
  );
}

interface EditorProps {
  readonly column: TableColumn;
  readonly filter: ColumnFilter | null;
}

function RangeEditor({ column, filter }: EditorProps) {
  const range =
    filter?.kind === 'range' ? filter : { kind: 'range' as const, min: null, max: null, withBlank: false };
  const put = (fields: Partial<typeof range>): void => {
    const next = { ...range, ...fields };
    const isOpen = next.min === null && next.max === null && !next.withBlank;
    setFilter(column.id, isOpen ? null : next);
  };
  const read = (value: string | number): number | null => (typeof value === 'number' ? value : null);
  return (
    <>
      <div className={classes.range}>
        <NumberInput
          label="At least"
          value={range.min ?? ''}
          onChange={(value) => put({ min: read(value) })}
        />
        <NumberInput
          label="At most"
          value={range.max ?? ''}
          onChange={(value) => put({ max: read(value) })}
        />
      </div>
      <Checkbox
        size="xs"
        label="Accounts without a value too"
        checked={range.withBlank}
        onChange={(event) => put({ withBlank: event.currentTarget.checked })}
      />
    </>
  );
}

/** Values listed at once; the search finds the others. */
const LISTED = 100;

function ValuesEditor({ column, filter }: EditorProps) {
  const [search, setSearch] = useState('');
  const format = usePlanFormat();
  const values = useMemo(() => countValues(column), [column]);
  const wanted = useMemo(() => new Set(filter?.kind === 'values' ? filter.texts : []), [filter]);
  const folded = search.toLowerCase();
  const found = values.filter(({ text }) => text.toLowerCase().includes(folded));
  const toggle = (text: string): void => {
    const next = new Set(wanted);
    if (!next.delete(text)) next.add(text);
    setFilter(column.id, next.size === 0 ? null : { kind: 'values', texts: [...next] });
  };
  return (
    <div>
      <TextInput
        aria-label={`Find a value of ${column.label}`}
        placeholder="Find a value"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={classes.values} role="group" aria-label={`Values of ${column.label}`}>
        {found.slice(0, LISTED).map(({ text, count }) => (
          <Checkbox
            key={text}
            size="xs"
            checked={wanted.has(text)}
            onChange={() => toggle(text)}
            styles={{ labelWrapper: { flex: 1 } }}
            label={
              <span className={classes.value}>
                {text === '' ? 'Blank' : text} <span className={classes.count}>{format.number(count)}</span>
              </span>
            }
          />
        ))}
        {found.length > LISTED && (
          <span className={classes.count}>{format.number(found.length - LISTED)} more; search for them.</span>
        )}
      </div>
    </div>
  );
}

function countValues(column: TableColumn): { text: string; count: number }[] {
  const coded = codedTexts(column.source);
  if (!coded) return [];
  const counts = new Int32Array(coded.dictionary.length);
  for (let row = 0; row < coded.codes.length; row++) counts[coded.codes[row]!]!++;
  return coded.dictionary
    .map((text, code) => ({ text, count: counts[code]! }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

import { describe, expect, it } from 'vitest';
import { nextSort } from '../../../../renderer/ui/gridColumn';
import { movedPosition, selectAt } from '../../../../renderer/ui/gridSelection';
import { rowsAsTsv } from '../../../../renderer/ui/rowsAsTsv';

describe('selection in a table', () => {
  const order = [7, 3, 9, 1, 5];

  it('takes one row, toggles one, or extends in the order shown', () => {
    expect(selectAt(order, new Set([1]), 2, -1, 'only')).toEqual(new Set([9]));
    expect(selectAt(order, new Set([1]), 2, -1, 'toggle')).toEqual(new Set([1, 9]));
    expect(selectAt(order, new Set([1, 9]), 2, -1, 'toggle')).toEqual(new Set([1]));
    expect(selectAt(order, new Set(), 3, 1, 'range')).toEqual(new Set([3, 9, 1]));
    expect(selectAt(order, new Set(), 0, 2, 'range')).toEqual(new Set([7, 3, 9]));
  });

  it('leaves the selection alone beyond the last row', () => {
    expect(selectAt(order, new Set([1]), 9, -1, 'only')).toEqual(new Set([1]));
  });

  it('moves by keys within the rows there are', () => {
    expect(movedPosition('ArrowDown', -1, 5, 3)).toBe(0);
    expect(movedPosition('ArrowUp', 0, 5, 3)).toBe(0);
    expect(movedPosition('PageDown', 1, 5, 3)).toBe(4);
    expect(movedPosition('End', 0, 5, 3)).toBe(4);
    expect(movedPosition('x', 0, 5, 3)).toBeNull();
  });

  it('sorts up, down and not at all on repeated clicks', () => {
    const up = nextSort(null, 'name');
    const down = nextSort(up, 'name');
    expect([up, down, nextSort(down, 'name')]).toEqual([
      { columnId: 'name', direction: 'ascending' },
      { columnId: 'name', direction: 'descending' },
      null,
    ]);
    expect(nextSort(down, 'city')).toEqual({ columnId: 'city', direction: 'ascending' });
  });

  it('copies as text that a spreadsheet takes as cells', () => {
    const column = (id: string, texts: string[]) => ({
      id,
      title: id,
      widthPx: 100,
      cell: (row: number) => texts[row],
      text: (row: number) => texts[row]!,
    });
    const columns = [column('Name', ['Ada', 'Bo "B"', 'C\nD']), column('City', ['Gary, IN', 'A\tB', ''])];
    expect(rowsAsTsv(columns, [0, 1, 2])).toBe(
      'Name\tCity\r\nAda\tGary, IN\r\n"Bo ""B"""\t"A\tB"\r\n"C\nD"\t',
    );
  });
});

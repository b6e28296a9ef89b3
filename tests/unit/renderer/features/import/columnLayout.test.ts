import { expect, test } from 'vitest';
import { layOutColumns, ROW_NUMBER_PX } from '../../../../../renderer/features/import/columnLayout';
import type { ImportField } from '../../../../../shared/io/import/fields';

function columns(...fields: ImportField[]) {
  return fields.map((field, columnIndex) => ({
    columnIndex,
    header: `H${columnIndex}`,
    field,
    confidence: 1,
  }));
}

test('id and name come first and are pinned side by side, what is skipped comes last', () => {
  const layout = layOutColumns(
    columns('ignore', { attribute: 'Type' }, 'name', 'postal', { measure: 'Beds', kind: 'count' }, 'id'),
  );
  expect(layout.map(({ column }) => column.columnIndex)).toEqual([5, 2, 3, 4, 1, 0]);
  expect(layout.map(({ pinnedPx }) => pinnedPx)).toEqual([
    ROW_NUMBER_PX,
    ROW_NUMBER_PX + layout[0]!.widthPx,
    null,
    null,
    null,
    null,
  ]);
  expect(layout.map(({ isNumeric }) => isNumeric)).toEqual([false, false, false, true, false, false]);
});

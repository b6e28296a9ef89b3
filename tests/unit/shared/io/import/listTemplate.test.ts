import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findMeasure } from '../../../../../shared/model/accountTable';
import { SIMPLE_FIELDS } from '../../../../../shared/io/import/fields';
import { listTemplate } from '../../../../../shared/io/import/listTemplate';
import { readFile } from '../../../../../shared/io/import/readFile';
import { importBytes } from './importFixture';

const bytes = new Uint8Array(
  readFileSync(new URL('../../../../../assets/templates/accountList.xlsx', import.meta.url)),
);

it('the template goes in cleanly: each column its own field, nothing repaired, nothing doubted', () => {
  const built = importBytes(bytes, 'accountList.xlsx');
  expect(built.mapping.map(({ field }) => field)).toEqual([
    ...['id', 'name', 'owner', 'parent', 'street', 'city', 'region', 'postal', 'county', 'country'],
    ...['lat', 'lng', 'currency'],
    { measure: 'Revenue', kind: 'money' },
    { measure: 'Visits a year', kind: 'count' },
    { attribute: 'Segment' },
  ]);
  expect(SIMPLE_FIELDS.filter((field) => field !== 'ignore').length + 3).toBe(built.mapping.length);
  expect(built.mapping.every(({ confidence }) => confidence >= 0.7)).toBe(true);
  expect([built.imported, built.rejected, built.placed.exact]).toEqual([2, 0, 2]);
  expect(built.repairs).toEqual([]);
  expect(built.problems).toEqual([]);
  expect([...findMeasure(built.table, 'Revenue')!.values]).toEqual([125_000, 48_000]);
});

it('the file in the app says what the code says, and explains each column on a second sheet', () => {
  const file = readFile(bytes, 'accountList.xlsx');
  expect(file.mainSheet).toBe(0);
  for (const [at, sheet] of listTemplate().sheets.entries()) {
    const written = [...sheet.rows()]
      .filter((row) => row.length > 0)
      .map((row) => row.map(({ value }) => String(value ?? '')));
    const read = file.sheets[at]!;
    const rows = Array.from({ length: read.rowCount }, (_, row) => read.columns.map((cells) => cells[row]!));
    const filled = rows.filter((row) => row.some((cell) => cell !== ''));
    expect(filled.map((row) => row.filter((cell) => cell !== ''))).toEqual(
      written.map((row) => row.filter((cell) => cell !== '')),
    );
  }
});

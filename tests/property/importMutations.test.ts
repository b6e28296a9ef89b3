import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ImportFileError } from '../../shared/io/import/importFileError';
import { readFile } from '../../shared/io/import/readFile';
import { fixtureBytes, importBytes } from '../unit/shared/io/import/importFixture';

/** A fixed seed, so that a failure is found again. */
const SEED = 20_260_304;
const folder = new URL('../fixtures/import/', import.meta.url);
const names = readdirSync(folder).filter((name) => name !== 'README.md');
const texts = names.filter(
  (name) => /\.(csv|tsv|txt)$/.test(name) && !/empty|blanks|binary|workbook|utf16/.test(name),
);

/** Imports and checks that nothing is lost in silence; a file that can't be read says so in words. */
function importOrRefuse(bytes: Uint8Array, name: string): void {
  let built;
  try {
    built = importBytes(bytes, name);
  } catch (error) {
    expect(error).toBeInstanceOf(ImportFileError);
    expect((error as ImportFileError).message).toContain(name);
    return;
  }
  expect(built.rows).toBe(built.imported + built.rejected);
  expect(built.imported).toBe(built.table.rowCount);
  const rejections = built.problems.filter(
    ({ code }) => code === 'duplicate-id' || code === 'row-without-account',
  );
  expect(rejections.length).toBe(built.rejected);
  expect(new Set(built.table.ids).size).toBe(built.table.rowCount);
  expect(Object.values(built.placed).reduce((sum, count) => sum + count, 0)).toBe(built.imported);
  const named = new Set([...built.rowNumbers, ...rejections.map(({ row }) => row)]);
  expect(named.size).toBe(built.rows);
  for (const { row } of built.skipped) expect(named.has(row)).toBe(false);
  // Every filled row of the sheet is the header, an account, or left out by name.
  const file = readFile(bytes, name);
  const sheet = file.sheets[file.mainSheet]!;
  const leftOut = built.skipped.filter(({ reason }) => !reason.startsWith('Blank'));
  expect(sheet.header.rowCount + built.rows + leftOut.length).toBe(sheet.rowCount);
  for (let row = 0; row < built.table.rowCount; row++) {
    expect(Number.isNaN(built.table.lat[row]!)).toBe(built.table.placeLevels[row] === 0);
  }
}

describe('mutated lists', () => {
  it('changed, cut and doubled bytes are read or refused in words', () => {
    const change = fc.record({
      at: fc.nat(),
      byte: fc.nat(255),
      length: fc.nat(40),
      kind: fc.constantFrom('set', 'cut', 'double'),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (name, changes) => {
          let bytes = fixtureBytes(name);
          for (const { at, byte, length, kind } of changes) {
            const from = bytes.length === 0 ? 0 : at % bytes.length;
            const to = Math.min(bytes.length, from + length);
            if (kind === 'set') bytes = bytes.map((old, index) => (index === from ? byte : old));
            else if (kind === 'cut') bytes = Uint8Array.of(...bytes.subarray(0, from), ...bytes.subarray(to));
            else bytes = Uint8Array.of(...bytes.subarray(0, to), ...bytes.subarray(from));
          }
          importOrRefuse(bytes, name);
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('shuffled, doubled and missing rows and columns lose nothing', () => {
    const plan = fc.record({
      rows: fc.array(fc.nat(), { maxLength: 12 }),
      columns: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
      cell: fc.constantFrom(
        '',
        ' ',
        '#REF!',
        '912',
        '-999',
        '0',
        '1.2M',
        '03/04/2026',
        '"',
        'Total',
        '\u0000',
        'é',
        '=1+1',
      ),
      cellAt: fc.tuple(fc.nat(), fc.nat()),
    });
    fc.assert(
      fc.property(fc.constantFrom(...texts), plan, (name, { rows, columns, cell, cellAt }) => {
        const lines = new TextDecoder()
          .decode(fixtureBytes(name))
          .split(/\r\n|\r|\n/)
          .map((line) => line.split(/[,;\t|]/));
        const [header = [], ...body] = lines;
        const picked = rows.length === 0 ? body : rows.map((row) => body[row % body.length] ?? []);
        const table = [header, ...picked].map((line) =>
          columns.map((column) => line[column % line.length] ?? ''),
        );
        const target = table[cellAt[0] % table.length]!;
        target[cellAt[1] % target.length] = cell;
        importOrRefuse(new TextEncoder().encode(table.map((line) => line.join(',')).join('\n')), name);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('footers, totals, stray bytes, open quotes and a lost header change no account', () => {
    const account = fc.record({
      name: fc.constantFrom('Harbor Supply', 'Total Wine & More', 'Sum Insurance', 'Zoë Café', 'Elm Tools'),
      city: fc.constantFrom('Boston', 'Lincoln', 'Reno'),
      revenue: fc.integer({ min: 1, max: 1_000_000 }),
    });
    const kinds = ['footer', 'subtotals', 'bad byte', 'open quote', 'no header'] as const;
    fc.assert(
      fc.property(
        fc.array(account, { minLength: 3, maxLength: 30 }),
        fc.subarray([...kinds]),
        fc.subarray(FOOTER_LINES, { minLength: 1 }),
        (accounts, changes, footer) => {
          const list = writeList(accounts, new Set(changes), footer);
          const built = importBytes(list, 'list.csv');
          expect(built.rows).toBe(accounts.length);
          expect(built.table.names.map((name) => name.replace(/[\ufffd"]/g, ''))).toEqual(
            accounts.map(({ name }, at) => `${name} ${at}`),
          );
          const total = accounts.reduce((sum, { revenue }) => sum + revenue, 0);
          expect(built.table.measures.at(-1)!.values.reduce((sum, value) => sum + value, 0)).toBe(total);
          const damaged = built.problems.filter(({ code }) => code === 'damaged-text');
          expect(damaged.length).toBe(changes.includes('bad byte') ? 1 : 0);
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
  });
});

const FOOTER_LINES = [
  'Confidential Information - Do Not Distribute',
  'Copyright (c) 2000-2026 salesforce.com',
  'Generated By:  Ana Whitehorse  3/4/2026',
  'Note: figures are preliminary',
];

/** A list with what reports add to it; its accounts stand by city, so that each subtotal has its own rows above. */
function writeList(
  accounts: readonly { name: string; city: string; revenue: number }[],
  changes: ReadonlySet<string>,
  footer: readonly string[],
): Uint8Array {
  const lines = changes.has('no header') ? [] : ['Customer,City,State,Note,Revenue'];
  let group = 0;
  accounts.forEach(({ name, city, revenue }, at) => {
    const mark = at === 1 && changes.has('bad byte') ? '\ufffd' : '';
    const quote = at === 2 && changes.has('open quote') ? '"' : '';
    lines.push(`${quote}${name} ${at}${mark},${city},MA,Ünïcödé,${revenue}`);
    group += revenue;
    if (changes.has('subtotals') && accounts[at + 1]?.city !== city) {
      lines.push(`,${city} Total,,,${group}`);
      group = 0;
    }
  });
  if (changes.has('subtotals')) {
    lines.push(`Grand Total,,,,${accounts.reduce((sum, { revenue }) => sum + revenue, 0)}`);
  }
  if (changes.has('footer')) lines.push('', ...footer, 'Acme Corp');
  const text = new TextEncoder().encode(lines.join('\n'));
  // The mark in the text becomes one byte that is no UTF-8.
  const at = text.findIndex((byte, index) => byte === 0xef && text[index + 1] === 0xbf);
  return at < 0 ? text : Uint8Array.of(...text.subarray(0, at), 0xff, ...text.subarray(at + 3));
}

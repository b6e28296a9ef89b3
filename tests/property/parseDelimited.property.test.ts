import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from '../../shared/io/import/cleanNumber';
import { parseDelimited } from '../../shared/io/import/parseDelimited';

/** Few distinct cells, so that texts repeat, and many records more than the text has line feeds. */
const cell = fc.oneof(
  fc.constantFrom('TX', 'CA', 'New York', 'a "b" c', 'line\nbreak', 'semi;colon', ''),
  fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r', 'ü', ' '), maxLength: 12 }),
);
const records = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 60 });

function written(rows: readonly (readonly string[])[], lineEnd: string): string {
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(quoted).join(',')).join(lineEnd);
}

function parsed(text: string, rowLimit?: number) {
  const steps = parseDelimited(text, ',', 1, rowLimit);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

test('cells come back as they were written, blank records left out and numbered, whatever ends the lines', () => {
  fc.assert(
    fc.property(records, fc.constantFrom('\n', '\r\n', '\r'), (rows, lineEnd) => {
      const { rowCount, rowNumbers, columns } = parsed(written(rows, lineEnd));
      const kept = rows.flatMap((row, index) =>
        row.some((text) => text.trim() !== '') ? [{ row, number: index + 1 }] : [],
      );
      expect(rowCount).toBe(kept.length);
      expect([...rowNumbers]).toEqual(kept.map(({ number }) => number));
      expect(columns).toHaveLength(Math.max(0, ...kept.map(({ row }) => row.length)));
      columns.forEach((cells, column) => expect(cells).toEqual(kept.map(({ row }) => row[column] ?? '')));
    }),
    { numRuns: 400 },
  );
});

test('texts of a long list that hash alike stay apart', () => {
  const texts = Array.from({ length: 30_000 }, (_, index) => `place ${(index * 7919) % 12_000}`);
  expect(parsed(texts.join('\r')).columns[0]).toEqual(texts);
});

test('dollars in groups of three read as without the sign, and nothing else passes for them', () => {
  const digits = fc.string({ unit: fc.constantFrom('0', '1', '9', ',', '.', '$', '-', ' '), maxLength: 12 });
  const grouped = fc.integer({ min: 0, max: 2_000_000_000 }).map((value) => value.toLocaleString('en-US'));
  fc.assert(
    fc.property(fc.oneof(digits, grouped), (text) => {
      // A blank behind the sign takes the long way.
      const [quick, slow] = [readNumber(`$${text}`, '.'), readNumber(`$ ${text}`, '.')];
      expect(quick).toEqual(slow);
    }),
    { numRuns: 2000, examples: [['0,000'], ['0,123']] },
  );
});

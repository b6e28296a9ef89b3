import { expect, test } from 'vitest';
import { safeFileName } from '../../../../electron/host/safeFileName';

test.each([
  ['Plan 2027.xlsx', 'Plan 2027.xlsx'],
  ['../../etc/passwd', 'etc-passwd'],
  ['Ost/West: "neu"?.evenland', 'Ost-West- -neu--.evenland'],
  ['..', 'Untitled'],
  ['con.xlsx', '_con.xlsx'],
  ['Zürich\u0000\n.csv', 'Zürich--.csv'],
  ['name. ', 'name'],
])('%j becomes %j', (suggested, expected) => {
  expect(safeFileName(suggested)).toBe(expected);
});

test('a long name keeps its extension', () => {
  const name = safeFileName(`${'x'.repeat(400)}.evenland`);
  expect(name.length).toBe(150);
  expect(name.endsWith('.evenland')).toBe(true);
});

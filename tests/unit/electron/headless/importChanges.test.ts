import ExcelJS from 'exceljs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evenland } from './evenland';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'evenland-changes-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const json = ({ out }: { readonly out: string }) => JSON.parse(out) as Record<string, unknown>;

describe('import --changes', () => {
  it('takes what was edited in an exported workbook, but what is refused', async () => {
    await evenland('sample', '--out', at('sample.evenland'));
    await evenland('export', at('sample.evenland'), '--xlsx', at('back.xlsx'));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('back.xlsx'));
    workbook.getWorksheet('Quotas')!.getCell('F2').value = 1_200_000;
    workbook.getWorksheet('Quotas')!.getCell('F3').value = 'much';
    workbook.getWorksheet('Plans')!.getCell('B10').value = 2.75;
    await workbook.xlsx.writeFile(at('back.xlsx'));
    const take = (...more: string[]) =>
      evenland(
        ...['import', at('back.xlsx'), '--changes', '--into', at('sample.evenland')],
        ...['--out', at('back.evenland'), '--json', ...more],
      );
    const call = await take('--refuse', 'Plans!B10');
    expect(call.err).toBe('');
    expect(json(call)).toMatchObject({
      scenario: 'A · Today',
      changes: [
        { sheet: 'Quotas', cell: 'F2', before: 'none', after: '1200000', taken: true },
        { sheet: 'Plans', cell: 'B10', before: '2.5', after: '2.75', taken: false },
      ],
      problems: [{ sheet: 'Quotas', cell: 'F3', reason: '“much” is not a number of 0 or more.' }],
    });
    // What was taken differs no more, what was refused still does.
    const again = await evenland(
      ...['import', at('back.xlsx'), '--changes', '--into', at('back.evenland')],
      ...['--out', at('x.evenland'), '--json'],
    );
    expect(json(again)['changes']).toMatchObject([{ cell: 'B10' }]);
    expect((await take('--refuse', 'Quotas!Z9')).code).toBe(2);
    writeFileSync(at('other.csv'), 'Account ID,Account Name\nA1,Clinic\n');
    const other = await evenland(
      ...['import', at('other.csv'), '--changes', '--into', at('sample.evenland'), '--out', at('x.evenland')],
    );
    expect(other.code).toBe(1);
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import ExcelJS from 'exceljs';
import { PLAN_VERSION } from '../../../../shared/model/planDocument';
import { evenland, type Call } from './evenland';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'evenland-cli-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const json = (call: Call) => JSON.parse(call.out) as Record<string, unknown>;

/** A list with what real ones have: a lost zero, a sentinel, a row without a place. */
const LIST = [
  'Account ID,Account Name,City,State,Zip,Beds,Owner',
  ...['02139', '10001', '60601', '94105', '30303', '75201', '98101', '33101', '80202', '48226'].map(
    (zip, index) =>
      `A${index},Clinic ${index},,,${index === 0 ? '2139' : zip},${index === 9 ? -999 : 10 + index},Rep ${index % 2}`,
  ),
].join('\n');

describe('the command line', () => {
  it('writes the sample plan and describes it the same way twice', async () => {
    const sample = await evenland('sample', '--out', at('sample.evenland'), '--json');
    expect(sample.code).toBe(0);
    expect(json(sample)).toMatchObject({
      version: PLAN_VERSION,
      name: 'FY27 Field Plan',
      accounts: 2500,
      reps: 24,
      plans: 2,
    });
    const info = await evenland('info', at('sample.evenland'), '--json');
    expect(info.out).toBe(sample.out);
  });

  it('takes alike sheets of a workbook together by the name of their stack', async () => {
    const file = new URL('../../../fixtures/import/alike-sheets.xlsx', import.meta.url).pathname;
    const wrong = await evenland('import', file, '--out', at('stack.evenland'), '--sheet', 'None', '--json');
    expect(wrong.code).toBe(2);
    const names = ['East', 'West'];
    const counts: number[] = [];
    for (const sheet of [...names, names.join(' + ')]) {
      const call = await evenland('import', file, '--out', at('stack.evenland'), '--sheet', sheet, '--json');
      counts.push(Number(json(call)['imported']));
    }
    expect(counts[2]).toBe(counts[0]! + counts[1]!);
    const first = await evenland('import', file, '--out', at('stack.evenland'), '--json');
    const said = 'alike-sheets.xlsx: only sheet East is imported; not imported: West';
    expect(first.err).toContain(said);
    expect(json(first)['problems']).toContainEqual(
      expect.objectContaining({ row: 0, code: 'sheets-left-out', severity: 'warning' }),
    );
  });

  it('imports a list, repairs the ZIP that lost its zero and reports the sentinel by row and column', async () => {
    writeFileSync(at('list.csv'), LIST);
    const call = await evenland('import', at('list.csv'), '--out', at('list.evenland'), '--json');
    expect(call.code).toBe(0);
    const report = json(call) as {
      placed: Record<string, number>;
      repairs: { row: number; column: string; before: string; after: string }[];
      problems: { row: number; column: string; code: string }[];
    };
    expect(report).toMatchObject({ rows: 10, imported: 10, rejected: 0 });
    expect(report.placed['postal']).toBe(10);
    expect(report.repairs).toContainEqual(
      expect.objectContaining({ row: 2, column: 'Zip', before: '2139', after: '02139' }),
    );
    expect(report.problems).toContainEqual(
      expect.objectContaining({ row: 11, column: 'Beds', code: 'sentinel' }),
    );
  });

  it('maps and ignores columns by header, and says which headers there are when one is not', async () => {
    const mapped = await evenland(
      ...['import', at('list.csv'), '--out', at('mapped.evenland'), '--json'],
      ...['--map', 'Beds=measure:Capacity', '--ignore', 'Zip'],
    );
    const { placed } = json(mapped) as { placed: Record<string, number> };
    expect(placed['postal']).toBe(0);
    expect(json(await evenland('info', at('mapped.evenland'), '--json'))['measures']).toEqual(['Capacity']);
    const unknown = await evenland('import', at('list.csv'), '--out', at('x.evenland'), '--ignore', 'Nope');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('no column "Nope". It has: Account ID, Account Name');
  });

  it('balances into new territories within tolerance and writes who has what', async () => {
    const call = await evenland(
      ...['balance', at('list.evenland'), '--measure', 'accounts', '--tolerance', '1', '--territories', '5'],
      ...['--out', at('balanced.evenland'), '--assignment', at('assignment.csv'), '--json'],
    );
    expect(call.code).toBe(0);
    expect(json(call)).toMatchObject({ territories: 5, feasible: true, maxDevPct: 0, lowerBoundKm: null });
    const lines = readFileSync(at('assignment.csv'), 'utf8').trim().split('\n');
    expect(lines[0]).toBe('accountId,territoryId,territoryName');
    const counts = new Map<string, number>();
    for (const line of lines.slice(1))
      counts.set(line.split(',')[1]!, (counts.get(line.split(',')[1]!) ?? 0) + 1);
    expect([...counts.values()]).toEqual([2, 2, 2, 2, 2]);
  });

  it('takes bases from a file and names the row that is wrong in it', async () => {
    writeFileSync(at('bases.csv'), 'territoryId,name,lat,lng,capacity\ne,East,40,-75,1\nw,West,40,-120,1\n');
    const call = await evenland(
      ...[
        'balance',
        at('list.evenland'),
        '--measure',
        'accounts',
        '--tolerance',
        '20',
        '--bases',
        at('bases.csv'),
      ],
      ...['--out', at('based.evenland'), '--json'],
    );
    expect(json(call)).toMatchObject({ territories: 2, feasible: true });
    expect(json(call)['lowerBoundKm']).toBeGreaterThan(0);
    writeFileSync(at('bad.csv'), 'territoryId,name,lat,lng,capacity\ne,East,912,-75,1\n');
    const bad = await evenland(
      ...[
        'balance',
        at('list.evenland'),
        '--measure',
        'accounts',
        '--tolerance',
        '20',
        '--bases',
        at('bad.csv'),
      ],
      ...['--out', at('no.evenland')],
    );
    expect(bad).toMatchObject({ code: 1, out: '' });
    expect(bad.err).toContain('bad.csv, row 2: lat "912" is not a number from -90 to 90.');
    expect(existsSync(at('no.evenland'))).toBe(false);
  });

  it('brings a newer list into a plan by id, and keeps what the list does not touch', async () => {
    const newer = [
      'Account ID,Account Name,Zip,Beds',
      'A1,Clinic One,10001,99',
      'B7,Clinic New,02139,5',
    ].join('\n');
    writeFileSync(at('newer.csv'), newer);
    const call = await evenland(
      ...[
        'import',
        at('newer.csv'),
        '--into',
        at('balanced.evenland'),
        '--out',
        at('merged.evenland'),
        '--json',
      ],
    );
    expect(json(call)).toMatchObject({ rows: 2, imported: 2 });
    const info = json(await evenland('info', at('merged.evenland'), '--json'));
    expect(info).toMatchObject({ accounts: 11, scenarios: [{ territories: 5, assigned: 10 }] });
  });

  it('shares a target among reps so that quotas add up to it exactly, over-assignment included', async () => {
    const call = await evenland(
      ...['quota', at('sample.evenland'), '--target', '10000000.01', '--method', 'history', '--over', '7'],
      ...['--out', at('quotas.evenland'), '--json'],
    );
    const result = json(call) as { target: number; sum: number; quotas: { quota: number }[] };
    expect(result).toMatchObject({ target: 10000000.01, sum: 10700000.01 });
    const cents = result.quotas.reduce((sum, { quota }) => sum + Math.round(quota * 100), 0);
    expect(cents).toBe(1_070_000_001);
  });

  it('pays target incentive to the cent at 100%', async () => {
    const call = await evenland(
      ...['payout', at('sample.evenland'), '--attainment', '100', '--out', at('pay.csv'), '--json'],
    );
    expect(json(call)).toEqual({
      reps: 24,
      total: 2432000,
      byComponent: { Bookings: 1945600, 'Gross margin': 486400 },
    });
    expect(readFileSync(at('pay.csv'), 'utf8').split('\n')[0]).toBe(
      'repId,rep,plan,component,period,credited,quota,attainment,payout',
    );
    const old = await evenland(
      ...['payout', at('sample.evenland'), '--attainment', '150', '--plan', 'Account executive, FY26'],
      ...['--out', at('pay.csv'), '--json'],
    );
    // 1 + 0.25 · 1.5 + 0.25 · 2 = 1.875 times target.
    expect(json(old)['total']).toBe(2432000 * 1.875);
  });

  it('exports a workbook that another reader opens, formulas and values', async () => {
    const call = await evenland('export', at('sample.evenland'), '--xlsx', at('sample.xlsx'), '--json');
    expect(call.code).toBe(0);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('sample.xlsx'));
    expect(workbook.worksheets.map((sheet) => sheet.name)).toContain('Payouts');
    expect(workbook.getWorksheet('Accounts')!.rowCount).toBe(2501);
    const cell = workbook.getWorksheet('Territories')!.getCell('D2').value as ExcelJS.CellFormulaValue;
    expect(cell.formula).toContain('COUNTIFS');
    expect(cell.result).toBeGreaterThan(0);
  });

  it.each([
    ['nothing at all', [], 2, 'usage: evenland'],
    ['an unknown verb', ['fly'], 2, 'no command "fly"'],
    ['an unknown option', ['info', 'x', '--loud'], 2, 'no option --loud'],
    ['a missing value', ['sample', '--out'], 2, '--out needs a value'],
    ['no measure', ['balance', 'SAMPLE', '--tolerance', '5', '--out', 'OUT'], 2, '--measure is missing'],
    [
      'an ambiguous tolerance',
      ['balance', 'SAMPLE', '--measure', 'Workload:x', '--out', 'OUT'],
      2,
      'not "x"',
    ],
    [
      'units that are none',
      ['balance', 'SAMPLE', '--measure', 'accounts:5', '--contiguous', 'town', '--out', 'OUT'],
      2,
      'county, zip3, region, not "town"',
    ],
    ['an unknown scenario', ['export', 'SAMPLE', '--scenario', 'Z', '--xlsx', 'OUT'], 2, 'no scenario "Z"'],
    ['a missing file', ['info', 'NOWHERE'], 1, 'there is no such file'],
    ['a folder', ['info', 'FOLDER'], 1, 'is a folder'],
    ['a list where a plan is wanted', ['info', 'LIST'], 1, 'import it'],
    ['an empty list', ['import', 'EMPTY', '--out', 'OUT'], 1, 'empty.csv'],
    [
      'a list of a header only',
      ['import', 'HEADER', '--out', 'OUT'],
      1,
      'header.csv has a header in row 1 and no rows below it',
    ],
    ['a binary file named .csv', ['import', 'BINARY', '--out', 'OUT'], 1, 'binary.csv'],
  ])('answers %s with a message, no stack and the exit code', async (_what, words, code, message) => {
    writeFileSync(at('empty.csv'), '');
    writeFileSync(at('header.csv'), 'Account ID,Name,Zip\n');
    writeFileSync(
      at('binary.csv'),
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
    );
    const names: Record<string, string> = {
      SAMPLE: at('sample.evenland'),
      OUT: at('never.evenland'),
      NOWHERE: at('nowhere.evenland'),
      FOLDER: folder,
      LIST: at('list.csv'),
      EMPTY: at('empty.csv'),
      HEADER: at('header.csv'),
      BINARY: at('binary.csv'),
    };
    const call = await evenland(...words.map((word) => names[word] ?? word));
    expect(call.out).toBe('');
    expect(call.err).toContain(message);
    expect(call.err).not.toMatch(/^\s+at /m);
    expect(call.code).toBe(code);
    expect(existsSync(at('never.evenland'))).toBe(false);
  });
});

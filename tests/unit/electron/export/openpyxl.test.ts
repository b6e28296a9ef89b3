import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../../electron/export/writeXlsx';
import { buildWorkbook } from '../../../../shared/io/export/buildWorkbook';
import { encodeAttribute } from '../../../../shared/model/accountTable';
import { payingPlan } from '../../shared/plan/planFixture';

/** Debian's python3-openpyxl; another Python of the same machine may lack it. */
const PYTHON = '/usr/bin/python3';
const folder = mkdtempSync(join(tmpdir(), 'evenland-openpyxl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MARKS = `<Müller & "Sons"> 北京 🏢's`;

/** What openpyxl, which had no part in writing the file, reads of it: by sheet and cell, as JSON. */
const READ = `
import json, sys, openpyxl
path = sys.argv[1]
live = openpyxl.load_workbook(path)
known = openpyxl.load_workbook(path, data_only=True)
def cell(sheet, at):
    c = live[sheet][at]
    return {'value': c.value, 'type': c.data_type, 'cached': known[sheet][at].value, 'format': c.number_format,
            'locked': c.protection.locked, 'length': len(c.value) if isinstance(c.value, str) else 0}
names = live.defined_names
listed = [n.name for n in names.definedName] if hasattr(names, 'definedName') else list(names)
out = {
    'sheets': live.sheetnames,
    'states': sorted({s.sheet_state for s in live}),
    'names': [n for n in listed if n.startswith('A_')],
    'frozen': live['Accounts'].freeze_panes,
    'filter': live['Accounts'].auto_filter.ref,
    'area': str(live['Accounts'].print_area),
    'rules': [str(r.sqref) for r in live['Territories'].conditional_formatting],
    'validations': [v.type for v in live['Accounts'].data_validations.dataValidation],
    'plans': sorted({v.type for v in live['Plans'].data_validations.dataValidation}),
    'open': [c.number_format for row in live['Plans'].iter_rows() for c in row if c.value == 1e15],
    'uncovered': [c.coordinate for row in live['Plans'].iter_rows() for c in row
                  if not c.protection.locked and isinstance(c.value, (int, float))
                  and not any(c.coordinate in v.sqref for v in live['Plans'].data_validations.dataValidation)],
    'cover': live['Cover'].freeze_panes,
    'wide': live['Calc'].page_setup.fitToWidth,
    'protected': live['Accounts'].protection.sheet,
    'cells': {key: cell(*key.split('!')) for key in sys.argv[2:]},
}
for c in out['cells'].values():
    if c['length'] > 100: c['value'] = c['value'][-12:]
print(json.dumps(out))
`;

interface ReadCell {
  value: string | number | null;
  type: string;
  cached: string | number | null;
  format: string;
  locked: boolean;
  length: number;
}

interface ReadWorkbook {
  sheets: string[];
  states: string[];
  names: string[];
  frozen: string;
  filter: string;
  area: string;
  rules: string[];
  validations: string[];
  plans: string[];
  open: string[];
  uncovered: string[];
  cover: string | null;
  wide: string;
  protected: boolean;
  cells: Record<string, ReadCell>;
}

const hasOpenpyxl = spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;
if (!hasOpenpyxl)
  console.log('Skipped: openpyxl is not installed (Debian: apt-get install python3-openpyxl).');

describe.skipIf(!hasOpenpyxl)('the workbook in openpyxl', () => {
  it('opens with its sheets, names, formats, rules and texts as they are meant', async () => {
    const plan = payingPlan();
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\tTab', 'x'.repeat(40_000)];
    const model = buildWorkbook(
      {
        ...plan,
        accounts: {
          ...plan.accounts,
          ids: ['0001', ...plan.accounts.ids.slice(1)],
          names: [MARKS, 'Bell\u0007 and half a pair \ud83d', ...plan.accounts.names.slice(2)],
          attributes: [encodeAttribute('note', 'Note', texts)],
        },
      },
      { scenarioId: 's1', madeOn: '2026-11-28', withoutPay: false },
    );
    const path = join(folder, 'plan.xlsx');
    await writeXlsx(path, model, () => undefined);
    const wanted = [
      'Accounts!A2',
      'Accounts!B2',
      'Accounts!B3',
      'Accounts!C2',
      'Territories!E2',
      ...texts.map((_, at) => `Accounts!F${at + 2}`),
    ];
    const { stdout, stderr } = spawnSync(PYTHON, ['-c', READ, path, ...wanted], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const read = JSON.parse(stdout) as ReadWorkbook;
    expect(read.sheets).toEqual(model.sheets.map(({ name }) => name));
    expect(read.states).toEqual(['visible']);
    expect(read.names).toEqual(model.names.map(({ name }) => name));
    expect(read.frozen).toBe('C2');
    expect(read.filter).toMatch(/^A1:[A-Z]+7$/);
    expect(read.area).toMatch(/\$A\$1:\$[A-Z]+\$7/);
    expect(read.rules.length).toBeGreaterThan(0);
    expect(read.validations).toEqual(['list']);
    // Numbers of the plans take numbers alone; a band that lies open says so; a wide sheet prints on several pages.
    expect(read.plans).toEqual(['decimal']);
    expect(read.uncovered).toEqual([]);
    expect(read.open.length).toBeGreaterThan(0);
    expect(new Set(read.open)).toEqual(new Set([expect.stringContaining('"and above"')]));
    expect(read.cover).toBeNull();
    expect(Number(read.wide)).toBe(3);
    expect(read.protected).toBe(true);
    expect(read.cells['Accounts!A2']).toMatchObject({ value: '0001', type: 's', locked: true });
    expect(read.cells['Accounts!C2']).toMatchObject({ value: 'North', locked: false });
    // Marks of XML come through, and what XML cannot hold is a space.
    expect(read.cells['Accounts!B2']!.value).toBe(MARKS);
    expect(read.cells['Accounts!B3']!.value).toBe('Bell  and half a pair  ');
    const total = read.cells['Territories!E2']!;
    expect(total).toMatchObject({ type: 'f', cached: 30, format: '"$"#,##0' });
    // Text that looks like a formula is text, in a cell that stays text when it is edited.
    texts.slice(0, 4).forEach((text, at) => {
      expect(read.cells[`Accounts!F${at + 2}`]).toMatchObject({ value: text, type: 's', format: '@' });
    });
    expect(read.cells['Accounts!F7']).toMatchObject({
      length: 32_767,
    });
    expect(read.cells['Accounts!F7']!.value).toMatch(/ … \(cut\)$/);
    const notes = [...model.sheets.find(({ name }) => name === 'Data notes')!.rows()];
    expect(notes.some(([what, count]) => what!.value === 'Note: cut' && count!.value === 1)).toBe(true);
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../../electron/headless/main';

let folder: string;
const at = (name: string) => join(folder, name);

async function evenland(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await runCommandLine(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    assetsFolder: new URL('../../../../assets/', import.meta.url),
  });
  return { code, out, err };
}

const ZIPS = ['02139', '10001', '60601', '94105', '30303', '75201', '98101', '33101', '80202', '48226'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenland-balance-'));
  const rows = ZIPS.map((zip, index) => `A${index},Clinic ${index},${zip}`);
  writeFileSync(at('list.csv'), ['Account ID,Account Name,Zip', ...rows].join('\n'));
  writeFileSync(at('bases.csv'), 'territoryId,name,lat,lng,capacity\ne,East,40,-75,1\nw,West,40,-120,1\n');
  await evenland('import', at('list.csv'), '--out', at('list.evenland'));
  await evenland(
    ...['balance', at('list.evenland'), '--measure', 'accounts:20', '--bases', at('bases.csv')],
    ...['--out', at('based.evenland')],
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('evenland balance', () => {
  it('takes a scenario, some territories, a price on owners and a seed, and gives the same twice', async () => {
    const info = await evenland('info', at('based.evenland'), '--json');
    const { scenarios } = JSON.parse(info.out) as { scenarios: { id: string }[] };
    const scenario = scenarios.at(-1)!.id;
    const runs = [];
    for (const file of ['once', 'again']) {
      const call = await evenland(
        ...['balance', at('based.evenland'), '--measure', 'accounts:20', '--scenario', scenario],
        ...['--only', 'East,w', '--keep', '25', '--seed', '7', '--out', at(`${file}.evenland`)],
        ...['--assignment', at(`${file}.csv`), '--json'],
      );
      expect(call).toMatchObject({ code: 0, err: '' });
      const { seconds, ...rest } = JSON.parse(call.out) as Record<string, unknown>;
      expect(seconds).toBeGreaterThanOrEqual(0);
      runs.push({ rest, assignment: readFileSync(at(`${file}.csv`), 'utf8') });
    }
    expect(runs[0]).toEqual(runs[1]);
    expect(runs[0]!.rest).toMatchObject({ scenario, territories: 2, feasible: true, moved: 0 });
    expect(Object.keys(runs[0]!.rest).join()).toBe(
      'scenario,territories,feasible,reasons,maxDevPct,travelKm,lowerBoundKm,gapPct,moved',
    );
  });

  it.each([
    ['no tolerance', ['--measure', 'accounts', '--out', 'OUT'], '--tolerance is missing'],
    ['an unknown measure', ['--measure', 'Nope:5', '--out', 'OUT'], 'no measure "Nope"'],
    ['no file for the plan', ['--measure', 'accounts:5'], '--out is missing'],
    [
      'territories both counted and listed',
      ['--measure', 'accounts:5', '--territories', '3', '--bases', 'BASES', '--out', 'OUT'],
      'not both',
    ],
    [
      'a chosen territory that is not there',
      ['--measure', 'accounts:5', '--only', 'Nowhere', '--out', 'OUT'],
      '"Nowhere"',
    ],
    ['a seed that is no number', ['--measure', 'accounts:5', '--seed', 'x', '--out', 'OUT'], '"x"'],
    [
      'an unknown scenario',
      ['--measure', 'accounts:5', '--scenario', 'Z', '--out', 'OUT'],
      'no scenario "Z"',
    ],
  ])('answers %s with a message and exit code 2', async (_what, words, message) => {
    const names: Record<string, string> = { OUT: at('never.evenland'), BASES: at('bases.csv') };
    const call = await evenland('balance', at('based.evenland'), ...words.map((word) => names[word] ?? word));
    expect(call).toMatchObject({ code: 2, out: '' });
    expect(call.err).toContain(message);
    expect(existsSync(at('never.evenland'))).toBe(false);
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evenland } from './evenland';

let folder: string;
const at = (name: string) => join(folder, name);

const ZIPS = ['02139', '10001', '60601', '94105', '30303', '75201', '98101', '33101', '80202', '48226'];

/** A ZIP code of each state of the West. */
const WEST: Readonly<Record<string, string>> = {
  '98101': 'WA',
  '97201': 'OR',
  '94105': 'CA',
  '89501': 'NV',
  '83702': 'ID',
  '84101': 'UT',
  '85001': 'AZ',
  '59601': 'MT',
  '82001': 'WY',
  '80202': 'CO',
  '87501': 'NM',
  '75201': 'TX',
};
/** Which of them touch, beyond a corner. */
const TOUCHING =
  'WA-OR WA-ID OR-ID OR-CA OR-NV CA-NV CA-AZ NV-ID NV-UT NV-AZ ID-UT ID-MT ID-WY UT-AZ UT-WY UT-CO MT-WY WY-CO CO-NM NM-AZ NM-TX';

/** The states that one can walk to from the first without leaving them. */
function reached(states: readonly string[]): Set<string> {
  const known = new Set([states[0]!]);
  for (const from of known)
    for (const to of states)
      if (TOUCHING.split(' ').some((pair) => pair === `${from}-${to}` || pair === `${to}-${from}`))
        known.add(to);
  return known;
}

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

  it('keeps territories in one piece of land where it is asked to', async () => {
    const rows = Object.keys(WEST).map((zip, index) => `W${index},Clinic ${index},${zip}`);
    writeFileSync(at('west.csv'), ['Account ID,Account Name,Zip', ...rows].join('\n'));
    await evenland('import', at('west.csv'), '--out', at('west.evenland'));
    const call = await evenland(
      ...['balance', at('west.evenland'), '--measure', 'accounts:20', '--territories', '3'],
      ...['--contiguous', 'region', '--out', at('west3.evenland'), '--assignment', at('west3.csv'), '--json'],
    );
    expect(call).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(call.out)).toMatchObject({
      territories: 3,
      feasible: true,
      lowerBoundKm: null,
      gapPct: null,
    });
    const [, ...lines] = readFileSync(at('west3.csv'), 'utf8').trim().split(/\r?\n/);
    const statesOf = new Map<string, string[]>();
    for (const line of lines) {
      const [id, territory] = line.split(',');
      const state = Object.values(WEST)[Number(id!.slice(1))]!;
      statesOf.set(territory!, [...(statesOf.get(territory!) ?? []), state]);
    }
    expect([...statesOf.values()].map((states) => states.length).sort()).toEqual([4, 4, 4]);
    for (const states of statesOf.values()) expect(reached(states)).toEqual(new Set(states));
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

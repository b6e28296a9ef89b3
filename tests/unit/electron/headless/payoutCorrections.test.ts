import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../../electron/headless/main';
import { readPlanFile, writePlanFile } from '../../../../shared/io/project/planFile';

const folder = mkdtempSync(join(tmpdir(), 'evenland-corrections-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

async function evenland(...argv: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const code = await runCommandLine(argv, {
    out: (text) => (out += text),
    err: () => undefined,
    assetsFolder: new URL('../../../../assets/', import.meta.url),
  });
  return { code, out };
}

describe('payout with corrections', () => {
  it('pays corrections of a rep who has no result', async () => {
    await evenland('sample', '--out', at('plan.evenland'));
    const plan = readPlanFile(readFileSync(at('plan.evenland')));
    const [rep, other] = plan.reps;
    const corrected = {
      ...plan,
      payResults: [{ repId: other!.id, component: 'bookings', period: '2027-01', credited: 100 }],
      payAdjustments: [
        {
          kind: 'correction' as const,
          id: 'c1',
          repId: rep!.id,
          period: '2027-01',
          componentId: null,
          author: 'Dana',
          reason: 'Bonus agreed on',
          at: '2027-04-01T00:00:00.000Z',
          amountCents: 50_000,
        },
      ],
    };
    writeFileSync(at('alone.evenland'), writePlanFile(corrected));
    const call = await evenland('payout', at('alone.evenland'), '--out', at('alone.csv'), '--json');
    expect(call.code).toBe(0);
    expect(JSON.parse(call.out)).toMatchObject({ byComponent: { Corrections: 500 } });
    const row = readFileSync(at('alone.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .find((each) => each[0] === rep!.id && each.includes('Corrections'));
    expect(row?.at(-1)?.trim()).toBe('500.00');
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compPlanSchema } from '../../../../shared/model/compPlan';
import { readPlanFile, writePlanFile } from '../../../../shared/io/project/planFile';
import { evenland } from './evenland';

const folder = mkdtempSync(join(tmpdir(), 'evenland-corrections-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

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

describe('payout on a list of cancellations alone', () => {
  it('adds them to the results of the plan, and says so', async () => {
    await evenland('sample', '--out', at('base.evenland'));
    const plan = readPlanFile(readFileSync(at('base.evenland')));
    const rep = { ...plan.reps[0]!, compPlanId: 'seller', startDate: null, endDate: null, rampRatios: [] };
    const seller = compPlanSchema.parse({
      id: 'seller',
      name: 'Seller',
      components: [
        { kind: 'flat', id: 'new', name: 'New', targetShareRatio: 1, rate: { kind: 'share', ratio: 0.1 } },
      ],
      clawback: { kind: 'prorated', termMonths: 12 },
    });
    const result = { repId: rep.id, component: 'new', period: '2027-01', credited: 100_000_00 };
    const april = { ...result, period: '2027-04', credited: 10_000_00 };
    const held = { ...plan, reps: [rep], compPlans: [seller], payResults: [result, april] };
    writeFileSync(at('held.evenland'), writePlanFile(held));
    const list = `Deal,Owner,Close date,Amount,Cancellation date\nAcme,${rep.id},2027-01-01,12000,2027-04-01\n`;
    writeFileSync(at('churn.csv'), list);
    const call = await evenland(
      ...['payout', at('held.evenland'), '--results', at('churn.csv'), '--out', at('churned.csv'), '--json'],
    );
    // 10% of 110,000, less 1,200 × (1 − 3 / 12).
    expect(JSON.parse(call.out)).toMatchObject({
      total: 10_100,
      byComponent: { New: 11_000, Clawback: -900 },
    });
    expect(call.err).toContain(
      'churn.csv holds only cancelled deals: they are added to the results of the plan.',
    );
  });
});

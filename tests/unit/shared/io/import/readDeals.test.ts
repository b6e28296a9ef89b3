import { describe, expect, it } from 'vitest';
import { readPayResults } from '../../../../../shared/io/import/readPayResults';
import {
  readPayResults as readStored,
  writePayResults,
} from '../../../../../shared/io/project/payResultsCsv';
import { compPlanSchema } from '../../../../../shared/model/compPlan';
import { ana, bookings, both, read, single } from './payResultsFixture';

describe('readPayResults of deals', () => {
  const crm = 'Deal ID,Deal Name,Owner,Stage,Close Date,Amount,Split';

  it('credits sold deals in the month they closed, each in the rep\u2019s share and as a deal of its own', () => {
    const { results, problems } = read([
      crm,
      'D1,Mercy,Ana Silva,Closed Won,1/31/2027,"$1,000",50%',
      'D2,Union,Ana Silva,closed won,1/2/2027,600,',
      'D3,Valley,Ana Silva,Closed Won,2027-02-03,250.10,1',
      'D4,Harbor,Ana Silva,Negotiation,2027-02-04,9999,',
      'D5,Élan,Ana Silva,Closed Lost,2027-02-05,9999,',
    ]);
    expect(results).toEqual([
      {
        repId: 'r1',
        component: 'b',
        period: '2027-01',
        credited: 110_000,
        deals: [50_000, 60_000],
        splitAway: 50_000,
      },
      { repId: 'r1', component: 'b', period: '2027-02', credited: 25_010, deals: [25_010] },
    ]);
    expect(problems).toMatchObject([{ row: 5, code: 'not-sold', severity: 'warning' }]);
    expect(problems[0]!.message).toContain(
      '2 deals are not sold and were left out (Negotiation 1, Closed Lost 1)',
    );
  });

  describe('in other currencies', () => {
    const inEuro = [
      'Deal ID,Owner,Close Date,Amount,Currency code',
      'D1,Ana Silva,2027-02-10,1000,EUR',
      'D2,Ana Silva,2027-07-10,1000,EUR',
      'D3,Ana Silva,2027-07-11,500,USD',
      'D4,Ana Silva,2027-07-12,100,CHF',
    ];
    const rates = {
      planCurrency: 'USD',
      fiscalYearStartMonth: 1,
      rates: [
        { currency: 'EUR', into: 'USD', rate: 1.1, from: '2026-12-01' },
        { currency: 'EUR', into: 'USD', rate: 1.25, from: '2027-07-01' },
      ],
    };
    const credits = (fields: object) => {
      const plan = compPlanSchema.parse({ ...single, ...fields });
      const bytes = new TextEncoder().encode(inEuro.join('\n'));
      const found = { reps: [ana], compPlans: [plan], dateOrder: 'mdy', rates } as const;
      return readPayResults(bytes, 'deals.csv', found);
    };

    it('convert at the rate locked for the year, or at the one of the day', () => {
      const locked = credits({ conversion: 'locked' });
      expect(locked.results.map(({ credited }) => credited)).toEqual([110_000, 160_000]);
      expect(locked.problems.map(({ row, code, severity }) => [row, code, severity])).toEqual([
        [2, 'converted', 'info'],
        [5, 'other-currency', 'error'],
      ]);
      expect(locked.problems[1]!.message).toContain('no rate between them on 2027-01-01');
      const ofTheDay = credits({ conversion: 'period' });
      expect(ofTheDay.results.map(({ credited }) => credited)).toEqual([110_000, 175_000]);
    });

    it('convert the other way round, where the comp plan pays in the other currency', () => {
      const { results, problems } = credits({ currency: 'EUR', conversion: 'period' });
      // 1,000 and 1,000 EUR as they are, 500 USD at 1.25.
      expect(results.map(({ credited }) => credited)).toEqual([100_000, 140_000]);
      expect(problems.filter(({ severity }) => severity === 'error').map(({ row }) => row)).toEqual([5]);
    });
  });

  describe('that were cancelled', () => {
    const withDate = 'Deal ID,Owner,Status,Close Date,Amount,Cancellation date';
    const takingBack = compPlanSchema.parse({ ...single, clawback: { kind: 'prorated', termMonths: 12 } });

    it('credits them in the month of the sale, and keeps when they were cancelled', () => {
      const { results, problems } = read(
        [
          withDate,
          'D1,Ana Silva,Closed Won,2027-01-15,1000,',
          'D2,Ana Silva,Cancelled,2027-01-15,400,2027-04-14',
          'D3,Ana Silva,Churned,2027-01-31,100,2027-02-28',
        ],
        takingBack,
      );
      expect(problems).toEqual([]);
      expect(results).toEqual([
        {
          repId: 'r1',
          component: 'b',
          period: '2027-01',
          credited: 150_000,
          deals: [100_000, 40_000, 10_000],
          cancelled: [
            { credited: 40_000, month: '2027-04', monthsServed: 2, deal: 'D2' },
            { credited: 10_000, month: '2027-02', monthsServed: 1, deal: 'D3' },
          ],
        },
      ]);
      expect(readStored(writePayResults(results))).toEqual(results);
    });

    it('names dates that can not be, leaves out those without a date, and says where nothing is taken back', () => {
      const { results, problems } = read(
        [
          withDate,
          'D1,Ana Silva,Closed Won,2027-01-15,1000,soon',
          'D2,Ana Silva,Cancelled,2027-01-15,400,2026-12-01',
          'D3,Ana Silva,Cancelled,2027-01-15,400,',
          'D4,Ana Silva,Refunded,2027-01-15,400,2027-02-15',
          'D5,Ana Silva,Refunded,2027-01-15,400,2027-02-15',
        ],
        single,
      );
      expect(results).toMatchObject([{ credited: 80_000 }]);
      expect(problems.map(({ row, code }) => [row, code])).toEqual([
        [2, 'not-a-date'],
        [3, 'cancelled-early'],
        [5, 'no-clawback'],
        [4, 'not-sold'],
      ]);
      expect(problems[3]!.message).toContain('give a column "cancellation date"');
    });
  });

  it('splits a deal among its reps together, so that no cent is credited twice', () => {
    const bytes = new TextEncoder().encode(
      [crm, ...['r1', 'r2'].map((id) => `D1,Mercy,${id},Closed Won,2027-03-04,100.01,50%`)].join('\n'),
    );
    const reps = [ana, { ...ana, id: 'r2', name: 'Bo Vos' }];
    const { results } = readPayResults(bytes, 'd.csv', { reps, compPlans: [both], dateOrder: 'mdy' });
    expect(results).toMatchObject([
      { repId: 'r1', credited: 5001, deals: [5001], splitAway: 5000 },
      { repId: 'r2', credited: 5000, deals: [5000], splitAway: 5001 },
    ]);
    expect(readStored(writePayResults(results))).toEqual(results);
  });

  it('credits a deal more than once where the shares say so', () => {
    const { results } = read([crm, 'D1,Mercy,r1,Won,2027-03-04,100,1', 'D1,Mercy,r1,Won,2027-03-04,100,50%']);
    expect(results).toMatchObject([{ credited: 15_000, deals: [10_000, 5_000], splitAway: 5_000 }]);
  });

  it('names deals it can not credit, and the one that stands twice', () => {
    const { results, problems } = read([
      'Opportunity,Rep,Close Date,Amount,Split,Currency,Component',
      'A,r1,2027-01-05,100,,,',
      'A,r1,2027-01-05,100,,usd,',
      'B,r1,soon,100,,,',
      'C,r1,2027-01-05,100,-3,,',
      'D,r1,2027-01-05,100,,EUR,',
      'E,r1,2027-01-05,100,,,Margin',
      'F,Nobody,2027-01-05,100,,,',
    ]);
    expect(results).toEqual([
      { repId: 'r1', component: 'b', period: '2027-01', credited: 20_000, deals: [10_000, 10_000] },
    ]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'same-deal'],
      [4, 'not-a-period'],
      [5, 'no-share'],
      [6, 'other-currency'],
      [7, 'component-of-ratio'],
      [8, 'rep-unknown'],
    ]);
  });

  it('credits every component that measures the same, counts deals where they are counted, and asks where it can not tell', () => {
    const logos = { ...bookings, id: 'n', name: 'Logos', measure: 'logos', measureUnit: 'count' };
    const extra = { ...bookings, id: 'x', name: 'Accelerator', targetShareRatio: 0 };
    const plan = compPlanSchema.parse({ ...both, components: [bookings, extra, logos] });
    const lines = [
      'Deal ID,Rep,Close Date,Amount,Component',
      'D1,r1,2027-03-01,100,',
      'D1,r1,2027-03-01,100,Logos',
    ];
    expect(read(lines, plan).results).toEqual([
      { repId: 'r1', component: 'b', period: '2027-03', credited: 10_000, deals: [10_000] },
      { repId: 'r1', component: 'x', period: '2027-03', credited: 10_000, deals: [10_000] },
      { repId: 'r1', component: 'n', period: '2027-03', credited: 1, deals: [1] },
    ]);
    const apart = compPlanSchema.parse({
      ...both,
      components: [bookings, { ...extra, measure: 'renewals' }],
    });
    const { results, problems } = read(lines.slice(0, 2), apart);
    expect(results).toEqual([]);
    expect(problems[0]!.message).toContain(
      'say in a column "component" which one is meant (Bookings, Accelerator)',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readPayResults } from '../../../../../shared/io/import/readPayResults';
import { compPlanSchema } from '../../../../../shared/model/compPlan';
import { repSchema } from '../../../../../shared/model/rep';

const bookings = {
  kind: 'flat',
  id: 'b',
  name: 'Bookings',
  targetShareRatio: 1,
  rate: { kind: 'share', ratio: 0.1 },
};
const margin = {
  kind: 'objectives',
  id: 'm',
  name: 'Margin',
  measure: 'gross margin',
  measureUnit: 'ratio',
  objectives: [{ id: 'o', name: 'O', weightRatio: 1 }],
};
const both = compPlanSchema.parse({ id: 'ae', name: 'AE plan', components: [bookings, margin] });
const single = compPlanSchema.parse({ ...both, components: [bookings] });
const ana = repSchema.parse({
  id: 'r1',
  name: 'Ana Silva',
  role: 'AE',
  compPlanId: 'ae',
  baseSalaryCents: 10_000_000,
  targetIncentiveCents: 10_000_000,
});

function read(lines: readonly string[], plan = both) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  return readPayResults(bytes, 'results.csv', { reps: [ana], compPlans: [plan] });
}

describe('readPayResults', () => {
  it('reads a rep by name, a component by name, id or measure, and money as cents', () => {
    const { results, problems } = read([
      'Payee,Component,Period,"Credited, $",Quota',
      'Ana Silva,Bookings,2027-Q1,"$1,000.50",',
      'r1,gross margin,Q2 2027,85%,0.8',
    ]);
    expect(problems).toEqual([]);
    expect(results).toEqual([
      { repId: 'r1', component: 'b', period: '2027-Q1', credited: 100_050 },
      { repId: 'r1', component: 'm', period: '2027-Q2', credited: 0.85, quota: 0.8 },
    ]);
  });

  it('adds deals of one rep, component and month up, by the day they were closed', () => {
    const { results, problems } = read([
      'rep,component,date,amount',
      'r1,b,2027-01-04,100',
      'r1,b,2027-01-20,50',
    ]);
    expect(results).toEqual([{ repId: 'r1', component: 'b', period: '2027-01', credited: 15_000 }]);
    expect(problems.map(({ severity }) => severity)).toEqual(['info']);
  });

  it('takes the only component of a plan where none is named', () => {
    expect(read(['rep,period,credited', 'r1,2027,7'], single).results).toMatchObject([{ component: 'b' }]);
    expect(read(['rep,period,credited', 'r1,2027,7']).results).toEqual([]);
  });

  it('names the row of what it can not take, and takes the rest', () => {
    const { results, problems } = read([
      'Rep,Component,Period,Credited',
      'Bob,Bookings,2027-01,1',
      'r1,Renewals,2027-01,1',
      'r1,b,someday,1',
      'r1,b,2027-01,lots',
      'r1,b,2027-01,7',
    ]);
    expect(results).toHaveLength(1);
    expect(problems.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
  });

  it('says which columns are missing', () => {
    expect(() => read(['Rep', 'r1'])).toThrow('no column "period", "credited"');
  });
});

import { describe, expect, it } from 'vitest';
import {
  readPayResults as readStored,
  writePayResults,
} from '../../../../../shared/io/project/payResultsCsv';
import { compPlanSchema } from '../../../../../shared/model/compPlan';
import { bookings, both, margin, read, single } from './payResultsFixture';

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

  it('reads the scores of objectives, a row an objective, by name or id', () => {
    const scored = compPlanSchema.parse({
      ...both,
      components: [
        bookings,
        {
          ...margin,
          objectives: [
            { id: 'o1', name: 'Playbook', weightRatio: 0.6 },
            { id: 'o2', name: 'Hires', weightRatio: 0.4 },
          ],
        },
      ],
    });
    const { results, problems } = read(
      [
        'Rep,Component,Objective,Period,Score',
        'r1,Margin,Playbook,2027-Q1,90%',
        'r1,,o2,2027-Q1,50',
        'r1,Margin,Hires,2027-Q1,1',
        'r1,Margin,Golf,2027-Q1,1',
        'r1,Bookings,,2027-Q1,100',
      ],
      scored,
    );
    expect(results).toEqual([
      { repId: 'r1', component: 'm', period: '2027-Q1', credited: 0.74, scores: { o1: 0.9, o2: 0.5 } },
      { repId: 'r1', component: 'b', period: '2027-Q1', credited: 10_000 },
    ]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [4, 'same-objective'],
      [5, 'objective-unknown'],
    ]);
    expect(problems[1]!.message).toContain('It has Playbook, Hires.');
    expect(readStored(writePayResults(results))).toEqual(results);
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

  it('leaves out a row with more cells than the header, and names it', () => {
    const lines = ['Rep,Component,Period,Credited', 'r1,b,2027-03,$1,000.50', 'r1,b,2027-04,7'];
    const { results, problems } = read(lines);
    expect(results).toMatchObject([{ period: '2027-04', credited: 700 }]);
    expect(problems).toMatchObject([{ row: 2, code: 'more-cells', severity: 'error' }]);
  });

  it('says which columns are missing', () => {
    expect(() => read(['Rep', 'r1'])).toThrow('no column "period", "credited"');
  });
});

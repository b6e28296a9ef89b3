import { describe, expect, it } from 'vitest';
import { payoutOfRep } from '../../../../shared/comp/payout';
import { inputsFromResults } from '../../../../shared/comp/resultInputs';
import { isActiveInYear, repQuotaByMonth, yearTime } from '../../../../shared/comp/repYear';
import { repSchema } from '../../../../shared/model/rep';
import { fieldPlan } from './fieldPlan';

const rep = repSchema.parse({
  id: 'r1',
  name: 'Ida',
  role: 'AE',
  baseSalaryCents: 100_000_00,
  targetIncentiveCents: 100_000_00,
});
const year = { start: '2026-01-01', quotaCents: 1_200_000_00, seasonality: [] };

describe('results', () => {
  it('by month and by year together are paid as the year', () => {
    const months = Array.from({ length: 12 }, (_, i) => ({
      component: 'Bookings',
      period: `2026-${String(i + 1).padStart(2, '0')}`,
      credited: 100_000_00,
    }));
    const { inputs, problems } = inputsFromResults(fieldPlan, rep, year, [
      ...months,
      { component: 'margin', period: '2026', credited: 1 },
      { component: 'objectives', period: '2026', credited: 1 },
    ]);
    expect(problems).toEqual([]);
    expect(inputs.periods.map((period) => period.period).slice(0, 2)).toEqual(['2026-01', '2026-02']);
    expect(Object.keys(inputs.periods[10]!.components)).toEqual(['bookings']);
    expect(inputs.periods[11]!.components.margin).toEqual({ credited: 1, quota: 1 });
    expect(payoutOfRep(fieldPlan, inputs, null).payoutCents).toBe(100_000_00);
  });

  it('of a month and of the quarter that holds it add up against the quarter’s quota, once', () => {
    const { inputs } = inputsFromResults(fieldPlan, rep, year, [
      { component: 'bookings', period: '2026-01', credited: 100_000_00 },
      { component: 'bookings', period: '2026-Q1', credited: 200_000_00 },
    ]);
    const quarter = payoutOfRep(fieldPlan, inputs, null).periods[2]!.components[0];
    expect(quarter).toMatchObject({
      quota: 200_000_00,
      creditedToDate: 300_000_00,
      quotaToDate: 300_000_00,
      attainmentRatio: 1,
    });
  });

  it('of the second quarter alone leave the first with its quota and nothing credited', () => {
    const { inputs } = inputsFromResults(fieldPlan, rep, { ...year, seasonality: [0.1, 0.2, 0.3, 0.4] }, [
      { component: 'bookings', period: '2026-Q2', credited: 240_000_00 },
    ]);
    const period = payoutOfRep(fieldPlan, inputs, null).periods[1];
    expect(period).toMatchObject({ period: '2026-Q2', payoutCents: 17_500_00 });
    expect(period!.components[0]).toMatchObject({ quota: 240_000_00, quotaToDate: 360_000_00 });
  });

  it('by quarter stand against the quarter’s quota where a component is measured by whole months', () => {
    const [bookings] = fieldPlan.components;
    const timing = { ...bookings!.timing, measuredOver: 'month' as const, attainmentOf: 'whole' as const };
    const byMonth = { ...fieldPlan, components: [{ ...bookings!, timing }] };
    const rows = [{ component: 'bookings', period: '2026-Q1', credited: 300_000_00 }];
    const { inputs } = inputsFromResults(byMonth, rep, year, rows);
    expect(inputs.periods[0]!.components.bookings).toMatchObject({
      quota: 300_000_00,
      windowQuota: 300_000_00,
    });
  });

  it('say why a row can’t be used, and keep the others', () => {
    const { inputs, problems } = inputsFromResults(fieldPlan, rep, year, [
      { component: 'Renewals', period: '2026', credited: 1 },
      { component: 'Bookings', period: 'May', credited: 1 },
      { component: 'Bookings', period: '2027-01', credited: 1 },
      { component: 'Bookings', period: '2026', credited: NaN },
      { component: 'Bookings', period: '2026', credited: 5_00 },
    ]);
    expect(problems.map(({ index, message }) => `${index}: ${message}`)).toEqual([
      '0: The plan "Account executive" has no component "Renewals".',
      '1: "May" is no period; write 2026-01, 2026-Q1 or 2026.',
      '2: "2027-01" lies outside the plan year that starts on 2026-01-01.',
      '3: The credited amount is not a number.',
    ]);
    expect(inputs.periods[0]!.components.bookings!.credited).toBe(5_00);
  });

  it('of a new hire are against a ramped and prorated quota and target', () => {
    const hired = { ...rep, startDate: '2026-07-16', rampRatios: [0.5, 0.75] };
    const quotas = repQuotaByMonth(hired, year);
    expect(quotas.slice(5, 10)).toEqual([
      0,
      Math.round((100_000_00 * 0.5 * 16) / 31),
      75_000_00,
      100_000_00,
      100_000_00,
    ]);
    const { inputs } = inputsFromResults(fieldPlan, hired, year, [
      { component: 'bookings', period: '2026-07', credited: 0 },
      { component: 'bookings', period: '2026-09', credited: 0 },
    ]);
    expect(inputs.periods.map((period) => [period.activeRatio, period.monthOfService])).toEqual([
      [16 / 31, 1],
      [1, 2],
      [1, 3],
    ]);
    expect(isActiveInYear(hired, year)).toBe(true);
    expect(isActiveInYear({ ...rep, endDate: '2025-12-31' }, year)).toBe(false);
  });

  it('of a year are prorated by its days, as the expected year is, and ramped by its months', () => {
    const own = { start: '2026-01-01', quotaCents: 1_200_000_00, seasonality: [] };
    const inYear = (fields: object, seasonality: number[] = []) => {
      const there = { ...rep, ...fields };
      const rows = [{ component: 'bookings', period: '2026', credited: 0 }];
      const { inputs } = inputsFromResults(fieldPlan, there, { ...own, seasonality }, rows);
      const [period] = inputs.periods;
      const quota = period!.components.bookings!.quota!;
      const time = yearTime(there, { ...own, seasonality });
      // Results that come in at the end of the year are held against what was expected of it.
      expect(quota).toBe(Math.round(own.quotaCents * time.quotaShare));
      expect(period!.activeRatio).toBeCloseTo(time.activeShare, 12);
      return [quota, Math.round(80_000_00 * period!.activeRatio!)];
    };
    const leaves = [{ from: '2026-03-01', to: '2026-04-30' }];
    expect(inYear({ leaves })).toEqual([999_452_05, 66_630_14]);
    // A ramp of the first four months leaves 10.5 of 12.
    expect(inYear({ startDate: '2026-01-01', rampRatios: [0.5, 0.5, 0.75, 0.75] })).toEqual([
      1_050_000_00, 80_000_00,
    ]);
    // By season, a month has its own share: December 40% / 3.
    expect(inYear({ startDate: '2026-12-01' }, [0.2, 0.2, 0.2, 0.4])[0]).toBe(
      Math.round((480_000_00 * 31) / 92),
    );
    expect(inYear({ startDate: '2026-12-01' }, [...Array<number>(11).fill(0), 1])[0]).toBe(1_200_000_00);
  });

  it('of quarters are prorated by their days', () => {
    const hired = { ...rep, startDate: '2026-03-15', rampRatios: [0.5] };
    const quotas = repQuotaByMonth(hired, { ...year, quotaCents: 1_200_000_00 }, 3);
    expect(quotas[2]).toBe(Math.round((300_000_00 * 17 * 0.5) / 90));
    expect(quotas.slice(3)).toEqual(Array<number>(9).fill(100_000_00));
    const rows = [{ component: 'bookings', period: '2026-Q1', credited: 0 }];
    const { inputs } = inputsFromResults(fieldPlan, hired, year, rows);
    expect(inputs.periods[0]!.activeRatio).toBeCloseTo(17 / 90, 12);
    expect(inputs.activeRatios!.slice(0, 4).map((ratio) => ratio.toFixed(4))).toEqual([
      ...['0.1889', '0.1889', '0.1889'],
      '1.0000',
    ]);
  });

  it('follow a fiscal year', () => {
    const { inputs, problems } = inputsFromResults(fieldPlan, rep, { ...year, start: '2026-02-01' }, [
      { component: 'bookings', period: '2027-01', credited: 7_00 },
    ]);
    expect(problems).toEqual([]);
    expect(inputs.periods).toHaveLength(12);
    expect(inputs.periods[11]).toMatchObject({ period: '2027-01', startMonth: 11, months: 1 });
  });

  it('run from the year’s start or the hire to what everybody’s results cover, or the leaving', () => {
    const row = (period: string) => ({ component: 'bookings', period, credited: 1_00 });
    const spanOf = (fields: object, rows: string[], endMonth: number, unitMonths = 1) => {
      const covered = { endMonth, unitMonths };
      const { periods } = inputsFromResults(
        fieldPlan,
        { ...rep, ...fields },
        year,
        rows.map(row),
        covered,
      ).inputs;
      return [periods[0]?.period, periods.at(-1)?.period];
    };
    expect(spanOf({}, ['2026-12'], 12)).toEqual(['2026-01', '2026-12']);
    expect(spanOf({}, ['2026-01'], 6)).toEqual(['2026-01', '2026-06']);
    expect(spanOf({}, [], 6)).toEqual(['2026-01', '2026-06']);
    expect(spanOf({ startDate: '2026-03-15' }, [], 6)).toEqual(['2026-03', '2026-06']);
    expect(spanOf({ endDate: '2026-04-02' }, ['2026-01'], 12)).toEqual(['2026-01', '2026-04']);
    // A deal that closes after the rep has left still counts.
    expect(spanOf({ endDate: '2026-04-02' }, ['2026-06'], 12)).toEqual(['2026-01', '2026-06']);
    expect(spanOf({ endDate: '2025-04-02' }, [], 12)).toEqual([undefined, undefined]);
    // A quarter that results cover in part is none yet; a year stays one period.
    expect(spanOf({}, ['2026-Q1'], 8)).toEqual(['2026-Q1', '2026-Q2']);
    expect(spanOf({}, ['2026'], 12)).toEqual(['2026', '2026']);
  });

  it('keep the latest ratio of the window where a month has none', () => {
    const { inputs } = inputsFromResults(
      fieldPlan,
      rep,
      year,
      [{ component: 'margin', period: '2026-02', credited: 0.9 }],
      { endMonth: 4, unitMonths: 1 },
    );
    const credited = inputs.periods.map(({ components }) => components.margin?.credited);
    expect(credited).toEqual([undefined, 0.9, 0.9, 0.9]);
  });
});

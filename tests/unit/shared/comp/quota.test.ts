import { describe, expect, it } from 'vitest';
import { readPeriod } from '../../../../shared/comp/calendar';
import { activeTime, quotaByMonth, rampRatio } from '../../../../shared/comp/proration';
import { bottomUpCents, fairShares, quotasOf } from '../../../../shared/comp/quota';
import { quotaSettingsSchema } from '../../../../shared/model/quotaSettings';

const basis = [
  { repId: 'a', potential: 300, history: 90_000_00, capacityRatio: 1 },
  { repId: 'b', potential: 100, history: 10_000_00, capacityRatio: 0.5 },
];

const quotas = (settings: Record<string, unknown>, list: Parameters<typeof quotasOf>[1] = basis) =>
  quotasOf(quotaSettingsSchema.parse({ targetCents: 100_000_00, overAssignment: [], ...settings }), list);
const amounts = (plan: ReturnType<typeof quotas>) => plan.quotas.map((quota) => quota.quotaCents / 100);

describe('quotas', () => {
  it('share a target by potential, history, capacity or a blend of them', () => {
    expect(amounts(quotas({}))).toEqual([75_000, 25_000]);
    expect(amounts(quotas({ method: 'history', growthRatio: 0.1 }))).toEqual([90_000, 10_000]);
    expect(amounts(quotas({ method: 'capacity', productivityCents: 1 }))).toEqual([66_666.67, 33_333.33]);
    expect(amounts(quotas({ method: 'blend', blend: { fair: 1, history: 1 } }))).toEqual([82_500, 17_500]);
  });

  it('over-assign by level, which compounds', () => {
    const plan = quotas({
      overAssignment: [
        { level: 'Company', ratio: 0.05 },
        { level: 'Region', ratio: 0.05 },
      ],
    });
    expect(plan.sumCents).toBe(110_250_00);
    expect(plan.overAssignmentRatio).toBeCloseTo(0.1025, 12);
  });

  it('keep pins and spread the rest; pins beyond the pool are reported', () => {
    const pinned = quotas({}, [basis[0]!, { ...basis[1]!, pinCents: 40_000_00 }]);
    expect(amounts(pinned)).toEqual([60_000, 40_000]);
    const over = quotas({}, [basis[0]!, { ...basis[1]!, pinCents: 130_000_00 }]);
    expect(amounts(over)).toEqual([0, 130_000]);
    expect(over.pinnedOverPoolCents).toBe(30_000_00);
  });

  it('round to a step and keep the sum', () => {
    const plan = quotas({ roundingStepCents: 5_000_00, targetCents: 101_000_00 });
    expect(amounts(plan)).toEqual([76_000, 25_000]);
  });

  it('without a target take what the reps add up to', () => {
    const plan = quotas({ targetCents: null, method: 'history', growthRatio: 0.2 });
    expect(plan.sumCents).toBe(120_000_00);
    expect(
      bottomUpCents(quotaSettingsSchema.parse({ method: 'capacity', productivityCents: 80_000_00 }), basis),
    ).toBe(120_000_00);
  });

  it('hold what reps add up to in the time that they are there, and share by what they are in a full year', () => {
    const capacity = { method: 'capacity', productivityCents: 80_000_00 } as const;
    const ramping = basis.map((rep) => ({ ...rep, yearShare: rep.repId === 'a' ? 0.25 : 1 }));
    expect(bottomUpCents(quotaSettingsSchema.parse(capacity), ramping)).toBe(60_000_00);
    expect(amounts(quotas({ ...capacity, targetCents: null }, ramping))).toEqual([80_000, 40_000]);
  });

  it('give nothing for a history below 0, and keep the sum', () => {
    const returned = [
      { repId: 'a', history: -50_000_00 },
      { repId: 'b', history: 30_000_00 },
      { repId: 'c', history: 10_000_00 },
    ];
    expect(amounts(quotas({ method: 'history' }, returned))).toEqual([0, 75_000, 25_000]);
  });

  it('leave out a driver that nobody has, and share evenly where there is none at all', () => {
    expect(fairShares(basis, { potential: 0.5, pipeline: 0.5 })).toEqual([0.75, 0.25]);
    expect(amounts(quotas({}, [{ repId: 'a' }, { repId: 'b' }]))).toEqual([50_000, 50_000]);
  });
});

describe('active time', () => {
  const presence = { startDate: null, endDate: null };

  it('counts both ends, and overlapping leave once', () => {
    expect(activeTime('2026-01-01', '2026-01-31', presence)).toEqual({
      activeDays: 31,
      periodDays: 31,
      ratio: 1,
    });
    const leaves = [
      { from: '2026-01-05', to: '2026-01-10' },
      { from: '2026-01-08', to: '2026-01-12' },
      { from: '2025-12-20', to: '2026-01-01' },
    ];
    expect(activeTime('2026-01-01', '2026-01-31', { ...presence, leaves }).activeDays).toBe(22);
  });

  it('is none outside start and end', () => {
    expect(
      activeTime('2026-01-01', '2026-03-31', { startDate: '2026-04-01', endDate: null }).activeDays,
    ).toBe(0);
    expect(
      activeTime('2026-01-01', '2026-03-31', { startDate: null, endDate: '2026-01-31' }).activeDays,
    ).toBe(31);
  });

  it('ramps quota month by month of service', () => {
    expect([0, 1, 2, 3].map((month) => rampRatio([0.25, 0.5], month))).toEqual([0, 0.25, 0.5, 1]);
    const ramped = quotaByMonth(120_000_00, [], [0, 0.5, ...Array<number>(10).fill(1)]);
    expect(ramped.slice(0, 3)).toEqual([0, 5_000_00, 10_000_00]);
  });
});

describe('periods', () => {
  it('are read as months, quarters and years of the plan year', () => {
    expect(readPeriod('2026-03')).toEqual({ startMonth: 2, months: 1, from: '2026-03-01', to: '2026-03-31' });
    expect(readPeriod('2026-q2')).toMatchObject({ startMonth: 3, months: 3, to: '2026-06-30' });
    expect(readPeriod('2026')).toMatchObject({ startMonth: 0, months: 12, to: '2026-12-31' });
    expect(['2026-13', 'Q1', '', '26-01'].map((text) => readPeriod(text))).toEqual([null, null, null, null]);
  });

  it('follow the fiscal year', () => {
    expect(readPeriod('2026-02', 2)).toMatchObject({ startMonth: 0, months: 1 });
    expect(readPeriod('2027-01', 2)).toMatchObject({ startMonth: 11 });
    expect(readPeriod('2026-Q4', 2)).toMatchObject({ startMonth: 9, from: '2026-11-01', to: '2027-01-31' });
  });
});

it('says that parts are even since nobody has what the method shares by, pipeline or history', () => {
  const reps = [
    { repId: 'a', potential: 3 },
    { repId: 'b', potential: 1 },
  ];
  const plan = (settings: Record<string, unknown>) =>
    quotasOf(quotaSettingsSchema.parse({ targetCents: 1_000, overAssignment: [], ...settings }), reps);
  expect(plan({ weights: { potential: 0, pipeline: 1 } }).isEvenForWant).toBe(true);
  expect(plan({ method: 'history' }).isEvenForWant).toBe(true);
  expect(plan({}).isEvenForWant).toBe(false);
  expect(plan({ weights: { potential: 0, even: 1 } }).isEvenForWant).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { meetingsHeld, sellingTime } from '../../../../shared/kpi/activity';
import { attainmentRate } from '../../../../shared/kpi/attainmentRate';
import { cycleLength, leadResponse } from '../../../../shared/kpi/durations';
import { forecastAccuracy, slippageForecast } from '../../../../shared/kpi/forecast';
import {
  neededCoverage,
  pipelineCoverage,
  salesVelocity,
  weightedPipeline,
} from '../../../../shared/kpi/pipeline';
import { dealSize, winRate, type ClosedDeal } from '../../../../shared/kpi/winRate';

const deals: ClosedDeal[] = [
  { outcome: 'won', amount: 300 },
  { outcome: 'won', amount: 100 },
  { outcome: 'lost', amount: 1600 },
  { outcome: 'open', amount: 50 },
];

describe('win rate and deal size', () => {
  it('count won against won and lost, by number or by value', () => {
    expect(winRate(deals)).toEqual({
      value: 2 / 3,
      numerator: 2,
      denominator: 3,
      excluded: [{ reason: 'still open', count: 1 }],
    });
    expect(winRate(deals, 'value').value).toBe(0.2);
    expect(dealSize(deals)).toMatchObject({ value: 200, excluded: [{ reason: 'not won', count: 2 }] });
  });

  it('are none where nothing is closed or won', () => {
    const open = deals.slice(3);
    expect(winRate(open).value).toBeNull();
    expect(dealSize(open).value).toBeNull();
  });
});

describe('quota attainment rate', () => {
  it('leaves out reps without a quota, and counts them', () => {
    const reps = [
      { quota: 10_000_000_00, credited: 10_000_000_00 },
      { quota: 10_000_000_00, credited: 10_000_000_00 - 1 },
      { quota: null, credited: 5 },
      { quota: 0, credited: 5 },
    ];
    expect(attainmentRate(reps)).toEqual({
      value: 0.5,
      numerator: 1,
      denominator: 2,
      excluded: [{ reason: 'no quota', count: 2 }],
    });
    expect(attainmentRate(reps.slice(2)).value).toBeNull();
  });
});

describe('durations', () => {
  it('are days from create to close, with mean, median and what was left out', () => {
    const length = cycleLength([
      ['2026-02-27', '2026-03-02'],
      ['2026-01-01', '2026-01-10'],
      ['2026-01-10', '2026-01-01'],
      [null, '2026-01-01'],
      ['2026-01-01', 'soon'],
    ]);
    expect(length).toMatchObject({
      value: 6,
      median: 6,
      durations: [3, 9],
      excluded: [
        { reason: 'no date', count: 2 },
        { reason: 'closed before created', count: 1 },
      ],
    });
    expect(length.p90).toBeCloseTo(8.4, 12);
  });

  it('are minutes to the first touch, across time zones', () => {
    const response = leadResponse([
      ['2026-01-01T10:00:00+02:00', '2026-01-01T08:15:00Z'],
      ['2026-01-01T10:00:00Z', null],
    ]);
    expect(response).toMatchObject({ value: 15, excluded: [{ reason: 'unanswered', count: 1 }] });
  });
});

describe('activity', () => {
  it('is selling hours of working hours, and meetings held a period', () => {
    expect(sellingTime(14, 40).value).toBe(0.35);
    expect(sellingTime(14, 0).value).toBeNull();
    const meetings = [{ isHeld: true }, { isHeld: false }, { isHeld: true }];
    expect(meetingsHeld(meetings, 4)).toMatchObject({
      value: 0.5,
      excluded: [{ reason: 'booked, not held', count: 1 }],
    });
  });
});

describe('pipeline', () => {
  it('is weighted by probability, the stage’s where a deal has none', () => {
    expect(
      weightedPipeline([
        { amount: 100, probability: 0.5 },
        { amount: 100, probability: null, stageProbability: 0.2 },
        { amount: 100, probability: null },
        { amount: 100, probability: 0.1, isPastDue: true },
      ]),
    ).toEqual({
      weighted: 80,
      unweighted: 300,
      pastDueWeighted: 10,
      excluded: [{ reason: 'no probability', count: 1 }],
    });
  });

  it('covers what is left to close, or has nothing left', () => {
    expect(pipelineCoverage(900, 500, 200)).toMatchObject({ value: 3, isMet: false });
    expect(pipelineCoverage(900, 500, 600)).toMatchObject({ value: null, isMet: true });
    expect(neededCoverage(0.25, 0.2)).toBeCloseTo(3.2, 12);
    expect(neededCoverage(0)).toBeNull();
  });

  it('moves at a velocity a day', () => {
    const figures = { opportunities: 30, winRateRatio: 0.2, dealSize: 12_000, cycleDays: 45 };
    expect(salesVelocity(figures).value).toBe(1600);
    expect(salesVelocity({ ...figures, cycleDays: 0 }).value).toBeNull();
  });
});

describe('forecast', () => {
  it('is as accurate as it is near, with the side it errs on', () => {
    expect(forecastAccuracy(80, 100)).toEqual({
      accuracyRatio: expect.closeTo(0.8, 12) as number,
      biasRatio: -0.2,
    });
    expect(forecastAccuracy(80, 100, 'forecast').biasRatio).toBe(-0.25);
    expect(forecastAccuracy(80, 0)).toEqual({ accuracyRatio: null, biasRatio: null });
    expect(slippageForecast(1000, 0.5, 0.2)).toBe(400);
  });
});

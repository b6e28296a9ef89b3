import { attainmentRate } from '../../../shared/kpi/attainmentRate';
import { cycleLength, durationKpi, leadResponse } from '../../../shared/kpi/durations';
import { forecastAccuracy, slippageForecast } from '../../../shared/kpi/forecast';
import type { KpiResult } from '../../../shared/kpi/kpi';
import {
  neededCoverage,
  pipelineCoverage,
  salesVelocity,
  weightedPipeline,
} from '../../../shared/kpi/pipeline';
import { winRateOf } from '../../../shared/kpi/winRate';
import type { GoldenKind } from '../goldenCase';
import { toTheCent } from '../payCase';

const excludedFor = (kpi: KpiResult, reason: string) =>
  kpi.excluded.find((each) => each.reason === reason)?.count ?? 0;
const percent = (ratio: number | null) => (ratio === null ? null : toTheCent(ratio * 100));

type Pair = [string | null, string | null];

export const kpiKinds: Record<string, GoldenKind> = {
  velocity: (_, inputs) => {
    const velocity = salesVelocity({
      opportunities: inputs.number(['opps', 'opportunities']),
      winRateRatio: inputs.number('winRate'),
      dealSize: inputs.number('dealSize'),
      cycleDays: inputs.number('cycleDays'),
    });
    return {
      perDay: velocity.value === null ? null : toTheCent(velocity.value),
      perMonth: velocity.value === null ? null : toTheCent(velocity.value * 30),
    };
  },
  cycle_length: (_, inputs) => {
    const length = durationKpi(inputs.numbers('days'));
    return { average: length.value, median: length.median, p90: length.p90 };
  },
  cycle_length_dates: (_, inputs) => {
    const length = cycleLength(inputs.list<Pair>('deals'));
    return {
      days: length.durations,
      average: length.value,
      median: length.median,
      excludedMissingDate: excludedFor(length, 'no date'),
      excludedNegative: excludedFor(length, 'closed before created'),
    };
  },
  lead_response: (_, inputs) => {
    const response = leadResponse(inputs.list<Pair>('pairs'));
    return {
      minutes: response.durations,
      average: response.value,
      median: response.median,
      p90: response.p90,
      unanswered: excludedFor(response, 'unanswered'),
    };
  },
  weighted_pipeline: (_, inputs) => {
    const pipeline = weightedPipeline(
      inputs.list<[number, number | null, number?]>('deals').map(([amount, probability, adjustment]) => ({
        amount,
        probability,
        adjustment: adjustment ?? 1,
      })),
    );
    return {
      weighted: pipeline.weighted,
      unweighted: pipeline.unweighted,
      excluded: pipeline.excluded.reduce((sum, each) => sum + each.count, 0),
    };
  },
  forecast_accuracy: (plan, inputs) => {
    const actual = inputs.numbers('actual');
    const denominator = plan.text('denominator', 'actual') === 'forecast' ? 'forecast' : 'actual';
    const results = inputs
      .numbers('forecast')
      .map((each, i) => forecastAccuracy(each, actual[i]!, denominator));
    return {
      accuracyPct: results.map((result) => percent(result.accuracyRatio)),
      biasPct: results.map((result) => percent(result.biasRatio)),
    };
  },
  coverage: (plan, inputs) => {
    const coverage = pipelineCoverage(
      inputs.number('openPipeline'),
      inputs.number('target'),
      inputs.number('closed', 0),
    );
    const winRate = plan.number('winRate', 0);
    return {
      coverage: coverage.value,
      status: coverage.isMet ? 'met' : 'open',
      met: coverage.isMet,
      targetCoverageSimple: neededCoverage(winRate),
      targetCoverageAdjusted: neededCoverage(winRate, plan.number('createAndClose', 0)),
    };
  },
  win_rate: (_, inputs) => {
    const lost = inputs.numbers('lost');
    const open = inputs.numbers('open');
    return {
      rate: inputs.numbers('won').map((won, i) => winRateOf(won, lost[i] ?? 0, open[i] ?? 0).value),
    };
  },
  attainment_rate: (plan, inputs) => {
    const reps = inputs.list<{ quota: number | null; sales: number | null }>('reps');
    const rate = attainmentRate(
      reps.map((rep) => ({ quota: rep.quota, credited: rep.sales ?? 0 })),
      plan.number('threshold', 1),
    );
    return {
      atQuota: rate.numerator,
      eligible: rate.denominator,
      rate: rate.value,
      excludedZeroQuota: excludedFor(rate, 'no quota'),
    };
  },
  slippage_forecast: (_, inputs) => ({
    forecast: slippageForecast(
      inputs.number('openPipeline'),
      inputs.number('winRate'),
      inputs.number('slippage', 0),
    ),
  }),
};

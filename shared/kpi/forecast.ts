/** How close a forecast F came to the actual A; null where the denominator is 0. */
export interface ForecastAccuracy {
  /** 1 − |A − F| / |denominator|. */
  accuracyRatio: number | null;
  /** (F − A) / denominator: positive = forecast too high (of an actual below 0: too low). */
  biasRatio: number | null;
}

/** Forecast accuracy and bias; the denominator is the actual unless a plan says the forecast. */
export function forecastAccuracy(
  forecast: number,
  actual: number,
  denominator: 'actual' | 'forecast' = 'actual',
): ForecastAccuracy {
  const whole = denominator === 'actual' ? actual : forecast;
  if (!(Math.abs(whole) > 0)) return { accuracyRatio: null, biasRatio: null };
  return {
    accuracyRatio: 1 - Math.abs(actual - forecast) / Math.abs(whole),
    biasRatio: (forecast - actual) / whole,
  };
}

/** Forecast of open pipeline: × win rate × (1 − share that slips out of the period). */
export function slippageForecast(openPipeline: number, winRateRatio: number, slippageRatio: number): number {
  return openPipeline * winRateRatio * (1 - slippageRatio);
}

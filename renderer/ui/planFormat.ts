import type { MeasureKind } from '../../shared/model/accountTable';
import type { PlanSettings } from '../../shared/model/settings';
import { corridorSide } from '../palette/indexBand';

/** A number as it is shown: short where space is short, exact on hover. */
export interface ShownFigure {
  readonly text: string;
  readonly exact: string;
}

/**
 * How this plan's figures are written: the plan's currency and distance unit, the user's locale.
 * Nothing there (null, NaN) is "–", never 0. Every function takes what its name says: cents are integer cents,
 * currency is whole currency, ratios are shares of 1, km are kilometres whatever the plan shows.
 */
export interface PlanFormat {
  readonly locale: string;
  readonly currency: string;
  readonly distanceUnit: PlanSettings['distanceUnit'];
  /** 8143.5 cents' worth → "$81": whole currency units. */
  cents(cents: number | null): string;
  /** To the cent, for statements and steps: "$81.44". */
  centsExact(cents: number | null): string;
  /** "$2.56M", exact "$2,556,118". */
  centsCompact(cents: number | null): ShownFigure;
  /** With its sign, for differences: "+$8,143", "−$313". */
  centsChange(cents: number | null): string;
  currencyAmount(amount: number | null): string;
  currencyCompact(amount: number | null): ShownFigure;
  /** A plain number with at most so many decimals. */
  number(value: number | null, maxDecimals?: number): string;
  /** With exactly so many decimals, for figures one below the other. */
  fixed(value: number | null, decimals: number): string;
  compact(value: number | null): ShownFigure;
  /** With its sign: "+3", "−28". */
  change(value: number | null, maxDecimals?: number): string;
  /** 0.126 → "12.6%". */
  percent(ratio: number | null, maxDecimals?: number): string;
  /** With exactly so many decimals, for figures one below the other: "99.0%". */
  percentFixed(ratio: number | null, decimals: number): string;
  percentChange(ratio: number | null, maxDecimals?: number): string;
  /** "98 km" or "61 mi". */
  distance(km: number | null): string;
  hours(hours: number | null): string;
  /**
   * Index, 100 = on target: "126". With the corridor that it is held against (0.15 for 85 to 115) it has one decimal
   * where a whole number would lie on the other side of its limit: "115.2" is above 115, "115" would not be.
   */
  index(index: number | null, corridorShare?: number): string;
  /** A value of a measure without its unit, for columns that name the unit in their header. */
  measureValue(kind: MeasureKind, value: number | null): string;
  /** With its unit and compact, for sentences and the status bar: "$2.21M", "892 h", "1,204". */
  measure(kind: MeasureKind, value: number | null): ShownFigure;
  /** What a column's header adds to a measure's name: ", $", ", h" or "". */
  measureUnitSuffix(kind: MeasureKind): string;
}

export const NOTHING = '–';
const KM_PER_MILE = 1.609344;

const exactly = (decimals: number) => ({
  minimumFractionDigits: decimals,
  maximumFractionDigits: decimals,
});

const MOST_DECIMALS = 2;

/** How many decimals an index needs so that it reads as inside of its corridor, or out of it, as it is. */
function decimalsToBeTrue(index: number, corridorShare: number): number {
  const side = corridorSide(index, corridorShare);
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    if (corridorSide(Number(index.toFixed(decimals)), corridorShare) === side) return decimals;
  }
  return MOST_DECIMALS;
}

type Formatter = (value: number | null | undefined) => string;

/** Minus as the typographic sign, and nothing for what is not there. */
function formatter(locale: string, options: Intl.NumberFormatOptions): Formatter {
  const format = new Intl.NumberFormat(locale, options);
  return (value) => {
    if (value === null || value === undefined || Number.isNaN(value)) return NOTHING;
    // −0.2 in whole numbers is 0, not −0.
    return format
      .format(value)
      .replace('-', '−')
      .replace(/^−(?=[^1-9]*$)/, '');
  };
}

/** @param locale a BCP 47 tag, e.g. navigator.language */
export function createPlanFormat(settings: PlanSettings, locale: string): PlanFormat {
  const { currency, distanceUnit } = settings;
  const made = new Map<string, Formatter>();
  const written = (options: Intl.NumberFormatOptions): Formatter => {
    const key = JSON.stringify(options);
    const found = made.get(key) ?? formatter(locale, options);
    made.set(key, found);
    return found;
  };
  const money = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const whole = { ...money, maximumFractionDigits: 0, minimumFractionDigits: 0 } as const;
  const signed = { signDisplay: 'exceptZero' } as const;
  const short = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  const symbol =
    new Intl.NumberFormat(locale, money).formatToParts(0).find((part) => part.type === 'currency')?.value ??
    currency;

  const perUnit = (cents: number | null): number | null => (cents === null ? null : cents / 100);
  const currencyAmount = (amount: number | null): string => written(whole)(amount);
  const currencyCompact = (amount: number | null): ShownFigure => ({
    text:
      amount !== null && Math.abs(amount) < 10_000
        ? currencyAmount(amount)
        : written({ ...money, ...short })(amount),
    exact: currencyAmount(amount),
  });
  const number = (value: number | null, maxDecimals = 0): string =>
    written({ maximumFractionDigits: maxDecimals })(value);
  const compact = (value: number | null): ShownFigure => ({
    text: value !== null && Math.abs(value) < 100_000 ? number(value) : written(short)(value),
    exact: number(value, 2),
  });
  // Hundreds of indices are written anew at every edit, and most of them are a few whole numbers.
  const indexTexts = new Map<number, string>();
  const indexText = (index: number | null, corridorShare?: number): string => {
    if (index === null || !(Math.abs(index) < 1000)) return number(index);
    const rounded = Math.round(index);
    if (corridorShare !== undefined) {
      const decimals = decimalsToBeTrue(index, corridorShare);
      if (decimals > 0) return number(index, decimals);
    }
    const known = indexTexts.get(rounded) ?? number(rounded);
    indexTexts.set(rounded, known);
    return known;
  };
  const withUnit = (text: string, unit: string): string => (text === NOTHING ? NOTHING : `${text} ${unit}`);

  return {
    locale,
    currency,
    distanceUnit,
    cents: (cents) => currencyAmount(perUnit(cents)),
    centsExact: (cents) => written(money)(perUnit(cents)),
    centsCompact: (cents) => currencyCompact(perUnit(cents)),
    centsChange: (cents) => written({ ...whole, ...signed })(perUnit(cents)),
    currencyAmount,
    currencyCompact,
    number,
    fixed: (value, decimals) => written(exactly(decimals))(value),
    compact,
    change: (value, maxDecimals = 0) => written({ ...signed, maximumFractionDigits: maxDecimals })(value),
    percent: (ratio, maxDecimals = 0) =>
      written({ style: 'percent', maximumFractionDigits: maxDecimals })(ratio),
    percentFixed: (ratio, decimals) => written({ style: 'percent', ...exactly(decimals) })(ratio),
    percentChange: (ratio, maxDecimals = 1) =>
      written({ style: 'percent', ...signed, maximumFractionDigits: maxDecimals })(ratio),
    distance(km) {
      if (km === null || Number.isNaN(km)) return NOTHING;
      const shown = distanceUnit === 'mi' ? km / KM_PER_MILE : km;
      return withUnit(number(shown, Math.abs(shown) < 10 ? 1 : 0), distanceUnit);
    },
    hours: (hours) => withUnit(number(hours, 1), 'h'),
    index: indexText,
    measureValue: (kind, value) => number(value, kind === 'hours' ? 1 : kind === 'number' ? 2 : 0),
    measure(kind, value) {
      if (kind === 'money') return currencyCompact(value);
      const figure = compact(value);
      if (kind !== 'hours') return figure;
      return { text: withUnit(figure.text, 'h'), exact: withUnit(figure.exact, 'h') };
    },
    measureUnitSuffix: (kind) => (kind === 'money' ? `, ${symbol}` : kind === 'hours' ? ', h' : ''),
  };
}

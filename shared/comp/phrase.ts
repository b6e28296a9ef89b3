/** A figure inside a phrase; how it is printed (currency, locale) is up to whoever shows it. */
export type Figure =
  | { is: 'money'; cents: number }
  | { is: 'ratio'; ratio: number }
  | { is: 'factor'; factor: number }
  | { is: 'number'; value: number };

/** Words and figures in order: plain data, so that every screen, file and language can print it its own way. */
export type Phrase = readonly (string | Figure)[];

export type MeasureUnit = 'money' | 'count' | 'ratio';

export const money = (cents: number): Figure => ({ is: 'money', cents });
export const ratio = (value: number): Figure => ({ is: 'ratio', ratio: value });
export const factor = (value: number): Figure => ({ is: 'factor', factor: value });
export const count = (value: number): Figure => ({ is: 'number', value });

/** A measure's value as a figure of its unit: cents, units or a ratio. */
export function inUnit(unit: MeasureUnit, value: number): Figure {
  if (unit === 'money') return money(value);
  return unit === 'ratio' ? ratio(value) : count(value);
}

/** How figures are printed. */
export interface FigureFormat {
  money(cents: number): string;
  ratio(ratio: number): string;
  factor(factor: number): string;
  number(value: number): string;
}

/** A phrase as one line of text. */
export function phraseText(phrase: Phrase, format: FigureFormat): string {
  return phrase
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.is === 'money') return format.money(part.cents);
      if (part.is === 'ratio') return format.ratio(part.ratio);
      return part.is === 'factor' ? format.factor(part.factor) : format.number(part.value);
    })
    .join('');
}

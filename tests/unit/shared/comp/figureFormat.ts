import type { FigureFormat } from '../../../../shared/comp/phrase';

/** Figures as plain text, for reading phrases in tests. */
export const plainFormat: FigureFormat = {
  money: (cents) => `$${(cents / 100).toLocaleString('en-US')}`,
  ratio: (value) => `${Math.round(value * 1000) / 10}%`,
  factor: (value) => `× ${value}`,
  number: (value) => String(value),
};

import { fillNormal, fillUniform, type ChanceState } from './chance';

/**
 * How a factor of attainment varies, mean as stated. `sd` is the standard deviation of the factor itself for
 * normal, of its logarithm for lognormal (mean kept: exp(σz − σ²/2)). bootstrap draws from history with
 * replacement, rescaled to the mean if one is given; a table draws its rows by weight.
 */
export type FactorModel =
  | { kind: 'fixed'; mean: number }
  | { kind: 'normal'; mean: number; sd: number }
  | { kind: 'lognormal'; mean: number; sd: number }
  | { kind: 'bootstrap'; history: readonly number[]; mean?: number }
  | { kind: 'table'; rows: readonly { factor: number; weight: number }[] };

/** Attainment = market shock (shared by all) × individual factor. */
export interface AttainmentModel {
  market: FactorModel;
  individual: FactorModel;
}

/** Fills an array with draws of a factor, from a stream of its own. */
export type FactorSampler = (stream: ChanceState, out: Float64Array, length: number) => void;

/** Compiles a factor model. An empty history or table is fixed at 1. */
export function factorSampler(model: FactorModel): FactorSampler {
  switch (model.kind) {
    case 'fixed':
      return (_, out, length) => void out.fill(model.mean, 0, length);
    case 'normal':
      return (stream, out, length) => {
        fillNormal(stream, out, length);
        for (let i = 0; i < length; i++) out[i] = Math.max(0, model.mean + model.sd * out[i]!);
      };
    case 'lognormal': {
      const shift = Math.log(model.mean) - (model.sd * model.sd) / 2;
      return (stream, out, length) => {
        fillNormal(stream, out, length);
        for (let i = 0; i < length; i++) out[i] = Math.exp(shift + model.sd * out[i]!);
      };
    }
    case 'bootstrap': {
      const values = Float64Array.from(model.history.filter((value) => Number.isFinite(value) && value >= 0));
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const scale = model.mean !== undefined && mean > 0 ? model.mean / mean : 1;
      return tableSampler(
        values.map((value) => value * scale),
        new Float64Array(values.length).fill(1),
      );
    }
    case 'table':
      return tableSampler(
        Float64Array.from(model.rows, (row) => row.factor),
        Float64Array.from(model.rows, (row) => Math.max(0, row.weight)),
      );
  }
}

function tableSampler(values: Float64Array, weights: Float64Array): FactorSampler {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(whole > 0)) return (_, out, length) => void out.fill(1, 0, length);
  const upTo = new Float64Array(weights.length);
  weights.reduce((sum, weight, i) => (upTo[i] = sum + weight / whole), 0);
  const last = values.length - 1;
  return (stream, out, length) => {
    fillUniform(stream, out, length);
    for (let i = 0; i < length; i++) {
      const u = out[i]!;
      // Binary search for the first row whose cumulated share is above u.
      let low = 0;
      let high = last;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (upTo[middle]! > u) high = middle;
        else low = middle + 1;
      }
      out[i] = values[low]!;
    }
  };
}

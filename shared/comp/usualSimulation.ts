import type { FactorModel } from './attainmentModel';
import type { SimulationSettings } from './simulationRun';

/** What a simulated year rests on where nobody says otherwise: on screen, on the command line and in the workbook. */
export const USUAL_SIMULATION: SimulationSettings = {
  trials: 2000,
  seed: 4127,
  model: {
    market: { kind: 'lognormal', mean: 1, sd: 0.08 },
    individual: { kind: 'lognormal', mean: 1, sd: 0.25 },
  },
};

/** A factor of attainment in words, e.g. "lognormal, mean 1, standard deviation 8%". */
export function factorWords(factor: FactorModel): string {
  switch (factor.kind) {
    case 'fixed':
      return `always ${factor.mean}`;
    case 'normal':
    case 'lognormal':
      return `${factor.kind}, mean ${factor.mean}, standard deviation ${Math.round(factor.sd * 1000) / 10}%`;
    case 'bootstrap':
      return `drawn from ${factor.history.length} past attainments`;
    case 'table':
      return `drawn from a table of ${factor.rows.length} attainments`;
  }
}

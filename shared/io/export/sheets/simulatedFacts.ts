import { factorWords } from '../../../comp/usualSimulation';
import type { SimulatedYear } from '../../../plan/simulatedYear';
import type { Cell } from '../workbook';
import { valueCell } from '../workbook';

/** What the figures of a simulated year rest on, so that whoever has the seed comes to the same ones. */
export function simulatedFacts(year: SimulatedYear, trials: number): Cell[][] {
  const { settings, simulation } = year;
  const fact = (label: string, value: string | number): Cell[] => [
    valueCell(label, 'note', 'text'),
    valueCell(value, 'plain', typeof value === 'number' ? 'plainInteger' : 'text'),
  ];
  return [
    fact('Seed', settings.seed),
    fact('Simulated years', trials),
    fact('Reps', simulation.reps.length),
    fact('Model', 'attainment = what the scenario expects × market × rep'),
    fact('Market, shared by all', factorWords(settings.model.market)),
    fact('Each rep', factorWords(settings.model.individual)),
    fact('These are', 'values as they were when exported: Excel does not draw them again'),
  ];
}

import { attainmentBars, type Simulation } from '../../../shared/comp/simulationResult';
import type { HistogramBin } from '../../charts/HistogramChart';

/**
 * Bars of attainment in steps of ten points; at quota and above strong, at the plan's excellence and above darkest.
 */
export function attainmentBins(simulation: Simulation, excellenceRatio: number): HistogramBin[] {
  const { total } = simulation.attainment;
  return attainmentBars(simulation).map(({ from, to, count }) => ({
    from,
    to,
    share: total > 0 ? count / total : 0,
    tone: from >= excellenceRatio - 1e-9 ? 'far' : from >= 1 - 1e-9 ? 'strong' : 'plain',
  }));
}

/** Round figures between two others, about so many. */
export function niceTicks(low: number, high: number, wanted: number): number[] {
  const rough = (high - low) / wanted;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) => (first + at) * step);
}

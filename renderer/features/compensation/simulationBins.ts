import type { Simulation } from '../../../shared/comp/simulationResult';
import type { HistogramBin } from '../../charts/HistogramChart';

/** Attainments above this share the last bar. */
const LAST = 2;
/** Two bins of the simulation make one bar of ten points. */
const MERGED = 2;

/** Bars of attainment in steps of ten points; at quota and above strong, at excellence and above darkest. */
export function attainmentBins({ attainment }: Simulation): HistogramBin[] {
  const { binRatio, counts, total } = attainment;
  const width = binRatio * MERGED;
  const bars = Math.round(LAST / width);
  const sums = new Array<number>(bars).fill(0);
  counts.forEach((count, bin) => (sums[Math.min(bars - 1, Math.floor(bin / MERGED))]! += count));
  return sums.map((count, bar) => {
    const from = Number((bar * width).toFixed(6));
    return {
      from,
      to: Number((from + width).toFixed(6)),
      share: total > 0 ? count / total : 0,
      tone: from >= 1.5 - 1e-9 ? 'far' : from >= 1 - 1e-9 ? 'strong' : 'plain',
    };
  });
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

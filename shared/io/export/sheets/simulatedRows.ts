import { attainmentBars, histogramOf, type Spread } from '../../../comp/simulationResult';
import { fromCents, roundHalfAway } from '../../../model/money';
import type { SimulatedYear } from '../../../plan/simulatedYear';
import type { ExportContext } from '../exportContext';
import type { Cell, CellFormat } from '../workbook';
import { headerRow, valueCell } from '../workbook';
import { simulatedFacts } from './simulatedFacts';

const PERCENTILES = ['p10', 'p50', 'p90', 'mean'] as const;
const PERCENTILE_HEADERS = ['P10', 'P50', 'P90', 'Mean'];
const PAYOUT_BARS = 12;

/**
 * The simulated year in figures, and its two histograms: attainment of rep-years, and payout of years. All of it
 * values: a formula over them would pretend to follow the workbook's inputs.
 */
export function simulatedYearRows(year: SimulatedYear): Cell[][] {
  const { simulation, settings, baseSalaryCents } = year;
  const { cost, ccos, atQuota, bookingsCents } = simulation;
  const total: Spread = {
    p10: cost.p10 + baseSalaryCents,
    p50: cost.p50 + baseSalaryCents,
    p90: cost.p90 + baseSalaryCents,
    mean: cost.mean + baseSalaryCents,
  };
  const standardErrorCents = simulation.convergence.at(-1)?.standardErrorCents ?? 0;
  const rows: Cell[][] = [
    ...simulatedFacts(year, settings.trials),
    [],
    headerRow(['The simulated year', ...PERCENTILE_HEADERS]),
    [valueCell('Payout (incentives)'), ...moneyCells(cost)],
    [valueCell('Cost (base and incentives)'), ...moneyCells(total)],
    [valueCell('Bookings'), ...moneyCells(bookingsCents)],
    [valueCell('Compensation cost of sales (cost / bookings)'), ...ratioCells(ccos)],
    [valueCell('Reps at quota, of those with one'), ...ratioCells(atQuota)],
    [valueCell('Standard error of the mean payout', 'note'), moneyCell(standardErrorCents)],
  ];
  const histogram = (label: string, bars: readonly Bar[], format: CellFormat) => {
    rows.push([], headerRow([label, 'From', 'To', 'Number', 'Share']));
    rows.push(...barRows(bars, format));
  };
  histogram('Rep-years by attainment', attainmentBars(simulation), 'percent');
  const payouts = histogramOf(simulation.sortedCostCents, PAYOUT_BARS).map(({ from, to, count }) => ({
    from: fromCents(roundHalfAway(from)),
    to: fromCents(roundHalfAway(to)),
    count,
  }));
  histogram('Years by payout', payouts, 'moneyCents');
  return rows;
}

/** Each rep's payout over the simulated years. */
export function simulatedRepRows({ simulation }: SimulatedYear, context: ExportContext): Cell[][] {
  const nameOf = new Map(context.document.reps.map(({ id }, at) => [id, context.repNames[at]!]));
  return [
    headerRow(['Payout by rep', ...PERCENTILE_HEADERS]),
    ...simulation.reps.map(({ repId, payCents }): Cell[] => [
      valueCell(nameOf.get(repId) ?? repId),
      ...moneyCells(payCents),
    ]),
  ];
}

interface Bar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

function barRows(bars: readonly Bar[], format: CellFormat): Cell[][] {
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  return bars.map(({ from, to, count }, at): Cell[] => [
    valueCell(at === bars.length - 1 && format === 'percent' ? 'and above' : null, 'note'),
    valueCell(from, 'plain', format),
    valueCell(to, 'plain', format),
    valueCell(count, 'plain', 'integer'),
    valueCell(total > 0 ? count / total : 0, 'plain', 'percent'),
  ]);
}

function moneyCells(cents: Spread): Cell[] {
  return PERCENTILES.map((part) => moneyCell(cents[part]));
}

function moneyCell(cents: number): Cell {
  return valueCell(fromCents(roundHalfAway(cents)), 'plain', 'moneyCents');
}

function ratioCells(ratio: Spread | null): Cell[] {
  return PERCENTILES.map((part) => valueCell(ratio ? ratio[part] : 'none', 'plain', 'percent'));
}

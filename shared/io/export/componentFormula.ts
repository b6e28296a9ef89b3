import type { CompComponent, CompComponentOf } from '../../model/compComponent';
import { fromCents } from '../../model/money';

/** Cells of one row of Calc that a pay formula reads, as addresses. */
export interface PayCells {
  readonly credited: string;
  readonly quota: string;
  readonly attainment: string;
  /** The component's share of the rep's target incentive, in currency. */
  readonly target: string;
}

/** A component's table on the Plans sheet: its first and last row, and the columns that hold it. */
export interface TableRange {
  column(order: number): string;
}

/** The rows of a component's table, as Plans shows them; empty where it needs none. */
export function componentTable(component: CompComponent): { headers: string[]; rows: (number | null)[][] } {
  switch (component.kind) {
    case 'curve': {
      const points = [...component.points].sort((a, b) => a.x - b.x);
      return {
        headers: ['At attainment', 'Pays, share of target'],
        rows: points.map(({ x, payRatio }) => [x, payRatio]),
      };
    }
    case 'tiers': {
      const tiers = [...component.tiers].sort((a, b) => a.from - b.from);
      // The workbook speaks in currency where the plan holds cents.
      const edge = component.basis === 'amount' && component.measureUnit === 'money' ? 0.01 : 1;
      return {
        headers: ['From', 'To', 'Rate'],
        rows: tiers.map(({ from, to, rate }) => [from * edge, to === null ? OPEN_END : to * edge, rate]),
      };
    }
    default:
      return { headers: [], rows: [] };
  }
}

/** Stands for a tier without an upper end; no attainment or amount comes near it. */
const OPEN_END = 1e15;

/**
 * What a component pays, in currency, before its cap and rounding, as a formula over Calc and Plans.
 * @returns null for kinds that no formula here says; Calc then holds the value that Evenland computed
 */
export function componentFormula(
  component: CompComponent,
  cells: PayCells,
  table: TableRange,
): string | null {
  if (component.crediting !== 'own') return null;
  switch (component.kind) {
    case 'flat':
      return flatFormula(component, cells);
    case 'curve':
      return curveFormula(component, cells, table);
    case 'tiers':
      return tiersFormula(component, cells, table);
    default:
      return null;
  }
}

/** The cap of a component in currency, as a formula; null = none. */
export function capFormula(component: CompComponent, cells: PayCells): string | null {
  if (component.cap === null) return null;
  return component.cap.kind === 'amount'
    ? String(fromCents(component.cap.cents))
    : `${component.cap.ratio}*${cells.target}`;
}

function flatFormula(component: CompComponentOf<'flat'>, cells: PayCells): string {
  const { rate } = component;
  if (rate.kind === 'share') return `${cells.credited}*${rate.ratio}`;
  if (rate.kind === 'perUnit') return `${cells.credited}*${fromCents(rate.cents)}`;
  return `IF(${cells.quota}>0,${cells.credited}*${rate.multiple}*${cells.target}/${cells.quota},0)`;
}

/** INDEX/MATCH finds the segment; lines between points, or steps; above the last point capped or extended. */
function curveFormula(
  component: CompComponentOf<'curve'>,
  cells: PayCells,
  table: TableRange,
): string | null {
  if (component.axis !== 'attainment') return null;
  const count = component.points.length;
  const xs = table.column(0);
  const pays = table.column(1);
  const x = cells.attainment;
  const at = `MATCH(${x}+0.000000001,${xs},1)`;
  const below = `${component.belowRatio}*${cells.target}`;
  const pay = (position: string) => `INDEX(${pays},${position})`;
  const step = `${pay(at)}*${cells.target}`;
  const wrap = (inside: string) => `IF(${x}+0.000000001<INDEX(${xs},1),${below},${inside})`;
  if (component.shape === 'step' || count === 1) return wrap(step);
  const line = (from: string, to: string) =>
    `(${pay(from)}+(${x}-INDEX(${xs},${from}))*(${pay(to)}-${pay(from)})/(INDEX(${xs},${to})-INDEX(${xs},${from})))`;
  const inside = `${line(at, `(${at}+1)`)}*${cells.target}`;
  const above =
    component.above === 'cap'
      ? `${pay(String(count))}*${cells.target}`
      : `${line(String(count - 1), String(count))}*${cells.target}`;
  return wrap(`IF(${at}>=${count},${above},${inside})`);
}

/** SUMPRODUCT over the bands for marginal tiers, INDEX/MATCH for the band reached in retroactive ones. */
function tiersFormula(
  component: CompComponentOf<'tiers'>,
  cells: PayCells,
  table: TableRange,
): string | null {
  const isPlain =
    component.tie === 'upper' &&
    component.processing === 'accumulated' &&
    !component.tiers.some((tier) => tier.isRetroactive);
  if (!isPlain || component.how === 'overageAtHighest') return null;
  const from = table.column(0);
  const to = table.column(1);
  const rate = table.column(2);
  const volume = component.basis === 'attainment' ? cells.attainment : cells.credited;
  const scale = component.basis === 'attainment' ? cells.quota : '1';
  const unit = rateUnitFormula(component, cells);
  if (component.how === 'retroactive') {
    const reached = `INDEX(${rate},MATCH(${volume}+0.000000001,${from},1))`;
    return `IF(${volume}+0.000000001<INDEX(${from},1),0,${cells.credited}*${reached}*${unit})`;
  }
  const band = `((${volume}<${to})*${volume}+(${volume}>=${to})*${to}-${from})`;
  return `SUMPRODUCT((${volume}>${from})*${band}*${rate})*${scale}*${unit}`;
}

function rateUnitFormula(component: CompComponentOf<'tiers'>, cells: PayCells): string {
  if (component.rateOf === 'share') return '1';
  if (component.rateOf === 'perUnit') return '0.01';
  if (component.baseRateRatio !== null) return String(component.baseRateRatio);
  return `IF(${cells.quota}>0,${cells.target}/${cells.quota},0)`;
}

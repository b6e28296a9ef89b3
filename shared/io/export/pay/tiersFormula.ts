import type { CompComponentOf } from '../../../model/compComponent';
import { AMOUNT_GUARD, RATIO_GUARD, type PayCells } from './payCells';

type Tiers = CompComponentOf<'tiers'>;

/** Columns of a tier table on Plans. */
const FROM = 0;
const TO = 1;
const RATE = 2;
const RE_RATES = 3;
const BAND = 4;

/** Edges are shares of quota, or amounts. */
const scaled = (component: Tiers, cells: PayCells, edge: string) =>
  component.basis === 'attainment' ? `${edge}*${cells.quota}` : edge;

/** How many bands count where a linked accelerator's hurdle failed: those that begin below the goal. */
function bandsInForce(component: Tiers, cells: PayCells): string {
  const from = cells.table().column(FROM);
  const goal =
    component.basis === 'attainment'
      ? `1-${RATIO_GUARD}`
      : `${cells.quota}-${AMOUNT_GUARD[component.measureUnit]}`;
  return `MAX(1,SUMPRODUCT(--(${from}<${goal})))`;
}

/** The band reached, by its lower edge; a value on an edge falls on the side that the plan says. */
export function tierBandFormula(component: Tiers, cells: PayCells): string {
  const from = cells.table().column(FROM);
  const isShare = component.basis === 'attainment';
  const guard = isShare ? RATIO_GUARD : AMOUNT_GUARD[component.measureUnit];
  const volume = isShare ? cells.attainment : cells.credited;
  const at = `${volume}${component.tie === 'upper' ? '+' : '-'}${guard}`;
  const reached = `MAX(IF(INDEX(${from},1)<=0,1,0),IFERROR(MATCH(${at},${from},1),0))`;
  const inForce =
    cells.accelerated === null
      ? reached
      : `IF(${cells.accelerated}=1,${reached},MIN(${reached},${bandsInForce(component, cells)}))`;
  return isShare ? `IF(ISNUMBER(${volume}),${inForce},0)` : inForce;
}

/** What a rate of 1 is worth a unit: the base rate TI / Q for multiples, else 1. */
function rateUnit(component: Tiers, cells: PayCells): string {
  if (component.rateOf !== 'base') return '1';
  return component.baseRateRatio === null ? baseRate(cells) : cells.setting('baseRate');
}

const baseRate = (cells: PayCells) => `IF(${cells.quota}>0,${cells.target}/${cells.quota},0)`;

export function tiersFormula(component: Tiers, cells: PayCells): string {
  const pay = {
    marginal: marginalFormula,
    retroactive: retroactiveFormula,
    overageAtHighest: overageFormula,
  }[component.how](component, cells);
  return component.basis === 'attainment' ? `IF(${cells.quota}>0,${pay},0)` : pay;
}

/** SUMPRODUCT over the bands; a band that re-rates pays all below it too, once it is reached. */
function marginalFormula(component: Tiers, cells: PayCells): string {
  const table = cells.table();
  const { credited } = cells;
  const [from, to, rate, band] = [FROM, TO, RATE, BAND].map((column) => table.column(column)) as [
    string,
    string,
    string,
    string,
  ];
  const low = scaled(component, cells, from);
  const high = scaled(component, cells, to);
  const volume = `(${credited}>${low})*((${credited}<${high})*${credited}+(${credited}>=${high})*${high}-${low})`;
  let conditions = '';
  let extra = '';
  if (component.tiers.some((tier) => tier.isRetroactive)) {
    const first = `SUMPRODUCT(MAX((${table.column(RE_RATES)}=1)*(${band}<=${cells.band})*${band}))`;
    conditions += `(${band}>=${first})*`;
    const below = `(INDEX(${from},${first})-INDEX(${from},1))`;
    extra += `+IF(${first}>0,${scaled(component, cells, below)}*INDEX(${rate},MAX(1,${first})),0)`;
  }
  const sum = (more: string) => `(SUMPRODUCT(${conditions}${more}${volume}*${rate})${extra})`;
  const below = `${credited}*INDEX(${rate},1)`;
  let bands = sum('');
  if (cells.accelerated !== null) {
    const inForce = bandsInForce(component, cells);
    // The last band in force has no upper end.
    const end = scaled(component, cells, `INDEX(${to},${inForce})`);
    const rest = `MAX(0,${credited}-${end})*INDEX(${rate},${inForce})*(${inForce}<${table.rowCount})`;
    bands = `IF(${cells.accelerated}=1,${bands},${sum(`(${band}<=${inForce})*`)}+${rest})`;
  }
  return `IF(${credited}<0,${below},${bands})*${rateUnit(component, cells)}`;
}

/** All volume at the rate of the band reached, by INDEX. */
function retroactiveFormula(component: Tiers, cells: PayCells): string {
  const rate = cells.table().column(RATE);
  const reached = `IF(${cells.credited}<0,1,${cells.band})`;
  return `IF(${reached}=0,0,${cells.credited}*INDEX(${rate},MAX(1,${reached}))*${rateUnit(component, cells)})`;
}

/** Base rate up to quota, all above it at the rate of the highest band reached. */
function overageFormula(component: Tiers, cells: PayCells): string {
  const table = cells.table();
  const [from, rate] = [table.column(FROM), table.column(RATE)];
  const { credited, quota, band } = cells;
  const unit = rateUnit(component, cells);
  const fallback =
    component.rateOf === 'base'
      ? unit
      : component.baseRateRatio === null
        ? baseRate(cells)
        : cells.setting('baseRate');
  const first = scaled(component, cells, `INDEX(${from},1)`);
  const guard = AMOUNT_GUARD[component.measureUnit];
  const base = `IF(${first}<${quota}-${guard},INDEX(${rate},1)*${unit},${fallback})`;
  const isBase = cells.accelerated === null ? `${band}=0` : `OR(${band}=0,${cells.accelerated}=0)`;
  const over = `IF(${isBase},${base},INDEX(${rate},MAX(1,${band}))*${unit})`;
  return `MIN(${credited},${quota})*${base}+MAX(0,${credited}-${quota})*${over}`;
}

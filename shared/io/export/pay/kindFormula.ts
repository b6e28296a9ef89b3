import type { Contest } from '../../../comp/components/rankBonus';
import type { CompComponent, CompComponentOf } from '../../../model/compComponent';
import { unitsShown } from './componentTable';
import { AMOUNT_GUARD, RATIO_GUARD, type PayCells } from './payCells';
import { tierBandFormula, tiersFormula } from './tiersFormula';

/** The formulas of one line that belong to its component's kind; null = the kind needs none there. */
export interface KindFormulas {
  readonly band: string | null;
  readonly rate: string | null;
  /** Currency, before gate, multiplier, caps and rounding. */
  readonly pay: string;
}

/** What a component pays at its rate or curve, as formulas over Calc and Plans. */
export function kindFormulas(component: CompComponent, cells: PayCells): KindFormulas {
  switch (component.kind) {
    case 'flat':
      return { band: null, rate: null, pay: flatFormula(component, cells) };
    case 'tiers':
      return { band: tierBandFormula(component, cells), rate: null, pay: tiersFormula(component, cells) };
    case 'curve':
      return curveFormulas(component, cells);
    case 'matrix':
      return matrixFormulas(component, cells);
    case 'amountTiers':
      return { band: null, rate: null, pay: amountTiersFormula(cells) };
    case 'objectives':
      return { band: null, rate: null, pay: objectivesFormula(component, cells) };
    case 'rankBonus':
      return { band: null, rate: null, pay: rankFormula(component, cells) };
    case 'spif':
      return { band: null, rate: null, pay: spifFormula(component, cells) };
    case 'kicker':
      return { band: null, rate: null, pay: kickerFormula(component, cells) };
  }
}

function flatFormula({ rate }: CompComponentOf<'flat'>, cells: PayCells): string {
  const at = cells.setting('rate');
  if (rate.kind !== 'base') return `${cells.credited}*${at}`;
  return `IF(${cells.quota}>0,${cells.credited}*${cells.target}/${cells.quota}*${at},0)`;
}

/** INDEX/MATCH finds the point; lines between points, or steps; above the last one capped or extended. */
function curveFormulas(component: CompComponentOf<'curve'>, cells: PayCells): KindFormulas {
  const table = cells.table();
  const [xs, pays] = [table.column(0), table.column(1)];
  const count = table.rowCount;
  const isByValue = component.axis === 'value';
  const guard = isByValue ? AMOUNT_GUARD[component.measureUnit] : RATIO_GUARD;
  const sign = component.tie === 'upper' ? '+' : '-';
  const bandOf = (x: string) => `IFERROR(MATCH(${x}${sign}${guard},${xs},1),0)`;
  const line = (x: string, from: string, to: string) =>
    `INDEX(${pays},${from})+(${x}-INDEX(${xs},${from}))*IFERROR((INDEX(${pays},${to})-INDEX(${pays},${from}))` +
    `/(INDEX(${xs},${to})-INDEX(${xs},${from})),0)`;
  const above = (x: string) => {
    const isFlat = component.above === 'cap' || component.shape === 'step' || count === 1;
    return isFlat ? `INDEX(${pays},${count})` : line(x, String(count - 1), String(count));
  };
  const inside = (x: string, band: string) =>
    component.shape === 'step' ? `INDEX(${pays},${band})` : line(x, band, `${band}+1`);
  const curveAt = (x: string, band: string) =>
    `IF(${band}=0,${cells.setting('below')},IF(${band}>=${count},${above(x)},${inside(x, band)}))`;
  const x = isByValue ? cells.credited : cells.attainment;
  let rate = curveAt(x, cells.band);
  if (cells.accelerated !== null) {
    // A failed hurdle keeps the base rate: what the curve pays at the goal, in proportion.
    const goal = isByValue ? cells.quota : '1';
    const isHeld = `AND(${cells.accelerated}=0,N(${cells.attainment})>1)`;
    rate = `IF(${isHeld},(${curveAt(goal, bandOf(goal))})*N(${cells.attainment}),${rate})`;
  }
  return {
    band: `IF(ISNUMBER(${x}),${bandOf(x)},0)`,
    rate: `IF(ISNUMBER(${x}),${rate},0)`,
    pay: `${cells.rate}*${cells.target}`,
  };
}

/** Target × the cell that two attainments point at; by steps, or between corners. */
function matrixFormulas(component: CompComponentOf<'matrix'>, cells: PayCells): KindFormulas {
  const table = cells.table();
  const [rowCount, columnCount] = [component.rows.length, component.columns.length];
  const rows = table.block(1, 0, rowCount, 0);
  const columns = table.block(0, 1, 0, columnCount);
  const body = table.block(1, 1, rowCount, columnCount);
  const sign = component.tie === 'upper' ? '+' : '-';
  const reached = (value: string, edges: string) =>
    `IF(ISNUMBER(${value}),IFERROR(MATCH(${value}${sign}${RATIO_GUARD},${edges},1),0),0)`;
  const { band: r, rate: c, attainment, second } = cells;
  let pays = `INDEX(${body},${r},${c})`;
  if (component.shape === 'linear') {
    const part = (value: string, edges: string, at: string, count: number) =>
      `IF(${at}>=${count},0,MAX(0,MIN(1,(${value}-INDEX(${edges},${at}))` +
      `/(INDEX(${edges},MIN(${at}+1,${count}))-INDEX(${edges},${at})))))`;
    const u = part(attainment, rows, r, rowCount);
    const v = part(second, columns, c, columnCount);
    const [down, right] = [`MIN(${r}+1,${rowCount})`, `MIN(${c}+1,${columnCount})`];
    const across = (row: string) =>
      `((1-${v})*INDEX(${body},${row},${c})+${v}*INDEX(${body},${row},${right}))`;
    pays = `(1-${u})*${across(r)}+${u}*${across(down)}`;
  }
  return {
    band: reached(attainment, rows),
    rate: reached(second, columns),
    pay: `IF(OR(${r}=0,${c}=0),${cells.setting('below')},${pays})*${cells.target}`,
  };
}

function amountTiersFormula(cells: PayCells): string {
  const table = cells.table();
  const [from, to, amount] = [table.column(0), table.column(1), table.column(2)];
  const { credited } = cells;
  const filled = `((${credited}<${to})*${credited}+(${credited}>=${to})*${to}-${from})`;
  return `SUMPRODUCT((${credited}>${from})*${filled}*${amount}/(${to}-${from}))`;
}

function objectivesFormula(component: CompComponentOf<'objectives'>, cells: PayCells): string {
  const weights = cells.table().column(1);
  const most = cells.setting('maxScore');
  const { attainment } = cells;
  if (component.objectives.length === 0) return '0';
  const pays =
    cells.scores === null
      ? `IF(ISNUMBER(${attainment}),SUM(${weights})*MIN(N(${attainment}),${most}),0)`
      : `(${cells.scores.map((score, at) => `INDEX(${weights},${at + 1})*MIN(N(${score}),${most})`).join('+')})`;
  return `${pays}*${cells.target}`;
}

/** Those tied share the prizes of the places they occupy, or each take the prize of the one they hold. */
function rankFormula({ prizesCents, ties }: Contest, cells: PayCells): string {
  if (prizesCents.length === 0) return '0';
  const table = cells.table();
  const [places, prizes] = [table.column(0), table.column(1)];
  const { rank, tiedCount } = cells;
  const prize =
    ties === 'full'
      ? `IFERROR(INDEX(${prizes},${rank}),0)`
      : `SUMPRODUCT((${places}>=${rank})*(${places}<${rank}+${tiedCount})*${prizes})/MAX(1,${tiedCount})`;
  return `IF(N(${rank})>=1,${prize},0)`;
}

function spifFormula(component: CompComponentOf<'spif'>, cells: PayCells): string {
  const { award } = component;
  const { credited } = cells;
  if (award.kind === 'contest') return rankFormula(award, cells);
  if (award.kind === 'share') return `${credited}*${cells.setting('rate')}`;
  if (award.kind === 'amount') {
    const least = `${cells.setting('atLeast')}-${AMOUNT_GUARD[component.measureUnit]}`;
    return `IF(${credited}>=${least},${cells.setting('amount')},0)`;
  }
  const table = cells.table();
  const [first, last, each] = [table.column(0), table.column(1), table.column(2)];
  const units = unitsShown(component) === 1 ? credited : `${credited}*${unitsShown(component)}`;
  if (award.how === 'retroactive') {
    return `IFERROR(${units}*INDEX(${each},MATCH(${units}+1E-9,${first},1)),0)`;
  }
  // Both ends are in: the band 4 to 6 holds three units.
  const inBand = `((${units}<${last})*${units}+(${units}>=${last})*${last}-${first}+1)`;
  return `SUMPRODUCT((${units}>=${first}-1E-9)*${inBand}*${each})`;
}

/** Each milestone reached is paid, or the highest alone. */
function kickerFormula(component: CompComponentOf<'kicker'>, cells: PayCells): string {
  const table = cells.table();
  const [at, pays] = [table.column(0), table.column(1)];
  const { attainment } = cells;
  const whole = {
    amount: '1',
    ote: `(${cells.targetIncentive}+${cells.baseSalary})*${cells.years}`,
    targetIncentive: `${cells.targetIncentive}*${cells.years}`,
    baseSalary: `${cells.baseSalary}*${cells.years}`,
  }[component.of];
  const reached =
    component.stacking === 'cumulative'
      ? `SUMPRODUCT((${attainment}>=${at}-${RATIO_GUARD})*${pays})`
      : `IFERROR(INDEX(${pays},MATCH(${attainment}+${RATIO_GUARD},${at},1)),0)`;
  return `IF(ISNUMBER(${attainment}),${reached}*${whole},0)`;
}

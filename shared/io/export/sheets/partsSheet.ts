import { fromCents } from '../../../model/money';
import { cellAddress } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { bandReached } from '../pay/bandReached';
import { CALC_COLUMNS, type CalcColumn } from '../pay/calcColumns';
import { unitsShown } from '../pay/componentTable';
import { kindFormulas } from '../pay/kindFormula';
import { lineCells } from '../pay/lineCells';
import { PART_COLUMNS } from '../pay/partColumns';
import { lineTargetCents, priceOnLine } from '../pay/partPrice';
import { FIRST_PAY_ROW } from '../pay/payLines';
import type { LineParts, PayPart } from '../pay/payParts';
import type { ResultsLink } from '../pay/resultsLink';
import { periodSpan, windowSpan } from '../pay/windowQuota';
import type { PaySheetNames } from '../sheetNames';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { EMPTY_CELL, formulaCell, valueCell } from '../workbook';
import type { CalcSources } from './calcSheet';
import { tableSheet } from './tableSheet';

/**
 * What the reports of a team and single deals add to lines of Calc: a row each, priced where the component prices them
 * one by one. A report's credit is the cell of the report's own result, a deal's is an input. Rows are made when they
 * are asked for, since deals may be many; Calc, which is there before, has asked for the months that they look at.
 * @param link where reports' results stand
 * @param deals where the same deals stand already, so that they are inputs once; null = here
 */
export function partsSheet(
  context: ExportContext,
  sources: CalcSources,
  names: PaySheetNames,
  link: Pick<ResultsLink, 'report'>,
  deals: Pick<ResultsLink, 'deal'> | null,
): Sheet | null {
  const { name, of: lines } = sources.parts;
  if (lines.size === 0) return null;
  const sheet: PartsContext = { context, sources, names, link, deals };
  const all = [...lines.values()];
  // Quotas of reports ask for months of their own: those rows are made at once, and they are few.
  const known = new Map(
    all.flatMap((line) => (line.kind === 'team' ? [[line, [...lineRows(sheet, line)]]] : [])),
  );
  const count = all.reduce((sum, { parts }) => sum + parts.length, 0);
  const body = {
    count,
    *rows() {
      for (const line of all) yield* known.get(line) ?? lineRows(sheet, line);
    },
  };
  return tableSheet(name, PART_COLUMNS, body, {
    frozenColumns: 5,
    atLeast: [{ range: `F${FIRST_PAY_ROW}:G${FIRST_PAY_ROW + count - 1}`, least: null }],
  });
}

function* lineRows(sheet: PartsContext, line: LineParts): Generator<Cell[]> {
  const priced = line.isPriced ? linePrices(sheet, line) : null;
  let newAt = 0;
  for (const [at, part] of line.parts.entries()) {
    yield [
      ...creditCells(sheet, line, part, newAt),
      ...(priced === null ? NOT_PRICED : priced(at)),
      windowCell(sheet, line, part),
    ];
    if (part.isNew) newAt++;
  }
}

interface PartsContext {
  readonly context: ExportContext;
  readonly sources: CalcSources;
  readonly names: PaySheetNames;
  readonly link: Pick<ResultsLink, 'report'>;
  readonly deals: Pick<ResultsLink, 'deal'> | null;
}

/** From what is priced to what counts. */
const NOT_PRICED: readonly Cell[] = Array.from({ length: 9 }, () => EMPTY_CELL);

/** Whose part it is, and what it brings in this period; `newAt` counts those of the period before it. */
function creditCells(sheet: PartsContext, of: LineParts, part: PayPart, newAt: number): Cell[] {
  const { link, deals } = sheet;
  const { rep, line } = of;
  const units = unitsShown(line.component);
  const format: CellFormat = line.component.measureUnit === 'money' ? 'moneyCents' : 'decimal';
  const report = part.repId === null ? null : link.report(rep, line, part.repId);
  const deal = part.repId === null && part.isNew ? deals?.deal(rep, line, newAt) : null;
  const credited = part.credited / units;
  const linked = (formula: string | null, value: number) =>
    formula === null ? valueCell(value, 'input', format) : formulaCell(formula, value, 'plain', format);
  const known = report?.credited ?? deal;
  const creditedAt = known?.value === part.credited ? known.address : null;
  const quotaAt = report?.quota.value === part.quota ? report.quota.address : quotaOfMonths(sheet, of, part);
  const ofDeal = part.earlierRow === null || part.repId !== null ? creditedAt : `F${part.earlierRow}`;
  return [
    valueCell(rep.name),
    valueCell(rep.planName),
    valueCell(line.component.name),
    valueCell(line.periodName),
    valueCell(part.label),
    part.isBeforeDeals ? EMPTY_CELL : linked(ofDeal, credited),
    part.quota === null ? EMPTY_CELL : linked(quotaAt, part.quota / units),
    part.quota === null
      ? EMPTY_CELL
      : formulaCell(
          `IF(G${part.row}>0,F${part.row}/G${part.row},"")`,
          part.quota > 0 ? part.credited / part.quota : '',
        ),
  ];
}

/** What a report without a result carries all the same: the period's months of the quota; null = it is something else. */
function quotaOfMonths(
  { context, sources }: PartsContext,
  { rep, line }: LineParts,
  part: PayPart,
): string | null {
  const at = context.document.reps.findIndex(({ id }) => id === part.repId);
  const pay = context.evaluation.pay.reps[at];
  if (!pay || part.quota === null || line.component.measureUnit !== 'money') return null;
  return sources.months.of(periodSpan(rep, line.periodAt, pay), part.quota);
}

/** A report's quota of the whole window, where the line's attainment is of that. */
function windowCell({ context, sources }: PartsContext, { rep, line }: LineParts, part: PayPart): Cell {
  const { windowQuota, quota, row, repId } = part;
  if (windowQuota === null) return EMPTY_CELL;
  const { component } = line;
  const format: CellFormat = component.measureUnit === 'money' ? 'moneyCents' : 'decimal';
  const value = windowQuota / unitsShown(component);
  if (windowQuota === (quota ?? 0)) return formulaCell(`N(G${row})`, value, 'plain', format);
  const at = context.document.reps.findIndex(({ id }) => id === repId);
  const pay = context.evaluation.pay.reps[at];
  const formula = pay && sources.months.of(windowSpan(rep, line, pay), windowQuota);
  return formula ? formulaCell(formula, value, 'plain', format) : valueCell(value, 'input', format);
}

const calcCell = ({ calc }: PaySheetNames, key: CalcColumn, row: number) =>
  cellAddress(
    calc,
    CALC_COLUMNS.findIndex(([name]) => name === key),
    row,
  );

/** What each part of a line alone pays at the rate or curve, and what the line takes of that; asked for in their order. */
function linePrices({ context, sources, names }: PartsContext, of: LineParts): (at: number) => Cell[] {
  const { rep, componentAt, line } = of;
  const calcAt = (key: CalcColumn) => calcCell(names, key, line.row);
  const own = lineCells(context, rep, componentAt, line, sources, calcAt);
  const priceOf = partPricer(of, own);
  return (at) => pricedCells(of, at, { own, priceOf, calcAt, sources });
}

interface LinePrices {
  readonly own: ReturnType<typeof lineCells>;
  readonly priceOf: (at: number) => number;
  readonly calcAt: (key: CalcColumn) => string;
  readonly sources: CalcSources;
}

function pricedCells(of: LineParts, at: number, { own, priceOf, calcAt, sources }: LinePrices): Cell[] {
  const { line, parts, kind, isAlone } = of;
  const part = parts[at]!;
  const { component } = line;
  const { row, priced } = part;
  const units = unitsShown(component);
  const format: CellFormat = component.measureUnit === 'money' ? 'moneyCents' : 'decimal';
  const { cells, conditions } = own;
  const isTeam = kind === 'team';
  const formulas = kindFormulas(component, {
    ...cells,
    credited: `I${row}`,
    quota: `J${row}`,
    attainment: `K${row}`,
    target: `L${row}`,
    band: `M${row}`,
    rate: `N${row}`,
  });
  const values = pricedValues(of, at, own, priceOf);
  const creditedSum = isTeam
    ? sumWith('I', part)
    : isAlone || at === 0
      ? `N(F${row})`
      : `I${row - 1}+F${row}`;
  const target = `${calcAt('target')}${isTeam ? `/${parts.length}` : ''}`;
  const isFree = part.isBeforeDeals;
  const multiplier = conditions.multiplier && {
    at: calcAt('multiplier'),
    value: conditions.multiplier.value,
  };
  return [
    formulaCell(creditedSum, priced.credited / units, 'plain', format),
    formulaCell(isTeam ? sumWith('J', part) : calcAt('quotaToDate'), priced.quota / units, 'plain', format),
    formulaCell(`IF(J${row}>0,I${row}/J${row},"")`, values.attainment),
    formulaCell(target, fromCents(values.targetCents)),
    formulas.band === null ? EMPTY_CELL : formulaCell(formulas.band, values.band),
    formulas.rate === null ? EMPTY_CELL : formulaCell(formulas.rate, values.rate),
    formulaCell(formulas.pay, fromCents(values.cents)),
    formulaCell(isAlone || isFree ? `O${row}` : `O${row}-O${row - 1}`, fromCents(values.added)),
    isTeam ? EMPTY_CELL : countsCell(of, part, values.added, multiplier, sources),
  ];
}

/** What a deal adds with the multiplier, and no more than the plan's cap on one; empty where there is none. */
function countsCell(
  { rep: { compPlan } }: LineParts,
  { row, isBeforeDeals }: PayPart,
  added: number,
  multiplier: { readonly at: string; readonly value: number } | null,
  { plans }: CalcSources,
): Cell {
  const { dealCents } = compPlan.caps;
  if (dealCents === null) return EMPTY_CELL;
  const times = multiplier === null ? `P${row}` : `P${row}*${multiplier.at}`;
  const cents = added * (multiplier?.value ?? 1);
  if (isBeforeDeals) return formulaCell(times, fromCents(cents));
  return formulaCell(
    `MIN(${times},${plans.cell(compPlan, 'dealCap')})`,
    fromCents(Math.min(cents, dealCents)),
  );
}

/** A report's window so far: this period on top of the earlier ones. */
function sumWith(priced: 'I' | 'J', { row, earlierRow }: PayPart): string {
  const own = `N(${priced === 'I' ? 'F' : 'G'}${row})`;
  return earlierRow === null ? own : `${priced}${earlierRow}+${own}`;
}

/** The target that a part is priced against, cents. */
function partTargetCents({ rep, line, parts, kind }: LineParts): number {
  const wholeCents = lineTargetCents(rep, line);
  return kind === 'team' ? wholeCents / parts.length : wholeCents;
}

/** Conditions of a line as the engine's prices take them. */
const conditionsOf = ({ conditions, second }: LinePrices['own']) => ({
  second: second?.value ?? Number.NaN,
  isAccelerated: conditions.accelerated?.value !== 0,
});

/** Prices a line's parts as the engine does (shared/comp/earn); the last ones are remembered for the next that adds to them. */
function partPricer(of: LineParts, own: LinePrices['own']): (at: number) => number {
  const { rep, line, parts } = of;
  const targetCents = partTargetCents(of);
  const conditions = conditionsOf(own);
  const recent = new Map<number, number>();
  return (at) => {
    const cents = recent.get(at) ?? priceOnLine(rep, line, parts[at]!.priced, targetCents, conditions);
    recent.set(at, cents);
    recent.delete(at - 2);
    return cents;
  };
}

/** What one part pays, with the band it falls in. */
function pricedValues(of: LineParts, at: number, own: LinePrices['own'], priceOf: LinePrices['priceOf']) {
  const { line, parts, isAlone } = of;
  const { component } = line;
  const { second: columnValue, isAccelerated } = conditionsOf(own);
  const part = parts[at]!;
  const { credited, quota } = part.priced;
  const attainment = quota > 0 ? credited / quota : Number.NaN;
  const cents = priceOf(at);
  const added = isAlone || part.isBeforeDeals ? cents : cents - priceOf(at - 1);
  const reached = bandReached(
    component,
    { creditedToDate: credited, quotaToDate: quota },
    { attainment, second: columnValue },
    isAccelerated,
  );
  return {
    ...reached,
    attainment: Number.isNaN(attainment) ? '' : attainment,
    targetCents: partTargetCents(of),
    cents,
    added,
  };
}

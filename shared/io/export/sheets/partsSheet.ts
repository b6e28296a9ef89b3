import { prepareComponent } from '../../../comp/components/registry';
import { likeComponent } from '../../../comp/likeComponent';
import { goalOf } from '../../../comp/measureWindow';
import { fromCents } from '../../../model/money';
import { cellAddress, columnRange } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { bandReached } from '../pay/bandReached';
import { CALC_COLUMNS, type CalcColumn } from '../pay/calcColumns';
import { unitsShown } from '../pay/componentTable';
import { kindFormulas } from '../pay/kindFormula';
import { lineCells } from '../pay/lineCells';
import { FIRST_PAY_ROW, type PaidRep } from '../pay/payLines';
import type { LineParts, PayPart, PayParts } from '../pay/payParts';
import type { PaySheetNames } from '../sheetNames';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { EMPTY_CELL, formulaCell, valueCell } from '../workbook';
import type { CalcSources } from './calcSheet';
import { tableSheet, type TableColumn } from './tableSheet';

const COLUMNS: readonly TableColumn[] = [
  ['Rep', 'text', 24],
  ['Comp plan', 'text', 26],
  ['Component', 'text', 22],
  ['Period', 'text', 10],
  ['Report or deal', 'text', 24],
  ['Credited', 'moneyCents'],
  ['Quota', 'moneyCents'],
  ['Attainment', 'percent'],
  ['Credited, as priced', 'moneyCents'],
  ['Quota, as priced', 'moneyCents'],
  ['Attainment, as priced', 'percent'],
  ['Target', 'moneyCents'],
  ['Band reached', 'integer'],
  ['Pays, share of target', 'decimal'],
  ['Pay at the rate', 'moneyCents'],
  ['Added', 'moneyCents'],
  ['Under the cap of a deal', 'moneyCents'],
];
const PART = {
  credited: 5,
  quota: 6,
  attainment: 7,
  pricedCredited: 8,
  pricedQuota: 9,
  pricedAttainment: 10,
  target: 11,
  band: 12,
  rate: 13,
  pays: 14,
  added: 15,
  counts: 16,
} as const;
type PartColumn = keyof typeof PART;

/** The cells of a line's parts in one column, for the sheets that add them up. */
export function partRange(name: string, parts: readonly PayPart[], column: PartColumn): string {
  return columnRange(name, PART[column], parts[0]!.row, parts.at(-1)!.row);
}

/**
 * What the reports of a team and single deals add to lines of Calc: a row each, priced where the component prices them
 * one by one. A report's credit is the cell of the report's own result, a deal's is an input.
 */
export function partsSheet(
  context: ExportContext,
  paid: readonly PaidRep[],
  lines: PayParts,
  sources: CalcSources,
  names: PaySheetNames,
): Sheet | null {
  const name = names.parts;
  if (name === null || lines.size === 0) return null;
  const sheet: PartsContext = { context, sources, names, name, reportOf: reportFinder(paid) };
  const body = [...lines.values()].flatMap((line) =>
    line.parts.map((part, at) => [...creditCells(sheet, line, part), ...pricedCells(sheet, line, at)]),
  );
  return tableSheet(name, COLUMNS, body, {
    frozenColumns: 5,
    atLeast: [{ range: `F${FIRST_PAY_ROW}:G${FIRST_PAY_ROW + body.length - 1}`, least: null }],
  });
}

interface PartsContext {
  readonly context: ExportContext;
  readonly sources: CalcSources;
  readonly names: PaySheetNames;
  readonly name: string;
  readonly reportOf: ReturnType<typeof reportFinder>;
}

/** Finds the line in which a report's own pay holds what the manager's component is credited with. */
function reportFinder(paid: readonly PaidRep[]) {
  const yearsOf = new Map<string, PaidRep[]>();
  for (const year of paid) {
    const { id } = year.pay.rep;
    yearsOf.set(id, [...(yearsOf.get(id) ?? []), year]);
  }
  return ({ rep, line: { component, periodName } }: LineParts, repId: string | null) => {
    for (const year of yearsOf.get(repId ?? '') ?? []) {
      const at = year.periods.findIndex(({ name }) => name === periodName);
      const like = at < 0 || year === rep ? null : likeComponent(year.compPlan, component);
      if (!like) continue;
      const line = year.lines[year.compPlan.components.indexOf(like)]![at]!;
      const { months, components } = year.inputs.periods[at]!;
      return { line, goal: goalOf(like, components[like.id], months) };
    }
    return null;
  };
}

/** Whose part it is, and what it brings in this period. */
function creditCells({ sources, names, reportOf }: PartsContext, of: LineParts, part: PayPart): Cell[] {
  const { rep, line } = of;
  const units = unitsShown(line.component);
  const format: CellFormat = line.component.measureUnit === 'money' ? 'moneyCents' : 'decimal';
  const report = reportOf(of, part.repId);
  const credited = part.credited / units;
  const linked = (formula: string | null, value: number) =>
    formula === null ? valueCell(value, 'input', format) : formulaCell(formula, value, 'plain', format);
  const creditedAt =
    report?.line.paid.credited === part.credited ? sources.results.creditedAt(report.line) : null;
  const quotaAt = report?.goal === part.quota ? calcCell(names, 'quota', report.line.row) : null;
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

const calcCell = ({ calc }: PaySheetNames, key: CalcColumn, row: number) =>
  cellAddress(
    calc,
    CALC_COLUMNS.findIndex(([name]) => name === key),
    row,
  );

/** What the part alone pays at the rate or curve, and what the line takes of that. */
function pricedCells({ context, sources, names }: PartsContext, of: LineParts, at: number): Cell[] {
  const { rep, componentAt, line, parts, kind, isAlone } = of;
  if (!of.isPriced) return [];
  const part = parts[at]!;
  const { component } = line;
  const { row, priced } = part;
  const units = unitsShown(component);
  const format: CellFormat = component.measureUnit === 'money' ? 'moneyCents' : 'decimal';
  const calcAt = (key: CalcColumn) => calcCell(names, key, line.row);
  const { cells, conditions, second } = lineCells(context, rep, componentAt, line, sources, calcAt);
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
  const isAccelerated = conditions.accelerated?.value !== 0;
  const values = pricedValues(of, at, second?.value ?? Number.NaN, isAccelerated);
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

/** As the engine prices one part (shared/comp/earn), with the band it falls in. */
function pricedValues(
  { rep, line, parts, kind, isAlone }: LineParts,
  at: number,
  columnValue: number,
  isAccelerated: boolean,
) {
  const { component, periodAt, years } = line;
  const facts = rep.inputs.periods[periodAt]!.components[component.id];
  const { targetIncentiveCents, baseSalaryCents = 0 } = rep.inputs;
  const wholeCents = targetIncentiveCents * years * component.targetShareRatio;
  const targetCents = kind === 'team' ? wholeCents / parts.length : wholeCents;
  const evaluate = prepareComponent(component);
  const priceOf = ({ priced: { credited, quota } }: PayPart) =>
    evaluate(
      {
        credited,
        quota,
        attainment: quota > 0 ? credited / quota : Number.NaN,
        targetCents,
        targetIncentiveCents: targetIncentiveCents * years,
        baseSalaryCents: baseSalaryCents * years,
        columnValue,
        scores: facts?.scores ?? null,
        rank: facts?.rank ?? 0,
        tiedCount: facts?.tiedCount ?? 0,
        isAccelerated,
      },
      null,
    );
  const part = parts[at]!;
  const { credited, quota } = part.priced;
  const attainment = quota > 0 ? credited / quota : Number.NaN;
  const cents = priceOf(part);
  const added = isAlone || part.isBeforeDeals ? cents : cents - priceOf(parts[at - 1]!);
  const reached = bandReached(
    component,
    { creditedToDate: credited, quotaToDate: quota },
    { attainment, second: columnValue },
    isAccelerated,
  );
  return { ...reached, attainment: Number.isNaN(attainment) ? '' : attainment, targetCents, cents, added };
}

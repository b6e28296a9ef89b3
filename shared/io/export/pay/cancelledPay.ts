import { fromCents } from '../../../model/money';
import { cellAddress } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import type { CalcSources } from '../sheets/calcSheet';
import type { PaySheetNames } from '../sheetNames';
import type { Cell, CellFormat } from '../workbook';
import { EMPTY_CELL, formulaCell, valueCell } from '../workbook';
import { bandReached } from './bandReached';
import { CALC_COLUMNS, type CalcColumn } from './calcColumns';
import { unitsShown } from './componentTable';
import { kindFormulas } from './kindFormula';
import { lineCells } from './lineCells';
import { partAddress, partRange } from './partColumns';
import { lineTargetCents, priceOnLine } from './partPrice';
import type { LineParts, PayPart } from './payParts';
import type { CancelledLine } from './takenBack';

/** What a cancelled deal was paid (shared/comp/cancelledDeals), from the columns "Credited" to "Pay of the deal". */
export interface CancelledPay {
  /** Unrounded, before the total cap. */
  readonly cents: number;
  readonly credited: Cell;
  /** What is credited and earned in its window, where the pay is a part of that. */
  readonly window: readonly [Cell, Cell];
  /** Attainment and band of the deal alone, where it is priced by itself. */
  readonly alone: readonly [Cell, Cell];
  readonly pay: Cell;
  readonly words: string;
}

/** Columns of a row of Taken back that its other cells look at. */
const AT = { credited: 'F', windowCredited: 'I', windowEarned: 'J', attainment: 'K', band: 'L' } as const;

/** The pay of a cancelled deal: what it was priced at by itself, or its part of what its window earned. */
export function cancelledPay(
  context: ExportContext,
  sale: CancelledLine,
  row: number,
  sources: CalcSources,
  names: PaySheetNames,
): CancelledPay {
  const place: DealPlace = { context, sale, row, sources, names };
  return isPricedAlone(sale) ? paidAlone(place) : paidByWindow(place);
}

interface DealPlace {
  readonly context: ExportContext;
  readonly sale: CancelledLine;
  readonly row: number;
  readonly sources: CalcSources;
  readonly names: PaySheetNames;
}

/** Whether the plan prices each transaction, and the window's are known one by one. */
function isPricedAlone({ rep, sold, componentAt }: CancelledLine): boolean {
  const { component } = sold;
  if (!('processing' in component) || component.processing !== 'perTransaction') return false;
  const lines = rep.lines[componentAt]!.slice(0, sold.periodAt + 1);
  const from = lines.findLastIndex(({ opensWindow }) => opensWindow);
  return rep.inputs.periods
    .slice(from, sold.periodAt + 1)
    .some(({ components }) => components[component.id]?.deals !== undefined);
}

const calcCell = ({ calc }: PaySheetNames, key: CalcColumn, row: number) =>
  cellAddress(
    calc,
    CALC_COLUMNS.findIndex(([name]) => name === key),
    row,
  );

function formatOf({ sold: { component } }: CancelledLine): CellFormat {
  return component.measureUnit === 'money' ? 'moneyCents' : 'decimal';
}

/** The deal's credit: the cell of the listed deal that it is, else the number itself. */
function creditedCell({ sale, sources: { parts } }: DealPlace): Cell {
  const { sold, deal } = sale;
  const listed = parts.of
    .get(sold)
    ?.parts.find((each) => each.repId === null && each.isNew && each.credited === deal.credited);
  const value = deal.credited / unitsShown(sold.component);
  return listed
    ? formulaCell(partAddress(parts.name, listed, 'credited'), value, 'plain', formatOf(sale))
    : valueCell(value, 'plain', formatOf(sale));
}

/** Priced from the first tier as the deal's own row has it, by gate, multiplier and the cap on a deal. */
function paidAlone(place: DealPlace): CancelledPay {
  const { context, sale, row, sources, names } = place;
  const { rep, componentAt, sold, deal } = sale;
  const { component } = sold;
  const calcAt = (key: CalcColumn) => calcCell(names, key, sold.row);
  const { cells, conditions } = lineCells(context, rep, componentAt, sold, sources, calcAt);
  const formulas = kindFormulas(component, {
    ...cells,
    credited: `${AT.credited}${row}`,
    attainment: `${AT.attainment}${row}`,
    band: `${AT.band}${row}`,
  });
  const quota = sold.paid.quotaToDate;
  const attainment = quota > 0 ? deal.credited / quota : Number.NaN;
  const isAccelerated = conditions.accelerated?.value !== 0;
  const { band } = bandReached(
    component,
    { creditedToDate: deal.credited, quotaToDate: quota },
    { attainment, second: Number.NaN },
    isAccelerated,
  );
  const priced = priceOnLine(rep, sold, { credited: deal.credited, quota }, lineTargetCents(rep, sold), {
    second: Number.NaN,
    isAccelerated,
  });
  const { dealCents } = rep.compPlan.caps;
  const uncapped = conditions.gate?.value === 0 ? 0 : priced * (conditions.multiplier?.value ?? 1);
  const cents = Math.min(uncapped, dealCents ?? Number.POSITIVE_INFINITY);
  const factors = [
    `(${formulas.pay})`,
    ...(conditions.gate ? [`IF(${calcAt('gate')}=0,0,1)`] : []),
    ...(conditions.multiplier ? [calcAt('multiplier')] : []),
  ].join('*');
  const capped =
    dealCents === null ? factors : `MIN(${factors},${sources.plans.cell(rep.compPlan, 'dealCap')})`;
  const quotaAt = calcAt('quotaToDate');
  return {
    cents,
    credited: creditedCell(place),
    window: [EMPTY_CELL, EMPTY_CELL],
    alone: [
      formulaCell(`IF(${quotaAt}>0,${AT.credited}${row}/${quotaAt},"")`, attainment),
      formulas.band === null ? EMPTY_CELL : formulaCell(formulas.band, band),
    ],
    pay: formulaCell(capped, fromCents(cents)),
    words: 'live: what the deal was priced at by itself',
  };
}

/** Figures of a window as formula and value: credit in the engine's units, pay in cents. */
interface WindowFigures {
  readonly credited: { readonly formula: string; readonly value: number };
  readonly earned: { readonly formula: string; readonly cents: number };
  /** What the window counts of the deal, as a formula on its credit, and its value. */
  readonly counted: { readonly formula: string; readonly value: number };
  readonly words: string;
}

/** The deal's part, by credit, of what its window earned. */
function paidByWindow(place: DealPlace): CancelledPay {
  const { sale, row } = place;
  const { credited, earned, counted, words } = windowFigures(place);
  const units = unitsShown(sale.sold.component);
  const share = credited.value > 0 ? counted.value / credited.value : 0;
  const cents = Math.max(0, earned.cents) * share;
  const [of, sum] = [`${AT.windowCredited}${row}`, `${AT.windowEarned}${row}`];
  return {
    cents,
    credited: creditedCell(place),
    window: [
      formulaCell(credited.formula, credited.value / units, 'plain', formatOf(sale)),
      formulaCell(earned.formula, fromCents(earned.cents)),
    ],
    alone: [EMPTY_CELL, EMPTY_CELL],
    pay: formulaCell(`IF(${of}>0,MAX(0,${sum})*${counted.formula}/${of},0)`, fromCents(cents)),
    words,
  };
}

function windowFigures(place: DealPlace): WindowFigures {
  const { sale, row, names, sources } = place;
  const { deal, window, sold } = sale;
  const { creditedToDate, earnedToDateCents } = window.paid;
  const whole: WindowFigures = {
    credited: { formula: calcCell(names, 'creditedToDate', window.row), value: creditedToDate },
    earned: { formula: calcCell(names, 'earned', window.row), cents: earnedToDateCents },
    counted: { formula: `${AT.credited}${row}`, value: deal.credited },
    words: 'live: its part, by credit, of what its window earned',
  };
  const found = sources.parts.of.get(sold);
  if (found?.kind !== 'team') return whole;
  if (sold.component.crediting === 'meanAttainment') return meanFigures(place, whole, found);
  return sold.component.crediting === 'eachRep' ? reportFigures(place, whole) : whole;
}

/** In a mean of attainments a deal counts by what it adds to its rep's. */
function meanFigures(
  { sale: { deal }, row, sources: { parts } }: DealPlace,
  whole: WindowFigures,
  found: LineParts,
): WindowFigures {
  const carrying = found.parts.filter(({ quota }) => quota !== null && quota > 0);
  if (carrying.length === 0) return whole;
  const own = carrying.find(({ repId }) => repId === deal.repId);
  const words = 'live: its part of the mean of attainments that its window earned on';
  if (!own) return { ...whole, counted: { formula: '0', value: 0 }, words };
  const range = (column: 'quota' | 'attainment') => partRange(parts.name, found.parts, column);
  const quota = partAddress(parts.name, own, 'quota');
  const sum = found.parts.reduce((total, each) => total + (each.quota ?? 0), 0);
  return {
    ...whole,
    counted: {
      formula: `${AT.credited}${row}/${quota}/MAX(1,COUNT(${range('attainment')}))*SUM(${range('quota')})`,
      value: (deal.credited / own.quota! / carrying.length) * sum,
    },
    words,
  };
}

/** What the manager earned on the report whose deal it is: that report's share of the pay at the rate. */
function reportFigures({ context, sale, sources, names }: DealPlace, whole: WindowFigures): WindowFigures {
  const { rep, window, deal, componentAt, sold } = sale;
  // A period within a coarser result tells nothing of the team: the last one that does stands.
  const told = rep.lines[componentAt]!.slice(sold.periodAt, window.periodAt + 1).findLast(
    (line) => sources.parts.of.get(line)?.kind === 'team',
  );
  const found = told && sources.parts.of.get(told);
  const own = found?.parts.find(({ repId }) => repId === deal.repId);
  if (!found || !told || !own) return whole;
  const { name } = sources.parts;
  const { conditions, second } = lineCells(context, rep, componentAt, told, sources, (key) =>
    calcCell(names, key, told.row),
  );
  const priceOf = ({ priced }: PayPart) =>
    priceOnLine(rep, told, priced, lineTargetCents(rep, told) / found.parts.length, {
      second: second?.value ?? Number.NaN,
      isAccelerated: conditions.accelerated?.value !== 0,
    });
  const pays = found.parts.map(priceOf);
  const sum = pays.reduce((total, cents) => total + cents, 0);
  const part = sum > 0 ? pays[found.parts.indexOf(own)]! / sum : 0;
  const all = `SUM(${partRange(name, found.parts, 'pays')})`;
  const earned = calcCell(names, 'earned', told.row);
  return {
    credited: { formula: partAddress(name, own, 'priced'), value: own.priced.credited },
    earned: {
      formula: `IF(${all}>0,${earned}*${partAddress(name, own, 'pays')}/${all},0)`,
      cents: told.paid.earnedToDateCents * part,
    },
    counted: whole.counted,
    words: 'live: its part, by credit, of what the report’s result earned',
  };
}

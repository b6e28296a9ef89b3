import { slotOf } from '../../../measures/territoryRows';
import { findMeasure } from '../../../model/accountTable';
import { HOLDOUT, HOUSE, UNASSIGNED } from '../../../model/alignment';
import type { MeasureFigures } from '../../../plan/evaluateTerritories';
import { primaryAlignment } from '../../../plan/lookup';
import { unitSums } from '../../../plan/unitMeasureTotals';
import { cellAddress, columnName, columnRange } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { HOLDOUT_NAME, HOUSE_NAME, UNASSIGNED_NAME } from '../exportContext';
import { TERRITORIES_SHEET } from '../sheetNames';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { EMPTY_CELL, formulaCell, headerRow, valueCell } from '../workbook';
import type { AccountsSheet } from './accountsSheet';
import type { Assumptions } from './assumptionsSheet';

const FIRST_ROW = 2;
const CAPACITY = 2;
const ACCOUNTS = 3;
const FIRST_MEASURE = 4;
/** Columns a measure takes: total, target, index. */
const MEASURE_COLUMNS = 3;

/** Where the territories stand, known before the sheet is made: they are a list that accounts choose from. */
export function territoryRows(context: ExportContext): { first: number; last: number } {
  // Unassigned, house and holdout stand below the territories.
  return { first: FIRST_ROW, last: FIRST_ROW + context.evaluation.territories.assignable.length + 2 };
}

/** Range of a measure's totals by territory and of the names beside it, for look-ups from other sheets. */
export function territoryTotals(
  context: ExportContext,
  measureId: string,
): { names: string; totals: string } | null {
  const position = context.evaluation.territories.measures.findIndex((each) => each.measureId === measureId);
  if (position < 0) return null;
  const { first, last } = territoryRows(context);
  const column = FIRST_MEASURE + MEASURE_COLUMNS * position;
  return {
    names: columnRange(TERRITORIES_SHEET, 0, first, last),
    totals: columnRange(TERRITORIES_SHEET, column, first, last),
  };
}

/** Range of the territories' index. */
export function territoryIndexRange(context: ExportContext): string {
  return rangeAfterMeasures(context, 0);
}

/** Range of "yes", "over" and "under" the corridor. */
export function territoryCorridorRange(context: ExportContext): string {
  return rangeAfterMeasures(context, 1);
}

function rangeAfterMeasures(context: ExportContext, place: number): string {
  const { first, last } = territoryRows(context);
  const column = FIRST_MEASURE + MEASURE_COLUMNS * context.evaluation.territories.measures.length + place;
  return columnRange(TERRITORIES_SHEET, column, first, Math.max(first, last - 3));
}

/** Totals by SUMIFS over the accounts, targets by capacity, index by the weights of the assumptions. */
export function territoriesSheet(
  context: ExportContext,
  accounts: AccountsSheet,
  assumptions: Assumptions,
): Sheet {
  const { territories } = context.evaluation;
  const { measures } = territories;
  const { first, last } = territoryRows(context);
  const lastTerritory = last - 3;
  const indexColumn = FIRST_MEASURE + MEASURE_COLUMNS * measures.length;
  const columns = columnsOf(context);
  const row = (index: number, position: number): Cell[] => {
    const at = first + position;
    return [
      ...leadingCells(context, accounts, index, at),
      ...measures.flatMap((measure, order) =>
        measureCells(context, accounts, measure, order, index, at, { first, lastTerritory, last }),
      ),
      formulaCell(indexFormula(context, assumptions, at), territories.index[index]!),
      formulaCell(
        corridorFormula(cellAddress(TERRITORIES_SHEET, indexColumn, at), assumptions),
        corridorWord(territories.index[index]!, context.scenario.corridorShare),
      ),
      valueCell(territories.travel.activityKm[index]!),
      formulaCell(deviationFormula(indexColumn, at), deviation(territories.index[index]!)),
    ];
  };
  const nobodyRow = (
    name: string,
    part: 'unassigned' | 'house' | 'holdout',
    code: number,
    position: number,
  ): Cell[] => {
    const at = first + territories.assignable.length + position;
    const slot = slotOf(code, context.scenario.territories.length);
    return [
      valueCell(name, 'note'),
      EMPTY_CELL,
      EMPTY_CELL,
      formulaCell(`COUNTIFS(${accounts.territoryRange},$A${at})`, territories.accounts[part]),
      ...measures.flatMap((measure) => [
        formulaCell(sumFormula(context, accounts, measure.measureId, at, slot), measure[part]),
        EMPTY_CELL,
        EMPTY_CELL,
      ]),
    ];
  };
  const rows = [
    headerRow(columns.map(({ header }) => header)),
    ...territories.assignable.map(row),
    nobodyRow(UNASSIGNED_NAME, 'unassigned', UNASSIGNED, 0),
    nobodyRow(HOUSE_NAME, 'house', HOUSE, 1),
    nobodyRow(HOLDOUT_NAME, 'holdout', HOLDOUT, 2),
  ];
  return {
    name: TERRITORIES_SHEET,
    columns: columns.map(({ header, format }, position) => ({
      format,
      widthChars: position < 2 ? 26 : Math.max(11, header.length + 3),
    })),
    rows: () => rows,
    rowCount: rows.length,
    frozenRows: 1,
    frozenColumns: 1,
    filterRow: 1,
    corridor: {
      range: `${columnName(indexColumn)}${first}:${columnName(indexColumn)}${Math.max(first, lastTerritory)}`,
      lowest: `100*(1-${assumptions.nameOf('Corridor')})`,
      highest: `100*(1+${assumptions.nameOf('Corridor')})`,
    },
    choices: [],
    atLeast: [{ range: `C${first}:C${Math.max(first, lastTerritory)}`, least: 0 }],
  };
}

function columnsOf(context: ExportContext): { header: string; format: CellFormat }[] {
  return [
    { header: 'Territory', format: 'text' },
    { header: 'Above it', format: 'text' },
    { header: 'Capacity', format: 'decimal' },
    { header: 'Accounts', format: 'integer' },
    ...context.evaluation.territories.measures.flatMap(({ measureId, name }) => {
      const kind = findMeasure(context.document.accounts, measureId)?.kind;
      const format: CellFormat = kind === 'money' ? 'money' : 'decimal';
      return [
        { header: name, format },
        { header: `${name}, target`, format },
        { header: `${name}, index`, format: 'index' as const },
      ];
    }),
    { header: 'Index', format: 'index' },
    { header: 'In corridor', format: 'text' },
    { header: 'Travel, activity-km', format: 'integer' },
    { header: 'Deviation', format: 'percent' },
  ];
}

function leadingCells(context: ExportContext, accounts: AccountsSheet, index: number, at: number): Cell[] {
  const territory = context.scenario.territories[index]!;
  const parent = context.scenario.territories.find((candidate) => candidate.id === territory.parentId);
  return [
    valueCell(context.territoryNames[index]!),
    valueCell(parent?.name ?? null),
    valueCell(territory.capacity, 'input'),
    formulaCell(
      `COUNTIFS(${accounts.territoryRange},$A${at})`,
      context.evaluation.territories.accounts.totals[index]!,
    ),
  ];
}

function measureCells(
  context: ExportContext,
  accounts: AccountsSheet,
  measure: MeasureFigures,
  order: number,
  index: number,
  at: number,
  rows: { first: number; lastTerritory: number; last: number },
): Cell[] {
  const column = columnName(FIRST_MEASURE + MEASURE_COLUMNS * order);
  const target = columnName(FIRST_MEASURE + MEASURE_COLUMNS * order + 1);
  const capacity = columnName(CAPACITY);
  // What is shared out: territories and unassigned, without house and holdouts.
  const whole = `SUM($${column}$${rows.first}:$${column}$${rows.lastTerritory + 1})`;
  const capacities = `SUM($${capacity}$${rows.first}:$${capacity}$${rows.lastTerritory})`;
  return [
    formulaCell(sumFormula(context, accounts, measure.measureId, at, index), measure.totals[index]!),
    formulaCell(`IF(${capacities}>0,${whole}*$${capacity}${at}/${capacities},0)`, measure.targets[index]!),
    formulaCell(`IF(${target}${at}>0,100*${column}${at}/${target}${at},"")`, measure.index[index]!),
  ];
}

/** Values below zero stand for "not known" and count as 0, unless they are real. */
function sumFormula(
  context: ExportContext,
  accounts: AccountsSheet,
  measureId: string,
  at: number,
  slot: number,
): string {
  const { document, scenario } = context;
  const land = unitSums(document, scenario, primaryAlignment(scenario))?.get(measureId)?.[slot] ?? 0;
  const column = document.accounts.measures.find(({ id }) => id === measureId);
  // A measure that only geographic units have is no column of Accounts.
  if (!column) return String(land);
  const range = accounts.measureRange(measureId);
  const positive = column.isNegativeReal ? '' : `,${range},">0"`;
  const sum = `SUMIFS(${range},${accounts.territoryRange},$A${at}${positive})`;
  return land === 0 ? sum : `${sum}+${land}`;
}

function deviationFormula(indexColumn: number, at: number): string {
  const cell = `${columnName(indexColumn)}${at}`;
  return `IF(${cell}="","",${cell}/100-1)`;
}

const deviation = (index: number) => (Number.isNaN(index) ? '' : index / 100 - 1);

/** 100 · Σ λ_a · w^a / target^a with Σλ = 1; with no weighted measure, the number of accounts alone. */
function indexFormula(context: ExportContext, assumptions: Assumptions, at: number): string {
  const { measures, accounts, assignable } = context.evaluation.territories;
  const weighted = context.scenario.measures.flatMap(({ measureId, weight }) => {
    const order = measures.findIndex((measure) => measure.measureId === measureId);
    return order >= 0 && weight > 0 ? [{ order, name: assumptions.nameOf(`Weight ${measureId}`) }] : [];
  });
  if (weighted.length === 0) {
    const capacity = columnName(CAPACITY);
    const count = columnName(ACCOUNTS);
    const last = FIRST_ROW + assignable.length - 1;
    const whole = `SUM($${count}$${FIRST_ROW}:$${count}$${last + 1})`;
    const capacities = `SUM($${capacity}$${FIRST_ROW}:$${capacity}$${last})`;
    return accounts.whole > 0
      ? `IF(${whole}*$${capacity}${at}>0,100*$${count}${at}*${capacities}/(${whole}*$${capacity}${at}),"")`
      : '""';
  }
  const terms = weighted.map(({ order, name }) => {
    const total = columnName(FIRST_MEASURE + MEASURE_COLUMNS * order);
    const target = columnName(FIRST_MEASURE + MEASURE_COLUMNS * order + 1);
    return `${name}*${total}${at}/${target}${at}`;
  });
  const sum = weighted.map(({ name }) => name).join('+');
  return `IFERROR(100*(${terms.join('+')})/(${sum}),"")`;
}

function corridorFormula(address: string, assumptions: Assumptions): string {
  const cell = address.slice(address.indexOf('!') + 1).replaceAll('$', '');
  const corridor = assumptions.nameOf('Corridor');
  return `IF(${cell}="","",IF(ABS(${cell}-100)<=100*${corridor}+0.000000001,"yes",IF(${cell}>100,"over","under")))`;
}

function corridorWord(index: number, corridorShare: number): string {
  if (Number.isNaN(index)) return '';
  if (Math.abs(index - 100) <= 100 * corridorShare + 1e-9) return 'yes';
  return index > 100 ? 'over' : 'under';
}

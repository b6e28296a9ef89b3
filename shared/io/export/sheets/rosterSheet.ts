import { monthSpan } from '../../../comp/calendar';
import { baseOfYearCents } from '../../../comp/repYear';
import { fromCents } from '../../../model/money';
import type { RepPay } from '../../../plan/evaluatePay';
import { cellAddress, columnName, columnRange, lookUpText } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { regionName, seatShare } from '../exportContext';
import { AS_EXPORTED, EXPORT_AGAIN, periodsFormula } from '../pay/payPeriods';
import { dateInput, FIRST_ROSTER_ROW as FIRST_ROW, serialOf, type RosterTimes } from '../pay/rosterTimes';
import { ROSTER_SHEET } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { EMPTY_CELL, formulaCell, valueCell } from '../workbook';
import { tableSheet, type TableColumn } from './tableSheet';
import type { TimeSheet } from './timeSheet';

const COLUMNS: readonly TableColumn[] = [
  ['Rep', 'text', 24],
  ['Rep ID', 'text', 12],
  ['Role', 'text', 12],
  ['Manager', 'text', 22],
  ['Territory', 'text', 24],
  ['Region', 'text', 16],
  ['Capacity', 'decimal'],
  ['Share of territory', 'percent'],
  ['Comp plan', 'text', 36],
  ['Base salary', 'moneyCents'],
  ['Target incentive', 'moneyCents'],
  ['On-target earnings', 'moneyCents'],
  ['Starts', 'date', 12],
  ['Ends', 'date', 12],
  ['Employed part of the year', 'percent', 16],
  ['Base salary in the year', 'moneyCents', 18],
  ['Active part of the year', 'percent', 20],
];
const letters = { territory: 'E', capacity: 'G', base: 'J', target: 'K' } as const;

/** Stands after the dates, leaves and ramps that it follows. */
const PERIODS_COLUMN: TableColumn = ['Pay periods', 'text', 16];

export interface RosterSheet {
  readonly sheet: Sheet;
  /** Whether each rep's dates ask for the pay periods of the workbook. */
  readonly periodsRange: string;
  /** Address of a rep's figure, by the rep's position in the plan. */
  cell(repAt: number, figure: 'share' | 'base' | 'target' | 'capacity' | 'active'): string;
  territoryOf(repAt: number): string;
  range(column: 'rep' | 'role' | 'region' | 'yearBase' | 'target' | 'capacity'): string;
}

/**
 * Everyone who carries a territory, a quota or a comp plan; salaries and targets are inputs, and so are the dates, leaves
 * and ramps that say when each is there.
 */
export function rosterSheet(context: ExportContext, times: RosterTimes, time: TimeSheet): RosterSheet {
  const { reps } = context.evaluation.pay;
  const last = Math.max(FIRST_ROW, FIRST_ROW + reps.length - 1);
  const span = (letter: string) => `$${letter}$${FIRST_ROW}:$${letter}$${last}`;
  const periodsOf = periodsFormula(context, times, time);
  const row = (pay: RepPay, at: number): Cell[] => {
    const { rep, territoryIndex } = pay;
    const line = FIRST_ROW + at;
    const capacity = `SUMIFS(${span(letters.capacity)},${span(letters.territory)},E${line})`;
    return [
      valueCell(context.repNames[at]!),
      valueCell(rep.id),
      valueCell(roleName(rep.role)),
      valueCell(nameOfRep(context, rep.managerId)),
      valueCell(territoryIndex === null ? null : context.territoryNames[territoryIndex]!),
      valueCell(regionName(context, territoryIndex)),
      valueCell(rep.capacityRatio, 'input'),
      formulaCell(`IF(E${line}="",0,IF(${capacity}>0,G${line}/${capacity},0))`, seatShare(context, pay)),
      valueCell(pay.compPlan?.name ?? null),
      valueCell(fromCents(rep.baseSalaryCents), 'input'),
      valueCell(fromCents(rep.targetIncentiveCents), 'input'),
      formulaCell(`J${line}+K${line}`, fromCents(rep.baseSalaryCents + rep.targetIncentiveCents)),
      dateInput(rep.startDate),
      dateInput(rep.endDate),
      formulaCell(employedFormula(context, line), pay.time.employedShare),
      formulaCell(`ROUND(J${line}*O${line},2)`, fromCents(baseOfYearCents(rep.baseSalaryCents, pay.time))),
      formulaCell(time.activeShare({ pay, fiscalYear: null, from: 0, to: 12 }), pay.time.activeShare),
      ...times.leaveCells(rep),
      periodsCell(periodsOf(pay, at)),
    ];
  };
  const periodsAt = COLUMNS.length + times.columns.length;
  const columns = {
    rep: 0,
    role: 2,
    region: 5,
    base: 9,
    target: 10,
    capacity: 6,
    share: 7,
    yearBase: 15,
    active: 16,
  } as const;
  return {
    sheet: tableSheet(ROSTER_SHEET, columnsOf(times), reps.length > 0 ? reps.map(row) : [[]], {
      atLeast: [
        ...['G', 'J', 'K'].map((letter) => `${letter}${FIRST_ROW}:${letter}${last}`),
        ...times.ranges(last).shares,
      ].map((range) => ({ range, least: 0 })),
      days: times.ranges(last).days,
      warnings: [
        { range: `${columnName(periodsAt)}${FIRST_ROW}:${columnName(periodsAt)}${last}`, text: EXPORT_AGAIN },
      ],
    }),
    periodsRange: columnRange(ROSTER_SHEET, periodsAt, FIRST_ROW, last),
    cell: (repAt, figure) => cellAddress(ROSTER_SHEET, columns[figure], FIRST_ROW + repAt),
    territoryOf: (repAt) => cellAddress(ROSTER_SHEET, 4, FIRST_ROW + repAt),
    range: (column) => columnRange(ROSTER_SHEET, columns[column], FIRST_ROW, last),
  };
}

const columnsOf = (times: RosterTimes) => [...COLUMNS, ...times.columns, PERIODS_COLUMN];

const periodsCell = (formula: string | null): Cell =>
  formula === null ? EMPTY_CELL : formulaCell(formula, AS_EXPORTED);

/** Employed days / days of the plan's year, leave included. */
function employedFormula({ document: { settings } }: ExportContext, row: number): string {
  const { from, to } = monthSpan(settings.fiscalYear, settings.fiscalYearStartMonth, 12);
  const [first, last] = [serialOf(from)!, serialOf(to)!];
  return `MAX(0,MIN(IF(N${row}="",${last},N${row}),${last})-MAX(M${row},${first})+1)/${last - first + 1}`;
}

/** A role as Roster and Summary call it. */
export function roleName(role: string): string {
  return role.trim() === '' ? '(none)' : lookUpText(role);
}

function nameOfRep(context: ExportContext, repId: string | null): string | null {
  const at = context.document.reps.findIndex(({ id }) => id === repId);
  return at < 0 ? null : context.repNames[at]!;
}

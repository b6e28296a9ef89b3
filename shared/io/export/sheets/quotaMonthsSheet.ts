import { monthSpan } from '../../../comp/calendar';
import { periodName } from '../../../comp/resultInputs';
import { quotaStretches, type PayYear, type QuotaStretches } from '../../../comp/repYear';
import { fromCents } from '../../../model/money';
import type { RepPay } from '../../../plan/evaluatePay';
import { columnRange } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { QUOTA_MONTHS_SHEET } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { EMPTY_CELL, formulaCell, valueCell } from '../workbook';
import { seasonKey, type Assumptions } from './assumptionsSheet';
import type { QuotasSheet } from './quotasSheet';
import { tableSheet, type TableColumn } from './tableSheet';
import type { TimeSheet } from './timeSheet';

const FIRST_ROW = 2;
const MONTHS = 12;
const QUOTA_AT = 10;
const COLUMNS: readonly TableColumn[] = [
  ['Rep', 'text', 24],
  ['Fiscal year', 'text', 12],
  ['Months', 'text', 12],
  ['Season', 'decimal'],
  ['Cents, exact', 'decimal', 22],
  ['Cents, whole', 'decimal', 20],
  ['Remainder', 'decimal'],
  ['Place of remainder', 'plainInteger', 14],
  ['Quota by season', 'moneyCents'],
  ['Asked of it', 'percent'],
  ['Quota', 'moneyCents'],
];

/** Some months of a rep's quota of a fiscal year, from the year's first month (0) to one past the last. */
export interface QuotaSpan {
  readonly pay: RepPay;
  /** By the calendar year that it starts in; null = the year that the scenario expects, which is one period. */
  readonly fiscalYear: number | null;
  /** Length of the pay periods that time is prorated by: 1, 3 or 12 months. */
  readonly unit: number;
  readonly from: number;
  readonly to: number;
}

export interface QuotaMonths {
  /** The quota of some months as a formula; null where these are not what comes to so many cents. */
  of(span: QuotaSpan, cents: number): string | null;
  /** The months that formulas asked for; null where none did. */
  sheet(): Sheet | null;
}

interface Block {
  readonly firstRow: number;
  readonly stretches: QuotaStretches;
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Quotas by month or quarter, as the app splits them (shared/comp/repYear): the year's cents by the weights of the season,
 * by largest remainder, then what dates, leave and ramp leave to be asked of each. Rows are made for the reps and years
 * that other sheets ask for.
 */
export function quotaMonths(
  context: ExportContext,
  assumptions: Assumptions,
  quotas: QuotasSheet,
  time: TimeSheet,
): QuotaMonths {
  const { settings, quotaSettings } = context.document;
  const seasonality = quotaSettings.seasonalityRatios;
  const nameOf = new Map(context.evaluation.pay.reps.map(({ rep }, at) => [rep.id, context.repNames[at]!]));
  const blocks = new Map<string, Block>();
  let row = FIRST_ROW;
  const blockOf = (span: QuotaSpan, year: PayYear, name: string): Block => {
    const { pay, fiscalYear, unit } = span;
    const key = `${pay.rep.id}\u0001${fiscalYear}\u0001${unit}`;
    const known = blocks.get(key);
    if (known) return known;
    const stretches = quotaStretches(pay.rep, year, unit);
    const weights = seasonality.map((_, at) => assumptions.nameOf(seasonKey(at)));
    const { months } = stretches;
    const asked = (at: number) => time.asked({ ...span, from: at * months, to: (at + 1) * months });
    const quota = quotas.quotaOf(name);
    const rows = blockRows({ name, year, stretches, quota, weights, firstRow: row, asked });
    const made = { firstRow: row, stretches, rows };
    blocks.set(key, made);
    row += rows.length;
    return made;
  };
  return {
    of(span, cents) {
      const { pay, fiscalYear, unit, from, to } = span;
      const name = nameOf.get(pay.rep.id);
      if (name === undefined || pay.quotaCents === 0) return null;
      if (fiscalYear === null) return quotas.yearQuotaOf(name, cents);
      const { from: start } = monthSpan(fiscalYear, settings.fiscalYearStartMonth, 1);
      const year = { start, quotaCents: pay.quotaCents, seasonality };
      const { months, cents: parts } = quotaStretches(pay.rep, year, unit);
      if (from % months !== 0 || to % months !== 0) return null;
      const own = parts.slice(from / months, to / months);
      if (own.reduce((sum, each) => sum + each, 0) !== cents) return null;
      const { firstRow } = blockOf(span, year, name);
      const range = columnRange(
        QUOTA_MONTHS_SHEET,
        QUOTA_AT,
        firstRow + from / months,
        firstRow + to / months - 1,
      );
      return own.length === 0 ? '0' : `SUM(${range})`;
    },
    sheet() {
      const body = [...blocks.values()].flatMap(({ rows }) => rows);
      return body.length === 0 ? null : tableSheet(QUOTA_MONTHS_SHEET, COLUMNS, body, { frozenColumns: 3 });
    },
  };
}

/** Months of a year that is split evenly: whole cents each, the ones left over to the earlier months. */
function evenMonths(quota: string, from: number, to: number): string {
  const whole = `ROUND(${quota}*100,0)`;
  const spare = `MAX(0,MIN(${to - from},MOD(${whole},${MONTHS})-${from}))`;
  return `(${to - from}*INT(${whole}/${MONTHS})+${spare})/100`;
}

interface BlockParts {
  readonly name: string;
  readonly year: PayYear;
  readonly stretches: QuotaStretches;
  /** Address of the year's quota. */
  readonly quota: string;
  /** Names of the season's weights: by month, by quarter or none. */
  readonly weights: readonly string[];
  readonly firstRow: number;
  /** What time and ramp leave of a stretch, as a formula. */
  readonly asked: (at: number) => string;
}

function blockRows(block: BlockParts): Cell[][] {
  const { name, year, stretches, firstRow } = block;
  const { months, seasonal, ratios, cents } = stretches;
  const figures = seasonFigures(block);
  return cents.map((own, at): Cell[] => {
    const row = firstRow + at;
    const season = `ROUND(I${row}*100,0)`;
    return [
      valueCell(name),
      valueCell(String(Number(year.start.slice(0, 4)))),
      valueCell(periodName(year, at * months, months)),
      ...seasonCells(block, figures, at),
      formulaCell(seasonPart(block, at), fromCents(seasonal[at]!)),
      formulaCell(block.asked(at), ratios[at]!),
      formulaCell(`ROUND(${season}*J${row},0)/100`, fromCents(own)),
    ];
  });
}

interface SeasonFigure {
  readonly weight: number;
  readonly exact: number;
  readonly whole: number;
  readonly place: number;
}

/** Rows that share a weight of the season: the three months of a quarter, or one. */
const sharing = ({ weights, stretches }: BlockParts) => MONTHS / weights.length / stretches.months;

/** The largest remainder as shared/model/money has it, a figure for each weight of the season. */
function seasonFigures({ year: { quotaCents, seasonality } }: BlockParts): SeasonFigure[] {
  const sum = seasonality.reduce((total, weight) => total + weight, 0);
  const sure = Math.max(1e-6, quotaCents * 1e-14);
  const figures = seasonality.map((weight) => {
    const exact = (sum > 0 ? weight / sum : 1 / seasonality.length) * quotaCents;
    const whole = Math.floor(exact + 1e-9);
    // Equal remainders are equal to the last digit that is sure.
    return { weight, exact, whole, inOrder: Math.round((exact - whole) / sure) };
  });
  return figures.map((own, at) => {
    const larger = figures.filter(({ inOrder }) => inOrder > own.inOrder).length;
    const sameBefore = figures.slice(0, at).filter(({ inOrder }) => inOrder === own.inOrder).length;
    const { weight, exact, whole } = own;
    return { weight, exact, whole, place: larger + sameBefore + 1 };
  });
}

/** The weight of the season and its place in the sharing out of the cents that are left over. */
function seasonCells(block: BlockParts, figures: readonly SeasonFigure[], at: number): Cell[] {
  const { weights, quota, firstRow, stretches } = block;
  if (weights.length === 0) return Array.from({ length: 5 }, () => EMPTY_CELL);
  const row = firstRow + at;
  const shared = sharing(block);
  const group = Math.floor(at / shared);
  const own = figures[group]!;
  const last = firstRow + stretches.cents.length - 1;
  const by = shared === 1 ? '' : `/${shared}`;
  const cents = `ROUND(${quota}*100,0)`;
  // Equal remainders are equal to the last digit that is sure, else noise would decide a tie.
  const sureOf = (remainder: string) => `ROUND(${remainder}/MAX(0.000001,${cents}*1E-14),0)`;
  const weightSum = `(SUM($D$${firstRow}:$D$${last})${by})`;
  const before = firstRow + group * shared - 1;
  const earlier =
    group === 0 ? '' : `+SUMPRODUCT(--(${sureOf(`$G$${firstRow}:$G$${before}`)}=${sureOf(`G${row}`)}))${by}`;
  return [
    formulaCell(weights[group]!, own.weight),
    formulaCell(`IF(${weightSum}>0,D${row}/${weightSum},1/${weights.length})*${cents}`, own.exact),
    formulaCell(`INT(E${row}+0.000000001)`, own.whole),
    formulaCell(`E${row}-F${row}`, own.exact - own.whole),
    formulaCell(
      `SUMPRODUCT(--(${sureOf(`$G$${firstRow}:$G$${last}`)}>${sureOf(`G${row}`)}))${by}${earlier}+1`,
      own.place,
    ),
  ];
}

/** The months' part of the year's quota by season alone. */
function seasonPart(block: BlockParts, at: number): string {
  const { weights, quota, firstRow, stretches } = block;
  const { months } = stretches;
  if (weights.length === 0) return evenMonths(quota, at * months, (at + 1) * months);
  const row = firstRow + at;
  const last = firstRow + stretches.cents.length - 1;
  const shared = sharing(block);
  const by = shared === 1 ? '' : `/${shared}`;
  const left = `ROUND(${quota}*100,0)-SUM($F$${firstRow}:$F$${last})${by}`;
  const cents = `(F${row}+IF(H${row}<=${left},1,0))`;
  if (shared === 1) return `${cents}/100`;
  // A quarter's cents over its months: those left over to the earlier ones.
  return `(INT(${cents}/${shared})+IF(MOD(${cents},${shared})>${at % shared},1,0))/100`;
}

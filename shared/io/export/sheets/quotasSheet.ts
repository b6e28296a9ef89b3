import { bottomUpCents } from '../../../comp/quota';
import { fromCents, toCents } from '../../../model/money';
import { bottomUpBasis } from '../../../plan/bottomUp';
import type { RepPay } from '../../../plan/evaluatePay';
import { activeQuotaCents } from '../../../plan/payInputs';
import { cellAddress, columnRange } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { seatShare } from '../exportContext';
import { QUOTAS_SHEET } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { EMPTY_CELL, formulaCell, headerRow, valueCell } from '../workbook';
import type { Assumptions } from './assumptionsSheet';
import { activeQuota, quotaShareCell } from '../pay/quotaShare';
import { quotaFigures, weightCell } from '../pay/quotaWeights';
import type { RosterSheet } from './rosterSheet';
import { territoryTotals } from './territoriesSheet';
import type { TimeSheet } from './timeSheet';

const FIRST_ROW = 2;
/** Place of the quota among the columns. */
const QUOTA_AT = 11;
/** Of what time and ramp leave of it. */
const ACTIVE_AT = 15;
const HEADERS = [
  'Rep',
  'Territory',
  'Share of territory',
  'Potential',
  'History',
  'Pin',
  'Weight',
  'Steps, exact',
  'Steps, whole',
  'Remainder',
  'Place of remainder',
  'Quota',
  'Bookings',
  'Attainment',
  'Part of the year',
  'Quota in the year',
  'Bottom-up in the year',
  'Quota above bottom-up',
] as const;

/** Positions of amounts. */
const MONEY_COLUMNS: ReadonlySet<number> = new Set([3, 4, 5, 11, 12, 15, 16, 17]);

export interface QuotasSheet {
  readonly sheet: Sheet;
  /** Rep names and their quotas, for look-ups from other sheets. */
  readonly repRange: string;
  readonly quotaRange: string;
  readonly bookingsRange: string;
  readonly attainmentRange: string;
  /** Attainments of those who carry a quota; NaN = none. */
  readonly attainments: readonly number[];
  carries(pay: RepPay): boolean;
  /**
   * Address of a rep's quota, by what the rep is called in the workbook; the amount itself for reps of overlays,
   * whose quotas are shared out apart, "0" for those who carry none.
   */
  quotaOf(repName: string): string;
  /** What time and ramp leave of it in the year that is expected; null where that is not so many cents. */
  yearQuotaOf(repName: string, cents: number): string | null;
}

/** Reps who carry a quota, in the plan's order, with what they are called in the workbook. */
function carriers(context: ExportContext): { pay: RepPay; name: string }[] {
  const carrying = new Set(context.evaluation.pay.quotaPlan.quotas.map((quota) => quota.repId));
  return context.evaluation.pay.reps.flatMap((pay, position) =>
    carrying.has(pay.rep.id) ? [{ pay, name: context.repNames[position]! }] : [],
  );
}

/**
 * Quotas from the target: weights share what pins leave, in whole rounding steps by largest remainder, so that
 * they add up to the pool exactly.
 */
export function quotasSheet(
  context: ExportContext,
  assumptions: Assumptions,
  roster: RosterSheet,
  time: TimeSheet,
): QuotasSheet {
  const reps = carriers(context);
  const { pipelineMeasure } = context.document.quotaSettings;
  const last = Math.max(FIRST_ROW, FIRST_ROW + reps.length - 1);
  const span = (letter: string) => `$${letter}$${FIRST_ROW}:$${letter}$${last}`;
  const figures = quotaFigures(context, reps);
  const pool = `ROUND(${assumptions.nameOf('QuotaTarget')}*(1+${assumptions.nameOf('OverAssignment')}),2)`;
  const step = assumptions.nameOf('RoundingStep');
  const rest = `MAX(0,${pool}-SUM(${span('F')}))`;
  const wholeSteps = `INT(${rest}/${step}+0.000000001)`;
  const row = ({ pay, name }: { pay: RepPay; name: string }, position: number): Cell[] => {
    const at = FIRST_ROW + position;
    const earlier = position === 0 ? '0' : `SUMPRODUCT(--($J$${FIRST_ROW}:$J$${at - 1}=J${at}))`;
    const own = figures[position]!;
    const repAt = context.document.reps.indexOf(pay.rep);
    const active = activeQuota(`L${at}`, `O${at}`);
    const territory = pay.territoryIndex === null ? null : context.territoryNames[pay.territoryIndex]!;
    return [
      valueCell(name),
      valueCell(territory),
      formulaCell(roster.cell(repAt, 'share'), own.share, 'plain', 'percent'),
      measureCell(context, context.evaluation.pay.potentialMeasureId, pay, pay.potential, at),
      valueCell(pay.rep.historyCents === null ? null : fromCents(pay.rep.historyCents), 'input'),
      valueCell(pay.rep.quotaPinCents === null ? null : fromCents(pay.rep.quotaPinCents), 'input'),
      weightCell(context, assumptions, roster, pay, own.weight, { at, span, repCount: reps.length }),
      formulaCell(`IF(SUM(${span('G')})>0,G${at}/SUM(${span('G')})*${wholeSteps},0)`, own.exactSteps),
      formulaCell(`INT(H${at}+0.000000001)`, own.wholeSteps),
      formulaCell(`IF(F${at}<>"",-1,ROUND(H${at}-I${at},9))`, own.remainder),
      formulaCell(`SUMPRODUCT(--(${span('J')}>J${at}))+${earlier}+1`, own.place),
      formulaCell(
        `IF(F${at}<>"",F${at},ROUND((I${at}+IF(K${at}<=${wholeSteps}-SUM(${span('I')}),1,0))*${step}` +
          `+IF(K${at}=1,${rest}-${wholeSteps}*${step},0),2))`,
        fromCents(pay.quotaCents),
      ),
      bookingsCell(context, assumptions, pay, at, roster.cell(repAt, 'active')),
      formulaCell(`IF(${active}>0,M${at}/${active},"")`, pay.attainmentRatio ?? '', 'plain', 'percent'),
      quotaShareCell(context, assumptions, pay, time),
      ...bottomUpCells(context, assumptions, roster, pay, at),
      ...(pipelineMeasure === null ? [] : [measureCell(context, pipelineMeasure, pay, pay.pipeline, at)]),
    ];
  };
  // Without reps an empty row keeps the total from adding up itself.
  const body = reps.length > 0 ? reps.map(row) : [[]];
  const headers = pipelineMeasure === null ? HEADERS : [...HEADERS, 'Pipeline'];
  const rows = [headerRow(headers), ...body, totalRow(context, reps, last)];
  return {
    sheet: {
      name: QUOTAS_SHEET,
      columns: headers.map((header, position) => ({
        widthChars: position < 2 ? 24 : Math.max(MONEY_COLUMNS.has(position) ? 19 : 13, header.length + 2),
        format: position < 2 ? 'text' : MONEY_COLUMNS.has(position) ? 'moneyCents' : 'decimal',
      })),
      rows: () => rows,
      rowCount: rows.length,
      frozenRows: 1,
      frozenColumns: 1,
      filterRow: 1,
      corridor: null,
      choices: [],
      atLeast: [{ range: `E${FIRST_ROW}:F${last}`, least: 0 }],
    },
    repRange: columnRange(QUOTAS_SHEET, 0, FIRST_ROW, last),
    quotaRange: columnRange(QUOTAS_SHEET, QUOTA_AT, FIRST_ROW, last),
    bookingsRange: columnRange(QUOTAS_SHEET, 12, FIRST_ROW, last),
    attainmentRange: columnRange(QUOTAS_SHEET, 13, FIRST_ROW, last),
    attainments: reps.map(({ pay }) => pay.attainmentRatio ?? Number.NaN),
    carries: (pay) => reps.some((each) => each.pay === pay),
    quotaOf(repName) {
      const position = reps.findIndex(({ name }) => name === repName);
      if (position >= 0) return cellAddress(QUOTAS_SHEET, QUOTA_AT, FIRST_ROW + position);
      const pay = context.evaluation.pay.reps[context.repNames.indexOf(repName)];
      return String(fromCents(pay?.quotaCents ?? 0));
    },
    yearQuotaOf: (repName, cents) => yearQuotaOf(reps, repName, cents),
  };
}

/** The cell of what time and ramp leave of a rep's quota; null where that is not so many cents. */
function yearQuotaOf(
  reps: readonly { pay: RepPay; name: string }[],
  repName: string,
  cents: number,
): string | null {
  const position = reps.findIndex(({ name }) => name === repName);
  const pay = reps[position]?.pay;
  if (!pay || activeQuotaCents(pay) !== cents) return null;
  return cellAddress(QUOTAS_SHEET, ACTIVE_AT, FIRST_ROW + position);
}

function totalRow(context: ExportContext, reps: readonly { pay: RepPay }[], last: number): Cell[] {
  const sumCents = reps.reduce((sum, { pay }) => sum + pay.quotaCents, 0);
  const bookingsCents = reps.reduce((sum, { pay }) => sum + pay.bookingsCents, 0);
  const empty = Array.from({ length: QUOTA_AT - 1 }, () => valueCell(null, 'total'));
  const yearCents = reps.reduce((sum, { pay }) => sum + activeQuotaCents(pay), 0);
  const bottomUps = reps.map(({ pay }) => bottomUpOf(context, pay));
  const bottomUp = bottomUps.reduce<number>((sum, cents) => sum + (cents ?? 0), 0);
  const gap = reps.reduce(
    (sum, { pay }, at) => sum + (bottomUps[at] === null ? 0 : activeQuotaCents(pay) - bottomUps[at]!),
    0,
  );
  const sumOf = (letter: string, cents: number) =>
    formulaCell(`SUM(${letter}${FIRST_ROW}:${letter}${last})`, fromCents(cents), 'total');
  return [
    valueCell('All reps', 'total'),
    ...empty,
    formulaCell(`SUM(L${FIRST_ROW}:L${last})`, fromCents(sumCents), 'total'),
    formulaCell(`SUM(M${FIRST_ROW}:M${last})`, fromCents(bookingsCents), 'total'),
    formulaCell(
      `IF(L${last + 1}>0,M${last + 1}/L${last + 1},"")`,
      sumCents > 0 ? bookingsCents / sumCents : '',
      'total',
      'percent',
    ),
    valueCell(null, 'total'),
    sumOf('P', yearCents),
    sumOf('Q', bottomUp),
    sumOf('R', gap),
  ];
}

/** What a rep yields from the bottom up in the year, cents; null where neither capacity nor history says. */
function bottomUpOf({ document: { quotaSettings } }: ExportContext, pay: RepPay): number | null {
  if (quotaSettings.productivityCents === 0 && pay.rep.historyCents === null) return null;
  return bottomUpCents(quotaSettings, [bottomUpBasis(pay)]);
}

/**
 * The quota of the year, and what stands against it: capacity × sales a year of one rep where that is set, else history
 * with growth and relief.
 */
function bottomUpCells(
  context: ExportContext,
  assumptions: Assumptions,
  roster: RosterSheet,
  pay: RepPay,
  at: number,
): Cell[] {
  const cents = bottomUpOf(context, pay);
  const ofYear = formulaCell(activeQuota(`L${at}`, `O${at}`), fromCents(activeQuotaCents(pay)));
  if (cents === null) return [ofYear, EMPTY_CELL, EMPTY_CELL];
  const capacity = roster.cell(context.document.reps.indexOf(pay.rep), 'capacity');
  const yields =
    context.document.quotaSettings.productivityCents > 0
      ? `${capacity}*${assumptions.nameOf('Productivity')}`
      : `E${at}*(1+${assumptions.nameOf('HistoryGrowth')}-${assumptions.nameOf('HistoryRelief')})`;
  return [
    ofYear,
    formulaCell(`ROUND(${yields}*O${at},2)`, fromCents(cents)),
    formulaCell(`P${at}-Q${at}`, fromCents(activeQuotaCents(pay) - cents)),
  ];
}

/** A rep's part of a measure of the territory. */
function measureCell(
  context: ExportContext,
  measureId: string | null,
  pay: RepPay,
  value: number,
  at: number,
): Cell {
  const lookUp = measureId === null ? null : territoryTotals(context, measureId);
  if (!lookUp || pay.territoryIndex === null) return valueCell(value);
  return formulaCell(`SUMIFS(${lookUp.totals},${lookUp.names},B${at})*C${at}`, value);
}

/** What the scenario takes a rep to book: a share of quota, or a measure of the territory grown. */
function bookingsCell(
  context: ExportContext,
  assumptions: Assumptions,
  pay: RepPay,
  at: number,
  active: string,
): Cell {
  const { attainment } = context.scenario;
  const value = fromCents(pay.bookingsCents);
  if (attainment.kind === 'uniform') {
    const isAssumed = pay.bookingsCents === Math.round(activeQuotaCents(pay) * attainment.attainmentRatio);
    return isAssumed
      ? formulaCell(`ROUND(${activeQuota(`L${at}`, `O${at}`)}*${assumptions.nameOf('Attainment')},2)`, value)
      : valueCell(value, 'input');
  }
  const lookUp = territoryTotals(context, attainment.measureId);
  const figures = context.evaluation.territories.measures.find(
    (measure) => measure.measureId === attainment.measureId,
  );
  if (!lookUp || !figures || pay.territoryIndex === null) return valueCell(value, 'input');
  const total = figures.totals[pay.territoryIndex]! * seatShare(context, pay);
  const { activeShare } = pay.time;
  if (toCents(total * (1 + attainment.growthShare) * activeShare) !== pay.bookingsCents)
    return valueCell(value, 'input');
  return formulaCell(
    `ROUND(SUMIFS(${lookUp.totals},${lookUp.names},B${at})*C${at}*(1+${assumptions.nameOf('Growth')})*${active},2)`,
    value,
  );
}

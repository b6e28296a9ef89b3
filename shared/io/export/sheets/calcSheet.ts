import { prepareComponent } from '../../../comp/components/registry';
import type { ComponentPayout } from '../../../comp/payTypes';
import type { CompComponent } from '../../../model/compComponent';
import { fromCents } from '../../../model/money';
import type { RepPay } from '../../../plan/evaluatePay';
import { columnRange } from '../cellAddress';
import { capFormula, componentFormula } from '../componentFormula';
import type { ExportContext } from '../exportContext';
import { CALC_SHEET } from '../sheetNames';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { formulaCell, headerRow, valueCell } from '../workbook';
import type { Assumptions } from './assumptionsSheet';
import type { PlansSheet } from './plansSheet';
import type { QuotasSheet } from './quotasSheet';
import { territoryTotals } from './territoriesSheet';

const FIRST_ROW = 2;
const COLUMNS: readonly (readonly [string, CellFormat])[] = [
  ['Rep', 'text'],
  ['Comp plan', 'text'],
  ['Component', 'text'],
  ['Territory', 'text'],
  ['Share of territory', 'percent'],
  ['Quota', 'moneyCents'],
  ['Credited', 'moneyCents'],
  ['Goal', 'moneyCents'],
  ['Attainment', 'percent'],
  ['Target incentive', 'moneyCents'],
  ['Pay before cap', 'moneyCents'],
  ['Cap', 'moneyCents'],
  ['Payout', 'moneyCents'],
];

export interface CalcSheet {
  readonly sheet: Sheet;
  readonly repRange: string;
  readonly payoutRange: string;
}

interface CalcLine {
  readonly pay: RepPay;
  readonly repName: string;
  readonly component: CompComponent;
  readonly paid: ComponentPayout;
}

/** A row per rep and component of the year: what is credited, against what, what it pays and why. */
export function calcSheet(
  context: ExportContext,
  assumptions: Assumptions,
  quotas: QuotasSheet,
  plans: PlansSheet,
): CalcSheet {
  const lines = linesOf(context);
  const last = Math.max(FIRST_ROW, FIRST_ROW + lines.length - 1);
  const rows = [
    headerRow(COLUMNS.map(([header]) => header)),
    ...lines.map((line, position) =>
      calcRow(context, assumptions, quotas, plans, line, FIRST_ROW + position),
    ),
  ];
  return {
    sheet: {
      name: CALC_SHEET,
      columns: COLUMNS.map(([header, format], position) => ({
        format,
        widthChars: position < 4 ? 24 : Math.max(14, header.length + 2),
      })),
      rows: () => rows,
      rowCount: rows.length,
      frozenRows: 1,
      frozenColumns: 1,
      filterRow: 1,
      corridor: null,
      choices: [],
    },
    repRange: columnRange(CALC_SHEET, 0, FIRST_ROW, last),
    payoutRange: columnRange(CALC_SHEET, 12, FIRST_ROW, last),
  };
}

function linesOf(context: ExportContext): CalcLine[] {
  return context.evaluation.pay.reps.flatMap((pay, position) => {
    const [period] = pay.payout?.periods ?? [];
    return (pay.compPlan?.components ?? []).flatMap((component): CalcLine[] => {
      const paid = period?.components.find(({ componentId }) => componentId === component.id);
      return paid ? [{ pay, repName: context.repNames[position]!, component, paid }] : [];
    });
  });
}

function calcRow(
  context: ExportContext,
  assumptions: Assumptions,
  quotas: QuotasSheet,
  plans: PlansSheet,
  { pay, repName, component, paid }: CalcLine,
  at: number,
): Cell[] {
  const compPlan = pay.compPlan!;
  const scale = component.measureUnit === 'money' ? 0.01 : 1;
  const followsQuota = component.goal.kind === 'quota' && component.measureUnit === 'money';
  const cells = { credited: `G${at}`, quota: `H${at}`, attainment: `I${at}`, target: `J${at}` };
  const targetAmount = fromCents(pay.rep.targetIncentiveCents) * component.targetShareRatio;
  const isPlainPlan = compPlan.conditions.length === 0 && compPlan.caps.dealCents === null;
  const formula = isPlainPlan ? componentFormula(component, cells, plans.tableOf(compPlan, component)) : null;
  const cap = capFormula(component, cells);
  const payout = fromCents(paid.payoutCents);
  const attainment = paid.attainmentRatio ?? 0;
  const step = fromCents(compPlan.roundingStepCents);
  return [
    valueCell(repName),
    valueCell(compPlan.name),
    valueCell(component.name),
    valueCell(pay.territoryIndex === null ? null : context.territoryNames[pay.territoryIndex]!),
    valueCell(pay.territoryIndex === null ? null : territoryShare(context, pay), 'input'),
    formulaCell(`SUMIFS(${quotas.quotaRange},${quotas.repRange},A${at})`, fromCents(pay.quotaCents)),
    followsQuota
      ? creditedCell(context, assumptions, pay, at)
      : valueCell(
          paid.credited * scale,
          'input',
          component.measureUnit === 'money' ? 'moneyCents' : 'decimal',
        ),
    followsQuota
      ? formulaCell(`F${at}`, fromCents(pay.quotaCents))
      : valueCell(
          (paid.quota ?? 0) * scale,
          'input',
          component.measureUnit === 'money' ? 'moneyCents' : 'decimal',
        ),
    formulaCell(`IF(H${at}>0,G${at}/H${at},0)`, attainment),
    valueCell(targetAmount, 'input'),
    formula === null ? valueCell(payout, 'note') : formulaCell(formula, payBeforeCap(pay, component, paid)),
    cap === null ? valueCell(null) : formulaCell(cap, capAmount(component, targetAmount)),
    formula === null
      ? formulaCell(`K${at}`, payout)
      : formulaCell(`ROUND(${cap === null ? `K${at}` : `MIN(K${at},L${at})`}/${step},0)*${step}`, payout),
  ];
}

/** What the rep is taken to book: a share of quota, or a measure of the territory grown. */
function creditedCell(context: ExportContext, assumptions: Assumptions, pay: RepPay, at: number): Cell {
  const { attainment } = context.scenario;
  const value = fromCents(pay.bookingsCents);
  if (attainment.kind === 'uniform') {
    return formulaCell(`ROUND(F${at}*${assumptions.nameOf('Attainment')},2)`, value);
  }
  const lookUp = territoryTotals(context, attainment.measureId);
  if (!lookUp || pay.territoryIndex === null) return valueCell(value);
  const total = `SUMIFS(${lookUp.totals},${lookUp.names},D${at})*E${at}`;
  return formulaCell(`ROUND(${total}*(1+${assumptions.nameOf('Growth')}),2)`, value);
}

function territoryShare(context: ExportContext, pay: RepPay): number {
  const seated = context.evaluation.pay.reps.filter((other) => other.territoryIndex === pay.territoryIndex);
  const capacity = seated.reduce((sum, other) => sum + other.rep.capacityRatio, 0);
  return capacity > 0 ? pay.rep.capacityRatio / capacity : 0;
}

/** Cached value of the pay before cap and rounding, by the engine itself, in currency. */
function payBeforeCap(pay: RepPay, component: CompComponent, paid: ComponentPayout): number {
  const quota = paid.quota ?? 0;
  const cents = prepareComponent(component)(
    {
      credited: paid.credited,
      quota,
      attainment: paid.attainmentRatio ?? Number.NaN,
      targetCents: pay.rep.targetIncentiveCents * component.targetShareRatio,
      targetIncentiveCents: pay.rep.targetIncentiveCents,
      baseSalaryCents: pay.rep.baseSalaryCents,
      columnValue: Number.NaN,
      scores: null,
      rank: 0,
      tiedCount: 0,
      isAccelerated: true,
    },
    null,
  );
  return fromCents(cents);
}

function capAmount(component: CompComponent, targetAmount: number): number {
  if (component.cap === null) return 0;
  return component.cap.kind === 'amount'
    ? fromCents(component.cap.cents)
    : component.cap.ratio * targetAmount;
}

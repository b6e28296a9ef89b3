import { fromCents } from '../../../model/money';
import { columnRange } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { CALC_COLUMNS, calcAddress, type CalcColumn } from '../pay/calcColumns';
import { unitsShown } from '../pay/componentTable';
import { kindFormulas } from '../pay/kindFormula';
import { lineCells } from '../pay/lineCells';
import { partRange } from '../pay/partColumns';
import { FIRST_PAY_ROW, type PaidRep, type PayLine } from '../pay/payLines';
import type { PayParts } from '../pay/payParts';
import { bandReached } from '../pay/bandReached';
import { quotaCell } from '../pay/quotaCell';
import { wholeQuotaCell, windowYears } from '../pay/windowQuota';
import type { PaySheetNames } from '../sheetNames';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { EMPTY_CELL, formulaCell, valueCell } from '../workbook';
import type { PlansSheet } from './plansSheet';
import type { PaySources, ResultsSheet } from './resultsSheet';
import { tableSheet } from './tableSheet';

export interface CalcSheet {
  readonly sheet: Sheet;
  readonly repRange: string;
  readonly planRange: string;
  readonly periodRange: string;
  readonly payoutRange: string;
}

export interface CalcSources extends PaySources {
  readonly plans: PlansSheet;
  readonly results: ResultsSheet;
  /** What reports and single deals add to lines, on a sheet of that name; lines that it does not hold stand as values. */
  readonly parts: { readonly name: string; readonly of: PayParts };
}

/** A row per rep, component and period: the order of operations of a payout, one column a step. */
export function calcSheet(
  context: ExportContext,
  paid: readonly PaidRep[],
  sources: CalcSources,
  { calc: sheetName }: PaySheetNames,
): CalcSheet {
  const body = paid.flatMap((rep) =>
    rep.lines.flatMap((lines, componentAt) =>
      lines.map((line) => calcRow(context, rep, componentAt, line, sources)),
    ),
  );
  const last = Math.max(FIRST_PAY_ROW, FIRST_PAY_ROW + body.length - 1);
  const rangeOf = (key: CalcColumn) =>
    columnRange(
      sheetName,
      CALC_COLUMNS.findIndex(([name]) => name === key),
      FIRST_PAY_ROW,
      last,
    );
  return {
    sheet: tableSheet(
      sheetName,
      CALC_COLUMNS.map(([, column]) => column),
      body.length > 0 ? body : [[]],
      { frozenColumns: 4 },
    ),
    repRange: rangeOf('rep'),
    planRange: rangeOf('plan'),
    periodRange: rangeOf('period'),
    payoutRange: rangeOf('payout'),
  };
}

function calcRow(
  context: ExportContext,
  rep: PaidRep,
  componentAt: number,
  line: PayLine,
  sources: CalcSources,
): Cell[] {
  const cells: Record<CalcColumn, Cell> = {
    ...creditedCells(context, rep, componentAt, line, sources),
    ...pricedCells(context, rep, componentAt, line, sources),
    ...settledCells(rep, line, sources),
  };
  return CALC_COLUMNS.map(([key]) => cells[key]);
}

/** What is credited in the window so far, against what, and the target that it earns. */
function creditedCells(
  context: ExportContext,
  rep: PaidRep,
  componentAt: number,
  line: PayLine,
  sources: CalcSources,
) {
  const { component, paid, row, opensWindow } = line;
  const units = unitsShown(component);
  const format: CellFormat = component.measureUnit === 'money' ? 'moneyCents' : 'decimal';
  const at = (key: CalcColumn, inRow = row) => calcAddress(key, inRow);
  const repAt = context.document.reps.indexOf(rep.pay.rep);
  const isTeam = component.crediting !== 'own' && teamOf(rep, line) !== undefined;
  const team = teamCells(line, sources);
  const toDate = (key: 'credited' | 'quota', known: number): Cell => {
    const value = known / units;
    if (key === 'quota' && component.timing.attainmentOf === 'whole') {
      return wholeQuotaCell(rep, componentAt, line, sources, format);
    }
    // What an unknown team brings in comes as it is.
    if (isTeam && !team) return valueCell(value, 'input', format);
    const own = key === 'credited' && team ? team.credited : at(key);
    const sum =
      opensWindow || component.measureUnit === 'ratio' ? own : `${at(`${key}ToDate`, row - 1)}+${own}`;
    return formulaCell(sum, value, 'plain', format);
  };
  const targetCents = rep.pay.rep.targetIncentiveCents * component.targetShareRatio * line.years;
  return {
    rep: valueCell(rep.name),
    plan: valueCell(rep.planName),
    component: valueCell(component.name),
    period: valueCell(line.periodName),
    credited: formulaCell(sources.results.creditedAt(line), paid.credited / units, 'plain', format),
    quota: team
      ? formulaCell(team.quota, team.quotaValue / units, 'plain', format)
      : quotaCell(context, rep, line, sources, format),
    creditedToDate: toDate('credited', paid.creditedToDate),
    quotaToDate: toDate('quota', paid.quotaToDate),
    attainment: formulaCell(
      `IF(${at('quotaToDate')}>0,${at('creditedToDate')}/${at('quotaToDate')},"")`,
      paid.attainmentRatio ?? '',
    ),
    years: formulaCell(windowYears(rep, line, sources), line.years),
    target: formulaCell(
      `${sources.roster.cell(repAt, 'target')}*${sources.plans.cell(component, 'share')}*${at('years')}`,
      fromCents(targetCents),
    ),
  };
}

/** The rate or curve, and the conditions that let it through. */
function pricedCells(
  context: ExportContext,
  rep: PaidRep,
  componentAt: number,
  line: PayLine,
  sources: CalcSources,
) {
  const { component, row, paid } = line;
  const at = (key: CalcColumn) => calcAddress(key, row);
  const { cells, conditions, second } = lineCells(context, rep, componentAt, line, sources, at);
  const formulas = kindFormulas(component, cells);
  const parts = partsPriced(line, sources);
  const valueReason = parts === null ? whyValue(rep, line) : null;
  const isAccelerated = conditions.accelerated?.value !== 0;
  const known = { attainment: paid.attainmentRatio ?? Number.NaN, second: second?.value ?? Number.NaN };
  const reached = bandReached(component, paid, known, isAccelerated);
  const pay = fromCents(line.rateCents);
  return {
    second: second ? formulaCell(second.formula, second.value) : EMPTY_CELL,
    accelerated: conditions.accelerated
      ? formulaCell(conditions.accelerated.formula, conditions.accelerated.value)
      : EMPTY_CELL,
    band: formulas.band === null ? EMPTY_CELL : formulaCell(formulas.band, reached.band),
    rate: formulas.rate === null ? EMPTY_CELL : formulaCell(formulas.rate, reached.rate),
    ratePay: valueReason === null ? formulaCell(parts ?? formulas.pay, pay) : valueCell(pay, 'note'),
    gate: conditions.gate ? formulaCell(conditions.gate.formula, conditions.gate.value) : EMPTY_CELL,
    multiplier: conditions.multiplier
      ? formulaCell(conditions.multiplier.formula, conditions.multiplier.value)
      : EMPTY_CELL,
    basis: valueCell(valueReason ?? (parts === null ? 'live' : `live, on ${sources.parts.name}`), 'note'),
  };
}

const teamOf = (rep: PaidRep, { component, periodAt }: PayLine) =>
  rep.inputs.periods[periodAt]!.components[component.id]?.team;

/** What a team's line adds to its window, from the rows of the reports; null where there are none. */
function teamCells(line: PayLine, { parts: sheet }: CalcSources) {
  const found = sheet.of.get(line);
  if (found?.kind !== 'team') return null;
  const range = (column: 'credited' | 'quota' | 'attainment') => partRange(sheet.name, found.parts, column);
  const sum = `SUM(${range('credited')})`;
  const ratios = range('attainment');
  return {
    // The mean of attainments as a credit.
    credited:
      line.component.crediting === 'meanAttainment'
        ? `IF(COUNT(${ratios})>0,SUM(${ratios})/MAX(1,COUNT(${ratios}))*SUM(${range('quota')}),${sum})`
        : sum,
    quota: `SUM(${range('quota')})`,
    quotaValue: found.parts.reduce((total, { quota }) => total + (quota ?? 0), 0),
  };
}

/** The sum of a line's parts, where each is priced by itself. */
function partsPriced(line: PayLine, { parts: sheet }: CalcSources): string | null {
  const found = sheet.of.get(line);
  if (!found?.isPriced || !found.isAlone || !line.hasResult) return null;
  return `SUM(${partRange(sheet.name, found.parts, 'pays')})`;
}

/** The sum of a line's deals under the cap of each; null where there is no cap or they are not known. */
function dealsUnderCap(rep: PaidRep, line: PayLine, { parts: sheet }: CalcSources): string | null {
  const found = sheet.of.get(line);
  if (found?.kind !== 'deals' || rep.compPlan.caps.dealCents === null) return null;
  return `SUM(${partRange(sheet.name, found.parts, 'counts')})`;
}

/** Why a line's pay stands as a value, in words; null where a formula says it. */
function whyValue(rep: PaidRep, { component, periodAt, hasResult }: PayLine): string | null {
  const lines = rep.lines[rep.compPlan.components.indexOf(component)]!.slice(0, periodAt + 1);
  const from = lines.findLastIndex(({ opensWindow }) => opensWindow);
  const facts = rep.inputs.periods
    .slice(from, periodAt + 1)
    .map(({ components }) => components[component.id]);
  if (!hasResult) return 'value: no result yet';
  if (component.crediting === 'eachRep' && facts.some((each) => each?.team)) {
    return 'value: the reports are priced one by one';
  }
  const isPerDeal = 'processing' in component && component.processing === 'perTransaction';
  // Without a deal so far nothing is priced, and the formula says so.
  return isPerDeal && facts.some((each) => (each?.deals?.length ?? 0) > 0)
    ? 'value: priced deal by deal'
    : null;
}

/** Halves are rounded up past binary noise, as the engine does (shared/model/money). */
const ROUNDING_GUARD = '1E-9';

/** Conditions, caps and the one rounding; then what is due after what was paid before. */
function settledCells(rep: PaidRep, line: PayLine, sources: CalcSources) {
  const { plans } = sources;
  const { component, row, paid, hasResult, periodAt } = line;
  const at = (key: CalcColumn, inRow = row) => calcAddress(key, inRow);
  const { cap } = component;
  const targetCents = rep.pay.rep.targetIncentiveCents * component.targetShareRatio * line.years;
  const capAmount =
    cap?.kind === 'amount' ? fromCents(cap.cents) : (cap?.ratio ?? 0) * fromCents(targetCents);
  const before = line.paidBeforeCents;
  const isCarried = component.timing.negativeDue === 'carry';
  const due = `ROUND(${at('earned')}-${at('paidBefore')},2)`;
  const step = plans.cell(rep.compPlan, 'step');
  const under = cap === null ? at('multiplied') : `MIN(${at('multiplied')},${at('cap')})`;
  const passed = `IF(${at('gate')}=0,0,1)`;
  const hasGate = rep.compPlan.conditions.some(
    ({ kind, appliesTo }) => kind === 'gate' && (appliesTo === null || appliesTo.includes(component.id)),
  );
  const hasMultiplier = rep.compPlan.conditions.some(
    ({ kind, appliesTo }) =>
      kind === 'multiplier' && (appliesTo === null || appliesTo.includes(component.id)),
  );
  const deals = dealsUnderCap(rep, line, sources);
  const factors = [
    deals ?? at('ratePay'),
    ...(hasGate ? [passed] : []),
    ...(hasMultiplier && deals === null ? [at('multiplier')] : []),
  ];
  return {
    multiplied:
      line.dealCapCents === 0 || deals !== null
        ? formulaCell(factors.join('*'), fromCents(line.multipliedCents))
        : valueCell(fromCents(line.multipliedCents), 'note'),
    cap:
      cap === null
        ? EMPTY_CELL
        : formulaCell(
            cap.kind === 'amount'
              ? plans.cell(component, 'cap')
              : `${plans.cell(component, 'cap')}*${at('target')}`,
            capAmount,
          ),
    earned: hasResult
      ? formulaCell(
          `ROUND(ROUND(${under}/${step}+SIGN(${at('multiplied')})*${ROUNDING_GUARD},0)*${step},2)`,
          fromCents(paid.earnedToDateCents),
        )
      : valueCell(0),
    paidBefore:
      periodAt === 0 ? valueCell(0) : formulaCell(paidBeforeFormula(line, isCarried), fromCents(before)),
    payout: line.isPayDate
      ? formulaCell(isCarried ? `MAX(0,${due})` : due, fromCents(paid.payoutCents))
      : valueCell(0),
    yearToDate: formulaCell(
      periodAt === 0 ? at('payout') : `${at('yearToDate', row - 1)}+${at('payout')}`,
      fromCents(line.yearToDateCents),
    ),
  };
}

/** Paid in this window before; an overpayment that is carried outlives its window. */
function paidBeforeFormula({ row, opensWindow }: PayLine, isCarried: boolean): string {
  const at = (key: CalcColumn) => calcAddress(key, row - 1);
  const paid = `${at('paidBefore')}+${at('payout')}`;
  if (!opensWindow) return paid;
  return isCarried ? `MAX(0,${paid}-${at('earned')})` : '0';
}

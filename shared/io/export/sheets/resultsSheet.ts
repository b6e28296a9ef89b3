import { scoreSum } from '../../../comp/components/objectives';
import { contestOf } from '../../../comp/components/rankBonus';
import { fromCents } from '../../../model/money';
import type { ComponentFacts } from '../../../comp/payTypes';
import type { RepPay } from '../../../plan/evaluatePay';
import { cellAddress } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { unitsShown } from '../pay/componentTable';
import { partRange } from '../pay/partColumns';
import { placeFinder, type PlaceFinder } from '../pay/placeCells';
import type { ResultsLink } from '../pay/resultsLink';
import { FIRST_PAY_ROW, type PaidRep, type PayLine } from '../pay/payLines';
import type { PaySheetNames } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { formulaCell, valueCell } from '../workbook';
import type { Assumptions } from './assumptionsSheet';
import type { CalcSources } from './calcSheet';
import type { PlansSheet } from './plansSheet';
import { activeQuotaCents } from '../../../plan/payInputs';
import type { QuotaMonths } from './quotaMonthsSheet';
import type { QuotasSheet } from './quotasSheet';
import type { RosterSheet } from './rosterSheet';
import { tableSheet, type TableColumn } from './tableSheet';
import { territoryTotals } from './territoriesSheet';
import type { TimeSheet } from './timeSheet';

const COLUMNS: readonly TableColumn[] = [
  ['Rep', 'text', 24],
  ['Component or measure', 'text', 26],
  ['Period', 'text', 10],
  ['Credited', 'moneyCents'],
  ['Source', 'text', 44],
];

export interface ResultsSheet {
  readonly sheet: Sheet;
  /** Where a line's credited result stands. */
  creditedAt(line: PayLine): string;
  /** Where something else that pay looks at stands, e.g. a measure, a score or a rank; null = not there. */
  otherAt(rep: PaidRep, periodAt: number, key: string): string | null;
}

/** The parts that every sheet of pay is made from. */
export interface PaySources {
  readonly assumptions: Assumptions;
  readonly quotas: QuotasSheet;
  readonly roster: RosterSheet;
  readonly months: QuotaMonths;
  readonly time: TimeSheet;
}

/**
 * What reps are credited with: actuals as inputs, and what is assumed as formulas; one row a row of Calc.
 * @param link the sheet whose cells are looked at instead, where they hold the same
 */
export function resultsSheet(
  context: ExportContext,
  paid: readonly PaidRep[],
  sources: PaySources & Pick<CalcSources, 'plans'>,
  { results: sheetName, calc: calcName }: PaySheetNames,
  { link, parts }: { readonly link: ResultsLink | null; readonly parts: CalcSources['parts'] },
): ResultsSheet {
  const lines = paid.flatMap((rep) => rep.lines.flat().map((line) => ({ rep, line })));
  const placeOf = placeFinder(paid, calcName);
  const others = new Map<string, string>();
  const otherRows: Cell[][] = [];
  for (const rep of paid) {
    rep.inputs.periods.forEach((_, periodAt) => {
      for (const other of otherResults(rep, periodAt, placeOf)) {
        const [key, label, , formula] = other;
        const linked = link?.other(rep, periodAt, key) ?? formula;
        otherRows.push([
          valueCell(rep.name),
          valueCell(label),
          valueCell(rep.periods[periodAt]!.name),
          otherCell(other, linked),
          valueCell(
            formula === null ? (rep.isActual ? 'Result' : 'At target') : 'Among those on the plan',
            'note',
          ),
        ]);
        const at = FIRST_PAY_ROW + lines.length + otherRows.length - 1;
        others.set(otherKey(rep, periodAt, key), cellAddress(sheetName, 3, at));
      }
    });
  }
  const otherAt = (rep: PaidRep, periodAt: number, key: string) =>
    others.get(otherKey(rep, periodAt, key)) ?? null;
  const body = [
    ...lines.map(({ rep, line }): Cell[] => [
      valueCell(rep.name),
      valueCell(line.component.name),
      valueCell(line.periodName),
      ...(linkedCells(rep, line, link) ??
        partCells(line, parts) ??
        scoredCells(rep, line, sources.plans, otherAt) ??
        creditCells(context, rep, line, sources)),
    ]),
    ...otherRows,
  ];
  return {
    sheet: tableSheet(sheetName, COLUMNS, body.length > 0 ? body : [[]], {
      atLeast: [{ range: `D${FIRST_PAY_ROW}:D${FIRST_PAY_ROW + Math.max(1, body.length) - 1}`, least: null }],
    }),
    creditedAt: (line) => cellAddress(sheetName, 3, line.row),
    otherAt,
  };
}

const otherKey = (rep: PaidRep, periodAt: number, key: string) =>
  [rep.pay.rep.id, periodAt, key].join('\u0001');

/** Measures that conditions look at, scores of objectives, and places among peers. */
type OtherResult = readonly [key: string, label: string, value: number, formula: string | null];

function otherResults(rep: PaidRep, periodAt: number, placeOf: PlaceFinder): OtherResult[] {
  const period = rep.inputs.periods[periodAt]!;
  return [
    ...Object.entries(period.measures ?? {}).map(([name, value]): OtherResult => [
      `measure ${name}`,
      name,
      value,
      null,
    ]),
    ...rep.compPlan.components.flatMap((component, at): OtherResult[] => {
      const facts = period.components[component.id];
      if (contestOf(component) && facts?.rank !== undefined) {
        const place = placeOf(rep, rep.lines[at]![periodAt]!);
        const label = `${component.name}: tied at that place`;
        return [
          [`rank ${component.id}`, `${component.name}: place`, facts.rank, place?.rank ?? null],
          [`tied ${component.id}`, label, facts.tiedCount ?? 0, place?.tied ?? null],
        ];
      }
      if (component.kind !== 'objectives' || !facts?.scores) return [];
      const { scores } = facts;
      return component.objectives.map(({ id, name }): OtherResult => [
        `score ${component.id} ${id}`,
        `${component.name}: ${name}`,
        scores[id] ?? 0,
        null,
      ]);
    }),
  ];
}

function linkedCells(rep: PaidRep, line: PayLine, link: ResultsLink | null): Cell[] | null {
  const address = link?.credited(rep, line) ?? null;
  if (address === null) return null;
  const { component, paid } = line;
  const format = component.measureUnit === 'money' ? 'moneyCents' : 'decimal';
  return [
    formulaCell(address, paid.credited / unitsShown(component), 'plain', format),
    valueCell('As under the rep’s own plan', 'note'),
  ];
}

/** A place is no input: it follows from attainments, also where it stands as a value. */
function otherCell([key, , value]: OtherResult, formula: string | null): Cell {
  if (formula !== null) return formulaCell(formula, value, 'plain', 'decimal');
  return valueCell(value, /^(rank|tied) /.test(key) ? 'plain' : 'input', 'decimal');
}

/** What objectives come to by their scores: Σ weight × score, each counted up to the most that one may. */
function scoredCells(
  rep: PaidRep,
  { component, periodAt, paid }: PayLine,
  plans: PlansSheet,
  otherAt: ResultsSheet['otherAt'],
): Cell[] | null {
  const scores = rep.inputs.periods[periodAt]!.components[component.id]?.scores;
  if (component.kind !== 'objectives' || !scores || component.measureUnit !== 'ratio') return null;
  if (Math.abs(scoreSum(component, scores) - paid.credited) > 1e-9) return null;
  const most = plans.cell(component, 'maxScore');
  const table = plans.table(component);
  const terms = component.objectives.map(({ id }, row) => {
    const score = otherAt(rep, periodAt, `score ${component.id} ${id}`);
    return score === null ? null : `${table.cell(row, 1)}*MIN(${score},${most})`;
  });
  if (terms.length === 0 || terms.includes(null)) return null;
  return [
    formulaCell(terms.join('+'), paid.credited, 'plain', 'decimal'),
    valueCell('Σ weight × score, below', 'note'),
  ];
}

/** The sum of what reports bring in, or of the period's deals; null where the parts are not known. */
function partCells(line: PayLine, sheet: CalcSources['parts']): Cell[] | null {
  const parts = sheet.of.get(line)?.parts.filter(({ isNew }) => isNew) ?? [];
  const sum = parts.reduce((total, { credited }) => total + credited, 0);
  if (parts.length === 0 || sum !== line.paid.credited) return null;
  const format = line.component.measureUnit === 'money' ? 'moneyCents' : 'decimal';
  const value = line.paid.credited / unitsShown(line.component);
  const words = sheet.of.get(line)?.kind === 'team' ? 'Team: what the reports bring in' : 'Deals, one by one';
  return [
    formulaCell(`SUM(${partRange(sheet.name, parts, 'credited')})`, value, 'plain', format),
    valueCell(`${words} (${sheet.name})`, 'note'),
  ];
}

/** The credited result and where it comes from. */
function creditCells(context: ExportContext, rep: PaidRep, line: PayLine, sources: PaySources): Cell[] {
  const { component, paid } = line;
  const { pay } = rep;
  const isMoney = component.measureUnit === 'money';
  const format = isMoney ? 'moneyCents' : 'decimal';
  const value = paid.credited / unitsShown(component);
  const followsQuota = component.goal.kind === 'quota' && isMoney;
  const isAssumed =
    !rep.isActual && rep.periods.length === 1 && paid.credited === pay.bookingsCents && followsQuota;
  const assumed = isAssumed ? assumedFormula(context, pay, rep, sources) : null;
  if (assumed) {
    return [
      formulaCell(assumed, fromCents(pay.bookingsCents), 'plain', format),
      valueCell('Assumed by the scenario', 'note'),
    ];
  }
  const facts = rep.inputs.periods[line.periodAt]!.components[component.id];
  // A period that a coarser result speaks for has none of its own.
  return [
    valueCell(value, facts ? 'input' : 'plain', format),
    valueCell(facts ? (facts.source ?? sourceWords(rep, facts)) : 'No result', 'note'),
  ];
}

function sourceWords({ isActual }: PaidRep, { team }: ComponentFacts): string {
  if (team) return 'Team: what the reports bring in';
  return isActual ? 'Result' : 'Given';
}

/** What the rep is taken to book: a share of quota, or a measure of the territory grown. */
function assumedFormula(
  context: ExportContext,
  pay: RepPay,
  { name }: PaidRep,
  { assumptions, quotas, roster }: PaySources,
): string | null {
  const { attainment } = context.scenario;
  if (attainment.kind === 'uniform') {
    const cents = activeQuotaCents(pay);
    const quota = quotas.yearQuotaOf(name, cents) ?? String(fromCents(cents));
    return `ROUND(${quota}*${assumptions.nameOf('Attainment')},2)`;
  }
  const lookUp = territoryTotals(context, attainment.measureId);
  if (!lookUp || pay.territoryIndex === null) return null;
  // The Territories sheet is the primary alignment's: what an overlay's territory totals is in none of its cells.
  if (context.scenario.territories[pay.territoryIndex]?.role !== undefined) return null;
  const repAt = context.document.reps.indexOf(pay.rep);
  const total = `SUMIFS(${lookUp.totals},${lookUp.names},${roster.territoryOf(repAt)})*${roster.cell(repAt, 'share')}`;
  return `ROUND(${total}*(1+${assumptions.nameOf('Growth')})*${roster.cell(repAt, 'active')},2)`;
}

import type { PlanDocument } from '../../model/planDocument';
import type { SimulationSettings } from '../../comp/simulationRun';
import { USUAL_SIMULATION } from '../../comp/usualSimulation';
import { simulateYear, type SimulatedYear } from '../../plan/simulatedYear';
import { baseScenarioOf } from './baseScenario';
import type { ExportContext } from './exportContext';
import { exportContext } from './exportContext';
import { paidReps } from './pay/payLines';
import { accountsSheet, type AccountsSheet } from './sheets/accountsSheet';
import { assumptionsSheet, type Assumptions } from './sheets/assumptionsSheet';
import { calcSheet } from './sheets/calcSheet';
import { changeLogSheet } from './sheets/changeLogSheet';
import { checksSheet } from './sheets/checksSheet';
import { compareSheet } from './sheets/compareSheet';
import { coverSheet } from './sheets/coverSheet';
import { dataNotesSheet } from './sheets/dataNotesSheet';
import { distributionSheet } from './sheets/distributionSheet';
import { movesSheet } from './sheets/movesSheet';
import { payoutsSheet } from './sheets/payoutsSheet';
import { plansSheet } from './sheets/plansSheet';
import { quotasSheet } from './sheets/quotasSheet';
import { resultsSheet } from './sheets/resultsSheet';
import { rosterSheet } from './sheets/rosterSheet';
import { sensitivitySheet } from './sheets/sensitivitySheet';
import { summarySheet } from './sheets/summarySheet';
import { territoriesSheet, territoryRows } from './sheets/territoriesSheet';
import { DISTRIBUTION_SHEET, isOptionalSheet, SENSITIVITY_SHEET } from './sheetNames';
import type { Sheet, WorkbookModel } from './workbook';

export interface WorkbookOptions {
  readonly scenarioId: string;
  /** ISO date for the cover; shared code has no clock. */
  readonly madeOn: string;
  /** Leaves out quotas, plans and payouts, for those who may not see them. */
  readonly withoutPay: boolean;
  /** Names of the sheets wanted of OPTIONAL_SHEETS; left out = all. The others always come: formulas refer to them. */
  readonly sheets?: readonly string[] | undefined;
  /** How the year of Distribution and Sensitivity is simulated; left out = as the app begins. */
  readonly simulation?: SimulationSettings | undefined;
  /** Hears the share done while the year is simulated. */
  readonly onSimulated?: ((doneShare: number) => void) | undefined;
}

/**
 * The plan as a live model (compensation.md, "The Excel model that finance asks for"): inputs are cells, what
 * follows from them are formulas that carry Evenland's own figure as their cached value.
 * @throws CommandError when the plan has no such scenario
 */
export function buildWorkbook(document: PlanDocument, options: WorkbookOptions): WorkbookModel {
  const context = exportContext(document, options.scenarioId, options.madeOn, options.withoutPay);
  const assumptions = assumptionsSheet(context);
  const accounts = accountsSheet(context, territoryRows(context));
  const all = options.withoutPay
    ? sheetsWithoutPay(context, assumptions, accounts)
    : sheetsWithPay(context, assumptions, accounts, simulatedYearOf(context, options));
  const sheets = all.filter(
    ({ name }) => !isOptionalSheet(name) || !options.sheets || options.sheets.includes(name),
  );
  const cover = coverSheet(
    context,
    sheets.map((sheet) => sheet.name),
  );
  return {
    title: document.name,
    currency: document.settings.currency,
    sheets: [cover, ...sheets],
    names: assumptions.names,
  };
}

function sheetsWithoutPay(
  context: ExportContext,
  assumptions: Assumptions,
  accounts: AccountsSheet,
): Sheet[] {
  const base = baseScenarioOf(context);
  return [
    assumptions.sheet,
    territoriesSheet(context, accounts, assumptions),
    accounts.sheet,
    ...(base ? [movesSheet(context, accounts, base), compareSheet(context, base, null)] : []),
    distributionSheet(context, null),
    checksSheet(context, accounts, assumptions, null),
    changeLogSheet(context, accounts.rows),
    dataNotesSheet(context, accounts.rows),
  ];
}

/** Simulated only where a sheet shows it. */
function simulatedYearOf(context: ExportContext, options: WorkbookOptions): SimulatedYear | null {
  const { sheets, simulation = USUAL_SIMULATION, onSimulated } = options;
  if (sheets && ![DISTRIBUTION_SHEET, SENSITIVITY_SHEET].some((name) => sheets.includes(name))) return null;
  const work = simulateYear(context.evaluation.pay.reps, simulation);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    onSimulated?.(step.value);
  }
}

function sheetsWithPay(
  context: ExportContext,
  assumptions: Assumptions,
  accounts: AccountsSheet,
  year: SimulatedYear | null,
): Sheet[] {
  const base = baseScenarioOf(context);
  const plans = plansSheet(context);
  const roster = rosterSheet(context);
  const quotas = quotasSheet(context, assumptions, roster);
  const paid = paidReps(context);
  const results = resultsSheet(context, paid, { assumptions, quotas, roster });
  const sources = { assumptions, quotas, roster, plans, results };
  const calc = calcSheet(context, paid, sources);
  const payouts = payoutsSheet(context, paid, calc, sources);
  return [
    assumptions.sheet,
    plans.sheet,
    territoriesSheet(context, accounts, assumptions),
    accounts.sheet,
    ...(base ? [movesSheet(context, accounts, base)] : []),
    roster.sheet,
    quotas.sheet,
    results.sheet,
    calc.sheet,
    payouts.sheet,
    summarySheet(context, { roster, quotas, payouts }),
    ...(base ? [compareSheet(context, base, { quotas, payouts })] : []),
    distributionSheet(context, { quotas, year }),
    sensitivitySheet(year),
    checksSheet(context, accounts, assumptions, { quotas, calc, payouts }),
    changeLogSheet(context, accounts.rows),
    dataNotesSheet(context, accounts.rows),
  ];
}

import type { PlanDocument } from '../../model/planDocument';
import { exportContext } from './exportContext';
import { paidReps } from './pay/payLines';
import { accountsSheet } from './sheets/accountsSheet';
import { assumptionsSheet } from './sheets/assumptionsSheet';
import { calcSheet } from './sheets/calcSheet';
import { checksSheet } from './sheets/checksSheet';
import { coverSheet } from './sheets/coverSheet';
import { payoutsSheet } from './sheets/payoutsSheet';
import { plansSheet } from './sheets/plansSheet';
import { quotasSheet } from './sheets/quotasSheet';
import { resultsSheet } from './sheets/resultsSheet';
import { rosterSheet } from './sheets/rosterSheet';
import { territoriesSheet, territoryRows } from './sheets/territoriesSheet';
import type { Sheet, WorkbookModel } from './workbook';

export interface WorkbookOptions {
  readonly scenarioId: string;
  /** ISO date for the cover; shared code has no clock. */
  readonly madeOn: string;
  /** Leaves out quotas, plans and payouts, for those who may not see them. */
  readonly withoutPay: boolean;
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
  const territories = territoriesSheet(context, accounts, assumptions);
  const sheets: Sheet[] = [assumptions.sheet, territories, accounts.sheet];
  if (options.withoutPay) {
    sheets.push(checksSheet(context, accounts, assumptions, null));
  } else {
    const plans = plansSheet(context);
    const roster = rosterSheet(context);
    const quotas = quotasSheet(context, assumptions, roster);
    const paid = paidReps(context);
    const results = resultsSheet(context, paid, { assumptions, quotas, roster });
    const sources = { assumptions, quotas, roster, plans, results };
    const calc = calcSheet(context, paid, sources);
    const payouts = payoutsSheet(context, paid, calc, sources);
    sheets.push(plans.sheet, roster.sheet, quotas.sheet, results.sheet, calc.sheet, payouts.sheet);
    sheets.push(checksSheet(context, accounts, assumptions, { quotas, calc, payouts }));
  }
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

import { liveRowCount } from '../../../model/accountTable';
import { fromCents } from '../../../model/money';
import type { ExportContext } from '../exportContext';
import { EXPORT_AGAIN } from '../pay/payPeriods';
import { CHECKS_SHEET, TERRITORIES_SHEET } from '../sheetNames';
import type { Cell, Sheet } from '../workbook';
import { formulaCell, headerRow, valueCell } from '../workbook';
import type { AccountsSheet } from './accountsSheet';
import type { Assumptions } from './assumptionsSheet';
import type { CalcSheet } from './calcSheet';
import type { CorrectionsSheet } from './correctionsSheet';
import type { PayoutsSheet } from './payoutsSheet';
import type { QuotasSheet } from './quotasSheet';
import type { RosterSheet } from './rosterSheet';
import { territoryRows } from './territoriesSheet';

export interface PaySheets {
  readonly roster: RosterSheet;
  readonly quotas: QuotasSheet;
  readonly calc: CalcSheet;
  readonly payouts: PayoutsSheet;
  /** Pay on results; null where the plan holds none. */
  readonly actual: {
    readonly calc: CalcSheet;
    readonly payouts: PayoutsSheet;
    readonly corrections: CorrectionsSheet | null;
  } | null;
}

/** What a check says that does not hold. */
export const DIFFERS = 'differs';

interface Check {
  readonly label: string;
  readonly left: Cell;
  readonly right: Cell;
}

/** Sums that must agree, as live formulas: what is right today must stay right after an edit. */
export function checksSheet(
  context: ExportContext,
  accounts: AccountsSheet,
  assumptions: Assumptions,
  pay: PaySheets | null,
): Sheet {
  const checks = [
    ...territoryChecks(context, accounts),
    ...(pay ? payChecks(context, assumptions, pay) : []),
  ];
  const rows = [
    headerRow(['Check', 'Left', 'Right', 'Result']),
    ...checks.map((check, position): Cell[] => [
      valueCell(check.label),
      check.left,
      check.right,
      formulaCell(`IF(ABS(B${position + 2}-C${position + 2})<0.005,"equal","${DIFFERS}")`, 'equal'),
    ]),
  ];
  return {
    name: CHECKS_SHEET,
    columns: [
      { widthChars: 80, format: 'text' },
      { widthChars: 20, format: 'moneyCents' },
      { widthChars: 20, format: 'moneyCents' },
      { widthChars: 12, format: 'text' },
    ],
    rows: () => rows,
    rowCount: rows.length,
    frozenRows: 1,
    frozenColumns: 0,
    filterRow: null,
    corridor: null,
    choices: [],
    warnings: [{ range: `D2:D${Math.max(2, rows.length)}`, text: DIFFERS }],
  };
}

function territoryChecks(context: ExportContext, accounts: AccountsSheet): Check[] {
  const { first, last } = territoryRows(context);
  const count = liveRowCount(context.document.accounts);
  return [
    {
      label: 'Accounts by territory, unassigned, house and holdouts add up to all accounts',
      left: formulaCell(`SUM('${TERRITORIES_SHEET}'!D${first}:D${last})`, count, 'plain', 'integer'),
      right: formulaCell(`COUNTIFS(${accounts.territoryRange},"<>")`, count, 'plain', 'integer'),
    },
  ];
}

function payChecks(
  context: ExportContext,
  assumptions: Assumptions,
  { roster, quotas, calc, payouts, actual }: PaySheets,
): Check[] {
  const { pay } = context.evaluation;
  const sumCents = pay.reps.reduce(
    (sum, rep) => sum + (rep.payout?.periods ?? []).reduce((total, period) => total + period.sumCents, 0),
    0,
  );
  const pool = `ROUND(${assumptions.nameOf('QuotaTarget')}*(1+${assumptions.nameOf('OverAssignment')}),2)`;
  const isPoolShared = pay.quotaPlan.quotas.length > 0 && pay.quotaPlan.pinnedOverPoolCents === 0;
  return [
    ...(isPoolShared
      ? [
          {
            label: 'Quotas add up to the target with its over-assignment',
            left: formulaCell(`SUM(${quotas.quotaRange})`, fromCents(pay.quotaPlan.sumCents)),
            right: formulaCell(pool, fromCents(pay.quotaPlan.poolCents)),
          },
        ]
      : []),
    {
      label: 'Components by rep add up to the components of Payouts',
      left: formulaCell(`SUM(${calc.payoutRange})`, fromCents(sumCents)),
      right: formulaCell(`SUM(${payouts.componentsRange})`, fromCents(sumCents)),
    },
    {
      label: 'Reps whose dates on Roster ask for other pay periods than exported: export again',
      left: formulaCell(`COUNTIF(${roster.periodsRange},"${EXPORT_AGAIN}")`, 0, 'plain', 'integer'),
      right: valueCell(0, 'plain', 'integer'),
    },
    ...(actual ? actualChecks(context, actual) : []),
  ];
}

function actualChecks(
  { evaluation: { actuals } }: ExportContext,
  { calc, payouts, corrections }: NonNullable<PaySheets['actual']>,
): Check[] {
  const years = [...actuals.reps.values()].flatMap((rep) => rep.years);
  const periods = years.flatMap(({ payout }) => payout.periods);
  const sumCents = periods.reduce((sum, period) => sum + period.sumCents, 0);
  return [
    {
      label: 'Components on results add up to the components of Actual payouts',
      left: formulaCell(`SUM(${calc.payoutRange})`, fromCents(sumCents)),
      right: formulaCell(`SUM(${payouts.componentsRange})`, fromCents(sumCents)),
    },
    ...(corrections
      ? [
          {
            label: 'Pay on results and its corrections add up to what is paid',
            left: formulaCell(`SUM(${payouts.payoutRange})`, fromCents(actuals.payoutCents)),
            right: formulaCell(
              `SUM(${payouts.computedRange})+SUM(${corrections.amountRange})`,
              fromCents(actuals.payoutCents),
            ),
          },
        ]
      : []),
  ];
}

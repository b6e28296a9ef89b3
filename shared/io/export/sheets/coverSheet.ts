import { liveRowCount } from '../../../model/accountTable';
import { fromCents } from '../../../model/money';
import type { ExportContext } from '../exportContext';
import { CHECKS_SHEET } from '../sheetNames';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { formulaCell, valueCell } from '../workbook';
import type { PayoutsSheet } from './payoutsSheet';
import { DIFFERS } from './checksSheet';
import type { QuotasSheet } from './quotasSheet';
import type { RosterSheet } from './rosterSheet';
import { territoryCorridorRange, territoryIndexRange } from './territoriesSheet';

const COVER_WIDTH = 60;
const SEE_CHECKS = 'see the sheet Checks';

/** Names after each other, in lines that the column holds. */
function lines(names: readonly string[], chars: number): string[] {
  return names.reduce<string[]>((made, name) => {
    const last = made.at(-1);
    return last === undefined || last.length + name.length + 2 > chars
      ? [...made, name]
      : [...made.slice(0, -1), `${last}, ${name}`];
  }, []);
}

/** Sheets that the figures of pay on the cover follow. */
export interface CoverPay {
  readonly roster: RosterSheet;
  readonly quotas: QuotasSheet;
  readonly payouts: PayoutsSheet;
}

/** Incentives, bookings and their cost, by the sums of other sheets where these hold all of them. */
function payFacts(
  { document, evaluation: { pay } }: ExportContext,
  { roster, quotas, payouts }: CoverPay,
): Cell[][] {
  const { budget, reps } = pay;
  const carried = reps.reduce((sum, each) => sum + (quotas.carries(each) ? each.bookingsCents : 0), 0);
  const bookings = carried === budget.bookingsCents ? `SUM(${quotas.bookingsRange})` : null;
  const incentives = `SUM(${payouts.payoutRange})`;
  const line = (label: string, value: Cell): Cell[] => [valueCell(label, 'note'), value];
  const cents = (formula: string | null, amount: number) =>
    formula === null
      ? valueCell(fromCents(amount), 'plain', 'moneyCents')
      : formulaCell(formula, fromCents(amount), 'plain', 'moneyCents');
  const cost = `(SUM(${roster.range('yearBase')})+${incentives})`;
  return [
    line('Reps', valueCell(document.reps.length, 'plain', 'integer')),
    line('Incentives for the year', cents(incentives, budget.payoutCents)),
    line('Bookings assumed', cents(bookings, budget.bookingsCents)),
    line(
      'Compensation cost of sales',
      bookings === null
        ? valueCell(budget.ccosShare, 'plain', 'percent')
        : formulaCell(`IF(${bookings}>0,${cost}/${bookings},"")`, budget.ccosShare ?? '', 'plain', 'percent'),
    ),
  ];
}

/** What the workbook is of, when it was made, and whether its checks hold. */
export function coverSheet(
  context: ExportContext,
  sheetNames: readonly string[],
  pay: CoverPay | null,
): Sheet {
  const { document, scenario, evaluation } = context;
  const { spread } = evaluation.territories;
  const fact = (label: string, value: string | number | null, format: CellFormat = 'text'): Cell[] => [
    valueCell(label, 'note'),
    valueCell(value, 'plain', format),
  ];
  const live = (label: string, formula: string, value: number | null, format: CellFormat): Cell[] => [
    valueCell(label, 'note'),
    formulaCell(formula, value ?? '', 'plain', format),
  ];
  const index = territoryIndexRange(context);
  const rows: Cell[][] = [
    [valueCell(document.name, 'title')],
    fact('Scenario', scenario.name),
    fact('Made on', context.madeOn),
    fact('Made with', 'Evenland'),
    [],
    fact('Accounts', liveRowCount(document.accounts), 'integer'),
    fact('Territories', spread.territoryCount, 'integer'),
    live(
      'In the corridor',
      `COUNTIF(${territoryCorridorRange(context)},"yes")`,
      spread.inCorridorCount,
      'integer',
    ),
    live('Lowest index', `IF(COUNT(${index})>0,MIN(${index}),"")`, spread.lowest, 'index'),
    live('Highest index', `IF(COUNT(${index})>0,MAX(${index}),"")`, spread.highest, 'index'),
    ...(pay ? payFacts(context, pay) : []),
    [],
    [
      valueCell('Checks', 'note'),
      formulaCell(`IF(COUNTIF('${CHECKS_SHEET}'!D:D,"${DIFFERS}")=0,"all hold","${SEE_CHECKS}")`, 'all hold'),
    ],
    ...lines(sheetNames, COVER_WIDTH).map((names, at) => fact(at === 0 ? 'Sheets' : '', names)),
    [],
    [valueCell('Blue cells are inputs: change one and what follows from it changes too.', 'input')],
    [valueCell('All other cells are formulas, or what the plan itself holds.', 'note')],
    ...(pay
      ? [
          [
            valueCell(
              'Rows of pay periods do not come or go: where dates ask for others, Roster says “export again”.',
              'note',
            ),
          ],
        ]
      : []),
  ];
  const checksRow = 1 + rows.findIndex(([label]) => label?.value === 'Checks');
  return {
    name: 'Cover',
    columns: [
      { widthChars: 30, format: 'text' },
      { widthChars: COVER_WIDTH, format: 'text' },
    ],
    rows: () => rows,
    rowCount: rows.length,
    frozenRows: 0,
    frozenColumns: 0,
    filterRow: null,
    corridor: null,
    choices: [],
    warnings: [{ range: `B${checksRow}`, text: SEE_CHECKS }],
  };
}

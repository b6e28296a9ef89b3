import { liveRowCount } from '../../../model/accountTable';
import { fromCents } from '../../../model/money';
import type { ExportContext } from '../exportContext';
import { CHECKS_SHEET } from '../sheetNames';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { formulaCell, valueCell } from '../workbook';

const COVER_WIDTH = 60;

/** Names after each other, in lines that the column holds. */
function lines(names: readonly string[], chars: number): string[] {
  return names.reduce<string[]>((made, name) => {
    const last = made.at(-1);
    return last === undefined || last.length + name.length + 2 > chars
      ? [...made, name]
      : [...made.slice(0, -1), `${last}, ${name}`];
  }, []);
}

/** What the workbook is of, when it was made, and whether its checks hold. */
export function coverSheet(context: ExportContext, sheetNames: readonly string[]): Sheet {
  const { document, scenario, evaluation } = context;
  const { spread } = evaluation.territories;
  const fact = (label: string, value: string | number | null, format: CellFormat = 'text'): Cell[] => [
    valueCell(label, 'note'),
    valueCell(value, 'plain', format),
  ];
  const { budget } = evaluation.pay;
  const rows: Cell[][] = [
    [valueCell(document.name, 'title')],
    fact('Scenario', scenario.name),
    fact('Made on', context.madeOn),
    fact('Made with', 'Evenland'),
    [],
    fact('Accounts', liveRowCount(document.accounts), 'integer'),
    fact('Territories', spread.territoryCount, 'integer'),
    fact('In the corridor', spread.inCorridorCount, 'integer'),
    fact('Lowest index', spread.lowest, 'index'),
    fact('Highest index', spread.highest, 'index'),
    ...(context.withoutPay
      ? []
      : [
          fact('Reps', document.reps.length, 'integer'),
          fact('Incentives for the year', fromCents(budget.payoutCents), 'moneyCents'),
          fact('Bookings assumed', fromCents(budget.bookingsCents), 'moneyCents'),
          fact('Compensation cost of sales', budget.ccosShare, 'percent'),
        ]),
    [],
    [
      valueCell('Checks', 'note'),
      formulaCell(
        `IF(COUNTIF('${CHECKS_SHEET}'!D:D,"differs")=0,"all hold","see the sheet Checks")`,
        'all hold',
      ),
    ],
    ...lines(sheetNames, COVER_WIDTH).map((names, at) => fact(at === 0 ? 'Sheets' : '', names)),
    [],
    [valueCell('Blue cells are inputs: change one and what follows from it changes too.', 'input')],
    [valueCell('All other cells are formulas, or what the plan itself holds.', 'note')],
  ];
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
  };
}

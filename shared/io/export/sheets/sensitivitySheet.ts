import { fromCents, roundHalfAway } from '../../../model/money';
import type { SimulatedYear } from '../../../plan/simulatedYear';
import { SENSITIVITY_SHEET } from '../sheetNames';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { headerRow, valueCell } from '../workbook';
import { simulatedFacts } from './simulatedFacts';

const HEADERS = [
  'One input moved, all else as it is',
  'Low',
  'High',
  'Payout P50 when low',
  'Payout P50 now',
  'Payout P50 when high',
  'Change when low',
  'Change when high',
  'Swing',
] as const;
const WIDTHS = [40, 12, 12, 20, 20, 20, 18, 18, 18];

/** The tornado of a simulated year: its median payout with one input at a time low and high, the widest swing first. */
export function sensitivitySheet(year: SimulatedYear | null): Sheet {
  const rows: Cell[][] = [[valueCell('Sensitivity of the year’s payout', 'title')]];
  if (year) rows.push(...simulatedFacts(year, year.tornadoTrials), [], headerRow(HEADERS), ...barRows(year));
  else rows.push([valueCell('Nobody has a comp plan: there is no pay to move.', 'note')]);
  return {
    name: SENSITIVITY_SHEET,
    columns: HEADERS.map((_, at) => ({ widthChars: WIDTHS[at]!, format: at < 3 ? 'text' : MONEY })),
    rows: () => rows,
    rowCount: rows.length,
    frozenRows: 1,
    frozenColumns: 1,
    filterRow: null,
    corridor: null,
    choices: [],
  };
}

const MONEY: CellFormat = 'moneyCents';

/** Values like the medians that they come from: the workbook draws no other luck when an input is changed. */
function barRows({ tornado: { bars, baseCents } }: SimulatedYear): Cell[][] {
  const money = (cents: number) => valueCell(fromCents(roundHalfAway(cents)));
  return bars.map(({ name, lowLabel, highLabel, lowCents, highCents, swingCents }): Cell[] => [
    valueCell(name),
    valueCell(lowLabel),
    valueCell(highLabel),
    money(lowCents),
    money(baseCents),
    money(highCents),
    money(lowCents - baseCents),
    money(highCents - baseCents),
    money(swingCents),
  ]);
}

import type { AccountTable } from '../../../model/accountTable';
import { PLACE_LEVELS } from '../../../model/placeLevel';
import type { ExportContext } from '../exportContext';
import type { Cell, Sheet } from '../workbook';
import { LONGEST_TEXT, valueCell } from '../workbook';
import { MOST_PARTS } from '../pay/payParts';
import { tableSheet } from './tableSheet';

/** Accounts that are named one by one, at most: more than these nobody reads. */
const MOST_NAMED = 5_000;

/** A sheet with lines that stand as values, since their parts are too many to list. */
export interface ValueLines {
  readonly sheet: string;
  readonly lines: number;
}

/** What is to be said of pay. */
interface PayNotes {
  readonly valueLines?: readonly ValueLines[];
  /** Comp plans are compared, which has figures that Evenland alone can seek. */
  readonly isCompared?: boolean;
}

/**
 * What a reader should know of the data: places that are approximate, numbers that are not known, texts cut, and pay that
 * is no formula.
 */
export function dataNotesSheet(context: ExportContext, rows: readonly number[], pay: PayNotes = {}): Sheet {
  const { accounts } = context.document;
  const approximate = rows.filter((row) => isApproximate(accounts, row));
  const body: Cell[][] = [
    ...PLACE_LEVELS.flatMap((level, code) => {
      const count = rows.filter((row) => accounts.placeLevels[row] === code).length;
      return count === 0 ? [] : [note(`Placed by ${level}`, count, PLACE_WORDS[level] ?? '')];
    }),
    ...accounts.measures.flatMap((measure) => {
      const none = rows.filter((row) => Number.isNaN(measure.values[row]!)).length;
      const below = measure.isNegativeReal ? 0 : rows.filter((row) => measure.values[row]! < 0).length;
      return [
        ...(none > 0 ? [note(`${measure.name}: none`, none, 'Counts as 0 in totals.')] : []),
        ...(below > 0
          ? [note(`${measure.name}: below zero`, below, 'Stands for "not known" and counts as 0 in totals.')]
          : []),
      ];
    }),
    ...cutTexts(accounts, rows).map(([what, count]) =>
      note(what, count, `Longer than the ${LONGEST_TEXT} characters that a cell holds; cut at the end.`),
    ),
    ...valueNotes(context, pay),
    ...approximate
      .slice(0, MOST_NAMED)
      .map((row) =>
        note(
          `${accounts.ids[row]!} ${accounts.names[row]!}`.trim(),
          null,
          `Placed by ${PLACE_LEVELS[accounts.placeLevels[row]!]!}: its distance and travel are estimates.`,
        ),
      ),
    ...(approximate.length > MOST_NAMED
      ? [
          note(
            'More accounts placed approximately',
            approximate.length - MOST_NAMED,
            'See Placed by on Accounts.',
          ),
        ]
      : []),
  ];
  return tableSheet(
    'Data notes',
    [
      ['Note', 'text', 48],
      ['Count', 'integer', 12],
      ['What it means', 'text', 72],
    ],
    body,
  );
}

function note(what: string, count: number | null, text: string): Cell[] {
  return [valueCell(what), valueCell(count, 'plain', 'integer'), valueCell(text)];
}

/** Figures that are no formulas though what is before them can be changed, and what no formula can do. */
function valueNotes(context: ExportContext, { valueLines = [], isCompared = false }: PayNotes): Cell[][] {
  const { document, scenario, withoutPay } = context;
  const [base] = document.scenarios;
  const isPaid = !withoutPay && document.reps.some(({ compPlanId }) => compPlanId !== null);
  const value = (what: string, text: string) => note(what, null, text);
  return [
    value('Territories: Travel', 'A value, as Evenland measured it: it does not follow accounts moved here.'),
    ...(base && base.id !== scenario.id
      ? [value(`Compare: ${base.name}`, 'Values of that scenario: they do not follow what is changed here.')]
      : []),
    ...(isCompared
      ? [
          value(
            'Compare plans: Whole at attainment',
            'A value that Evenland sought: it does not follow what is changed here.',
          ),
        ]
      : []),
    ...valueLines
      .filter(({ lines }) => lines > 0)
      .map(({ sheet, lines }) =>
        note(
          `${sheet}: lines that are no formula`,
          lines,
          `Their deals or reports are beyond the ${MOST_PARTS.toLocaleString('en-US')} rows that are listed: their pay stands as a value, as Evenland has it.`,
        ),
      ),
    ...(isPaid
      ? [
          value('Pay periods', 'Dates on Roster change days, quotas, draws and pay of the periods here.'),
          value('', 'More or fewer periods need a new export: Roster and Checks say so.'),
        ]
      : []),
  ];
}

const PLACE_WORDS: Readonly<Partial<Record<(typeof PLACE_LEVELS)[number], string>>> = {
  exact: 'By its own coordinates.',
  postal: 'In the middle of its postal code.',
  city: 'In the middle of its city.',
  zip3: 'In the middle of its three-digit ZIP area.',
  county: 'In the middle of its county.',
  region: 'In the middle of its state or region.',
  country: 'In the middle of its country.',
  none: 'Not on the map; it counts in totals, not in travel.',
};

function isApproximate({ placeLevels }: AccountTable, row: number): boolean {
  const level = PLACE_LEVELS[placeLevels[row]!]!;
  return level !== 'exact' && level !== 'postal';
}

function cutTexts(accounts: AccountTable, rows: readonly number[]): [string, number][] {
  const columns: [string, (row: number) => string][] = [
    ['Name', (row) => accounts.names[row]!],
    ...accounts.attributes.map(({ name, dictionary, codes }): [string, (row: number) => string] => [
      name,
      (row) => dictionary[codes[row]!]!,
    ]),
  ];
  return columns.flatMap(([name, textOf]): [string, number][] => {
    const count = rows.filter((row) => textOf(row).length > LONGEST_TEXT).length;
    return count === 0 ? [] : [[`${name}: cut`, count]];
  });
}

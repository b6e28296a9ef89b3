import {
  headerRow,
  valueCell,
  type Cell,
  type CellFormat,
  type Sheet,
  type WorkbookModel,
} from '../export/workbook';
import { FIELD_HELP, FIELD_LABELS, type SimpleField } from './fields';

/** A column of the template: what heads it, what it is for, and what two examples say. */
interface TemplateColumn {
  readonly header: string;
  readonly help: string;
  readonly need: string;
  readonly examples: readonly [string | number, string | number];
  readonly format: CellFormat;
  readonly widthChars: number;
}

const ONE_PLACE = 'One of the places';

function field(
  name: SimpleField,
  need: string,
  examples: readonly [string | number, string | number],
  widthChars = 14,
  format: CellFormat = 'text',
): TemplateColumn {
  return { header: FIELD_LABELS[name], help: FIELD_HELP[name], need, examples, format, widthChars };
}

const COLUMNS: readonly TemplateColumn[] = [
  field('id', 'Advised', ['A-1001', 'A-1002']),
  field('name', 'Yes', ['Harbor Foods', 'Harbor Foods West'], 26),
  field('owner', '', ['Ana Ruiz', 'Ana Ruiz'], 18),
  field('parent', '', ['', 'A-1001'], 16),
  field('street', '', ['12 Wharf Road', '400 Mission St'], 22),
  field('city', ONE_PLACE, ['Boston', 'San Francisco'], 18),
  field('region', ONE_PLACE, ['MA', 'CA'], 10),
  field('postal', ONE_PLACE, ['02110', '94105'], 13),
  field('county', '', ['Suffolk', 'San Francisco'], 16),
  field('country', '', ['US', 'US'], 10),
  field('lat', ONE_PLACE, [42.3557, 37.7893], 11, 'coordinate'),
  field('lng', ONE_PLACE, [-71.0505, -122.3942], 11, 'coordinate'),
  field('currency', '', ['USD', 'USD'], 10),
  {
    header: 'Revenue',
    help: `A measure. ${FIELD_HELP.measure}`,
    need: '',
    examples: [125_000, 48_000],
    format: 'money',
    widthChars: 14,
  },
  {
    header: 'Visits a year',
    help: 'Another measure; add as many columns of numbers as you need.',
    need: '',
    examples: [12, 6],
    format: 'integer',
    widthChars: 13,
  },
  {
    header: 'Segment',
    help: FIELD_HELP.attribute,
    need: '',
    examples: ['Enterprise', 'Mid-market'],
    format: 'text',
    widthChars: 14,
  },
];

/** An empty list with every field, two rows that show how, and a sheet that explains each column. */
export function listTemplate(): WorkbookModel {
  return {
    title: 'Evenland account list',
    currency: 'USD',
    sheets: [accountsSheet(), fieldsSheet()],
    names: [],
  };
}

function accountsSheet(): Sheet {
  const example = (at: 0 | 1): Cell[] =>
    COLUMNS.map(({ examples }) => valueCell(examples[at] === '' ? null : examples[at]));
  return {
    ...PLAIN_SHEET,
    name: 'Accounts',
    columns: COLUMNS.map(({ widthChars, format }) => ({ widthChars, format })),
    rows: () => [headerRow(COLUMNS.map(({ header }) => header)), example(0), example(1)],
    rowCount: 3,
    frozenColumns: 2,
    filterRow: 1,
  };
}

function fieldsSheet(): Sheet {
  const lines = [
    'Type your accounts over the two examples on the sheet Accounts: one row an account. Leave blank what you don’t know.',
    'A name and a place are enough: a postal code, or city and state, or latitude and longitude. Columns may be left out, added and put in any order.',
  ];
  const rows = [
    ...lines.map((line) => [valueCell(line, 'note')]),
    [],
    headerRow(['Column', 'Needed', 'What it holds', 'For example']),
    ...COLUMNS.map(({ header, need, help, examples }) =>
      [header, need, help, String(examples[0] === '' ? examples[1] : examples[0])].map((text) =>
        valueCell(text),
      ),
    ),
  ];
  return {
    ...PLAIN_SHEET,
    name: 'What each column holds',
    columns: [18, 18, 84, 18].map((widthChars) => ({ widthChars, format: 'text' as const })),
    rows: () => rows,
    rowCount: rows.length,
    frozenRows: lines.length + 2,
  };
}

const PLAIN_SHEET = {
  frozenRows: 1,
  frozenColumns: 0,
  filterRow: null,
  corridor: null,
  choices: [],
} as const;

import {
  IconAddressBook,
  IconBook2,
  IconCloudUpload,
  IconDatabase,
  IconFileSpreadsheet,
  IconFileTypeCsv,
  IconFileTypePdf,
  IconFileZip,
  IconMap2,
  IconPhoto,
  IconPresentation,
  IconUsersGroup,
  IconVector,
  IconWorld,
  type Icon,
} from '@tabler/icons-react';
import { exportKinds, type ExportKind } from '../../../shared/bridge/contract';
import { printWorks, type PrintWork } from '../../state/printChoices';
import { fileNameOf } from '../../ui/fileNameOf';

/** What the host writes beside the window, what is drawn here and put on paper, and the plan file itself. */
export type ChoiceKind = ExportKind | PrintWork | 'evenland';

/** A choice that the host writes as a job. */
export interface HostChoice extends ExportChoice {
  readonly kind: ExportKind;
}

export function isHostChoice(choice: ExportChoice): choice is HostChoice {
  return exportKinds.some((kind) => kind === choice.kind);
}

export function isPrintWork(kind: ChoiceKind): kind is PrintWork {
  return printWorks.some((work) => work === kind);
}

/** A kind of file that the export screen offers. */
export interface ExportChoice {
  readonly kind: ChoiceKind;
  readonly title: string;
  /** One line in the list. */
  readonly text: string;
  /** What it is for, above its settings. */
  readonly lead: string;
  readonly icon: Icon;
  /** With the dot. A set of files comes as a zip. */
  readonly ending: string;
  /** What its name says of it, beside plan and scenario; '' = nothing. */
  readonly word: string;
  /** Whether it holds pay, which a copy for others can leave out. */
  readonly holdsPay: boolean;
  /** Its files or parts, in their order; the workbook has its own list. */
  readonly contents: readonly { readonly name: string; readonly text: string; readonly isPay: boolean }[];
}

const part = (name: string, text: string, isPay = false) => ({ name, text, isPay });

/** In the order of the list: what finance asks for, then the CRM's, then maps, slides and tables. */
export const EXPORT_CHOICES: readonly ExportChoice[] = [
  {
    kind: 'xlsx',
    title: 'Excel workbook',
    text: 'a live model for finance',
    lead: 'A live model: change an assumption in Excel, and territories, quotas and payouts follow.',
    icon: IconFileSpreadsheet,
    ending: '.xlsx',
    word: '',
    holdsPay: true,
    contents: [],
  },
  {
    kind: 'salesforce',
    title: 'Salesforce set',
    text: 'territories, associations, owners, the way back',
    lead: 'Files for Data Loader in the order of loading, with the files that lead back and a README with the counts.',
    icon: IconCloudUpload,
    ending: '.zip',
    word: 'Salesforce',
    holdsPay: false,
    contents: [
      part('Territory2', 'a file a level, parents first'),
      part('ObjectTerritory2Association', 'deletes and inserts: an association can’t be updated'),
      part('UserTerritory2Association', 'reps into their territories'),
      part('Account', 'new owners'),
      part('rollback', 'earlier owners and associations'),
      part('README', 'order of loading, counts, what is still open'),
    ],
  },
  {
    kind: 'hubspot',
    title: 'HubSpot owners',
    text: 'Record ID and Company owner',
    lead: 'A row a company, for HubSpot’s import: Record ID and Company owner.',
    icon: IconAddressBook,
    ending: '.csv',
    word: 'HubSpot owners',
    holdsPay: false,
    contents: [],
  },
  {
    kind: 'dynamics',
    title: 'Dynamics owners',
    text: 'Account and Owner',
    lead: 'A row an account, for Dynamics 365’s import: Account and Owner.',
    icon: IconUsersGroup,
    ending: '.csv',
    word: 'Dynamics owners',
    holdsPay: false,
    contents: [],
  },
  {
    kind: 'pptx',
    title: 'PowerPoint deck',
    text: 'figures, map, index, territories, pay',
    lead: 'A summary for a meeting; map and chart are PowerPoint’s own shapes and can be edited.',
    icon: IconPresentation,
    ending: '.pptx',
    word: '',
    holdsPay: true,
    contents: [
      part('The plan in figures', 'territories, accounts, index, travel'),
      part('Map', 'territories by county'),
      part('Index', 'by territory, 100 on target'),
      part('Territories', 'reps, accounts, totals, targets, index, travel'),
      part('Pay and budget', 'quotas, incentives, cost of sales, by role', true),
      part('Moves', 'what changes hands against the first scenario'),
    ],
  },
  {
    kind: 'pdf',
    title: 'Map on a page',
    text: 'PDF: map, legend, table',
    lead: 'The map as it is coloured on the territories screen, with legend and table of territories, on A4 or Letter.',
    icon: IconFileTypePdf,
    ending: '.pdf',
    word: 'map',
    holdsPay: false,
    contents: [],
  },
  {
    kind: 'book',
    title: 'Territory book',
    text: 'PDF: a page a territory',
    lead: 'One page for each territory, to hand to its rep. It holds no pay.',
    icon: IconBook2,
    ending: '.pdf',
    word: 'territory book',
    holdsPay: false,
    contents: [
      part('Map', 'all territories, with legend'),
      part('Table', 'rep, accounts, measures, index, deviation, travel'),
      part('Pages', 'map, figures, measures and largest accounts of one territory each'),
    ],
  },
  {
    kind: 'png',
    title: 'Map as a picture',
    text: 'PNG for slides and mail',
    lead: 'Map, legend and table as a picture at 288 dots an inch.',
    icon: IconPhoto,
    ending: '.png',
    word: 'map',
    holdsPay: false,
    contents: [],
  },
  {
    kind: 'svg',
    title: 'Map as a drawing',
    text: 'SVG: shapes and letters',
    lead: 'Map, legend and table as shapes that a drawing program can take apart.',
    icon: IconVector,
    ending: '.svg',
    word: 'map',
    holdsPay: false,
    contents: [],
  },
  {
    kind: 'csv',
    title: 'CSV tables',
    text: 'accounts, territories, assignments, roster, moves',
    lead: 'A table a file, UTF-8 with commas; texts that a spreadsheet would run as a formula are neutralised.',
    icon: IconFileTypeCsv,
    ending: '.zip',
    word: 'tables',
    holdsPay: true,
    contents: [
      part('accounts', 'territory, rep, measures, attributes and place'),
      part('territories', 'hierarchy, totals, targets, index, travel'),
      part('assignments', 'every scenario and overlay, with cause and lock'),
      part('roster', 'reps; with pay: plan, quota, attainment, payout'),
      part('moves', 'what changes hands against the first scenario'),
    ],
  },
  {
    kind: 'geojson',
    title: 'GeoJSON',
    text: 'territories, counties and accounts',
    lead: 'One collection for mapping programs: territories, counties and accounts, told apart by “layer”.',
    icon: IconMap2,
    ending: '.geojson',
    word: '',
    holdsPay: false,
    contents: [],
  },
  {
    kind: 'kml',
    title: 'KML',
    text: 'the same for Google Earth',
    lead: 'Territories, counties and accounts in folders, in the territories’ colours, for Google Earth and the like.',
    icon: IconWorld,
    ending: '.kml',
    word: '',
    holdsPay: false,
    contents: [],
  },
  {
    kind: 'parquet',
    title: 'Parquet tables',
    text: 'for a data warehouse',
    lead: 'Typed columns for DuckDB, BigQuery or Snowflake: the tables to go on with past one machine.',
    icon: IconDatabase,
    ending: '.zip',
    word: 'Parquet',
    holdsPay: true,
    contents: [
      part('accounts', 'territory, rep, measures, attributes and place'),
      part('territories', 'hierarchy, totals, targets, index, travel'),
      part('assignments', 'every scenario and overlay, with cause and lock'),
      part('roster', 'reps; with pay: plan, quota, attainment, payout'),
    ],
  },
  {
    kind: 'evenland',
    title: 'Plan file',
    text: 'the whole plan, for another computer',
    lead: 'This plan with accounts, all scenarios, team and pay. It opens in Evenland on any computer.',
    icon: IconFileZip,
    ending: '.evenland',
    word: '',
    holdsPay: true,
    contents: [
      part('Accounts and scenarios', 'owners, rules, locks and measures of all scenarios'),
      part('Team', 'reps and their territories'),
      part('Pay', 'comp plans, quotas, salaries, results and budgets', true),
    ],
  },
];

/** A name that every file system takes: plan, scenario, what it is, and whether pay is left out. */
export function exportFileName(
  { word, ending, holdsPay }: ExportChoice,
  planName: string,
  scenarioName: string,
  withoutPay: boolean,
): string {
  return fileNameOf([planName, scenarioName, word, holdsPay && withoutPay ? 'without pay' : ''], ending);
}

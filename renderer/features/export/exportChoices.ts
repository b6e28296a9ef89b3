import {
  IconAddressBook,
  IconCloudUpload,
  IconDatabase,
  IconFileSpreadsheet,
  IconFileTypeCsv,
  IconMap2,
  IconPresentation,
  IconUsersGroup,
  IconWorld,
  type Icon,
} from '@tabler/icons-react';
import type { ExportKind } from '../../../shared/bridge/contract';

/** A kind of file that the export screen offers. */
export interface ExportChoice {
  readonly kind: ExportKind;
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
];

/** A name that every file system takes: plan, scenario, what it is, and whether pay is left out. */
export function exportFileName(
  { word, ending, holdsPay }: ExportChoice,
  planName: string,
  scenarioName: string,
  withoutPay: boolean,
): string {
  const clean = (text: string) =>
    text
      .replace(/[\\/:*?"<>|]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const name = [clean(planName), clean(scenarioName), word, holdsPay && withoutPay ? 'without pay' : '']
    .filter((text) => text !== '')
    .join(', ');
  return `${name.slice(0, 150) || 'Plan'}${ending}`;
}

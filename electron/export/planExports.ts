import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Topology } from 'topojson-specification';
import type { ExportKind } from '../../shared/bridge/contract';
import { dynamicsFile, hubspotFile } from '../../shared/io/export/crm/ownerFiles';
import type { SalesforceOrg } from '../../shared/io/export/crm/salesforceOrg';
import { salesforceSet } from '../../shared/io/export/crm/salesforceSet';
import { buildDeck } from '../../shared/io/export/deck/buildDeck';
import type { ExportContext } from '../../shared/io/export/exportContext';
import { csvFiles } from '../../shared/io/export/files/csvFiles';
import type { ExportFile } from '../../shared/io/export/files/exportFile';
import { geojsonText } from '../../shared/io/export/files/geojsonFile';
import { kmlText } from '../../shared/io/export/files/kmlFile';
import {
  accountsTable,
  assignmentsTable,
  rosterTable,
  territoriesTable,
} from '../../shared/io/export/files/planTables';
import type { PlanLand } from '../../shared/io/export/files/territoryLand';
import { planLand } from '../../shared/io/export/files/territoryLand';
import { parquetBytes } from './writeParquet';
import { pptxBytes } from './writePptx';

/** Every kind of export but the workbook, which is written row by row. */
export type PlanExportKind = Exclude<ExportKind, 'xlsx'>;

/** Kinds that are a set of files: a folder on the command line, a zip where one file is asked for. */
export const FOLDER_KINDS: ReadonlySet<ExportKind> = new Set(['csv', 'salesforce', 'parquet']);

/** A finished file of an export. */
export interface ExportedFile {
  /** Its place in the folder of a set, with forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PlanExportWorld {
  /** Where `data/map` lies. */
  readonly assetsFolder: URL;
  /** What a Salesforce org holds today, see orgFromTexts. */
  readonly org: SalesforceOrg;
}

/** Makes the files of one export of a plan. One file for most kinds; see FOLDER_KINDS. */
export async function planExport(
  kind: PlanExportKind,
  context: ExportContext,
  world: PlanExportWorld,
): Promise<ExportedFile[]> {
  switch (kind) {
    case 'csv':
      return csvFiles(context).map(encoded);
    case 'salesforce':
      return salesforceSet(context, world.org).map(encoded);
    case 'hubspot':
      return [encoded(hubspotFile(context))];
    case 'dynamics':
      return [encoded(dynamicsFile(context))];
    case 'parquet':
      return [accountsTable, territoriesTable, assignmentsTable, rosterTable].map((tableOf) => {
        const table = tableOf(context);
        return { name: `${table.name}.parquet`, bytes: parquetBytes(table) };
      });
    case 'geojson':
      return [encoded({ name: 'plan.geojson', text: geojsonText(context, await landOf(context, world)) })];
    case 'kml':
      return [encoded({ name: 'plan.kml', text: kmlText(context, await landOf(context, world)) })];
    case 'pptx':
      return [
        { name: 'plan.pptx', bytes: await pptxBytes(buildDeck(context, await landOf(context, world))) },
      ];
  }
}

function encoded({ name, text }: ExportFile): ExportedFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

async function landOf(context: ExportContext, { assetsFolder }: PlanExportWorld): Promise<PlanLand> {
  const packed = await readFile(new URL('data/map/unitedStates.topo.gz', assetsFolder));
  return planLand(context, JSON.parse(gunzipSync(packed).toString('utf8')) as Topology);
}

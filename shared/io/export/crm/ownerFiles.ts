import type { ExportContext } from '../exportContext';
import { loaderFile, type ExportFile } from '../files/exportFile';
import { liveRows, repsByTerritory } from '../files/planTables';

/** Who owns which company, for HubSpot's import: matched by Record ID. Accounts of no rep are left out. */
export function hubspotFile(context: ExportContext): ExportFile {
  return loaderFile('hubspot-owners.csv', ['Record ID', 'Company owner'], ownedRows(context));
}

/** Who owns which account, for Dynamics 365's import: matched by the account's id. Accounts of no rep are left out. */
export function dynamicsFile(context: ExportContext): ExportFile {
  return loaderFile('dynamics-owners.csv', ['Account', 'Owner'], ownedRows(context));
}

/** Account id and the name of the rep that it comes to. */
function ownedRows(context: ExportContext): string[][] {
  const { ids } = context.document.accounts;
  const { assignment } = context.evaluation.territories;
  const reps = repsByTerritory(context);
  return liveRows(context).flatMap((row) => {
    const rep = reps.get(assignment[row]!)?.[0];
    return rep ? [[ids[row]!, rep.name]] : [];
  });
}

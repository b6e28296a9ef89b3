import { idKey } from '../../../model/salesforceId';
import type { ExportContext } from '../exportContext';
import { loaderFile, type ExportFile } from '../files/exportFile';
import { liveRows, repsByTerritory } from '../files/planTables';
import { developerNames, territoryLabel } from './developerNames';
import type { SalesforceOrg } from './salesforceOrg';
import { salesforceReadme } from './salesforceReadme';

const TERRITORY_HEADER = [
  'Name',
  'DeveloperName',
  'Territory2ModelId',
  'Territory2TypeId',
  'ParentTerritory2Id',
  'Description',
  'AccountAccessLevel',
  'OpportunityAccessLevel',
  'CaseAccessLevel',
];
const ASSOCIATION_HEADER = ['ObjectId', 'Territory2Id', 'AssociationCause'];
const MANUAL = 'Territory2Manual';

/** A file to load, with what the README says of it. */
export interface LoadStep {
  readonly file: ExportFile;
  readonly operation: 'Insert' | 'Update' | 'Delete';
  readonly object: string;
  readonly count: number;
}

/**
 * The set that Data Loader takes back (object reference: Territory2, ObjectTerritory2Association,
 * UserTerritory2Association, Account): territories a level a file, parents first; associations as deletes and
 * inserts, since they can't be updated; owners; the files that lead back; and a README with order and counts.
 * Where the org's ids are not known, the id columns hold the DeveloperName in their place, and the README says so.
 */
export function salesforceSet(context: ExportContext, org: SalesforceOrg): ExportFile[] {
  const names = developerNames(context.scenario.territories.map(({ name }) => name));
  const idOfName = new Map(org.territories.map(({ id, developerName }) => [developerName.toLowerCase(), id]));
  const territoryId = (index: number) => idOfName.get(names[index]!.toLowerCase()) ?? names[index]!;
  const isKnown = (index: number) => idOfName.has(names[index]!.toLowerCase());
  const territories = territoryInserts(context, org, names, territoryId, isKnown);
  const associations = associationChanges(context, org, territoryId);
  const users = userInserts(context, territoryId);
  const owners = ownerUpdates(context);
  const table = (name: string, header: readonly string[], rows: string[][]) => loaderFile(name, header, rows);
  const step = (
    operation: LoadStep['operation'],
    object: string,
    suffix: string,
    header: readonly string[],
    rows: string[][],
  ) => ({ operation, object, suffix, header, rows });
  const steps = [
    ...territories.map(({ level, rows }) =>
      step('Insert', 'Territory2', `-${level}`, TERRITORY_HEADER, rows),
    ),
    step('Delete', 'ObjectTerritory2Association', '-delete', ['Id'], associations.deletes),
    step('Insert', 'ObjectTerritory2Association', '-insert', ASSOCIATION_HEADER, associations.inserts),
    step(
      'Insert',
      'UserTerritory2Association',
      '-insert',
      ['UserId', 'Territory2Id', 'RoleInTerritory2'],
      users,
    ),
    step('Update', 'Account', '-update', ['Id', 'OwnerId'], owners.updates),
  ].map(({ operation, object, suffix, header, rows }, position): LoadStep => ({
    operation,
    object,
    count: rows.length,
    file: table(`${position + 1}-${object}${suffix}.csv`, header, rows),
  }));
  const rollback: LoadStep[] = [
    {
      operation: 'Update',
      object: 'Account',
      count: owners.earlier.length,
      file: table('rollback/1-Account-update.csv', ['Id', 'OwnerId'], owners.earlier),
    },
    {
      operation: 'Insert',
      object: 'ObjectTerritory2Association',
      count: associations.deleted.length,
      file: table(
        'rollback/2-ObjectTerritory2Association-insert.csv',
        ASSOCIATION_HEADER,
        associations.deleted,
      ),
    },
  ];
  const readme = salesforceReadme(context, steps, rollback, {
    knowsTerritories: org.territories.length > 0,
    knowsAssociations: org.associations.length > 0,
    knowsModel: org.modelId !== '' && org.typeId !== '',
    keptCount: associations.keptCount,
    byRuleCount: associations.byRuleCount,
    withoutTerritoryCount: associations.withoutTerritoryCount,
    foreignIdCount: associations.foreignIdCount,
    foreignUserCount: owners.foreignUserCount,
  });
  return [...steps.map(({ file }) => file), ...rollback.map(({ file }) => file), readme];
}

function territoryInserts(
  { scenario, document, evaluation }: ExportContext,
  org: SalesforceOrg,
  names: readonly string[],
  territoryId: (index: number) => string,
  isKnown: (index: number) => boolean,
): { level: string; rows: string[][] }[] {
  const indexOfId = new Map(scenario.territories.map(({ id }, index) => [id, index]));
  return scenario.levels.map((level, position) => ({
    level: level.replace(/[^a-zA-Z0-9]+/g, '') || `Level${position + 1}`,
    rows: scenario.territories.flatMap((territory, index) => {
      if (territory.isRemoved || territory.level !== position || isKnown(index)) return [];
      const parent = indexOfId.get(territory.parentId ?? '');
      const accounts = evaluation.territories.accounts.totals[index]!;
      const row = [
        territoryLabel(territory.name),
        names[index]!,
        org.modelId,
        org.typeId,
        parent === undefined ? '' : territoryId(parent),
        `${accounts} ${accounts === 1 ? 'account' : 'accounts'} in ${document.name}, ${scenario.name}`.slice(
          0,
          1000,
        ),
        'Edit',
        'Edit',
        'Edit',
      ];
      return [row];
    }),
  }));
}

/** What must go and come so that the org's associations are those of the plan; what fits already stays. */
function associationChanges(
  context: ExportContext,
  org: SalesforceOrg,
  territoryId: (index: number) => string,
) {
  const { accounts } = context.document;
  const { assignment } = context.evaluation.territories;
  const existing = new Map<string, SalesforceOrg['associations'][number][]>();
  for (const association of org.associations) {
    const key = idKey(association.accountId);
    existing.set(key, [...(existing.get(key) ?? []), association]);
  }
  const deletes: string[][] = [];
  const deleted: string[][] = [];
  const inserts: string[][] = [];
  let keptCount = 0;
  let byRuleCount = 0;
  let withoutTerritoryCount = 0;
  let foreignIdCount = 0;
  for (const row of liveRows(context)) {
    const id = accounts.ids[row]!;
    const index = assignment[row]!;
    if (!isAccountId(id)) foreignIdCount++;
    if (index < 0) withoutTerritoryCount++;
    const wanted = index < 0 ? null : territoryId(index);
    let isThere = false;
    for (const association of existing.get(idKey(id)) ?? []) {
      if (wanted !== null && idKey(association.territoryId) === idKey(wanted)) {
        isThere = true;
        keptCount++;
      } else if (association.cause === MANUAL) {
        deletes.push([association.id]);
        deleted.push([association.accountId, association.territoryId, MANUAL]);
      } else {
        byRuleCount++;
      }
    }
    if (wanted !== null && !isThere) inserts.push([id, wanted, MANUAL]);
  }
  return { deletes, deleted, inserts, keptCount, byRuleCount, withoutTerritoryCount, foreignIdCount };
}

function userInserts(context: ExportContext, territoryId: (index: number) => string): string[][] {
  return [...repsByTerritory(context)].flatMap(([index, reps]) =>
    reps.map((rep) => [rep.id, territoryId(index), rep.role]),
  );
}

/** Owners that change, and the earlier ones where the list told them as ids. */
function ownerUpdates(context: ExportContext) {
  const { accounts, reps } = context.document;
  const { assignment } = context.evaluation.territories;
  const owner = accounts.attributes.find(({ id }) => id === 'owner');
  const carried = repsByTerritory(context);
  const updates: string[][] = [];
  const earlier: string[][] = [];
  for (const row of liveRows(context)) {
    const rep = carried.get(assignment[row]!)?.[0];
    const before = owner ? owner.dictionary[owner.codes[row]!]! : '';
    if (!rep || idKey(before) === idKey(rep.id)) continue;
    updates.push([accounts.ids[row]!, rep.id]);
    if (isUserId(before)) earlier.push([accounts.ids[row]!, before]);
  }
  return { updates, earlier, foreignUserCount: reps.filter(({ id }) => !isUserId(id)).length };
}

function isAccountId(id: string): boolean {
  return /^001[a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?$/.test(id);
}

function isUserId(id: string): boolean {
  return /^005[a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?$/.test(id);
}

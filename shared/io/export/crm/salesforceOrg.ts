import { ProjectFileError } from '../../project/projectError';
import Papa from 'papaparse';

/** A territory that the org has already. */
export interface OrgTerritory {
  readonly id: string;
  readonly developerName: string;
}

/** An account's place in a territory that the org has already. */
export interface OrgAssociation {
  readonly id: string;
  readonly accountId: string;
  readonly territoryId: string;
  /** Territory2Manual, or Territory2AssignmentRule for those that rules of the org made. */
  readonly cause: string;
}

/** What the org holds today, as its own exports say; without them ids are not known. */
export interface SalesforceOrg {
  /** Id of the territory model (0MA…) and of the territory type (0M5…); '' = to be filled in. */
  readonly modelId: string;
  readonly typeId: string;
  readonly territories: readonly OrgTerritory[];
  readonly associations: readonly OrgAssociation[];
}

const UNKNOWN_ORG: SalesforceOrg = { modelId: '', typeId: '', territories: [], associations: [] };

/**
 * Territories from an export of Territory2 with Id and DeveloperName (and, where there, the model and type ids).
 * @throws ProjectFileError naming the file and the missing column
 */
function readOrgTerritories(
  fileName: string,
  text: string,
): Pick<SalesforceOrg, 'territories' | 'modelId' | 'typeId'> {
  const rows = readRows(fileName, text, ['Id', 'DeveloperName']);
  return {
    territories: rows.map((row) => ({ id: row['id']!, developerName: row['developername']! })),
    modelId: rows.find((row) => row['territory2modelid'])?.['territory2modelid'] ?? '',
    typeId: rows.find((row) => row['territory2typeid'])?.['territory2typeid'] ?? '',
  };
}

/**
 * Associations from an export of ObjectTerritory2Association with Id, ObjectId and Territory2Id.
 * @throws ProjectFileError naming the file and the missing column
 */
function readOrgAssociations(fileName: string, text: string): OrgAssociation[] {
  return readRows(fileName, text, ['Id', 'ObjectId', 'Territory2Id']).map((row) => ({
    id: row['id']!,
    accountId: row['objectid']!,
    territoryId: row['territory2id']!,
    cause: row['associationcause'] || 'Territory2Manual',
  }));
}

function readRows(fileName: string, text: string, required: readonly string[]): Record<string, string>[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
    transform: (cell) => cell.trim(),
  });
  const missing = required.filter((name) => !meta.fields?.includes(name.toLowerCase()));
  if (missing.length > 0) {
    throw new ProjectFileError(
      'damaged',
      `${fileName} has no column ${missing.join(' and no column ')}. Export ${required.join(', ')} with Data Loader ` +
        'and choose that file.',
    );
  }
  return data;
}

/**
 * What is known of the org from the texts of its exports; null = not given.
 * @throws ProjectFileError naming what can't be read
 */
export function orgFromTexts(texts: {
  readonly territories: string | null;
  readonly associations: string | null;
}): SalesforceOrg {
  return {
    ...UNKNOWN_ORG,
    ...(texts.territories === null ? {} : readOrgTerritories('The export of Territory2', texts.territories)),
    associations:
      texts.associations === null
        ? []
        : readOrgAssociations('The export of ObjectTerritory2Association', texts.associations),
  };
}

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Alignment } from '../../model/alignment';
import type { PlanDocument } from '../../model/planDocument';
import { PLAN_VERSION } from '../../model/planDocument';
import { scenarioFieldsSchema } from '../../model/scenario';
import { unitMeasureFieldsSchema } from '../../model/unitMeasure';
import { ACCOUNTS_FILE, readAccounts, writeAccounts } from './accountsCsv';
import {
  assignmentFile,
  LOCKS_FILE,
  readAssignment,
  readLocks,
  readUnits,
  UNITS_FILE,
  writeAssignment,
  writeLocks,
  writeUnits,
} from './alignmentCsv';
import { migratePlan } from './migrations';
import type { PlanJson } from './planJson';
import { planJsonSchema } from './planJson';
import { PAY_RESULTS_FILE, readPayResults, writePayResults } from './payResultsCsv';
import { ProjectFileError } from './projectError';
import { readUnitMeasures, UNIT_MEASURES_FILE, writeUnitMeasures } from './unitMeasuresCsv';

const PLAN_JSON = 'plan.json';
/** A plan that unpacks to more than this is refused before it is unpacked. */
const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;
/** Fixed, so that the same plan gives the same bytes; zip can hold no year before 1980. */
const ZIP_TIME = new Date('1980-01-02T00:00:00Z');

/** The plan as one file: a zip of plan.json and CSV tables that a person can open (cli.md). */
export function writePlanFile(document: PlanDocument): Uint8Array {
  const files: Record<string, Uint8Array> = {
    [PLAN_JSON]: strToU8(JSON.stringify(toPlanJson(document), null, 2)),
    [ACCOUNTS_FILE]: strToU8(writeAccounts(document.accounts)),
    [UNITS_FILE]: strToU8(writeUnits(document.scenarios)),
    [LOCKS_FILE]: strToU8(writeLocks(document.accounts, document.scenarios)),
  };
  if (document.unitMeasures) {
    files[UNIT_MEASURES_FILE] = strToU8(writeUnitMeasures(document.unitMeasures));
  }
  if (document.payResults) files[PAY_RESULTS_FILE] = strToU8(writePayResults(document.payResults));
  for (const scenario of document.scenarios) {
    scenario.alignments.forEach((alignment, roleIndex) => {
      const text = writeAssignment(document.accounts, scenario, alignment);
      files[assignmentFile(scenario.id, roleIndex)] = strToU8(text);
    });
  }
  return zipSync(files, { level: 6, mtime: ZIP_TIME });
}

/**
 * Reads a plan file of this version or an older one.
 * @throws ProjectFileError: no plan file at all, newer than the app, or damaged (with file and row)
 */
export function readPlanFile(bytes: Uint8Array): PlanDocument {
  const files = unpack(bytes);
  const json = parsePlanJson(files);
  const accounts = readAccounts(requireFile(files, ACCOUNTS_FILE), json);
  const locksText = requireFile(files, LOCKS_FILE);
  const unitsText = requireFile(files, UNITS_FILE);
  return {
    id: json.id,
    name: json.name,
    settings: json.settings,
    accounts,
    scenarios: json.scenarios.map(({ roles, ...fields }) => ({
      ...fields,
      alignments: roles.map((role, roleIndex): Alignment => {
        const name = assignmentFile(fields.id, roleIndex);
        return {
          role,
          ...readAssignment(name, requireFile(files, name), fields, accounts.rowCount),
          layers: readUnits(unitsText, fields.id, role),
          locks: readLocks(locksText, fields.id, role, accounts.rowCount),
        };
      }),
    })),
    reps: json.reps,
    compPlans: json.compPlans,
    quotaSettings: json.quotaSettings,
    ...(json.roles && { roles: json.roles }),
    ...(json.referenceFigures && { referenceFigures: json.referenceFigures }),
    ...(json.simulation && { simulation: json.simulation }),
    ...(files.has(PAY_RESULTS_FILE) && { payResults: readPayResults(requireFile(files, PAY_RESULTS_FILE)) }),
    ...(json.payAdjustments && { payAdjustments: json.payAdjustments }),
    ...(json.unitMeasures && {
      unitMeasures: readUnitMeasures(requireFile(files, UNIT_MEASURES_FILE), json.unitMeasures),
    }),
    ...(json.unitBridges && { unitBridges: json.unitBridges }),
  };
}

function toPlanJson(document: PlanDocument): PlanJson {
  return {
    format: 'evenland',
    version: PLAN_VERSION,
    id: document.id,
    name: document.name,
    settings: document.settings,
    measures: document.accounts.measures.map(({ id, name, kind, isNegativeReal }) => ({
      id,
      name,
      kind,
      isNegativeReal,
    })),
    attributes: document.accounts.attributes.map(({ id, name }) => ({ id, name })),
    scenarios: document.scenarios.map((scenario) => ({
      ...scenarioFieldsSchema.parse(scenario),
      roles: scenario.alignments.map((alignment) => alignment.role),
    })),
    reps: [...document.reps],
    compPlans: [...document.compPlans],
    quotaSettings: document.quotaSettings,
    ...(document.roles && { roles: [...document.roles] }),
    ...(document.referenceFigures && { referenceFigures: [...document.referenceFigures] }),
    ...(document.simulation && { simulation: document.simulation }),
    ...(document.payAdjustments && { payAdjustments: [...document.payAdjustments] }),
    ...(document.unitMeasures && {
      unitMeasures: document.unitMeasures.map((measure) => unitMeasureFieldsSchema.parse(measure)),
    }),
    ...(document.unitBridges && { unitBridges: document.unitBridges.map(([one, other]) => [one, other]) }),
  };
}

function unpack(bytes: Uint8Array): Map<string, string> {
  let unpackedBytes = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        unpackedBytes += file.originalSize;
        if (unpackedBytes > MAX_UNPACKED_BYTES) {
          throw new ProjectFileError(
            'damaged',
            'The plan file unpacks to more than 1 GB and was not opened.',
          );
        }
        return true;
      },
    });
    return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  } catch (error) {
    if (error instanceof ProjectFileError) throw error;
    throw new ProjectFileError(
      'not-a-plan',
      'This is no Evenland plan: a plan is a zip with plan.json in it. To bring in a list of accounts, import it.',
    );
  }
}

function parsePlanJson(files: Map<string, string>): PlanJson {
  let json: unknown;
  try {
    json = JSON.parse(files.get(PLAN_JSON) ?? '');
  } catch {
    throw new ProjectFileError(
      'not-a-plan',
      'This is no Evenland plan: it holds no plan.json that can be read.',
    );
  }
  if (typeof json !== 'object' || json === null || (json as { format?: unknown }).format !== 'evenland') {
    throw new ProjectFileError(
      'not-a-plan',
      'This is no Evenland plan: its plan.json is of another program.',
    );
  }
  const parsed = planJsonSchema.safeParse(migratePlan(json as Record<string, unknown>, files));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new ProjectFileError(
    'damaged',
    `plan.json in the plan file, at ${where}: ${issue?.message ?? 'not as expected'}. Open a backup of the plan.`,
  );
}

function requireFile(files: Map<string, string>, name: string): string {
  const text = files.get(name);
  if (text === undefined) {
    throw new ProjectFileError('damaged', `The plan file lacks ${name}. Open a backup of the plan.`);
  }
  return text;
}

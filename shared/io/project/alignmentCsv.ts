import type { AccountTable } from '../../model/accountTable';
import type { Alignment, Cause, UnitLayer } from '../../model/alignment';
import { CAUSES, causeCode, FOLLOW, HOLDOUT, HOUSE, UNASSIGNED } from '../../model/alignment';
import type { Scenario, ScenarioFields } from '../../model/scenario';
import { readCsvTable, writeCsvTable } from './csvTable';
import { ProjectFileError } from './projectError';

export const UNITS_FILE = 'units.csv';
export const LOCKS_FILE = 'locks.csv';

/** Where the claims of a role stand; the primary alignment's file has the plain name. */
export function assignmentFile(scenarioId: string, roleIndex: number): string {
  return `scenarios/${encodeURIComponent(scenarioId)}/assignment${roleIndex === 0 ? '' : `-${roleIndex + 1}`}.csv`;
}

/** How the codes that are no territory stand in the territoryId column; an account that follows its unit is empty. */
const WORD_OF_CODE = new Map([
  [UNASSIGNED, '(unassigned)'],
  [HOUSE, '(house)'],
  [HOLDOUT, '(holdout)'],
  [FOLLOW, ''],
]);
const CODE_OF_WORD = new Map([...WORD_OF_CODE].map(([code, word]) => [word, code]));

export function writeAssignment(accounts: AccountTable, scenario: Scenario, alignment: Alignment): string {
  const rows: string[][] = [];
  for (let row = 0; row < accounts.rowCount; row++) {
    const code = alignment.claims[row]!;
    const territory = scenario.territories[code];
    const cause = CAUSES[alignment.causes[row]!]!;
    const word = territory?.id ?? WORD_OF_CODE.get(code)!;
    rows.push([accounts.ids[row]!, word, territory?.name ?? '', cause === 'none' ? '' : cause]);
  }
  return writeCsvTable(['accountId', 'territoryId', 'territoryName', 'cause'], rows);
}

/** @throws ProjectFileError naming file and row for a territory or cause that the plan does not have */
export function readAssignment(
  fileName: string,
  text: string,
  scenario: ScenarioFields,
  rowCount: number,
): Pick<Alignment, 'claims' | 'causes'> {
  const { rows } = readCsvTable(fileName, text);
  if (rows.length !== rowCount) {
    throw new ProjectFileError(
      'damaged',
      `${fileName} in the plan file has ${rows.length} rows where accounts.csv has ${rowCount}.`,
    );
  }
  const indexOfId = new Map(scenario.territories.map((territory, index) => [territory.id, index]));
  const claims = Int32Array.from(rows, (row, index) => {
    const code = indexOfId.get(row[1]!) ?? CODE_OF_WORD.get(row[1]!);
    if (code === undefined) throw unknownWord(fileName, index, `there is no territory with id ${row[1]!}`);
    return code;
  });
  const causes = Uint8Array.from(rows, (row, index) => {
    const code = causeCode((row[3] === '' ? 'none' : row[3]) as Cause);
    if (code < 0) throw unknownWord(fileName, index, `"${row[3]!}" is no cause`);
    return code;
  });
  return { claims, causes };
}

export function writeLocks(accounts: AccountTable, scenarios: readonly Scenario[]): string {
  const rows: string[][] = [];
  for (const scenario of scenarios) {
    for (const alignment of scenario.alignments) {
      alignment.locks.forEach((lock, row) => {
        if (lock) rows.push([scenario.id, alignment.role, String(row + 1), accounts.ids[row]!]);
      });
    }
  }
  return writeCsvTable(['scenarioId', 'role', 'accountRow', 'accountId'], rows);
}

/** The locks of one alignment, one a row. */
export function readLocks(text: string, scenarioId: string, role: string, rowCount: number): Uint8Array {
  const locks = new Uint8Array(rowCount);
  readCsvTable(LOCKS_FILE, text).rows.forEach((cells, index) => {
    const row = Number(cells[2]) - 1;
    if (!Number.isInteger(row) || row < 0 || row >= rowCount) {
      throw unknownWord(LOCKS_FILE, index, `accounts.csv has no row ${cells[2]!}`);
    }
    if (cells[0] === scenarioId && cells[1] === role) locks[row] = 1;
  });
  return locks;
}

export function writeUnits(scenarios: readonly Scenario[]): string {
  const rows: string[][] = [];
  for (const scenario of scenarios) {
    for (const alignment of scenario.alignments) {
      for (const layer of alignment.layers) {
        for (const [unitId, territoryId] of Object.entries(layer.claims)) {
          rows.push([scenario.id, alignment.role, layer.level, unitId, territoryId]);
        }
      }
    }
  }
  return writeCsvTable(['scenarioId', 'role', 'level', 'unitId', 'territoryId'], rows);
}

/** The unit layers of one alignment. */
export function readUnits(text: string, scenarioId: string, role: string): UnitLayer[] {
  const layers = new Map<UnitLayer['level'], Record<string, string>>();
  readCsvTable(UNITS_FILE, text).rows.forEach((cells, index) => {
    const level = cells[2];
    if (level !== 'country' && level !== 'region' && level !== 'county' && level !== 'zip3') {
      throw unknownWord(UNITS_FILE, index, `"${level ?? ''}" is no level of geographic units`);
    }
    if (cells[0] !== scenarioId || cells[1] !== role) return;
    const claims = layers.get(level) ?? {};
    claims[cells[3]!] = cells[4]!;
    layers.set(level, claims);
  });
  return [...layers].map(([level, claims]) => ({ level, claims }));
}

function unknownWord(fileName: string, rowIndex: number, what: string): ProjectFileError {
  return new ProjectFileError(
    'damaged',
    `${fileName} in the plan file, row ${rowIndex + 2}: ${what}. Open a backup of the plan, or mend that row.`,
  );
}

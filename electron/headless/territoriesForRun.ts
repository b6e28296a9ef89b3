import { basename } from 'node:path';
import { emptyAlignment } from '../../shared/model/alignment';
import type { PlanDocument } from '../../shared/model/planDocument';
import type { Scenario } from '../../shared/model/scenario';
import type { Territory } from '../../shared/model/territory';
import { readCsvTable } from '../../shared/io/project/csvTable';
import { applyDiff } from '../../shared/plan/applyDiff';
import type { PlanCommand } from '../../shared/plan/command';
import { assignableTerritories } from '../../shared/plan/lookup';
import { newTerritories } from '../../shared/plan/newTerritories';
import { runCommand } from '../../shared/plan/runCommand';
import { WorkError } from './commandLine';
import { readBytes } from './planFiles';

type TerritoryFields = Partial<Pick<Territory, 'id' | 'name' | 'base' | 'capacity'>>;

/**
 * The plan with the territories that a run asks for. A scenario without territories takes them; one that has
 * others stays as it is, and the run gets a scenario of its own.
 * @param count that many territories; null = those of `basesFile`, or of the scenario
 */
export async function withTerritories(
  document: PlanDocument,
  scenario: Scenario,
  count: number | null,
  basesFile: string | null,
): Promise<{ document: PlanDocument; scenario: Scenario }> {
  const present = assignableTerritories(scenario);
  if (basesFile === null && (count === null || count === present.length)) return { document, scenario };
  const fields: TerritoryFields[] =
    basesFile === null
      ? Array.from({ length: count! }, () => ({}))
      : readBases(basename(basesFile), new TextDecoder().decode(await readBytes(basesFile)));
  if (present.length === 0) {
    const added = newTerritories(scenario, fields);
    return run(document, scenario.id, {
      kind: 'addTerritories',
      scenarioId: scenario.id,
      territories: added,
    });
  }
  const bare = bareScenario(document, scenario, fields.length);
  return run(document, bare.id, {
    kind: 'addScenario',
    scenario: { ...bare, territories: newTerritories(bare, fields) },
  });
}

function run(
  document: PlanDocument,
  scenarioId: string,
  command: PlanCommand,
): { document: PlanDocument; scenario: Scenario } {
  const after = applyDiff(document, runCommand(document, command));
  return { document: after, scenario: after.scenarios.find(({ id }) => id === scenarioId)! };
}

function bareScenario(document: PlanDocument, like: Scenario, count: number): Scenario {
  let number = document.scenarios.length + 1;
  while (document.scenarios.some(({ id }) => id === `scenario-${number}`)) number++;
  return {
    ...like,
    id: `scenario-${number}`,
    name: `${count} territories`,
    levels: [like.levels.at(-1)!],
    territories: [],
    alignments: [emptyAlignment('primary', document.accounts.rowCount)],
  };
}

/** territoryId,name,lat,lng,capacity; empty lat and lng = free, empty capacity = 1. */
function readBases(fileName: string, text: string): TerritoryFields[] {
  const { header, rows } = readCsvTable(fileName, text.replace(/^\uFEFF/, ''));
  const column = (name: string) => header.findIndex((cell) => cell.trim().toLowerCase() === name);
  const [id, name, lat, lng, capacity] = ['territoryid', 'name', 'lat', 'lng', 'capacity'].map(column);
  if (id! < 0 || lat! < 0 || lng! < 0) {
    throw new WorkError(`${fileName}, row 1: the header must have territoryId, lat and lng.`);
  }
  if (rows.length === 0) throw new WorkError(`${fileName} has a header and no territories.`);
  return rows.map((cells, index) => {
    const number = (position: number, what: string, least: number, most: number): number | null => {
      const cell = position < 0 ? '' : cells[position]!.trim();
      if (cell === '') return null;
      const value = Number(cell);
      if (Number.isFinite(value) && value >= least && value <= most) return value;
      throw new WorkError(
        `${fileName}, row ${index + 2}: ${what} "${cell}" is not a number from ${least} to ${most}.`,
      );
    };
    const latitude = number(lat!, 'lat', -90, 90);
    const longitude = number(lng!, 'lng', -180, 180);
    if ((latitude === null) !== (longitude === null)) {
      throw new WorkError(`${fileName}, row ${index + 2}: lat and lng must both be there, or both be empty.`);
    }
    const territoryId = cells[id!]!.trim();
    if (territoryId === '') throw new WorkError(`${fileName}, row ${index + 2}: territoryId is empty.`);
    const called = name! >= 0 ? cells[name!]!.trim() : '';
    return {
      id: territoryId,
      name: called === '' ? territoryId : called,
      capacity: number(capacity!, 'capacity', 0, 1e12) ?? 1,
      base: latitude === null ? null : { name: called, lat: latitude, lng: longitude! },
    };
  });
}

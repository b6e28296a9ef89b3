import type { Territory } from '../../../../shared/model/territory';
import { primaryAlignment } from '../../../../shared/plan/lookup';
import type { UnitPlaces } from '../../../../shared/plan/territoryEdit';
import { latOfY, lngOfX } from '../../../../shared/geo/projection';
import { addCommand, askForName, colorsOfNew } from '../territoryActions';
import type { TerritoriesData } from '../useTerritoriesData';
import { setDraft } from './editDraftStore';

/** New parts of a territory, named after it: "Chicago 2", "Chicago 3". */
export function splitParts(
  { scenario, neighbours }: TerritoriesData,
  territoryId: string,
  count: number,
): Pick<Territory, 'id' | 'name' | 'colorIndex'>[] {
  const index = scenario.territories.findIndex(({ id }) => id === territoryId);
  const { name } = scenario.territories[index]!;
  const taken = new Set(scenario.territories.map((territory) => territory.name.toLowerCase()));
  const colors = colorsOfNew(scenario, neighbours(), [index], count);
  let number = 2;
  return colors.map((colorIndex) => {
    while (taken.has(`${name} ${number}`.toLowerCase())) number++;
    return { id: crypto.randomUUID(), name: `${name} ${number++}`, colorIndex };
  });
}

/** Begins to split a territory in two; the card asks for more. */
export function beginSplit(data: TerritoriesData, territoryId: string): void {
  setDraft({
    kind: 'split',
    territoryId,
    by: 'balance',
    parts: splitParts(data, territoryId, 1),
    ...sharing(data),
  });
}

/** Asks for a name and prices a new territory of the accounts that are selected. */
export function beginSplitOff(data: TerritoriesData, beside: Territory, rows: Int32Array): void {
  const { scenario, neighbours, evaluation } = data;
  askForName(scenario, rows, (name) => {
    const { assignment } = evaluation.territories;
    setDraft({
      kind: 'command',
      title: `Split off ${name}`,
      action: 'Split off',
      command: addCommand(scenario, neighbours(), beside, rows, assignment, name).command,
    });
  });
}

/** Begins to merge a territory into its emptiest neighbour, or another where it has none. */
export function beginMerge(data: TerritoriesData, territoryId: string): void {
  const [first] = around(data, territoryId);
  if (first !== undefined) setDraft({ kind: 'merge', territoryId, intoId: first });
}

/** Begins to give a territory's accounts to those around and to take it off the plan. */
export function beginDissolve(data: TerritoriesData, territoryId: string): void {
  setDraft({ kind: 'dissolve', territoryId, receiverIds: around(data, territoryId), ...sharing(data) });
}

/** Begins to give a leaver's accounts to those around; the territory stays, for who comes next. */
export function beginHandOver(data: TerritoriesData, territoryId: string): void {
  setDraft({
    kind: 'handOver',
    territoryId,
    receiverIds: around(data, territoryId),
    toleranceShare: data.scenario.corridorShare,
    ...sharing(data),
  });
}

/** Begins to take a territory off the plan, its accounts nobody's. */
export function beginRemove(data: TerritoriesData, territory: Territory): void {
  setDraft({
    kind: 'command',
    title: `Remove ${territory.name}`,
    action: 'Remove',
    command: { kind: 'removeTerritory', scenarioId: data.scenario.id, territoryId: territory.id },
  });
}

/** Ids of those next door, the emptiest first; all others where it touches nobody. */
function around({ scenario, evaluation, neighbours }: TerritoriesData, territoryId: string): string[] {
  const { assignable, index } = evaluation.territories;
  const own = scenario.territories.findIndex(({ id }) => id === territoryId);
  const beside = (neighbours()[own] ?? []).filter((other) => assignable.includes(other));
  const found = beside.length > 0 ? beside : assignable.filter((other) => other !== own);
  const load = (other: number) => (Number.isNaN(index[other]!) ? 0 : index[other]!);
  return [...found].sort((a, b) => load(a) - load(b)).map((other) => scenario.territories[other]!.id);
}

function sharing(data: TerritoriesData): { measureId: string | null; unitPlaces: UnitPlaces } {
  return { measureId: data.mainMeasure?.id ?? null, unitPlaces: countyPlaces(data) };
}

/** Where counties lie: land without accounts is cut and shared out by its place. */
function countyPlaces({ scenario, basemap }: TerritoriesData): UnitPlaces {
  const places: Record<string, { lat: number; lng: number }> = {};
  if (!basemap || primaryAlignment(scenario).layers.length === 0) return places;
  const { ids, bounds } = basemap.counties;
  ids.forEach((id, unit) => {
    const at = unit * 4;
    places[id] = {
      lat: latOfY((bounds[at + 1]! + bounds[at + 3]!) / 2),
      lng: lngOfX((bounds[at]! + bounds[at + 2]!) / 2),
    };
  });
  return places;
}

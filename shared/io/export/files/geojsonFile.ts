import type { Feature } from 'geojson';
import { PLACE_LEVELS } from '../../../model/placeLevel';
import { TERRITORY_SOLIDS } from '../../../model/territoryPalette';
import type { ExportContext } from '../exportContext';
import { assigneeName } from '../exportContext';
import { liveRows, repsByTerritory } from './planTables';
import { roundDegrees, roundedArea, type PlanLand } from './territoryLand';

/**
 * Territories, counties and placed accounts as one GeoJSON collection (RFC 7946); `layer` tells them apart.
 * Colours follow simplestyle 1.1.
 */
export function geojsonText(context: ExportContext, land: PlanLand): string {
  const features = [
    ...territoryFeatures(context, land),
    ...unitFeatures(context, land),
    ...accountFeatures(context),
  ];
  // One feature a line: readable, and no string longer than the file.
  const lines = features.map((each) => JSON.stringify(each)).join(',\n');
  return `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`;
}

function territoryFeatures(context: ExportContext, { territories }: PlanLand): Feature[] {
  const { scenario, evaluation, territoryNames } = context;
  const { measures, index: combined, accounts, travel } = evaluation.territories;
  const reps = repsByTerritory(context);
  return territories.map(({ index, source, area }) => {
    const territory = scenario.territories[index]!;
    return {
      type: 'Feature',
      id: territory.id,
      geometry: roundedArea(area),
      properties: {
        layer: 'territory',
        territoryId: territory.id,
        name: territoryNames[index]!,
        parentId: territory.parentId,
        reps: (reps.get(index) ?? []).map(({ name }) => name),
        areaFrom: source,
        accounts: accounts.totals[index]!,
        index: finite(combined[index]!),
        travelKm: finite(travel.activityKm[index]!),
        measures: Object.fromEntries(
          measures.map(({ name, totals, targets }) => [
            name,
            { total: totals[index]!, target: finite(targets[index]!) },
          ]),
        ),
        fill: TERRITORY_SOLIDS[territory.colorIndex ?? 0]!,
        'fill-opacity': 0.45,
        stroke: '#1b222c',
        'stroke-width': 1.5,
      },
    };
  });
}

function unitFeatures({ scenario, territoryNames }: ExportContext, { units }: PlanLand): Feature[] {
  return units.map(({ id, name, owner, area }) => ({
    type: 'Feature',
    geometry: roundedArea(area),
    properties: {
      layer: 'unit',
      level: 'county',
      unitId: id,
      name,
      territoryId: scenario.territories[owner]!.id,
      territory: territoryNames[owner]!,
    },
  }));
}

function accountFeatures(context: ExportContext): Feature[] {
  const { accounts } = context.document;
  const { assignment } = context.evaluation.territories;
  return liveRows(context)
    .filter((row) => !Number.isNaN(accounts.lat[row]!))
    .map((row) => ({
      type: 'Feature',
      geometry: {
        type: 'Point',
        coordinates: [roundDegrees(accounts.lng[row]!), roundDegrees(accounts.lat[row]!)],
      },
      properties: {
        layer: 'account',
        accountId: accounts.ids[row]!,
        name: accounts.names[row]!,
        territoryId: context.scenario.territories[assignment[row]!]?.id ?? null,
        territory: assigneeName(context, assignment[row]!),
        placedBy: PLACE_LEVELS[accounts.placeLevels[row]!]!,
        ...Object.fromEntries(accounts.measures.map(({ name, values }) => [name, finite(values[row]!)])),
      },
    }));
}

/** JSON has no NaN: none is null. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

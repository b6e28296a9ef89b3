import { connectedParts, type NeighbourRows } from '../geo/contiguity';
import { equalAreaPlane, type PlanePoints } from '../geo/equalArea';
import { convexHull } from '../geo/planeShapes';
import { latOfY, lngOfX } from '../geo/projection';
import { lineOfRing, outlinesByOwner, type Outline } from '../geo/territoryOutlines';
import type { UnitMap } from '../geo/unitMap';
import type { Compactness } from '../measures/compactness';
import { compactnessOf, spreadKm2 } from '../measures/compactness';
import { estimatedDriveHours } from '../measures/travel';
import { findMeasure } from '../model/accountTable';
import type { PlanDocument } from '../model/planDocument';
import type { Scenario } from '../model/scenario';
import type { TerritoryFigures } from './evaluateTerritories';
import { travelActivity } from './evaluateTerritories';

/** Outlines of units and whose each is, by territory index; a negative code is nobody's. */
export interface LandOwners {
  readonly map: UnitMap;
  readonly owners: Int32Array;
  /** With bridges over water added. */
  readonly neighbours: NeighbourRows;
}

/** Shape and reach of one territory. */
export interface TerritoryShape {
  readonly accountCount: number;
  /** Where the area comes from: its units, or the hull round its accounts (to be labelled so). */
  readonly source: 'units' | 'hull' | null;
  readonly compactness: Compactness | null;
  /** Connected pieces of its units, bridges counted; 0 where it has none. */
  readonly pieceCount: number;
  /** Σ w·d² / Σ w about its hub, km²; NaN without placed accounts. */
  readonly spreadKm2: number;
  /**
   * Estimate for going once to each unit of activity, one way: km · detour factor / speed. null where the activity is
   * money: nobody drives once for each dollar.
   */
  readonly driveHours: number | null;
}

/** Shapes of a scenario's territories by index; null for those that are not wanted: all that hold accounts are. */
export function territoryShapes(
  document: PlanDocument,
  scenario: Scenario,
  figures: TerritoryFigures,
  land: LandOwners | null,
  wanted: readonly number[] = figures.assignable,
): (TerritoryShape | null)[] {
  const { accounts, settings } = document;
  const activity = travelActivity(document, scenario);
  const isDriven = !isMoney(document, scenario);
  const outlines = land ? outlinesByOwner(land.map, land.owners, new Set(wanted)) : null;
  const pieces = land ? piecesByOwner(land) : null;
  const shapes: (TerritoryShape | null)[] = scenario.territories.map(() => null);
  for (const index of wanted) {
    const rows = figures.rows[index]!;
    const outline = outlines?.get(index);
    const hub = { lat: figures.travel.hubLat[index]!, lng: figures.travel.hubLng[index]! };
    const rings =
      outline && land ? planeRings(land.map, outline) : hullOf(rows, accounts.lat, accounts.lng, hub);
    const compactness = compactnessOf(rings);
    shapes[index] = {
      accountCount: figures.accounts.totals[index]!,
      source: compactness ? (outline ? 'units' : 'hull') : null,
      compactness,
      pieceCount: pieces?.get(index) ?? 0,
      spreadKm2: spreadKm2(rows, accounts.lat, accounts.lng, activity, hub),
      driveHours: isDriven
        ? estimatedDriveHours(
            figures.travel.activityKm[index]!,
            settings.detourFactor,
            settings.driveSpeedKmh,
          )
        : null,
    };
  }
  return shapes;
}

/** Whether the travel is weighted by money (travelActivity). */
function isMoney({ accounts }: PlanDocument, { measures }: Scenario): boolean {
  const first = measures[0];
  return first !== undefined && findMeasure(accounts, first.measureId)?.kind === 'money';
}

/** How many connected pieces each owner's units make. */
function piecesByOwner({ owners, neighbours }: LandOwners): Map<number, number> {
  const { part } = connectedParts(neighbours, owners);
  const seen = new Map<number, Set<number>>();
  owners.forEach((owner, unit) => {
    const parts = seen.get(owner) ?? new Set<number>();
    parts.add(part[unit]!);
    seen.set(owner, parts);
  });
  return new Map([...seen].map(([owner, parts]) => [owner, parts.size]));
}

/** The rings of an outline in an equal-area plane that touches the Earth in the middle of it, km. */
export function planeRings(map: UnitMap, outline: Outline): PlanePoints[] {
  const rings = outline.map((ring) => ringDegrees(map, ring));
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const ring of rings) {
    for (const [lat, lng] of ring) {
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  const plane = equalAreaPlane((south + north) / 2, (west + east) / 2);
  return rings.map((ring) => Float64Array.from(ring.flatMap(([lat, lng]) => plane.project(lat, lng))));
}

function ringDegrees(map: UnitMap, ring: Int32Array): [number, number][] {
  const line = lineOfRing(map, ring);
  return Array.from({ length: line.length / 2 }, (_, at) => [
    latOfY(line[2 * at + 1]!),
    lngOfX(line[2 * at]!),
  ]);
}

function hullOf(
  rows: Int32Array,
  lat: Float64Array,
  lng: Float64Array,
  hub: { readonly lat: number; readonly lng: number },
): PlanePoints[] {
  if (Number.isNaN(hub.lat)) return [];
  const plane = equalAreaPlane(hub.lat, hub.lng);
  const placed = rows.filter((row) => !Number.isNaN(lat[row]!));
  return [convexHull(Float64Array.from([...placed].flatMap((row) => plane.project(lat[row]!, lng[row]!))))];
}

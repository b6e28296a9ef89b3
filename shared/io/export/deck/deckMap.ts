import { equalAreaPlane } from '../../../geo/equalArea';
import { TERRITORY_SOLIDS } from '../../../model/territoryPalette';
import type { ExportContext } from '../exportContext';
import type { PlanLand, TerritoryLand } from '../files/territoryLand';
import type { MapRing, MapSlide } from './deck';

/** Corners stand on a grid of so many cells across: neighbours stay joined, and the deck stays small. */
const GRID = 900;

/** The map of territories in an equal-area projection about the middle of their land; null without land. */
export function deckMap(context: ExportContext, land: PlanLand): MapSlide | null {
  const all = land.territories.map((territory) => ({ territory, rings: ringsOf(territory) }));
  const points = all.flatMap(({ rings }) => rings.flat());
  if (points.length === 0) return null;
  const middle = middleOf(points);
  const plane = equalAreaPlane(middle.lat, middle.lng);
  const drawn = all.map(({ territory, rings }) => ({
    territory,
    rings: rings.map((ring) => ring.map(([lng, lat]) => plane.project(lat!, lng!))),
  }));
  const box = boxOf(drawn.flatMap(({ rings }) => rings.flat()));
  const width = Math.max(box.east - box.west, 1e-9);
  const toMap = ([x, y]: readonly [number, number]): [number, number] => [
    Math.round(((x - box.west) / width) * GRID) / GRID,
    Math.round(((box.north - y) / width) * GRID) / GRID,
  ];
  const { travel } = context.evaluation.territories;
  return {
    kind: 'map',
    title: 'Territories',
    lead: land.territories.some(({ source }) => source === 'hull')
      ? 'By county; where there are none, the outline round the accounts.'
      : 'By county, as most of the accounts in it are assigned.',
    heightShare: (box.north - box.south) / width,
    areas: drawn.map(({ territory, rings }) => {
      const { index } = territory;
      const { colorIndex } = context.scenario.territories[index]!;
      return {
        name: context.territoryNames[index]!,
        color: TERRITORY_SOLIDS[colorIndex ?? 0]!,
        rings: rings.map((ring) => withoutRepeats(ring.map(toMap))).filter((ring) => ring.length > 3),
        label: toMap(plane.project(travel.hubLat[index]!, travel.hubLng[index]!)),
      };
    }),
  };
}

/** Rings of an area, degrees as longitude and latitude; holes come along, as lines that are not filled twice. */
function ringsOf({ area }: TerritoryLand): number[][][] {
  return area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
}

/** The middle of places on the globe; longitudes are never averaged. */
function middleOf(points: readonly number[][]): { lat: number; lng: number } {
  const radians = Math.PI / 180;
  let [x, y, z] = [0, 0, 0];
  for (const [lng, lat] of points) {
    x += Math.cos(lat! * radians) * Math.cos(lng! * radians);
    y += Math.cos(lat! * radians) * Math.sin(lng! * radians);
    z += Math.sin(lat! * radians);
  }
  return { lat: Math.atan2(z, Math.hypot(x, y)) / radians, lng: Math.atan2(y, x) / radians };
}

function boxOf(points: readonly (readonly [number, number])[]) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}

function withoutRepeats(ring: readonly [number, number][]): MapRing {
  return ring.filter(([x, y], at) => at === 0 || x !== ring[at - 1]![0] || y !== ring[at - 1]![1]);
}

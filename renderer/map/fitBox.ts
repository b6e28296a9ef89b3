import type L from 'leaflet';
import { latOfY, lngOfX } from '../../shared/geo/projection';

const PADDING_PX = 28;
const LEAST_MAP_SIDE_PX = 48;
/** A box narrower than this is widened to it. */
const SHORTEST_SIDE = 1 / 4000;

/** Shows a box of the unit square; nothing while the map has no room yet. @param mostZoom never closer than this */
export function fitBox(
  map: L.Map,
  [west, north, east, south]: readonly [number, number, number, number],
  isAnimated: boolean,
  mostZoom: number,
): void {
  const size = map.getSize();
  if (size.x < LEAST_MAP_SIDE_PX || size.y < LEAST_MAP_SIDE_PX) return;
  const grow = Math.max(0, SHORTEST_SIDE - (east - west)) / 2;
  const padding = Math.min(PADDING_PX, Math.min(size.x, size.y) / 8);
  map.fitBounds(
    [
      [latOfY(south), lngOfX(west - grow)],
      [latOfY(north), lngOfX(east + grow)],
    ],
    { padding: [padding, padding], maxZoom: mostZoom, animate: isAnimated },
  );
}

import { EARTH_RADIUS_KM } from './greatCircle';
import type { ClosedLine } from './lassoSelect';
import { mercatorX, mercatorY } from './projection';

const CORNERS = 180;
const RADIANS = Math.PI / 180;

/**
 * All places at a great-circle distance from one, as a line on the map: the direct problem on the sphere, bearing by
 * bearing. Longitudes run on past ±180° rather than back.
 */
export function reachRing(lat: number, lng: number, distanceKm: number): ClosedLine {
  const arc = distanceKm / EARTH_RADIUS_KM;
  const line = new Float64Array(2 * CORNERS);
  const [sinLat, cosLat] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
  for (let corner = 0; corner < CORNERS; corner++) {
    const bearing = (2 * Math.PI * corner) / CORNERS;
    const sinThere = sinLat * Math.cos(arc) + cosLat * Math.sin(arc) * Math.cos(bearing);
    const turn = Math.atan2(Math.sin(bearing) * Math.sin(arc) * cosLat, Math.cos(arc) - sinLat * sinThere);
    line[2 * corner] = mercatorX(lng + turn / RADIANS);
    line[2 * corner + 1] = mercatorY(Math.asin(sinThere) / RADIANS);
  }
  return line;
}

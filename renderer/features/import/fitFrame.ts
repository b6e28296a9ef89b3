import { mercatorX, mercatorY } from '../../../shared/geo/projection';
import type { MapFrame } from '../../map/mapFrame';

const MAX_ZOOM = 9;
const MIN_ZOOM = 0;
/** Share of dots at each end that may lie outside: one row in the sea must not shrink the map. */
const OUTLIER_SHARE = 0.012;

/** Of more dots a part tells the same, and to sort them all would hold the window up. */
const ENOUGH = 10_000;

/** The piece of the world that holds nearly all dots, in a picture of a size. Latitudes and longitudes in degrees. */
export function fitFrame(
  lat: Float32Array,
  lng: Float32Array,
  width: number,
  height: number,
  ratio: number,
): MapFrame {
  const [west, east] = middle(lng, -125, -66);
  const [south, north] = middle(lat, 24.5, 49.5);
  const padding = 14;
  const [left, right] = [mercatorX(west), mercatorX(east)];
  const [top, bottom] = [mercatorY(north), mercatorY(south)];
  const scaleX = (width - 2 * padding) / Math.max(1e-9, right - left);
  const scaleY = (height - 2 * padding) / Math.max(1e-9, bottom - top);
  const zoom = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, Math.log2(Math.min(scaleX, scaleY) / 256)));
  const scale = 256 * 2 ** zoom;
  return {
    zoom,
    scale,
    left: ((left + right) / 2) * scale - width / 2,
    top: ((top + bottom) / 2) * scale - height / 2,
    width,
    height,
    ratio,
  };
}

function middle(values: Float32Array, fallbackLow: number, fallbackHigh: number): [number, number] {
  const placed = values.filter((value) => !Number.isNaN(value));
  const step = Math.ceil(placed.length / ENOUGH);
  const sorted = placed.filter((_, at) => at % step === 0).sort();
  if (sorted.length === 0) return [fallbackLow, fallbackHigh];
  const cut = Math.floor(sorted.length * OUTLIER_SHARE);
  return [sorted[cut]!, sorted[sorted.length - 1 - cut]!];
}

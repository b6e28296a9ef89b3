import { heatGrid, HEAT_CELL_PX } from './heatGrid';
import type { MapPoints } from './mapAccounts';
import type { MapContext } from './mapContext';
import type { MapFrame } from './mapFrame';
import type { MapTheme } from './mapTheme';

/** From here on accounts stand apart and are drawn themselves. */
export const MOST_HEAT_ZOOM = 9;
/** Cells below this share of the hottest are left bare. */
const LEAST_SHARE = 0.015;
const OPACITY = 0.85;

/** Draws where accounts, or a measure of theirs, are dense: pale where little is, dark at the hottest place in view. */
export function paintHeat(
  context: MapContext,
  frame: MapFrame,
  { points, hidden }: MapPoints,
  weights: Float64Array,
  theme: MapTheme,
): void {
  if (frame.zoom >= MOST_HEAT_ZOOM) return;
  const { width, height, values } = heatGrid(frame, points, hidden, weights);
  const most = values.reduce((greatest, value) => Math.max(greatest, value), 0);
  if (!(most > 0)) return;
  const ramp = rampOf(theme.sequential);
  const image = new ImageData(width, height);
  for (let cell = 0; cell < values.length; cell++) {
    const share = values[cell]! / most;
    if (share < LEAST_SHARE) continue;
    // The square root lets thin country be seen beside a metropolis.
    const strength = Math.sqrt(share);
    const color = Math.min(ramp.length - 1, Math.floor(strength * ramp.length));
    image.data.set(ramp[color]!, cell * 4);
    image.data[cell * 4 + 3] = 255 * OPACITY * Math.min(1, 0.35 + strength);
  }
  const small = document.createElement('canvas');
  small.width = width;
  small.height = height;
  small.getContext('2d')!.putImageData(image, 0, 0);
  context.imageSmoothingQuality = 'high';
  context.drawImage(small, 0, 0, width * HEAT_CELL_PX, height * HEAT_CELL_PX);
}

function rampOf(colors: readonly string[]): (readonly [number, number, number])[] {
  return colors.map((color) => {
    const value = Number.parseInt(color.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  });
}

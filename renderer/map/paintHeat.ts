import { heatGrid, HEAT_CELL_PX } from './heatGrid';
import type { MapPoints } from './mapAccounts';
import type { MapContext } from './mapContext';
import type { MapFrame } from './mapFrame';
import type { MapTheme } from './mapTheme';

/** How density is drawn. */
interface DensityLook {
  readonly ramp: readonly string[];
  readonly blurCells: number;
  /** Cells below this share of the hottest are left bare. */
  readonly leastShare: number;
  readonly opacity: number;
  /** Opacity of the least that is drawn, as a share. */
  readonly leastOpacity: number;
}

/** A measure has the land for itself; accounts are a shade through which the areas are seen. */
function lookOf(theme: MapTheme, isMeasure: boolean): DensityLook {
  return isMeasure
    ? { ramp: theme.sequential, blurCells: 3, leastShare: 0.015, opacity: 0.85, leastOpacity: 0.35 }
    : { ramp: [theme.territoryInk], blurCells: 1, leastShare: 0.004, opacity: 0.75, leastOpacity: 0.06 };
}

/**
 * Draws where accounts, or a measure of theirs, are dense: pale where little is, dark at the hottest place in view.
 * @param weights of the measure, one a row, in the colours of measures; null = accounts, a shade above the areas
 */
export function paintHeat(
  context: MapContext,
  frame: MapFrame,
  { points, hidden }: MapPoints,
  weights: Float64Array | null,
  theme: MapTheme,
): void {
  const look = lookOf(theme, weights !== null);
  const { width, height, values } = heatGrid(frame, points, hidden, weights, look.blurCells);
  const most = values.reduce((greatest, value) => Math.max(greatest, value), 0);
  if (!(most > 0)) return;
  const ramp = rampOf(look.ramp);
  const image = new ImageData(width, height);
  for (let cell = 0; cell < values.length; cell++) {
    const share = values[cell]! / most;
    if (share < look.leastShare) continue;
    // The square root lets thin country be seen beside a metropolis.
    const strength = Math.sqrt(share);
    const color = Math.min(ramp.length - 1, Math.floor(strength * ramp.length));
    image.data.set(ramp[color]!, cell * 4);
    image.data[cell * 4 + 3] = 255 * look.opacity * Math.min(1, look.leastOpacity + strength);
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

import type { ProjectedPoints } from '../../shared/geo/projection';
import type { MapFrame } from './mapFrame';

/** Side of a cell of the grid, CSS pixels. */
export const HEAT_CELL_PX = 4;
export interface HeatGrid {
  readonly width: number;
  readonly height: number;
  /** Row by row; weight a cell, spread over those round it. */
  readonly values: Float32Array;
}

/**
 * Sums weights of points by cell of a frame and spreads them: three box blurs, which come close to a Gaussian
 * (Wells 1986). What lies within the frame keeps its sum.
 * @param weights one a row; nothing and less count as nothing; null = each account counts as one
 * @param blurCells cells that each of the three blurs reaches; 3 is close to a bell of about 25 px
 */
export function heatGrid(
  frame: MapFrame,
  { x, y }: ProjectedPoints,
  hidden: Uint8Array,
  weights: Float64Array | null,
  blurCells: number,
): HeatGrid {
  const width = Math.ceil(frame.width / HEAT_CELL_PX);
  const height = Math.ceil(frame.height / HEAT_CELL_PX);
  let values = new Float32Array(width * height);
  for (let row = 0; row < hidden.length; row++) {
    const weight = weights ? weights[row]! : 1;
    if (hidden[row] || !(weight > 0)) continue;
    const column = Math.floor((x[row]! * frame.scale - frame.left) / HEAT_CELL_PX);
    const line = Math.floor((y[row]! * frame.scale - frame.top) / HEAT_CELL_PX);
    if (column < 0 || line < 0 || column >= width || line >= height) continue;
    values[line * width + column]! += weight;
  }
  for (let pass = 0; pass < 3; pass++) {
    values = blurLines(values, height, width, width, 1, blurCells);
    values = blurLines(values, width, height, 1, width, blurCells);
  }
  return { width, height, values };
}

/** Means over a window that runs along each of some lines; beyond the ends there is nothing. */
function blurLines(
  values: Float32Array<ArrayBuffer>,
  lineCount: number,
  length: number,
  lineStep: number,
  step: number,
  blurCells: number,
): Float32Array<ArrayBuffer> {
  const blurred = new Float32Array(values.length);
  const share = 1 / (2 * blurCells + 1);
  for (let line = 0; line < lineCount; line++) {
    const first = line * lineStep;
    let sum = 0;
    for (let at = 0; at < Math.min(blurCells, length); at++) sum += values[first + at * step]!;
    for (let at = 0; at < length; at++) {
      if (at + blurCells < length) sum += values[first + (at + blurCells) * step]!;
      blurred[first + at * step] = sum * share;
      if (at - blurCells >= 0) sum -= values[first + (at - blurCells) * step]!;
    }
  }
  return blurred;
}

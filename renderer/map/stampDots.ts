import { PHASES, type DotSprites } from './dotSprites';
import type { MapFrame } from './mapFrame';

/** Where a style says that a row has no dot. */
export const NO_DOT = 0xffff;

export interface DotColumns {
  /** Unit square; NaN = not placed. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Index of a style for each row, or NO_DOT. */
  readonly styles: Uint16Array;
}

/** Pixels that dots are stamped into: straight alpha, 0xAABBGGRR. */
export interface PixelBuffer {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** The part of a buffer that was written, in its pixels; empty where right is below left. */
export interface DirtyBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Stamps dots into a pixel buffer, in the order given: later ones lie above. 100,000 take some 20 ms, where
 * as many arcs of a canvas context take seconds.
 * @param rows which rows, in drawing order; null = all, by row
 */
export function stampDots(
  buffer: PixelBuffer,
  frame: MapFrame,
  columns: DotColumns,
  sprites: DotSprites,
  rows: Int32Array | Uint32Array | null,
): DirtyBox {
  const { x, y, styles } = columns;
  const { width, height, pixels } = buffer;
  const scale = frame.scale * frame.ratio;
  const left = frame.left * frame.ratio;
  const top = frame.top * frame.ratio;
  const dirty: DirtyBox = { left: width, top: height, right: -1, bottom: -1 };
  const count = rows ? rows.length : styles.length;
  for (let i = 0; i < count; i++) {
    const row = rows ? rows[i]! : i;
    const style = styles[row]!;
    if (style === NO_DOT) continue;
    // Quarters of a pixel, so that the whole pixel and the phase come from one rounding.
    const qx = Math.round((x[row]! * scale - left) * PHASES);
    const qy = Math.round((y[row]! * scale - top) * PHASES);
    const px = Math.floor(qx / PHASES);
    const py = Math.floor(qy / PHASES);
    if (!(px > -24 && py > -24 && px < width + 24 && py < height + 24)) continue;
    const sprite = sprites.spriteOf(style, qx - px * PHASES, qy - py * PHASES);
    const fromX = px - sprite.reach;
    const fromY = py - sprite.reach;
    const firstColumn = Math.max(0, -fromX);
    const lastColumn = Math.min(sprite.size, width - fromX);
    const firstLine = Math.max(0, -fromY);
    const lastLine = Math.min(sprite.size, height - fromY);
    if (firstColumn >= lastColumn || firstLine >= lastLine) continue;
    for (let line = firstLine; line < lastLine; line++) {
      let from = line * sprite.size + firstColumn;
      let to = (fromY + line) * width + fromX + firstColumn;
      for (let column = firstColumn; column < lastColumn; column++, from++, to++) {
        const source = sprite.pixels[from]!;
        if (source === 0) continue;
        const below = pixels[to]!;
        pixels[to] = below === 0 || source >= 0xff000000 ? source : blend(source, below);
      }
    }
    if (fromX < dirty.left) dirty.left = fromX;
    if (fromY < dirty.top) dirty.top = fromY;
    if (fromX + sprite.size > dirty.right) dirty.right = fromX + sprite.size;
    if (fromY + sprite.size > dirty.bottom) dirty.bottom = fromY + sprite.size;
  }
  return dirty;
}

/** One straight-alpha colour over another (Porter–Duff over). */
export function blend(source: number, below: number): number {
  const alpha = source >>> 24;
  const rest = ((below >>> 24) * (255 - alpha)) / 255;
  const sum = alpha + rest;
  const share = alpha / sum;
  const mix = (shift: number) => {
    const under = (below >>> shift) & 255;
    return (under + (((source >>> shift) & 255) - under) * share + 0.5) | 0;
  };
  return (((sum + 0.5) << 24) | (mix(16) << 16) | (mix(8) << 8) | mix(0)) >>> 0;
}

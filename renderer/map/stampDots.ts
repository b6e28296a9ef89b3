import { PHASES, type DotSprite, type DotSprites } from './dotSprites';
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
 * Stamps dots into a pixel buffer, in the order given: later ones lie above. 100,000 take some 10 ms, where
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
  const { width, height } = buffer;
  // Signed: whole numbers of 32 bits are what an engine reckons fastest with.
  const pixels = new Int32Array(buffer.pixels.buffer, buffer.pixels.byteOffset, buffer.pixels.length);
  const scale = frame.scale * frame.ratio * PHASES;
  const left = frame.left * frame.ratio * PHASES;
  const top = frame.top * frame.ratio * PHASES;
  const dirty: DirtyBox = { left: width, top: height, right: -1, bottom: -1 };
  const count = rows ? rows.length : styles.length;
  for (let i = 0; i < count; i++) {
    const row = rows ? rows[i]! : i;
    const style = styles[row]!;
    if (style === NO_DOT) continue;
    // Quarters of a pixel, so that the whole pixel and the phase come from one rounding.
    const qx = Math.round(x[row]! * scale - left);
    const qy = Math.round(y[row]! * scale - top);
    const px = Math.floor(qx / PHASES);
    const py = Math.floor(qy / PHASES);
    if (!(px > -24 && py > -24 && px < width + 24 && py < height + 24)) continue;
    const phaseX = qx - px * PHASES;
    const phaseY = qy - py * PHASES;
    const sprite = sprites.spriteOf(style, phaseX, phaseY);
    const { size } = sprite;
    const fromX = px - sprite.reach;
    const fromY = py - sprite.reach;
    if (fromX >= 0 && fromY >= 0 && fromX + size <= width && fromY + size <= height) {
      const steps = sprites.stepsOf(style, phaseX, phaseY, width);
      stampWhole(pixels, fromY * width + fromX, steps, sprite.inks);
    } else {
      stampCut(pixels, width, height, fromX, fromY, sprite);
    }
    if (fromX < dirty.left) dirty.left = fromX;
    if (fromY < dirty.top) dirty.top = fromY;
    if (fromX + size > dirty.right) dirty.right = fromX + size;
    if (fromY + size > dirty.bottom) dirty.bottom = fromY + size;
  }
  return dirty;
}

function stampWhole(pixels: Int32Array, from: number, steps: Int32Array, inks: Int32Array): void {
  for (let k = 0; k < steps.length; k++) {
    const to = from + steps[k]!;
    const source = inks[k]!;
    const below = pixels[to]!;
    pixels[to] = below === 0 || source >>> 24 === 255 ? source : blend(source, below);
  }
}

/** A dot across the edge of the buffer. */
function stampCut(
  pixels: Int32Array,
  width: number,
  height: number,
  fromX: number,
  fromY: number,
  { inked, inks, size }: DotSprite,
): void {
  for (let k = 0; k < inked.length; k++) {
    const x = fromX + (inked[k]! % size);
    const y = fromY + Math.floor(inked[k]! / size);
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    const to = y * width + x;
    const source = inks[k]!;
    const below = pixels[to]!;
    pixels[to] = below === 0 || source >>> 24 === 255 ? source : blend(source, below);
  }
}

/** One straight-alpha colour over another (Porter–Duff over); signed or unsigned in, signed out. */
export function blend(source: number, below: number): number {
  const alpha = source >>> 24;
  if (below >>> 24 === 255) {
    // Red and blue are mixed in one multiplication, 256 parts to the whole.
    const part = alpha + (alpha >>> 7);
    const rest = 256 - part;
    const redBlue =
      ((Math.imul(source & 0xff00ff, part) + Math.imul(below & 0xff00ff, rest) + 0x800080) >>> 8) & 0xff00ff;
    const green =
      (Math.imul((source >>> 8) & 255, part) + Math.imul((below >>> 8) & 255, rest) + 0x80) & 0xff00;
    return 0xff000000 | redBlue | green;
  }
  const sum = alpha + ((below >>> 24) * (255 - alpha)) / 255;
  const share = alpha / sum;
  return (
    ((sum + 0.5) << 24) |
    (mixChannel(source, below, 16, share) << 16) |
    (mixChannel(source, below, 8, share) << 8) |
    mixChannel(source, below, 0, share)
  );
}

function mixChannel(source: number, below: number, shift: number, share: number): number {
  const under = (below >>> shift) & 255;
  return (under + (((source >>> shift) & 255) - under) * share + 0.5) | 0;
}

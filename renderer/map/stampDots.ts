import { PHASES, type DotSprite, type DotSprites } from './dotSprites';
import type { MapFrame } from './mapFrame';

/** Where a style says that a row has no dot. */
export const NO_DOT = 0xffff;

/** No dot reaches farther from its place than this, device pixels. */
const FARTHEST_PX = 24;

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
 * Stamps dots into a pixel buffer: of those given, later ones lie above. 100,000 take some 20 ms, where as many
 * arcs of a canvas context take seconds.
 * @param side above what the buffer holds, or beneath it; an empty buffer is filled beneath: the same
 * picture, and what lies under others costs next to nothing
 * @param rows which rows, in drawing order; null = all, by row
 * @param clip the part of the buffer that may be written; the whole where it is left out
 */
export function stampDots(
  buffer: PixelBuffer,
  frame: MapFrame,
  columns: DotColumns,
  sprites: DotSprites,
  rows: Int32Array | Uint32Array | null,
  side: 'above' | 'beneath',
  clip: Readonly<DirtyBox> = { left: 0, top: 0, right: buffer.width, bottom: buffer.height },
): DirtyBox {
  const { x, y, styles } = columns;
  const { width } = buffer;
  // Signed: whole numbers of 32 bits are what an engine reckons fastest with.
  const pixels = new Int32Array(buffer.pixels.buffer, buffer.pixels.byteOffset, buffer.pixels.length);
  const scale = frame.scale * frame.ratio * PHASES;
  const left = frame.left * frame.ratio * PHASES;
  const top = frame.top * frame.ratio * PHASES;
  const dirty: DirtyBox = { left: width, top: buffer.height, right: -1, bottom: -1 };
  const near = {
    left: clip.left - FARTHEST_PX,
    top: clip.top - FARTHEST_PX,
    right: clip.right + FARTHEST_PX,
    bottom: clip.bottom + FARTHEST_PX,
  };
  const count = rows ? rows.length : styles.length;
  for (let i = 0; i < count; i++) {
    const at = side === 'above' ? i : count - 1 - i;
    const row = rows ? rows[at]! : at;
    const style = styles[row]!;
    if (style === NO_DOT) continue;
    // Quarters of a pixel, so that the whole pixel and the phase come from one rounding.
    const qx = Math.round(x[row]! * scale - left);
    const qy = Math.round(y[row]! * scale - top);
    const px = Math.floor(qx / PHASES);
    const py = Math.floor(qy / PHASES);
    if (!(px > near.left && py > near.top && px < near.right && py < near.bottom)) continue;
    const phaseX = qx - px * PHASES;
    const phaseY = qy - py * PHASES;
    const sprite = sprites.spriteOf(style, phaseX, phaseY);
    const { size } = sprite;
    const fromX = px - sprite.reach;
    const fromY = py - sprite.reach;
    const isWhole =
      fromX >= clip.left && fromY >= clip.top && fromX + size <= clip.right && fromY + size <= clip.bottom;
    if (isWhole) {
      const steps = sprites.stepsOf(sprite, width);
      if (side === 'above') stampAbove(pixels, fromY * width + fromX, steps, sprite.inks);
      else stampBeneath(pixels, fromY * width + fromX, steps, sprite.inks);
    } else {
      stampCut(pixels, width, clip, fromX, fromY, sprite, side);
    }
    if (fromX < dirty.left) dirty.left = fromX;
    if (fromY < dirty.top) dirty.top = fromY;
    if (fromX + size > dirty.right) dirty.right = fromX + size;
    if (fromY + size > dirty.bottom) dirty.bottom = fromY + size;
  }
  return dirty;
}

function stampAbove(pixels: Int32Array, from: number, steps: Int32Array, inks: Int32Array): void {
  for (let k = 0; k < steps.length; k++) {
    const to = from + steps[k]!;
    const source = inks[k]!;
    const below = pixels[to]!;
    pixels[to] = below === 0 || source >>> 24 === 255 ? source : blend(source, below);
  }
}

function stampBeneath(pixels: Int32Array, from: number, steps: Int32Array, inks: Int32Array): void {
  for (let k = 0; k < steps.length; k++) {
    const to = from + steps[k]!;
    const above = pixels[to]!;
    if (above >>> 24 === 255) continue;
    pixels[to] = above === 0 ? inks[k]! : blend(above, inks[k]!);
  }
}

/** A dot across the edge of what may be written. */
function stampCut(
  pixels: Int32Array,
  width: number,
  clip: Readonly<DirtyBox>,
  fromX: number,
  fromY: number,
  { inked, inks, size }: DotSprite,
  side: 'above' | 'beneath',
): void {
  for (let k = 0; k < inked.length; k++) {
    const x = fromX + (inked[k]! % size);
    const y = fromY + Math.floor(inked[k]! / size);
    if (x < clip.left || y < clip.top || x >= clip.right || y >= clip.bottom) continue;
    const to = y * width + x;
    const [source, held] = [inks[k]!, pixels[to]!];
    if (held === 0) pixels[to] = source;
    else pixels[to] = side === 'above' ? blend(source, held) : blend(held, source);
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

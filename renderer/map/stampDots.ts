import { PHASE_BITS, PHASES, type DotSprite, type DotSprites } from './dotSprites';
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
  rows: Int32Array | null,
  side: 'above' | 'beneath',
  clip: Readonly<DirtyBox> = { left: 0, top: 0, right: buffer.width, bottom: buffer.height },
): DirtyBox {
  const { width, height } = buffer;
  // Signed: whole numbers of 32 bits are what an engine reckons fastest with.
  const pixels = new Int32Array(buffer.pixels.buffer, buffer.pixels.byteOffset, buffer.pixels.length);
  const order = rows ?? Int32Array.from(columns.styles.keys());
  const scale = frame.scale * frame.ratio * PHASES;
  const left = frame.left * frame.ratio * PHASES;
  const top = frame.top * frame.ratio * PHASES;
  const box = Int32Array.of(clip.left, clip.top, clip.right, clip.bottom);
  const dirty = Int32Array.of(width, height, -1, -1);
  sprites.fitTo(width);
  stampRows(pixels, width, box, dirty, columns, order, side === 'above', sprites, scale, left, top);
  return { left: dirty[0]!, top: dirty[1]!, right: dirty[2]!, bottom: dirty[3]! };
}

/**
 * The loop over the dots takes plain arrays and numbers alone, whatever is asked of stampDots: the engine then keeps
 * its fastest code for it from the first map to the last.
 * @param box, dirty left, top, right, bottom
 * @param scale, left, top of the frame in quarters of a pixel
 */
function stampRows(
  pixels: Int32Array,
  width: number,
  box: Int32Array,
  dirty: Int32Array,
  { x, y, styles }: DotColumns,
  rows: Int32Array,
  isAbove: boolean,
  sprites: DotSprites,
  scale: number,
  left: number,
  top: number,
): void {
  const [clipLeft, clipTop, clipRight, clipBottom] = [box[0]!, box[1]!, box[2]!, box[3]!];
  const nearLeft = (clipLeft - FARTHEST_PX) * PHASES;
  const nearTop = (clipTop - FARTHEST_PX) * PHASES;
  const nearRight = (clipRight + FARTHEST_PX) * PHASES;
  const nearBottom = (clipBottom + FARTHEST_PX) * PHASES;
  const count = rows.length;
  for (let i = 0; i < count; i++) {
    const row = rows[isAbove ? i : count - 1 - i]!;
    const style = styles[row]!;
    if (style === NO_DOT) continue;
    const farX = x[row]! * scale - left + 0.5;
    const farY = y[row]! * scale - top + 0.5;
    // Not placed is not near either.
    if (!(farX > nearLeft && farY > nearTop && farX < nearRight && farY < nearBottom)) continue;
    // Quarters of a pixel, so that the whole pixel and the phase come from one rounding.
    const quartersX = Math.floor(farX) | 0;
    const quartersY = Math.floor(farY) | 0;
    const sprite = sprites.spriteOf(style, quartersX & (PHASES - 1), quartersY & (PHASES - 1));
    const { size, steps, inks } = sprite;
    const fromX = (quartersX >> PHASE_BITS) - sprite.reach;
    const fromY = (quartersY >> PHASE_BITS) - sprite.reach;
    if (fromX >= clipLeft && fromY >= clipTop && fromX + size <= clipRight && fromY + size <= clipBottom) {
      if (isAbove) stampAbove(pixels, fromY * width + fromX, steps, inks);
      else stampBeneath(pixels, fromY * width + fromX, steps, inks);
    } else {
      stampCut(pixels, width, box, fromX, fromY, sprite, isAbove);
    }
    if (fromX < dirty[0]!) dirty[0] = fromX;
    if (fromY < dirty[1]!) dirty[1] = fromY;
    if (fromX + size > dirty[2]!) dirty[2] = fromX + size;
    if (fromY + size > dirty[3]!) dirty[3] = fromY + size;
  }
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
  box: Int32Array,
  fromX: number,
  fromY: number,
  { inked, inks, size }: DotSprite,
  isAbove: boolean,
): void {
  for (let k = 0; k < inked.length; k++) {
    const x = fromX + (inked[k]! % size);
    const y = fromY + Math.floor(inked[k]! / size);
    if (x < box[0]! || y < box[1]! || x >= box[2]! || y >= box[3]!) continue;
    const to = y * width + x;
    const source = inks[k]!;
    const held = pixels[to]!;
    if (held === 0) pixels[to] = source;
    else pixels[to] = isAbove ? blend(source, held) : blend(held, source);
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

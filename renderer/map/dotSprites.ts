/** How one kind of dot looks; radii in CSS pixels, colours '#rrggbb'. */
export interface DotStyle {
  readonly radius: number;
  readonly ink: string;
  /** The light ring round the ink, by which dots stay apart. */
  readonly halo: string;
  readonly haloWidth: number;
  readonly haloOpacity: number;
  /** Approximate places: a ring of ink round a light middle. */
  readonly isHollow: boolean;
}

/** Pixels of one dot at one fraction of a pixel: straight alpha, as ImageData wants it. */
export interface DotSprite {
  /** Device pixels a side. */
  readonly size: number;
  /** From the whole pixel of the centre to the sprite's left and top edge. */
  readonly reach: number;
  /** 0xAABBGGRR, row by row. */
  readonly pixels: Uint32Array;
  /** The pixels that are not clear: where they are in `pixels`, and what they are (the same bits, signed). */
  readonly inked: Uint16Array;
  readonly inks: Int32Array;
}

/** A dot is stamped at the nearest quarter of a pixel both ways: finer is not seen. */
export const PHASES = 4;
const SAMPLES = 4;
/** Ink of a hollow dot, as a share of its radius. */
export const RING_SHARE = 0.42;

function channelsOf(hex: string): readonly number[] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** How much of each pixel a dot covers, with ink and with halo, in samples of SAMPLES². */
interface DotMask {
  readonly size: number;
  readonly reach: number;
  readonly ink: Float64Array;
  readonly halo: Float64Array;
}

function makeDotMask(style: DotStyle, ratio: number, phaseX: number, phaseY: number): DotMask {
  const radius = style.radius * ratio;
  const outer = radius + style.haloWidth * ratio;
  const hole = style.isHollow ? radius * (1 - RING_SHARE) : 0;
  const reach = Math.ceil(outer);
  const size = 2 * reach + 2;
  const ink = new Float64Array(size * size);
  const halo = new Float64Array(size * size);
  const side = size * SAMPLES;
  const center = (phase: number) => (reach + phase / PHASES) * SAMPLES - 0.5;
  const [centerX, centerY] = [center(phaseX), center(phaseY)];
  const [outerSquare, radiusSquare, holeSquare] = [outer, radius, hole].map((each) => (each * SAMPLES) ** 2);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const square = (x - centerX) ** 2 + (y - centerY) ** 2;
      if (square > outerSquare!) continue;
      const at = Math.floor(y / SAMPLES) * size + Math.floor(x / SAMPLES);
      if (square <= radiusSquare! && square >= holeSquare!) ink[at]! += 1;
      else halo[at]! += square < holeSquare! ? 1 : style.haloOpacity;
    }
  }
  return { size, reach, ink, halo };
}

/** Colours a mask. */
function inkMask({ size, reach, ink, halo }: DotMask, style: DotStyle): DotSprite {
  const inkColor = channelsOf(style.ink);
  const haloColor = channelsOf(style.halo);
  const pixels = new Uint32Array(size * size);
  for (let at = 0; at < pixels.length; at++) {
    const sum = ink[at]! + halo[at]!;
    if (sum === 0) continue;
    const share = ink[at]! / sum;
    let pixel = Math.round((sum / (SAMPLES * SAMPLES)) * 255);
    for (let channel = 2; channel >= 0; channel--) {
      pixel = pixel * 256 + Math.round(inkColor[channel]! * share + haloColor[channel]! * (1 - share));
    }
    pixels[at] = pixel;
  }
  return { size, reach, pixels, ...inkedOf(pixels) };
}

function inkedOf(pixels: Uint32Array): Pick<DotSprite, 'inked' | 'inks'> {
  const inked = new Uint16Array(pixels.length);
  const inks = new Int32Array(pixels.length);
  let count = 0;
  for (let at = 0; at < pixels.length; at++) {
    if (pixels[at] === 0) continue;
    inked[count] = at;
    inks[count++] = pixels[at]!;
  }
  return { inked: inked.subarray(0, count), inks: inks.subarray(0, count) };
}

/**
 * Makes the sprite of a style for a centre that lies a fraction right of and below a whole pixel.
 * @param ratio device pixels a CSS pixel
 * @param phaseX, phaseY 0 to PHASES − 1
 */
export function makeDotSprite(style: DotStyle, ratio: number, phaseX: number, phaseY: number): DotSprite {
  return inkMask(makeDotMask(style, ratio, phaseX, phaseY), style);
}

/** Steps from a sprite's left top pixel to each of its inked ones in a buffer of some width. */
function stepsOf({ inked, size }: DotSprite, width: number): Int32Array {
  const steps = new Int32Array(inked.length);
  for (let k = 0; k < inked.length; k++) {
    steps[k] = Math.floor(inked[k]! / size) * width + (inked[k]! % size);
  }
  return steps;
}

/** Sprites of many styles for one screen; each is made when first stamped. */
export class DotSprites {
  private readonly styles: readonly DotStyle[];
  private readonly ratio: number;
  private readonly sprites: (DotSprite | undefined)[];
  private readonly steps: (Int32Array | undefined)[];
  private stepsWidth = 0;
  /** Dots of one shape differ in colour alone: their masks are made once. */
  private readonly masks = new Map<string, DotMask>();

  constructor(styles: readonly DotStyle[], ratio: number) {
    this.styles = styles;
    this.ratio = ratio;
    this.sprites = new Array<DotSprite | undefined>(styles.length * PHASES * PHASES);
    this.steps = new Array<Int32Array | undefined>(this.sprites.length);
  }

  spriteOf(style: number, phaseX: number, phaseY: number): DotSprite {
    const at = (style * PHASES + phaseY) * PHASES + phaseX;
    return (this.sprites[at] ??= inkMask(
      this.maskOf(this.styles[style]!, phaseX, phaseY),
      this.styles[style]!,
    ));
  }
  private maskOf(style: DotStyle, phaseX: number, phaseY: number): DotMask {
    const { radius, haloWidth, haloOpacity, isHollow } = style;
    const key = [radius, haloWidth, haloOpacity, isHollow, phaseX, phaseY].join();
    const known = this.masks.get(key);
    if (known) return known;
    const mask = makeDotMask(style, this.ratio, phaseX, phaseY);
    this.masks.set(key, mask);
    return mask;
  }

  /** As stepsOf, for the sprite of spriteOf; kept until the width changes. */
  stepsOf(style: number, phaseX: number, phaseY: number, width: number): Int32Array {
    if (width !== this.stepsWidth) {
      this.steps.fill(undefined);
      this.stepsWidth = width;
    }
    const at = (style * PHASES + phaseY) * PHASES + phaseX;
    return (this.steps[at] ??= stepsOf(this.spriteOf(style, phaseX, phaseY), width));
  }
}

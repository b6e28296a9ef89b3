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

/** Pixels of one dot at one fraction of a pixel: those that are not clear, straight alpha. */
export interface DotSprite {
  /** Device pixels a side. */
  readonly size: number;
  /** From the whole pixel of the centre to the sprite's left and top edge. */
  readonly reach: number;
  /** Where the pixels are, counted row by row. */
  readonly inked: Uint16Array;
  /** 0xAABBGGRR as ImageData wants it, signed. */
  readonly inks: Int32Array;
}

/** A dot is stamped at the nearest quarter of a pixel both ways: finer is not seen. */
export const PHASE_BITS = 2;
export const PHASES = 1 << PHASE_BITS;
const SAMPLES = 4;
/** Ink of a hollow dot, as a share of its radius. */
export const RING_SHARE = 0.42;

function channelsOf(hex: string): readonly number[] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** What a dot covers, whatever its colours: by pixel that is not clear. */
interface DotMask {
  readonly size: number;
  readonly reach: number;
  readonly inked: Uint16Array;
  /** 0 to 255. */
  readonly alpha: Uint8Array;
  /** How much of it is ink and not halo, 0 to 1. */
  readonly inkShare: Float64Array;
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
  return { size, reach, ...coveredOf(ink, halo) };
}

/** Keeps the pixels that samples of ink or halo fell in. */
function coveredOf(ink: Float64Array, halo: Float64Array): Pick<DotMask, 'inked' | 'alpha' | 'inkShare'> {
  const inked = Uint16Array.from(ink.keys()).filter((at) => ink[at]! + halo[at]! > 0);
  const alpha = new Uint8Array(inked.length);
  const inkShare = new Float64Array(inked.length);
  inked.forEach((at, k) => {
    const sum = ink[at]! + halo[at]!;
    alpha[k] = Math.round((sum / (SAMPLES * SAMPLES)) * 255);
    inkShare[k] = ink[at]! / sum;
  });
  return { inked, alpha, inkShare };
}

/** Colours a mask. */
function inkMask({ size, reach, inked, alpha, inkShare }: DotMask, style: DotStyle): DotSprite {
  const [inkRed, inkGreen, inkBlue] = channelsOf(style.ink) as [number, number, number];
  const [haloRed, haloGreen, haloBlue] = channelsOf(style.halo) as [number, number, number];
  const [ink, halo] = [
    (inkBlue << 16) | (inkGreen << 8) | inkRed,
    (haloBlue << 16) | (haloGreen << 8) | haloRed,
  ];
  const inks = new Int32Array(inked.length);
  for (let k = 0; k < inks.length; k++) {
    const share = inkShare[k]!;
    // Most pixels are all ink or all halo.
    if (share === 1 || share === 0) {
      inks[k] = (alpha[k]! << 24) | (share === 1 ? ink : halo);
      continue;
    }
    const red = Math.round(haloRed + (inkRed - haloRed) * share);
    const green = Math.round(haloGreen + (inkGreen - haloGreen) * share);
    const blue = Math.round(haloBlue + (inkBlue - haloBlue) * share);
    inks[k] = (alpha[k]! << 24) | (blue << 16) | (green << 8) | red;
  }
  return { size, reach, inked, inks };
}

/**
 * Makes the sprite of a style for a centre that lies a fraction right of and below a whole pixel.
 * @param ratio device pixels a CSS pixel
 * @param phaseX, phaseY 0 to PHASES − 1
 */
export function makeDotSprite(style: DotStyle, ratio: number, phaseX: number, phaseY: number): DotSprite {
  return inkMask(makeDotMask(style, ratio, phaseX, phaseY), style);
}

function stepsOf({ inked, size }: Pick<DotSprite, 'inked' | 'size'>, width: number): Int32Array {
  const steps = new Int32Array(inked.length);
  for (let k = 0; k < inked.length; k++) {
    steps[k] = Math.floor(inked[k]! / size) * width + (inked[k]! % size);
  }
  return steps;
}

/** A sprite for buffers of one width. */
interface FittedSprite extends DotSprite {
  /** From the sprite's left top pixel to each of its inked ones. */
  readonly steps: Int32Array;
}

/** Sprites of many styles for one screen; each is made when first stamped. */
export class DotSprites {
  private readonly styles: readonly DotStyle[];
  private readonly ratio: number;
  private readonly sprites: (FittedSprite | undefined)[];
  /** By the places of a mask's pixels, which dots of all colours share. */
  private readonly steps = new Map<Uint16Array, Int32Array>();
  private width = 0;
  /** Dots of one shape differ in colour alone: their masks are made once. */
  private readonly masks = new Map<string, DotMask>();

  constructor(styles: readonly DotStyle[], ratio: number) {
    this.styles = styles;
    this.ratio = ratio;
    this.sprites = new Array<FittedSprite | undefined>(styles.length * PHASES * PHASES);
  }

  /** Says how wide the buffer is that sprites are stamped into. */
  fitTo(width: number): void {
    if (width === this.width) return;
    this.width = width;
    this.sprites.fill(undefined);
    this.steps.clear();
  }

  spriteOf(style: number, phaseX: number, phaseY: number): FittedSprite {
    const at = (style * PHASES + phaseY) * PHASES + phaseX;
    return (this.sprites[at] ??= this.makeSprite(this.styles[style]!, phaseX, phaseY));
  }

  private makeSprite(style: DotStyle, phaseX: number, phaseY: number): FittedSprite {
    const { size, reach, inked, inks } = inkMask(this.maskOf(style, phaseX, phaseY), style);
    const steps = this.steps.get(inked) ?? stepsOf({ inked, size }, this.width);
    this.steps.set(inked, steps);
    return { size, reach, inked, inks, steps };
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
}

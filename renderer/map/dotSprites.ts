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
const RING_SHARE = 0.42;

function channelsOf(hex: string): readonly number[] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/**
 * Makes the sprite of a style for a centre that lies a fraction right of and below a whole pixel.
 * @param ratio device pixels a CSS pixel
 * @param phaseX, phaseY 0 to PHASES − 1
 */
export function makeDotSprite(style: DotStyle, ratio: number, phaseX: number, phaseY: number): DotSprite {
  const radius = style.radius * ratio;
  const outer = radius + style.haloWidth * ratio;
  const hole = style.isHollow ? radius * (1 - RING_SHARE) : 0;
  const reach = Math.ceil(outer);
  const size = 2 * reach + 2;
  const ink = channelsOf(style.ink);
  const halo = channelsOf(style.halo);
  const pixels = new Uint32Array(size * size);
  const centerX = reach + phaseX / PHASES;
  const centerY = reach + phaseY / PHASES;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let inkShare = 0;
      let haloShare = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const dx = column + ((sample % SAMPLES) + 0.5) / SAMPLES - centerX;
        const dy = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES - centerY;
        const distance = Math.hypot(dx, dy);
        if (distance > outer) continue;
        if (distance <= radius && distance >= hole) inkShare += 1;
        else haloShare += distance < hole ? 1 : style.haloOpacity;
      }
      const opacity = (inkShare + haloShare) / (SAMPLES * SAMPLES);
      if (opacity === 0) continue;
      const share = inkShare / (inkShare + haloShare);
      const mix = (channel: number) => Math.round(ink[channel]! * share + halo[channel]! * (1 - share));
      pixels[row * size + column] =
        ((Math.round(opacity * 255) << 24) | (mix(2) << 16) | (mix(1) << 8) | mix(0)) >>> 0;
    }
  }
  const inked = Uint16Array.from([...pixels.keys()].filter((at) => pixels[at] !== 0));
  return { size, reach, pixels, inked, inks: Int32Array.from(inked, (at) => pixels[at]! | 0) };
}

/** Steps from a sprite's left top pixel to each of its inked ones in a buffer of some width. */
function stepsOf({ inked, size }: DotSprite, width: number): Int32Array {
  return Int32Array.from(inked, (at) => Math.floor(at / size) * width + (at % size));
}

/** Sprites of many styles for one screen; each is made when first stamped. */
export class DotSprites {
  private readonly styles: readonly DotStyle[];
  private readonly ratio: number;
  private readonly sprites: (DotSprite | undefined)[];
  private readonly steps: (Int32Array | undefined)[];
  private stepsWidth = 0;

  constructor(styles: readonly DotStyle[], ratio: number) {
    this.styles = styles;
    this.ratio = ratio;
    this.sprites = new Array<DotSprite | undefined>(styles.length * PHASES * PHASES);
    this.steps = new Array<Int32Array | undefined>(this.sprites.length);
  }

  spriteOf(style: number, phaseX: number, phaseY: number): DotSprite {
    const at = (style * PHASES + phaseY) * PHASES + phaseX;
    return (this.sprites[at] ??= makeDotSprite(this.styles[style]!, this.ratio, phaseX, phaseY));
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

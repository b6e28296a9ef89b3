import { DotSprites, type DotStyle } from './dotSprites';
import { shiftBetween, type MapFrame } from './mapFrame';
import { movePixels } from './movePixels';
import { stampDots, type DirtyBox, type DotColumns } from './stampDots';

/**
 * Draws account dots on a canvas of its own from typed arrays. Keeps the pixels, so that an edit stamps only
 * the dots that it touches, and a move of the map only those that come into view.
 */
export class DotPainter {
  private image: ImageData | null = null;
  private pixels = new Uint32Array(0);
  private sprites: DotSprites | null = null;
  private spriteKey = '';
  /** The frame that the pixels hold; null where dots have changed since. */
  private drawn: MapFrame | null = null;

  /** Says that dots changed: the next painting begins anew. */
  forget(): void {
    this.drawn = null;
  }

  /** Draws the dots of a frame. @param order rows in drawing order; null = by row */
  paint(
    canvas: HTMLCanvasElement,
    frame: MapFrame,
    columns: DotColumns,
    styles: readonly DotStyle[],
    order: Int32Array | null,
  ): void {
    const { width, height } = canvas;
    const isSameSize = this.image?.width === width && this.image.height === height;
    const sprites = this.spritesFor(styles, frame.ratio);
    const shift = isSameSize && this.drawn ? shiftBetween(this.drawn, frame) : null;
    this.drawn = frame;
    if (!isSameSize) {
      this.image = new ImageData(Math.max(1, width), Math.max(1, height));
      this.pixels = new Uint32Array(this.image.data.buffer);
    }
    const buffer = { width, height, pixels: this.pixels };
    if (shift) {
      const strips = movePixels(buffer, shift.x * frame.ratio, shift.y * frame.ratio);
      for (const strip of strips) stampDots(buffer, frame, columns, sprites, order, 'beneath', strip);
    } else {
      if (isSameSize) this.pixels.fill(0);
      stampDots(buffer, frame, columns, sprites, order, 'beneath');
    }
    canvas.getContext('2d')!.putImageData(this.image!, 0, 0);
  }

  /** Stamps some rows again, above what is there; before the first full drawing it does nothing. */
  repaint(
    canvas: HTMLCanvasElement,
    frame: MapFrame,
    columns: DotColumns,
    styles: readonly DotStyle[],
    rows: Int32Array,
  ): void {
    const { image } = this;
    if (image?.width !== canvas.width) return;
    const buffer = { width: image.width, height: image.height, pixels: this.pixels };
    const dirty = stampDots(buffer, frame, columns, this.spritesFor(styles, frame.ratio), rows, 'above');
    this.put(canvas, image, dirty);
  }

  private put(canvas: HTMLCanvasElement, image: ImageData, { left, top, right, bottom }: DirtyBox): void {
    if (right <= left) return;
    canvas.getContext('2d')!.putImageData(image, 0, 0, left, top, right - left, bottom - top);
  }

  /** Sprites of the styles; where these are others than before, what is drawn is of no more use. */
  private spritesFor(styles: readonly DotStyle[], ratio: number): DotSprites {
    const key = JSON.stringify([ratio, styles]);
    if (!this.sprites || key !== this.spriteKey) {
      this.sprites = new DotSprites(styles, ratio);
      this.spriteKey = key;
      this.drawn = null;
    }
    return this.sprites;
  }
}

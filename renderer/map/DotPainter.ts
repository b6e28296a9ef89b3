import { DotSprites, type DotStyle } from './dotSprites';
import type { MapFrame } from './mapFrame';
import { stampDots, type DotColumns } from './stampDots';

/**
 * Draws account dots on a canvas of its own from typed arrays. Keeps the pixels, so that an edit stamps only
 * the dots that it touches.
 */
export class DotPainter {
  private image: ImageData | null = null;
  private pixels = new Uint32Array(0);
  private sprites: DotSprites | null = null;
  private spriteKey = '';

  /** Redraws everything. @param order rows in drawing order; null = by row */
  paint(
    canvas: HTMLCanvasElement,
    frame: MapFrame,
    columns: DotColumns,
    styles: readonly DotStyle[],
    order: Int32Array | Uint32Array | null,
  ): void {
    const { width, height } = canvas;
    if (this.image?.width !== width || this.image.height !== height) {
      this.image = new ImageData(Math.max(1, width), Math.max(1, height));
      this.pixels = new Uint32Array(this.image.data.buffer);
    } else {
      this.pixels.fill(0);
    }
    this.stamp(canvas, frame, columns, styles, order, true);
  }

  /** Stamps some rows again, above what is there; before the first full drawing it does nothing. */
  repaint(
    canvas: HTMLCanvasElement,
    frame: MapFrame,
    columns: DotColumns,
    styles: readonly DotStyle[],
    rows: Int32Array,
  ): void {
    if (this.image?.width === canvas.width) this.stamp(canvas, frame, columns, styles, rows, false);
  }

  private stamp(
    canvas: HTMLCanvasElement,
    frame: MapFrame,
    columns: DotColumns,
    styles: readonly DotStyle[],
    rows: Int32Array | Uint32Array | null,
    isAll: boolean,
  ): void {
    const image = this.image!;
    const buffer = { width: image.width, height: image.height, pixels: this.pixels };
    const dirty = stampDots(buffer, frame, columns, this.spritesFor(styles, frame.ratio), rows);
    const context = canvas.getContext('2d')!;
    if (isAll) {
      context.putImageData(image, 0, 0);
    } else if (dirty.right > dirty.left) {
      const { left, top, right, bottom } = dirty;
      context.putImageData(image, 0, 0, left, top, right - left, bottom - top);
    }
  }

  private spritesFor(styles: readonly DotStyle[], ratio: number): DotSprites {
    const key = JSON.stringify([ratio, styles]);
    if (!this.sprites || key !== this.spriteKey) {
      this.sprites = new DotSprites(styles, ratio);
      this.spriteKey = key;
    }
    return this.sprites;
  }
}

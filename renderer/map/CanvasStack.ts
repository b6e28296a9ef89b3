import L from 'leaflet';
import { joinBoxes, paintPiece, pieceOfFrame, type GroundBox } from './framePieces';
import { shiftBetween, type MapFrame } from './mapFrame';

/**
 * Draws one canvas of the stack. The context is in CSS pixels, and clear but where the painter keeps what still holds.
 * @param isBlank whether nothing of what was drawn before is on it
 */
export type Painter = (context: CanvasRenderingContext2D, frame: MapFrame, isBlank: boolean) => void;

/** Canvases reach beyond the view by this share of it on each side, so that a short drag draws nothing anew. */
const PADDING_SHARE = 0.125;
/** How far lines reach beyond what they go round. */
const WIDEST_LINE_PX = 8;

/** Leaflet's own way to a new origin; its renderers use it too, but its types leave it out. */
interface LeafletInternals {
  _getNewPixelOrigin(center: L.LatLng, zoom: number): L.Point;
}

interface Layer {
  readonly canvas: HTMLCanvasElement;
  /** Its painter clears it itself, as far as it must. */
  readonly isKept: boolean;
  readonly paint: Painter;
  isBlank: boolean;
  isStale: boolean;
  /** Where alone it is stale; null = nowhere. */
  staleBox: GroundBox | null;
  /** A canvas without anything to show takes neither memory nor time. */
  isShown: boolean;
}

/**
 * Canvases of one size, one above the other, that move and zoom with a Leaflet map. All are redrawn when the
 * view leaves what they hold; one alone when it is invalidated, with the next frame of the screen.
 */
export class CanvasStack<Name extends string> {
  private readonly map: L.Map;
  private readonly holder: HTMLElement;
  private readonly layers = new Map<Name, Layer>();
  private readonly shiftable: ReadonlySet<Name>;
  private frame: MapFrame;
  private request = 0;
  private readonly listeners: L.LeafletEventHandlerFnMap = {
    zoomanim: (event) => this.scaleTo(event.center, event.zoom),
    zoom: () => this.scaleTo(this.map.getCenter(), this.map.getZoom()),
    move: () => this.followMove(),
    moveend: () => this.settle(),
    viewreset: () => this.settle(),
    resize: () => this.settle(),
  };

  /**
   * @param painters bottom first
   * @param shiftable canvases of which a drag draws only what comes into view; their painters must draw a
   * piece of a frame just as they draw it in the whole
   * @param pixels canvases whose painters write every pixel: these are kept where pixels are cheap to write
   * @param kept canvases whose painters keep what still holds, and clear the rest themselves
   * @param hidden canvases that have nothing to show at first
   */
  constructor(
    map: L.Map,
    painters: Record<Name, Painter>,
    options: {
      readonly shiftable: readonly Name[];
      readonly pixels: readonly Name[];
      readonly kept: readonly Name[];
      readonly hidden: readonly Name[];
    },
  ) {
    this.map = map;
    this.shiftable = new Set(options.shiftable);
    this.holder = L.DomUtil.create('div', 'leaflet-zoom-animated', map.getPane('overlayPane'));
    for (const [name, paint] of Object.entries(painters) as [Name, Painter][]) {
      const canvas = L.DomUtil.create('canvas', '', this.holder);
      canvas.dataset['layer'] = name;
      canvas.style.cssText = 'position:absolute;left:0;top:0;pointer-events:none';
      const isShown = !options.hidden.includes(name);
      if (!isShown) canvas.style.display = 'none';
      const isPixels = options.pixels.includes(name);
      canvas.getContext('2d', { willReadFrequently: isPixels });
      const isKept = isPixels || options.kept.includes(name);
      this.layers.set(name, { canvas, paint, isKept, isBlank: true, isStale: true, staleBox: null, isShown });
    }
    this.frame = this.measure();
    this.place();
    // Nothing is there to draw yet: the first picture is the one of the next frame.
    this.invalidate();
    map.on(this.listeners);
  }

  /** Redraws some canvases with the next frame of the screen; all where none is named. */
  invalidate(...names: Name[]): void {
    for (const [name, layer] of this.layers) {
      if (names.length === 0 || names.includes(name)) layer.isStale = true;
    }
    this.request ||= requestAnimationFrame(() => this.flush());
  }

  /** Redraws a shiftable canvas where a box of the ground lies, with the next frame of the screen. */
  invalidateBox(name: Name, box: GroundBox): void {
    const layer = this.layers.get(name)!;
    layer.staleBox = joinBoxes(layer.staleBox, box);
    this.request ||= requestAnimationFrame(() => this.flush());
  }

  /** Shows or hides a canvas; hidden, it is not drawn. */
  show(name: Name, isShown: boolean): void {
    const layer = this.layers.get(name)!;
    if (layer.isShown === isShown) return;
    layer.isShown = isShown;
    layer.canvas.style.display = isShown ? '' : 'none';
    this.resizeCanvas(layer);
    if (isShown) this.invalidate(name);
  }

  /** Draws what is stale now. */
  flush(): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
    for (const layer of this.layers.values()) {
      if (!layer.isShown || this.isRepaired(layer)) continue;
      layer.isStale = false;
      const context = layer.canvas.getContext('2d')!;
      context.setTransform(1, 0, 0, 1, 0, 0);
      if (!layer.isKept) context.clearRect(0, 0, layer.canvas.width, layer.canvas.height);
      context.scale(this.frame.ratio, this.frame.ratio);
      layer.paint(context, this.frame, !layer.isKept || layer.isBlank);
      layer.isBlank = false;
    }
  }

  /** Draws the stale box of a layer; false where all of it is to be drawn. */
  private isRepaired(layer: Layer): boolean {
    const box = layer.staleBox;
    layer.staleBox = null;
    if (layer.isStale || !box) return !layer.isStale;
    const piece = pieceOfFrame(this.frame, box, WIDEST_LINE_PX);
    if (piece === 'whole') return false;
    if (piece !== 'none') paintPiece(layer.canvas.getContext('2d')!, this.frame, piece, wholly(layer.paint));
    return true;
  }

  /** The canvas of a layer, for painters that write pixels themselves. */
  canvasOf(name: Name): HTMLCanvasElement {
    return this.layers.get(name)!.canvas;
  }

  currentFrame(): MapFrame {
    return this.frame;
  }

  destroy(): void {
    cancelAnimationFrame(this.request);
    // What is read late (fonts, finer lines) may still ask for a drawing: there is nothing left to draw.
    this.layers.clear();
    this.map.off(this.listeners);
    this.holder.remove();
  }

  private measure(): MapFrame {
    const size = this.map.getSize();
    const pad = size.multiplyBy(PADDING_SHARE).round();
    const zoom = this.map.getZoom();
    const corner = this.map.getPixelBounds().min!.subtract(pad);
    return {
      zoom,
      scale: 256 * 2 ** zoom,
      left: corner.x,
      top: corner.y,
      width: size.x + 2 * pad.x,
      height: size.y + 2 * pad.y,
      ratio: window.devicePixelRatio || 1,
    };
  }

  private reframe(): void {
    const before = this.frame;
    this.frame = this.measure();
    this.place();
    const shift = shiftBetween(before, this.frame);
    for (const [name, layer] of this.layers) {
      if (shift && !layer.isStale && !layer.staleBox && layer.isShown && this.shiftable.has(name))
        shiftLayer(layer, this.frame, shift);
      else layer.isStale = true;
    }
    this.flush();
  }

  /** Gives the canvases size and place of the frame. */
  private place(): void {
    for (const layer of this.layers.values()) this.resizeCanvas(layer);
    const origin = this.map.getPixelOrigin();
    L.DomUtil.setTransform(this.holder, L.point(this.frame.left - origin.x, this.frame.top - origin.y), 1);
  }

  private resizeCanvas(layer: Layer): void {
    const { canvas, isShown } = layer;
    const { width, height, ratio } = this.frame;
    const deviceWidth = isShown ? Math.round(width * ratio) : 0;
    const deviceHeight = isShown ? Math.round(height * ratio) : 0;
    if (canvas.width === deviceWidth && canvas.height === deviceHeight) return;
    layer.isBlank = true;
    canvas.width = deviceWidth;
    canvas.height = deviceHeight;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }

  private isViewCovered(): boolean {
    const view = this.map.getPixelBounds();
    const { left, top, width, height } = this.frame;
    return (
      view.min!.x >= left && view.min!.y >= top && view.max!.x <= left + width && view.max!.y <= top + height
    );
  }

  private settle(): void {
    const size = this.map.getSize();
    const isSameSize =
      this.frame.width === size.x + 2 * Math.round(size.x * PADDING_SHARE) &&
      this.frame.height === size.y + 2 * Math.round(size.y * PADDING_SHARE);
    if (this.map.getZoom() === this.frame.zoom && isSameSize && this.isViewCovered()) return;
    this.reframe();
  }

  private followMove(): void {
    if (this.map.getZoom() === this.frame.zoom && !this.isViewCovered()) this.reframe();
  }

  /** Shows the old drawing at another scale until the new one is there. */
  private scaleTo(center: L.LatLng, zoom: number): void {
    const scale = this.map.getZoomScale(zoom, this.frame.zoom);
    const origin = (this.map as unknown as LeafletInternals)._getNewPixelOrigin(center, zoom);
    const corner = L.point(this.frame.left, this.frame.top).multiplyBy(scale).subtract(origin);
    L.DomUtil.setTransform(this.holder, corner, scale);
  }
}

/** A painter that draws a piece anew that is clear. */
function wholly(paint: Painter): (context: CanvasRenderingContext2D, frame: MapFrame) => void {
  return (context, frame) => paint(context, frame, true);
}

/** Moves what is drawn and draws the strips that come into view. */
function shiftLayer({ canvas, paint }: Layer, frame: MapFrame, shift: { x: number; y: number }): void {
  const context = canvas.getContext('2d')!;
  const { width, height, ratio } = frame;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'copy';
  context.drawImage(canvas, shift.x * ratio, shift.y * ratio);
  context.globalCompositeOperation = 'source-over';
  const strips = [
    { left: shift.x > 0 ? 0 : width + shift.x, top: 0, width: Math.abs(shift.x), height },
    { left: 0, top: shift.y > 0 ? 0 : height + shift.y, width, height: Math.abs(shift.y) },
  ];
  for (const strip of strips) {
    if (strip.width === 0 || strip.height === 0) continue;
    paintPiece(context, frame, strip, wholly(paint));
  }
}

import { escapeXml } from '../../shared/io/export/files/escapeXml';
import type { MapContext } from './mapContext';
import { fontPaint, opacityPaint, paintName, tenths } from './svgPaint';
import { SvgPath, type PathBounds } from './svgPath';

/** Lines of what is just outside reach this far into the box that is kept. */
const MARGIN_PX = 20;
const ANCHORS: Readonly<Record<CanvasTextAlign, string>> = {
  left: 'start',
  start: 'start',
  center: 'middle',
  right: 'end',
  end: 'end',
};

/** What save keeps and restore brings back. */
const KEPT = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineJoin',
  'lineCap',
  'globalAlpha',
  'font',
  'textAlign',
  'textBaseline',
  'letterSpacing',
  'dash',
  'shiftX',
  'shiftY',
  'turn',
  'bounds',
  'openGroups',
] as const;

/** An element that may still be given its other paint. */
interface Pending {
  readonly shape: string;
  readonly paint: string;
  /** A path may still be stroked, a text may still be filled. */
  readonly awaits: 'stroke' | 'fill' | null;
}

/** Draws into the text of an SVG instead of on a canvas: what the map's painters paint, as shapes and letters. */
export class SvgContext implements MapContext {
  fillStyle: MapContext['fillStyle'] = '#000000';
  strokeStyle: MapContext['strokeStyle'] = '#000000';
  lineWidth = 1;
  lineJoin: CanvasLineJoin = 'miter';
  lineCap: CanvasLineCap = 'butt';
  globalAlpha = 1;
  font = '400 10px sans-serif';
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  letterSpacing = '0px';
  imageSmoothingQuality: ImageSmoothingQuality = 'low';
  private dash: readonly number[] = [];
  private shiftX = 0;
  private shiftY = 0;
  /** Radians; of texts alone. */
  private turn = 0;
  private bounds: PathBounds | null = null;
  private openGroups = 0;

  private readonly kept: object[] = [];
  private path = new SvgPath(null);
  /** A circle or a box that is the path's only part. */
  private shape: string | null = null;
  private box: PathBounds | null = null;
  private readonly parts: string[] = [];
  private pending: Pending | null = null;
  /** Paint of the group that is open; '' = none is. */
  private group = '';
  private clipCount = 0;
  private readonly measure: (text: string, font: string) => number;
  private readonly prefix: string;

  /** @param measure width of a text, CSS pixels @param prefix tells its ids from those of other drawings beside it */
  constructor(measure: (text: string, font: string) => number, prefix = '') {
    this.measure = measure;
    this.prefix = prefix;
  }

  /** What was drawn so far, as the inside of an svg element. */
  content(): string {
    this.endGroup();
    return this.parts.join('');
  }

  /** Adds a hatch of lines at 45°. @returns what fills with it */
  addHatch(color: string, opacity: number, stepPx: number): string {
    this.endGroup();
    const id = `${this.prefix}hatch`;
    const lines = [-stepPx, 0, stepPx].map((x) => `M${x} ${stepPx}l${stepPx} ${-stepPx}`).join('');
    this.parts.push(
      `<pattern id="${id}" width="${stepPx}" height="${stepPx}" patternUnits="userSpaceOnUse">` +
        `<path d="${lines}" stroke="${color}" stroke-opacity="${opacity}"/></pattern>`,
    );
    return `url(#${id})`;
  }

  beginPath(): void {
    this.path = new SvgPath(this.bounds);
    this.shape = this.box = null;
  }

  moveTo(x: number, y: number): void {
    this.path.moveTo(x + this.shiftX, y + this.shiftY);
  }

  lineTo(x: number, y: number): void {
    this.path.lineTo(x + this.shiftX, y + this.shiftY);
  }

  closePath(): void {
    this.path.closePath();
  }

  /** A whole circle, whatever the angles. */
  arc(x: number, y: number, radius: number): void {
    const [cx, cy] = [x + this.shiftX, y + this.shiftY].map(tenths);
    this.shape = `<circle cx="${cx}" cy="${cy}" r="${Math.round(radius * 100) / 100}"/>`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    const [left, top] = [x + this.shiftX, y + this.shiftY];
    this.box = { left, top, right: left + width, bottom: top + height };
    this.shape = `<rect x="${tenths(left)}" y="${tenths(top)}" width="${tenths(width)}" height="${tenths(height)}"/>`;
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  fill(): void {
    const shape = this.pathShape();
    if (shape !== null) this.put(shape, this.fillPaint(), 'stroke');
  }

  stroke(): void {
    const shape = this.pathShape();
    if (shape === null) return;
    const { pending } = this;
    if (pending?.awaits === 'stroke' && pending.shape === shape) {
      this.pending = { shape, paint: pending.paint + this.strokePaint(), awaits: null };
      return;
    }
    this.put(shape, ` fill="none"${this.strokePaint()}`, null);
  }

  clip(): void {
    this.endGroup();
    const id = `${this.prefix}clip${++this.clipCount}`;
    this.parts.push(`<clipPath id="${id}">${this.pathShape() ?? ''}</clipPath><g clip-path="url(#${id})">`);
    this.openGroups += 1;
    if (!this.box) return;
    const { left, top, right, bottom } = this.box;
    this.bounds = {
      left: left - MARGIN_PX,
      top: top - MARGIN_PX,
      right: right + MARGIN_PX,
      bottom: bottom + MARGIN_PX,
    };
  }

  strokeText(text: string, x: number, y: number): void {
    this.put(this.textShape(text, x, y), ` paint-order="stroke"${this.strokePaint()}`, 'fill');
  }

  fillText(text: string, x: number, y: number): void {
    const shape = this.textShape(text, x, y);
    const { pending } = this;
    if (pending?.awaits === 'fill' && pending.shape === shape) {
      this.pending = { shape, paint: pending.paint + this.fillPaint() + this.textPaint(), awaits: null };
      return;
    }
    this.put(shape, this.fillPaint() + this.textPaint(), null);
  }

  measureText(text: string): { readonly width: number } {
    const letters = Number.parseFloat(this.letterSpacing) * [...text].length;
    return { width: this.measure(text, this.font) + letters };
  }

  drawImage(image: HTMLCanvasElement, x: number, y: number, width: number, height: number): void {
    this.endGroup();
    this.parts.push(
      `<image x="${tenths(x + this.shiftX)}" y="${tenths(y + this.shiftY)}" width="${tenths(width)}" ` +
        `height="${tenths(height)}" preserveAspectRatio="none" href="${image.toDataURL()}"/>`,
    );
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = dash;
  }

  translate(x: number, y: number): void {
    this.shiftX += x;
    this.shiftY += y;
  }

  rotate(angle: number): void {
    this.turn += angle;
  }

  save(): void {
    this.kept.push(Object.fromEntries(KEPT.map((name) => [name, this[name]])));
    this.openGroups = 0;
  }

  restore(): void {
    if (this.openGroups > 0) {
      this.endGroup();
      this.parts.push('</g>'.repeat(this.openGroups));
    }
    Object.assign(this, this.kept.pop());
  }

  private pathShape(): string | null {
    if (this.shape) return this.shape;
    const data = this.path.data();
    return data === '' ? null : `<path d="${data}"/>`;
  }

  private textShape(text: string, x: number, y: number): string {
    const [left, top] = [tenths(x + this.shiftX), tenths(y + this.shiftY)];
    if (this.turn === 0) return `<text x="${left}" y="${top}">${escapeXml(text)}</text>`;
    // The place was moved to first: what is left is off the turned place.
    const degrees = Math.round((this.turn * 1800) / Math.PI) / 10;
    const place = `translate(${tenths(this.shiftX)} ${tenths(this.shiftY)}) rotate(${degrees})`;
    return `<text x="${tenths(x)}" y="${tenths(y)}" transform="${place}">${escapeXml(text)}</text>`;
  }

  private fillPaint(): string {
    return ` fill="${escapeXml(paintName(this.fillStyle))}"${opacityPaint('fill', this.globalAlpha)}`;
  }

  private strokePaint(): string {
    const { lineWidth, lineJoin, lineCap, dash } = this;
    return (
      ` stroke="${escapeXml(paintName(this.strokeStyle))}"${opacityPaint('stroke', this.globalAlpha)}` +
      ` stroke-width="${Math.round(lineWidth * 100) / 100}"` +
      (lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`) +
      (lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`) +
      (dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`)
    );
  }

  private textPaint(): string {
    const anchor = ANCHORS[this.textAlign];
    return (
      fontPaint(this.font) +
      (anchor === 'start' ? '' : ` text-anchor="${anchor}"`) +
      (Number.parseFloat(this.letterSpacing) === 0 ? '' : ` letter-spacing="${this.letterSpacing}"`)
    );
  }

  private put(shape: string, paint: string, awaits: Pending['awaits']): void {
    this.writePending();
    this.pending = { shape, paint, awaits };
  }

  /** Shapes of one paint in a row share a group. */
  private writePending(): void {
    const { pending } = this;
    if (!pending) return;
    this.pending = null;
    if (pending.paint !== this.group) {
      this.closePaint();
      this.parts.push(`<g${pending.paint}>`);
      this.group = pending.paint;
    }
    this.parts.push(pending.shape);
  }

  private closePaint(): void {
    if (this.group !== '') this.parts.push('</g>');
    this.group = '';
  }

  private endGroup(): void {
    this.writePending();
    this.closePaint();
  }
}

import type { MapContext } from './mapContext';
import type { MapTheme } from './mapTheme';

/** How names of one kind are written on the map. */
export interface TextStyle {
  readonly weight: string;
  readonly sizePx: number;
  readonly align: 'left' | 'center';
  readonly spacing: string;
  readonly ink: 'text' | 'waterText';
  readonly opacity: number;
  /** What a text stands on, so that it is read on any ground; width 0 = nothing. */
  readonly haloWidth: number;
  readonly haloOpacity: number;
}

/** How most names are written; a kind says what is other. */
export const PLAIN_TEXT: TextStyle = {
  weight: '450',
  sizePx: 10,
  align: 'center',
  spacing: '0px',
  ink: 'text',
  opacity: 1,
  haloWidth: 2.5,
  haloOpacity: 0.8,
};

/** A text where it stands: CSS pixels of a frame, at its left end or its middle, half way up its letters. */
export interface PlacedText {
  readonly text: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly y: number;
  /** Radians, about its place. */
  readonly turn: number;
  /** CSS pixels. */
  readonly width: number;
}

const FAMILY = '"Inter Variable", system-ui, sans-serif';
/** How far the base line lies below the middle of the letters. */
const DROP_PX = 3.5;
/** More than a screen of names of every kind. */
const MOST_KEPT_WIDTHS = 20_000;

function fontOf({ weight, sizePx }: TextStyle): string {
  return `${weight} ${sizePx}px ${FAMILY}`;
}

/** Widths of texts, each measured once. */
export class TextWidths {
  private widths = new Map<TextStyle, Map<string, number>>();
  private count = 0;

  /** CSS pixels that a text takes on a context of this kind. */
  of(context: MapContext, style: TextStyle, text: string): number {
    const ofStyle = this.widths.get(style) ?? new Map<string, number>();
    this.widths.set(style, ofStyle);
    const kept = ofStyle.get(text);
    if (kept !== undefined) return kept;
    context.font = fontOf(style);
    context.letterSpacing = style.spacing;
    const { width } = context.measureText(text);
    if (++this.count > MOST_KEPT_WIDTHS) this.forget();
    else ofStyle.set(text, width);
    return width;
  }

  /** After fonts have come in, or where too many are kept. */
  forget(): void {
    this.widths = new Map();
    this.count = 0;
  }
}

/** Writes texts in their order. */
export function drawTexts(context: MapContext, texts: readonly PlacedText[], theme: MapTheme): void {
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  for (const placed of texts) {
    const { style, x, y, turn } = placed;
    context.font = fontOf(style);
    context.letterSpacing = style.spacing;
    context.textAlign = style.align;
    if (turn === 0) drawText(context, placed, x, y + DROP_PX, theme);
    else {
      context.save();
      context.translate(x, y);
      context.rotate(turn);
      drawText(context, placed, 0, DROP_PX, theme);
      context.restore();
    }
  }
  context.letterSpacing = '0px';
  context.globalAlpha = 1;
}

function drawText(
  context: MapContext,
  { text, style }: PlacedText,
  x: number,
  y: number,
  theme: MapTheme,
): void {
  if (style.haloWidth > 0) {
    context.globalAlpha = style.haloOpacity;
    context.strokeStyle = theme.halo;
    context.lineWidth = style.haloWidth;
    context.strokeText(text, x, y);
  }
  context.globalAlpha = style.opacity;
  context.fillStyle = theme[style.ink];
  context.fillText(text, x, y);
}

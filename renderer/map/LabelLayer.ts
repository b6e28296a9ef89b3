import { isCrossing, type LabelBox } from './labelLayout';
import type { MapFrame } from './mapFrame';
import { drawTexts, TextWidths, type PlacedText } from './mapTexts';
import type { MapTheme } from './mapTheme';
import { placeLabels, type MeasureText, type NamedThings } from './placeLabels';

/** What is on the canvas now. */
interface Drawn {
  readonly frame: MapFrame;
  readonly theme: MapTheme;
  readonly texts: readonly PlacedText[];
}

/** With more texts than these changed, all are as well drawn anew. */
const MOST_REDRAWN = 40;
/** What letters with accents and their halo take above and below the middle, as a share of their size. */
const HALF_HEIGHT = 1;
const MARGIN_PX = 3;

/** The names on the map: of those that an edit changes, only the places where they stand are drawn anew. */
export class LabelLayer {
  private readonly widths = new TextWidths();
  private things: NamedThings = { territories: [], accounts: null, basemap: null, detail: null };
  private drawn: Drawn | null = null;

  setThings(things: Partial<NamedThings>): void {
    this.things = { ...this.things, ...things };
  }

  /** Fonts have come in: what was measured is no longer so. */
  forgetWidths(): void {
    this.widths.forget();
    this.drawn = null;
  }

  /**
   * @param context in CSS pixels @param kept boxes that no name may cross
   * @param isBlank whether nothing is left of what was drawn before
   */
  paint(
    context: CanvasRenderingContext2D,
    frame: MapFrame,
    theme: MapTheme,
    kept: readonly LabelBox[],
    isBlank: boolean,
  ): void {
    const measure: MeasureText = (style, text) => this.widths.of(context, style, text);
    const texts = placeLabels(frame, this.things, measure, kept);
    const { drawn } = this;
    this.drawn = { frame, theme, texts };
    const isSame = !isBlank && drawn?.frame === frame && drawn.theme === theme;
    const changed = isSame ? differingTexts(drawn.texts, texts) : texts;
    if (isSame && changed.length <= MOST_REDRAWN) {
      for (const text of changed) repaintBox(context, frame, theme, texts, boxOf(text));
    } else {
      context.clearRect(0, 0, frame.width, frame.height);
      drawTexts(context, texts, theme);
    }
  }
}
/** Texts of either list that the other has not: what is gone, and what has come. */
function differingTexts(before: readonly PlacedText[], after: readonly PlacedText[]): readonly PlacedText[] {
  const keyOf = ({ text, x, y, style }: PlacedText) => `${style.weight} ${style.sizePx} ${x} ${y} ${text}`;
  const gone = new Map(before.map((text) => [keyOf(text), text]));
  const come = after.filter((text) => !gone.delete(keyOf(text)));
  return [...gone.values(), ...come];
}

/** The box round a text with its halo; a turned one stands somewhere in the circle about its middle. */
function boxOf({ x, y, width, turn, style }: PlacedText): LabelBox {
  const left = style.align === 'left' ? x : x - width / 2;
  const halfHeight = turn === 0 ? style.sizePx * HALF_HEIGHT : width / 2 + style.sizePx;
  return {
    left: left - MARGIN_PX,
    right: left + width + MARGIN_PX,
    top: y - halfHeight - MARGIN_PX,
    bottom: y + halfHeight + MARGIN_PX,
  };
}

/** Draws the whole pixels of the screen that a box touches, with all texts that reach into them. */
function repaintBox(
  context: CanvasRenderingContext2D,
  { ratio }: MapFrame,
  theme: MapTheme,
  texts: readonly PlacedText[],
  box: LabelBox,
): void {
  const [left, top] = [Math.floor(box.left * ratio), Math.floor(box.top * ratio)];
  const [width, height] = [Math.ceil(box.right * ratio) - left, Math.ceil(box.bottom * ratio) - top];
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.clearRect(left, top, width, height);
  context.scale(ratio, ratio);
  drawTexts(
    context,
    texts.filter((text) => isCrossing(boxOf(text), box)),
    theme,
  );
  context.restore();
}

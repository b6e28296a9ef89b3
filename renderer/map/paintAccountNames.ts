import { boundsOfFrame, type MapFrame } from './mapFrame';
import { drawText } from './drawText';
import type { LabelLayout } from './labelLayout';
import type { MapContext } from './mapContext';
import type { MapPoints } from './mapAccounts';
import type { MapTheme } from './mapTheme';

/** Accounts with their names, one a row. */
export interface AccountNames {
  readonly places: MapPoints;
  readonly names: readonly string[];
}

const FONT = '500 10.5px "Inter Variable", system-ui, sans-serif';
/** From here on there is room beside a dot. */
const LEAST_ZOOM = 8;
/** More accounts in view than this are too many to name any. */
const MOST_IN_VIEW = 400;
const MOST_LETTERS = 28;
const OFF_DOT_PX = 6;

/** Names accounts when the map is near enough; a name without room is left out. */
export function paintAccountNames(
  context: MapContext,
  frame: MapFrame,
  theme: MapTheme,
  { places, names }: AccountNames,
  layout: LabelLayout,
): void {
  if (frame.zoom < LEAST_ZOOM) return;
  const rows = places.index.inBox(...boundsOfFrame(frame));
  if (rows.length > MOST_IN_VIEW) return;
  context.font = FONT;
  context.textAlign = 'left';
  for (const row of rows) {
    const x = places.points.x[row]! * frame.scale - frame.left;
    const y = places.points.y[row]! * frame.scale - frame.top;
    const full = names[row]!;
    const text = full.length > MOST_LETTERS ? `${full.slice(0, MOST_LETTERS - 1)}…` : full;
    const width = context.measureText(text).width;
    const boxes = [
      { left: x + OFF_DOT_PX, right: x + OFF_DOT_PX + width, top: y - 7, bottom: y + 7 },
      { left: x - OFF_DOT_PX - width, right: x - OFF_DOT_PX, top: y - 7, bottom: y + 7 },
    ];
    const placed = layout.place(boxes);
    if (placed < 0) continue;
    drawText(context, text, boxes[placed]!.left, y + 3.5, theme.text, theme.halo, 2.5, 0.8, 0.9);
  }
}

import { boundsOfFrame, type MapFrame } from './mapFrame';
import type { LabelLayout } from './labelLayout';
import type { MapPoints } from './mapAccounts';
import { PLAIN_TEXT, type PlacedText, type TextStyle } from './mapTexts';
import type { MeasureText } from './placeLabels';

/** Accounts with their names, one a row. */
export interface AccountNames {
  readonly places: MapPoints;
  readonly names: readonly string[];
}

const STYLE: TextStyle = { ...PLAIN_TEXT, weight: '500', sizePx: 10.5, align: 'left', opacity: 0.9 };
/** From here on there is room beside a dot. */
const LEAST_ZOOM = 8;
/** More accounts in view than this are too many to name any. */
const MOST_IN_VIEW = 400;
const MOST_LETTERS = 28;
const OFF_DOT_PX = 6;

/** Names accounts when the map is near enough; a name without room is left out. */
export function placeAccountNames(
  frame: MapFrame,
  { places, names }: AccountNames,
  measure: MeasureText,
  layout: LabelLayout,
): PlacedText[] {
  if (frame.zoom < LEAST_ZOOM) return [];
  const rows = places.index.inBox(...boundsOfFrame(frame));
  if (rows.length > MOST_IN_VIEW) return [];
  const placedTexts: PlacedText[] = [];
  for (const row of rows) {
    const x = places.points.x[row]! * frame.scale - frame.left;
    const y = places.points.y[row]! * frame.scale - frame.top;
    const full = names[row]!;
    const text = full.length > MOST_LETTERS ? `${full.slice(0, MOST_LETTERS - 1)}…` : full;
    const width = measure(STYLE, text);
    const boxes = [
      { left: x + OFF_DOT_PX, right: x + OFF_DOT_PX + width, top: y - 7, bottom: y + 7 },
      { left: x - OFF_DOT_PX - width, right: x - OFF_DOT_PX, top: y - 7, bottom: y + 7 },
    ];
    const placed = layout.place(boxes);
    if (placed < 0) continue;
    placedTexts.push({ text, style: STYLE, x: boxes[placed]!.left, y, turn: 0, width });
  }
  return placedTexts;
}

import type { BasemapDetail } from './basemapDetail';
import type { LabelBox, LabelLayout } from './labelLayout';
import type { MapFrame } from './mapFrame';
import { PLAIN_TEXT, type PlacedText, type TextStyle } from './mapTexts';
import type { MeasureText } from './placeLabels';

const STYLE: TextStyle = { ...PLAIN_TEXT, opacity: 0.5, haloOpacity: 0.5 };
const HALF_LINE_PX = 6;
/** Room that is kept round a name inside its area. */
const MARGIN_PX = 10;

/** Names ZIP3 areas, "941xx", where their lines are shown: those wide enough, and where nothing else stands. */
export function placeZip3Names(
  frame: MapFrame,
  detail: BasemapDetail,
  measure: MeasureText,
  layout: LabelLayout,
): PlacedText[] {
  const zip3 = detail.linesAt('zip3', frame.zoom);
  if (!zip3) return [];
  const { map, middles } = zip3;
  const placed: PlacedText[] = [];
  for (const [unit, id] of map.ids.entries()) {
    const x = middles.x[unit]! * frame.scale - frame.left;
    const y = middles.y[unit]! * frame.scale - frame.top;
    if (!(x > 0 && y > 0 && x < frame.width && y < frame.height)) continue;
    const text = `${id.slice(-3)}xx`;
    const width = measure(STYLE, text);
    const half = width / 2;
    const areaWidth = (map.bounds[unit * 4 + 2]! - map.bounds[unit * 4]!) * frame.scale;
    if (areaWidth < width + MARGIN_PX) continue;
    const box: LabelBox = {
      left: x - half - 3,
      right: x + half + 3,
      top: y - HALF_LINE_PX,
      bottom: y + HALF_LINE_PX,
    };
    if (layout.place([box]) >= 0) placed.push({ text, style: STYLE, x, y, turn: 0, width });
  }
  return placed;
}

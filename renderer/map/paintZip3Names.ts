import type { BasemapDetail } from './basemapDetail';
import { drawText } from './drawText';
import type { LabelBox, LabelLayout } from './labelLayout';
import type { MapContext } from './mapContext';
import type { MapFrame } from './mapFrame';
import type { MapTheme } from './mapTheme';

const FONT = '450 10px "Inter Variable", system-ui, sans-serif';
const HALF_LINE_PX = 6;
/** Room that is kept round a name inside its area. */
const MARGIN_PX = 10;

/** Names ZIP3 areas, "941xx", where their lines are shown: those wide enough, and where nothing else stands. */
export function paintZip3Names(
  context: MapContext,
  frame: MapFrame,
  theme: MapTheme,
  detail: BasemapDetail,
  layout: LabelLayout,
): void {
  const zip3 = detail.linesAt('zip3', frame.zoom);
  if (!zip3) return;
  const { map, middles } = zip3;
  context.font = FONT;
  context.textAlign = 'center';
  for (const [unit, id] of map.ids.entries()) {
    const x = middles.x[unit]! * frame.scale - frame.left;
    const y = middles.y[unit]! * frame.scale - frame.top;
    if (!(x > 0 && y > 0 && x < frame.width && y < frame.height)) continue;
    const text = `${id.slice(-3)}xx`;
    const half = context.measureText(text).width / 2;
    const width = (map.bounds[unit * 4 + 2]! - map.bounds[unit * 4]!) * frame.scale;
    if (width < 2 * half + MARGIN_PX) continue;
    const box: LabelBox = {
      left: x - half - 3,
      right: x + half + 3,
      top: y - HALF_LINE_PX,
      bottom: y + HALF_LINE_PX,
    };
    if (layout.place([box]) >= 0) drawText(context, text, x, y + 3.5, theme.text, theme.halo, 2.5, 0.5, 0.5);
  }
}

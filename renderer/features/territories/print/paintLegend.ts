import { HATCH_OPACITY, HATCH_PX } from '../../../map/paintTerritories';
import type { LabelBox } from '../../../map/labelLayout';
import type { MapContext } from '../../../map/mapContext';
import type { MapTheme } from '../../../map/mapTheme';
import { shortText } from './shortText';
import type { LegendMark, LegendRow } from './legendRows';

export const PAGE_FAMILY = '"Inter Variable", Inter, system-ui, "Segoe UI", sans-serif';

const LINE = 16;
const EDGE = 10;
const MARK_WIDTH = 30;
const MOST_TEXT = 190;
const FONT = `450 10.5px ${PAGE_FAMILY}`;
const TITLE_FONT = `600 10.5px ${PAGE_FAMILY}`;

/** The box that a legend takes in the lower left corner of a map. */
export function legendBox(
  context: MapContext,
  rows: readonly LegendRow[],
  title: string,
  mapHeight: number,
): LabelBox {
  context.font = FONT;
  const widths = rows.map(({ text }) => Math.min(MOST_TEXT, context.measureText(text).width));
  const lines = rows.length + (title === '' ? 0 : 1);
  const height = lines * LINE + 2 * EDGE - 4;
  const width = MARK_WIDTH + Math.max(60, ...widths) + 2 * EDGE;
  return { left: 10, right: 10 + width, top: mapHeight - 10 - height, bottom: mapHeight - 10 };
}

/** Draws the legend on a light ground in its box. */
export function paintLegend(
  context: MapContext,
  box: LabelBox,
  rows: readonly LegendRow[],
  title: string,
  theme: MapTheme,
): void {
  context.globalAlpha = 0.94;
  context.fillStyle = theme.surface;
  context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.globalAlpha = 1;
  context.fillStyle = theme.text;
  context.textAlign = 'left';
  let y = box.top + EDGE + 9;
  if (title !== '') {
    context.font = TITLE_FONT;
    context.fillText(shortText(context, title, box.right - box.left - 2 * EDGE), box.left + EDGE, y);
    y += LINE;
  }
  for (const { mark, text } of rows) {
    paintMark(context, mark, box.left + EDGE, y - 3.5, theme);
    context.font = FONT;
    context.fillStyle = theme.text;
    context.fillText(shortText(context, text, MOST_TEXT), box.left + EDGE + MARK_WIDTH, y);
    y += LINE;
  }
}

/** @param y middle of the line */
function paintMark(context: MapContext, mark: LegendMark, x: number, y: number, theme: MapTheme): void {
  switch (mark.kind) {
    case 'chip':
      context.fillStyle = mark.color;
      context.fillRect(x + 4, y - 5, 14, 10);
      return;
    case 'ramp':
      mark.colors.forEach((color, step) => {
        context.fillStyle = color;
        context.fillRect(x + step * 5, y - 5, 5, 10);
      });
      return;
    case 'hatch':
      return paintHatchMark(context, x + 4, y, theme);
    case 'dots':
      [1.2, 1.8, 2.6].forEach((radius, size) => circle(context, x + 3 + size * 8, y, radius, theme, false));
      return;
    case 'ring':
      return circle(context, x + 11, y, 3, theme, true);
    case 'border':
      line(context, x, y, theme.territoryEdge, 4);
      return line(context, x, y, theme.territoryInk, 1.3);
    case 'boundary':
      return line(context, x, y, theme.territoryInk, 1.8, [8, 3]);
    case 'zip3':
      return line(context, x, y, theme.territoryInk, 0.7, [3, 3]);
  }
}

function paintHatchMark(context: MapContext, x: number, y: number, theme: MapTheme): void {
  context.strokeStyle = theme.hatch;
  context.lineWidth = 1;
  context.globalAlpha = HATCH_OPACITY;
  context.beginPath();
  for (let shift = 0; shift < 14; shift += HATCH_PX - 2) {
    context.moveTo(x + shift, y + 5);
    context.lineTo(x + Math.min(14, shift + 10), y - 5);
  }
  context.stroke();
  context.globalAlpha = 1;
}

function circle(
  context: MapContext,
  x: number,
  y: number,
  radius: number,
  theme: MapTheme,
  isRing: boolean,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = isRing ? theme.halo : theme.territoryInk;
  context.fill();
  if (!isRing) return;
  context.strokeStyle = theme.territoryInk;
  context.lineWidth = 1.3;
  context.stroke();
}

function line(
  context: MapContext,
  x: number,
  y: number,
  color: string,
  width: number,
  dash: number[] = [],
): void {
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(x + 1, y);
  context.lineTo(x + 21, y);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
  context.setLineDash([]);
}

import type { BasemapDetail } from './basemapDetail';
import type { Basemap } from './basemapFiles';
import { LabelLayout, type LabelBox } from './labelLayout';
import { drawText } from './drawText';
import type { MapContext } from './mapContext';
import type { MapFrame } from './mapFrame';
import type { MapTheme } from './mapTheme';
import { paintAccountNames, type AccountNames } from './paintAccountNames';
import { paintZip3Names } from './paintZip3Names';

/** A territory's name and index, and where on its land they stand (unit square). */
export interface TerritoryLabel {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** What stands under the name; '' = nothing. */
  readonly figure: string;
  /** How far up and down the label may move and still stand on its land (unit square). */
  readonly reachY: number;
}

const FAMILY = '"Inter Variable", system-ui, sans-serif';
const NAME_FONT = `600 11px ${FAMILY}`;
const FIGURE_FONT = `500 11px ${FAMILY}`;
const TOWN_FONT = `450 10px ${FAMILY}`;
const WATER_FONT = `italic 450 11px ${FAMILY}`;
const LINE_PX = 13;
/** Ways a territory's label may move off its place, in lines. */
const SHIFTS = [0, 0.8, -0.8, 1.6, -1.6, 2.4, -2.4, 3.2, -3.2] as const;
/** Half a line off is no harm, however small the land. */
const LEAST_REACH_PX = 11;

/**
 * Draws territories, accounts when near, waters, towns and ZIP3 areas, in that order of right: a label without room
 * is left out.
 * @param detail of the base map; null before that is there @param kept boxes that no label may cross
 */
export function paintLabels(
  context: MapContext,
  frame: MapFrame,
  basemap: Basemap | null,
  theme: MapTheme,
  territories: readonly TerritoryLabel[],
  accounts: AccountNames | null,
  detail: BasemapDetail | null,
  kept: readonly LabelBox[] = [],
): void {
  const layout = new LabelLayout();
  for (const box of kept) layout.take(box);
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  paintTerritoryLabels(context, frame, theme, territories, layout);
  if (accounts) paintAccountNames(context, frame, theme, accounts, layout);
  if (!basemap) return;
  paintWaters(context, frame, basemap, theme, layout);
  paintTowns(context, frame, basemap, theme, layout);
  if (detail) paintZip3Names(context, frame, theme, detail, layout);
}

function paintTerritoryLabels(
  context: MapContext,
  frame: MapFrame,
  theme: MapTheme,
  territories: readonly TerritoryLabel[],
  layout: LabelLayout,
): void {
  context.textAlign = 'center';
  for (const label of territories) {
    const x = label.x * frame.scale - frame.left;
    const y = label.y * frame.scale - frame.top;
    if (x < -80 || y < -40 || x > frame.width + 80 || y > frame.height + 40) continue;
    context.font = NAME_FONT;
    const half = context.measureText(label.name).width / 2 + 3;
    const lines = label.figure === '' ? 1 : 2;
    const reachPx = Math.max(LEAST_REACH_PX, label.reachY * frame.scale);
    const shifts = SHIFTS.filter((shift) => Math.abs(shift) * LINE_PX <= reachPx);
    const boxes = shifts.map((shift): LabelBox => ({
      left: x - half,
      right: x + half,
      top: y + (shift - lines / 2) * LINE_PX - 1,
      bottom: y + (shift + lines / 2) * LINE_PX + 1,
    }));
    const placed = layout.place(boxes);
    if (placed < 0) continue;
    const top = boxes[placed]!.top + 1;
    drawText(context, label.name, x, top + 10, theme.text, theme.halo, 3, 0.82);
    context.font = FIGURE_FONT;
    if (label.figure !== '') {
      drawText(context, label.figure, x, top + 10 + LINE_PX, theme.text, theme.halo, 3, 0.82);
    }
  }
}

function paintWaters(
  context: MapContext,
  frame: MapFrame,
  basemap: Basemap,
  theme: MapTheme,
  layout: LabelLayout,
): void {
  context.font = WATER_FONT;
  context.fillStyle = theme.waterText;
  context.textAlign = 'center';
  context.letterSpacing = '0.66px';
  for (const water of basemap.waters) {
    if (frame.zoom < water.fromZoom || frame.zoom > water.toZoom) continue;
    const x = water.x * frame.scale - frame.left;
    const y = water.y * frame.scale - frame.top;
    if (x < -100 || y < -100 || x > frame.width + 100 || y > frame.height + 100) continue;
    const half = context.measureText(water.name).width / 2;
    const angle = (water.turn * Math.PI) / 180;
    const acrossX = Math.abs(Math.cos(angle)) * half + 6;
    const acrossY = Math.abs(Math.sin(angle)) * half + 6;
    const box = { left: x - acrossX, right: x + acrossX, top: y - acrossY, bottom: y + acrossY };
    if (layout.place([box]) < 0) continue;
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.fillText(water.name, 0, 4);
    context.restore();
  }
  context.letterSpacing = '0px';
}

function paintTowns(
  context: MapContext,
  frame: MapFrame,
  basemap: Basemap,
  theme: MapTheme,
  layout: LabelLayout,
): void {
  const { names, x, y, zoomTenths } = basemap.towns;
  const shownTenths = frame.zoom * 10;
  context.font = TOWN_FONT;
  context.textAlign = 'left';
  for (let town = 0; town < names.length; town++) {
    if (zoomTenths[town]! > shownTenths) continue;
    const px = x[town]! * frame.scale - frame.left;
    const py = y[town]! * frame.scale - frame.top;
    if (px < 0 || py < 0 || px > frame.width || py > frame.height) continue;
    const width = context.measureText(names[town]!).width;
    const boxes = [
      { left: px + 4, right: px + 6 + width, top: py - 6, bottom: py + 7 },
      { left: px - 6 - width, right: px - 4, top: py - 6, bottom: py + 7 },
    ];
    const placed = layout.place(boxes);
    if (placed < 0) continue;
    drawText(
      context,
      names[town]!,
      boxes[placed]!.left + 1,
      py + 3.5,
      theme.text,
      theme.halo,
      2.5,
      0.7,
      0.74,
    );
  }
}

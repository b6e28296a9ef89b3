import type { BasemapDetail } from './basemapDetail';
import type { Basemap } from './basemapFiles';
import { LabelLayout, type LabelBox } from './labelLayout';
import type { MapFrame } from './mapFrame';
import { PLAIN_TEXT, type PlacedText, type TextStyle } from './mapTexts';
import { placeAccountNames, type AccountNames } from './placeAccountNames';
import { placeZip3Names } from './placeZip3Names';

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

/** Width of a text, CSS pixels. */
export type MeasureText = (style: TextStyle, text: string) => number;

/** Everything that has a name on a map. */
export interface NamedThings {
  readonly territories: readonly TerritoryLabel[];
  /** Named when the map is near; null = none are. */
  readonly accounts: AccountNames | null;
  /** Null before it is there. */
  readonly basemap: Basemap | null;
  readonly detail: BasemapDetail | null;
}

const NAME: TextStyle = { ...PLAIN_TEXT, weight: '600', sizePx: 11, haloWidth: 3, haloOpacity: 0.82 };
const FIGURE: TextStyle = { ...NAME, weight: '500' };
const TOWN: TextStyle = { ...PLAIN_TEXT, align: 'left', opacity: 0.74, haloOpacity: 0.7 };
const WATER: TextStyle = {
  ...PLAIN_TEXT,
  weight: 'italic 450',
  sizePx: 11,
  spacing: '0.66px',
  ink: 'waterText',
  haloWidth: 0,
};
const LINE_PX = 13;
/** Ways a territory's label may move off its place, in lines. */
const SHIFTS = [0, 0.8, -0.8, 1.6, -1.6, 2.4, -2.4, 3.2, -3.2] as const;
/** Half a line off is no harm, however small the land. */
const LEAST_REACH_PX = 11;

/**
 * Places the names of territories, accounts when near, waters, towns and ZIP3 areas, in that order of right: a name
 * without room is left out.
 * @param kept boxes that no name may cross
 */
export function placeLabels(
  frame: MapFrame,
  { territories, accounts, basemap, detail }: NamedThings,
  measure: MeasureText,
  kept: readonly LabelBox[] = [],
): PlacedText[] {
  const layout = new LabelLayout();
  for (const box of kept) layout.take(box);
  return [
    ...placeTerritories(frame, territories, measure, layout),
    ...(accounts ? placeAccountNames(frame, accounts, measure, layout) : []),
    ...(basemap ? placeWaters(frame, basemap, measure, layout) : []),
    ...(basemap ? placeTowns(frame, basemap, measure, layout) : []),
    ...(basemap && detail ? placeZip3Names(frame, detail, measure, layout) : []),
  ];
}

/** A territory's label where there is room for it. */
interface StandingLabel {
  readonly label: TerritoryLabel;
  readonly x: number;
  /** Middle of its first line, from the top of the frame. */
  readonly line: number;
  readonly nameWidth: number;
  readonly box: LabelBox;
}

function standTerritories(
  frame: MapFrame,
  territories: readonly TerritoryLabel[],
  measure: MeasureText,
  layout: LabelLayout,
): StandingLabel[] {
  return territories.flatMap((label) => {
    const x = label.x * frame.scale - frame.left;
    const y = label.y * frame.scale - frame.top;
    if (x < -80 || y < -40 || x > frame.width + 80 || y > frame.height + 40) return [];
    const nameWidth = measure(NAME, label.name);
    const lines = label.figure === '' ? 1 : 2;
    const reachPx = Math.max(LEAST_REACH_PX, label.reachY * frame.scale);
    const standing = SHIFTS.flatMap((shift) => {
      if (Math.abs(shift) * LINE_PX > reachPx) return [];
      const line = y + (shift - (lines - 1) / 2) * LINE_PX;
      return [{ label, x, line, nameWidth, box: boxOfLines(x, nameWidth / 2 + 3, line, lines) }];
    }).find(({ box }) => layout.takeIfFree(box));
    return standing ? [standing] : [];
  });
}

/** Boxes of the territories' labels, as placeLabels places them. @param kept boxes that no name may cross */
export function territoryBoxes(
  frame: MapFrame,
  territories: readonly TerritoryLabel[],
  measure: MeasureText,
  kept: readonly LabelBox[],
): LabelBox[] {
  const layout = new LabelLayout();
  for (const box of kept) layout.take(box);
  return standTerritories(frame, territories, measure, layout).map(({ box }) => box);
}

function placeTerritories(
  frame: MapFrame,
  territories: readonly TerritoryLabel[],
  measure: MeasureText,
  layout: LabelLayout,
): PlacedText[] {
  return standTerritories(frame, territories, measure, layout).flatMap(({ label, x, line, nameWidth }) => {
    const { name, figure } = label;
    const named: PlacedText = { text: name, style: NAME, x, y: line, turn: 0, width: nameWidth };
    if (figure === '') return [named];
    const figureWidth = measure(FIGURE, figure);
    return [named, { text: figure, style: FIGURE, x, y: line + LINE_PX, turn: 0, width: figureWidth }];
  });
}

/** @param line middle of the first line, from the top of the frame */
function boxOfLines(x: number, half: number, line: number, lines: number): LabelBox {
  const top = line - LINE_PX / 2 - 1;
  return { left: x - half, right: x + half, top, bottom: top + lines * LINE_PX + 2 };
}

function placeWaters(
  frame: MapFrame,
  basemap: Basemap,
  measure: MeasureText,
  layout: LabelLayout,
): PlacedText[] {
  return basemap.waters.flatMap((water): PlacedText[] => {
    if (frame.zoom < water.fromZoom || frame.zoom > water.toZoom) return [];
    const x = water.x * frame.scale - frame.left;
    const y = water.y * frame.scale - frame.top;
    if (x < -100 || y < -100 || x > frame.width + 100 || y > frame.height + 100) return [];
    const width = measure(WATER, water.name);
    const turn = (water.turn * Math.PI) / 180;
    const acrossX = (Math.abs(Math.cos(turn)) * width) / 2 + 6;
    const acrossY = (Math.abs(Math.sin(turn)) * width) / 2 + 6;
    const box = { left: x - acrossX, right: x + acrossX, top: y - acrossY, bottom: y + acrossY };
    return layout.place([box]) < 0 ? [] : [{ text: water.name, style: WATER, x, y, turn, width }];
  });
}

function placeTowns(
  frame: MapFrame,
  basemap: Basemap,
  measure: MeasureText,
  layout: LabelLayout,
): PlacedText[] {
  const { names, x, y, zoomTenths } = basemap.towns;
  const shownTenths = frame.zoom * 10;
  const placedTexts: PlacedText[] = [];
  for (let town = 0; town < names.length; town++) {
    if (zoomTenths[town]! > shownTenths) continue;
    const px = x[town]! * frame.scale - frame.left;
    const py = y[town]! * frame.scale - frame.top;
    if (px < 0 || py < 0 || px > frame.width || py > frame.height) continue;
    const width = measure(TOWN, names[town]!);
    const boxes = [
      { left: px + 4, right: px + 6 + width, top: py - 6, bottom: py + 7 },
      { left: px - 6 - width, right: px - 4, top: py - 6, bottom: py + 7 },
    ];
    const placed = layout.place(boxes);
    if (placed < 0) continue;
    placedTexts.push({
      text: names[town]!,
      style: TOWN,
      x: boxes[placed]!.left + 1,
      y: py,
      turn: 0,
      width,
    });
  }
  return placedTexts;
}

import type { MapContext } from '../../../map/mapContext';
import type { MapTheme } from '../../../map/mapTheme';
import { paintPicture, type PictureScene } from '../../../map/paintPicture';
import type { TerritoryLook } from '../../../map/paintTerritories';
import { frameOfBox } from '../../../map/pictureFrame';
import { TERRITORY_COLORS } from '../../../palette/territoryColors';
import type { UnitBox } from '../mapBoxes';
import type { LegendRow } from './legendRows';
import { legendBox, PAGE_FAMILY, paintLegend } from './paintLegend';
import { shortText } from './shortText';

/** A line of the table beside the map. */
export interface MapTableRow {
  readonly name: string;
  /** Index of the palette; null = no colour. */
  readonly colorIndex: number | null;
  readonly accounts: string;
  readonly index: string;
}

/** A map with title, legend and table of territories. */
export interface MapPage {
  readonly title: string;
  readonly subtitle: string;
  /** Who and when, at the foot. */
  readonly foot: string;
  readonly scene: PictureScene;
  /** What the map shows (unit square). */
  readonly box: UnitBox;
  readonly legendTitle: string;
  readonly legend: readonly LegendRow[];
  readonly rows: readonly MapTableRow[];
}

/** CSS pixels: 96 an inch. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 38;
const HEAD = 46;
const FOOT = 18;
const GAP = 18;
const ROW = 15.5;
const ROW_HEAD = 18;
const COLUMN = 232;
/** Share of an upright page that is the map's. */
const MAP_SHARE = 0.62;

interface Box extends PageSize {
  readonly left: number;
  readonly top: number;
}

interface Layout {
  readonly map: Box;
  readonly table: Box;
  readonly columns: number;
  readonly rowsPerColumn: number;
}

function layoutOf({ width, height }: PageSize): Layout {
  const inner = { width: width - 2 * MARGIN, height: height - 2 * MARGIN - HEAD - FOOT };
  const top = MARGIN + HEAD;
  const isWide = width > height;
  const map: Box = isWide
    ? { left: MARGIN, top, width: inner.width - COLUMN - GAP, height: inner.height }
    : { left: MARGIN, top, width: inner.width, height: Math.round(inner.height * MAP_SHARE) };
  const table: Box = isWide
    ? { left: MARGIN + map.width + GAP, top, width: COLUMN, height: inner.height }
    : {
        left: MARGIN,
        top: top + map.height + GAP,
        width: inner.width,
        height: inner.height - map.height - GAP,
      };
  return {
    map,
    table,
    columns: isWide ? 1 : Math.floor((table.width + GAP) / (COLUMN - 20 + GAP)),
    rowsPerColumn: Math.floor((table.height - ROW_HEAD) / ROW),
  };
}

/** How many lines of the table have room beside the map. */
export function rowsThatFit(size: PageSize): number {
  const { columns, rowsPerColumn } = layoutOf(size);
  return columns * rowsPerColumn;
}

/** The page made longer until the table has room for all its lines: for a picture, which has no next page. */
export function sizeForRows(size: PageSize, rowCount: number): PageSize {
  const { columns, rowsPerColumn } = layoutOf(size);
  const missing = Math.ceil(rowCount / columns) - rowsPerColumn;
  // Upright, the map takes its share of what is added.
  const share = size.width > size.height ? 1 : 1 - MAP_SHARE;
  return missing <= 0 ? size : { ...size, height: Math.ceil(size.height + ((missing + 1) * ROW) / share) };
}

/** Draws a page. @param hatch makes the fill of unassigned land for the frame of the map */
export function paintMapPage(
  context: MapContext,
  size: PageSize,
  page: MapPage,
  theme: MapTheme,
  hatch: TerritoryLook['hatch'],
): void {
  const layout = layoutOf(size);
  const { map } = layout;
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, size.width, size.height);
  paintHead(context, size, page, theme);
  const frame = frameOfBox(page.box, map.width, map.height, 24);
  context.save();
  context.translate(map.left, map.top);
  const box = legendBox(context, page.legend, page.legendTitle, map.height);
  paintPicture(context, frame, page.scene, theme, hatch, [box]);
  paintLegend(context, box, page.legend, page.legendTitle, theme);
  context.restore();
  paintTable(context, layout, page.rows, theme);
}

function paintHead(context: MapContext, size: PageSize, page: MapPage, theme: MapTheme): void {
  const width = size.width - 2 * MARGIN;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = theme.text;
  context.font = `640 19px ${PAGE_FAMILY}`;
  context.fillText(shortText(context, page.title, width), MARGIN, MARGIN + 15);
  context.font = `450 11px ${PAGE_FAMILY}`;
  context.fillStyle = theme.hatch;
  context.fillText(shortText(context, page.subtitle, width), MARGIN, MARGIN + 33);
  context.font = `450 9px ${PAGE_FAMILY}`;
  context.fillText(shortText(context, page.foot, width), MARGIN, size.height - MARGIN);
}

function paintTable(
  context: MapContext,
  { table, columns, rowsPerColumn }: Layout,
  rows: readonly MapTableRow[],
  theme: MapTheme,
): void {
  const room = columns * rowsPerColumn;
  const shown = rows.length > room ? rows.slice(0, room - 1) : rows;
  const width = (table.width - (columns - 1) * GAP) / columns;
  // Columns are as long as each other; a full table fills them to the foot.
  const long = shown.length < rows.length ? rowsPerColumn : Math.ceil(shown.length / columns);
  for (let column = 0; column * long < shown.length; column++) {
    const left = table.left + column * (width + GAP);
    const own = shown.slice(column * long, (column + 1) * long);
    paintColumn(context, left, table.top, width, own, theme);
    const isLast = (column + 1) * long >= shown.length;
    if (!isLast || shown.length === rows.length) continue;
    context.fillStyle = theme.hatch;
    context.textAlign = 'left';
    const more = `and ${rows.length - shown.length} more, on the next page`;
    context.fillText(more, left + 16, table.top + ROW_HEAD + own.length * ROW + 10);
  }
}

function paintColumn(
  context: MapContext,
  left: number,
  top: number,
  width: number,
  rows: readonly MapTableRow[],
  theme: MapTheme,
): void {
  const right = left + width;
  const write = (y: number, name: string, accounts: string, index: string) => {
    context.textAlign = 'left';
    context.fillText(shortText(context, name, width - 16 - 92), left + 16, y);
    context.textAlign = 'right';
    context.fillText(accounts, right - 38, y);
    context.fillText(index, right, y);
  };
  context.font = `560 9.5px ${PAGE_FAMILY}`;
  context.fillStyle = theme.hatch;
  write(top + 8, 'Territory', 'Accounts', 'Index');
  context.font = `450 10.5px ${PAGE_FAMILY}`;
  rows.forEach(({ name, colorIndex, accounts, index }, at) => {
    const y = top + ROW_HEAD + at * ROW + 10;
    const color = colorIndex === null ? undefined : TERRITORY_COLORS[colorIndex];
    if (color) {
      context.fillStyle = color.solid;
      context.fillRect(left, y - 8.5, 9, 9);
    }
    context.fillStyle = theme.text;
    write(y, name, accounts, index);
  });
}

import type { ClosedLine } from '../../shared/geo/lassoSelect';
import { basemapLevels, paintGround } from './paintGround';
import type { Basemap } from './basemapFiles';
import { dotColoringOf, dotInks, dotStyles, drawingOrder, inkOfRow, styleRows } from './dotStyles';
import { RING_SHARE, type DotStyle } from './dotSprites';
import type { LabelBox } from './labelLayout';
import { keepWhileSame } from './keepWhileSame';
import type { DotSizes, MapPoints } from './mapAccounts';
import { fillOfCode, fillOfOwner, type MapAlignment, type MapColoring } from './mapColoring';
import type { MapContext } from './mapContext';
import type { MapFrame } from './mapFrame';
import { drawTexts, TextWidths } from './mapTexts';
import type { MapTheme } from './mapTheme';
import { paintBoundaries } from './paintBoundaries';
import { paintHeat } from './paintHeat';
import { placeLabels, type TerritoryLabel } from './placeLabels';
import { drawingOfOwners, outlinesOfClasses, paintTerritories, type TerritoryLook } from './paintTerritories';
import { UnitLayerDrawing, type MapUnits } from './UnitLayerDrawing';

/** The boundary of a territory by index. */
export interface TerritoryBoundary {
  readonly territory: number;
  readonly line: ClosedLine;
}

/** All that a map shows, whatever it is drawn on. */
export interface PictureScene {
  readonly basemap: Basemap;
  readonly places: MapPoints;
  readonly sizes: DotSizes;
  readonly alignment: MapAlignment & { readonly owners: Int32Array };
  readonly coloring: MapColoring;
  readonly labels: readonly TerritoryLabel[];
  readonly units: MapUnits | null;
  /** Whether accounts are shown by their density and not as dots. */
  readonly isDensity: boolean;
  /** Boundaries drawn by hand. */
  readonly boundaries: readonly TerritoryBoundary[];
  /** Territory whose outline, boundary and accounts alone are drawn; −1 = all are. */
  readonly only: number;
}

/** Paper shows twice as much of a line as a screen. */
const PAPER_DETAIL = 1;

const levelsOf = keepWhileSame((basemap: Basemap) => basemapLevels(basemap, PAPER_DETAIL));
const landOf = keepWhileSame((basemap: Basemap, owners: Int32Array) =>
  drawingOfOwners(basemap, owners, null),
);

/**
 * Draws a map in the box 0, 0 to the frame's width and height, with land, areas, borders, accounts and names.
 * @param hatch of unassigned land, as the context fills with it @param kept boxes that no name may cross
 */
export function paintPicture(
  context: MapContext,
  frame: MapFrame,
  scene: PictureScene,
  theme: MapTheme,
  hatch: TerritoryLook['hatch'],
  kept: readonly LabelBox[] = [],
): void {
  const { basemap, alignment, coloring, units, only } = scene;
  const levels = levelsOf(basemap);
  context.save();
  context.beginPath();
  context.rect(0, 0, frame.width, frame.height);
  context.clip();
  paintGround(context, frame, basemap, levels, theme);
  paintTerritories(context, frame, basemap, levels, theme, landOf(basemap, alignment.owners), {
    classes: outlinesOfClasses(basemap, coloring),
    fillOf: (code) => fillOfCode(coloring, alignment.colorIndices, theme, code),
    selected: only,
    isPale: units !== null && coloring.kind !== 'measure',
    hatch,
  });
  if (units) {
    const layer = new UnitLayerDrawing();
    layer.set(units);
    layer.paint(context, frame, theme, (code) => fillOfOwner(coloring, alignment.colorIndices, theme, code));
  }
  if (scene.isDensity) {
    paintHeat(context, frame, scene.places, coloring.kind === 'heat' ? coloring.weights : null, theme);
  } else {
    paintDots(context, frame, scene, theme);
  }
  const boundaries = scene.boundaries.filter(({ territory }) => only < 0 || territory === only);
  paintBoundaries(
    context,
    frame,
    boundaries.map(({ line }) => line),
    theme,
  );
  const named = { territories: scene.labels, accounts: null, basemap, detail: levels.detail };
  const widths = new TextWidths();
  const texts = placeLabels(frame, named, (style, text) => widths.of(context, style, text), kept);
  drawTexts(context, texts, theme);
  context.restore();
}

/** Accounts as circles: the small first, and of one size those of one colour together. */
function paintDots(context: MapContext, frame: MapFrame, scene: PictureScene, theme: MapTheme): void {
  const { places, sizes, alignment, coloring, only } = scene;
  const styles = dotStyles(dotInks(theme), theme, frame.zoom);
  const styleOf = new Uint16Array(places.hidden.length);
  const inkOf = inkOfRow(alignment, dotColoringOf(coloring), theme);
  styleRows(styleOf, null, places.hidden, sizes.sizes, places.hollow, inkOf);
  const rows = Array.from(drawingOrder(sizes.sizes, places.hidden)).filter(
    (row) => only < 0 || alignment.assignment[row] === only,
  );
  rows.sort((a, b) => sizes.sizes[a]! - sizes.sizes[b]! || styleOf[a]! - styleOf[b]! || a - b);
  context.globalAlpha = 1;
  for (const row of rows) {
    const x = places.points.x[row]! * frame.scale - frame.left;
    const y = places.points.y[row]! * frame.scale - frame.top;
    const style = styles[styleOf[row]!]!;
    const reach = style.radius + style.haloWidth;
    if (x < -reach || y < -reach || x > frame.width + reach || y > frame.height + reach) continue;
    paintDot(context, x, y, style);
  }
}

/** A dot of ink in a light ring, or a ring of ink round a light middle. */
function paintDot(context: MapContext, x: number, y: number, style: DotStyle): void {
  const ring = style.isHollow ? style.radius * RING_SHARE : style.haloWidth;
  context.beginPath();
  context.arc(x, y, style.isHollow ? style.radius - ring / 2 : style.radius + ring / 2, 0, 2 * Math.PI);
  context.fillStyle = style.isHollow ? style.halo : style.ink;
  context.fill();
  context.strokeStyle = style.isHollow ? style.ink : style.halo;
  context.lineWidth = ring;
  context.stroke();
}

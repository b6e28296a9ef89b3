import { HOUSE, UNASSIGNED } from '../../shared/model/alignment';
import {
  borderArcs,
  outlinesByOwner,
  type BorderArcs,
  type Outline,
} from '../../shared/geo/territoryOutlines';
import { traceLines, traceRings, type ArcLevels } from './arcPath';
import type { Basemap } from './basemapFiles';
import type { MapColoring } from './mapColoring';
import type { MapContext } from './mapContext';
import type { MapFrame } from './mapFrame';
import type { MapTheme } from './mapTheme';
import { arcsOfStates, paintInlandLakes, type BasemapLevels } from './paintGround';

/** The land of a plan: who owns each county, in outlines. Made anew when a county changes hands. */
export interface LandDrawing {
  readonly owners: Int32Array;
  readonly outlines: ReadonlyMap<number, Outline>;
  readonly borders: BorderArcs;
  /** County lines inside territories. */
  readonly innerArcs: Int32Array;
}

/** Reuses the outlines of owners whose counties stayed the same. */
export function drawingOfOwners(
  basemap: Basemap,
  owners: Int32Array,
  previous: LandDrawing | null,
): LandDrawing {
  const changed = new Set<number>();
  if (previous?.owners.length === owners.length) {
    for (let unit = 0; unit < owners.length; unit++) {
      if (previous.owners[unit] === owners[unit]) continue;
      changed.add(previous.owners[unit]!).add(owners[unit]!);
    }
    if (changed.size === 0) return previous;
  }
  const fresh = outlinesByOwner(basemap.counties, owners, changed.size > 0 ? changed : null);
  const outlines = new Map(changed.size > 0 ? previous!.outlines : []);
  for (const owner of changed) outlines.delete(owner);
  for (const [owner, outline] of fresh) outlines.set(owner, outline);
  return {
    owners,
    outlines,
    borders: borderArcs(basemap.counties, owners, HOUSE),
    innerArcs: innerArcs(basemap, owners),
  };
}

/** Areas of the classes of a measure by county; null where something else colours the land. */
export function outlinesOfClasses(
  { counties }: Basemap,
  coloring: MapColoring,
): ReadonlyMap<number, Outline> | null {
  return coloring.kind === 'measure' && coloring.classOfUnit
    ? outlinesByOwner(counties, coloring.classOfUnit)
    : null;
}

function innerArcs({ counties }: Basemap, owners: Int32Array): Int32Array {
  const arcs: number[] = [];
  for (let arc = 0; arc < counties.forwardUnit.length; arc++) {
    const one = counties.forwardUnit[arc]!;
    const other = counties.backwardUnit[arc]!;
    if (one >= 0 && other >= 0 && owners[one] === owners[other] && owners[one]! >= HOUSE) arcs.push(arc);
  }
  return Int32Array.from(arcs);
}

export interface TerritoryLook {
  /** Areas to fill instead of territories, by class (a measure by county); null = territories. */
  readonly classes: ReadonlyMap<number, Outline> | null;
  /** Fill of a territory by index, or of a class; null = none. */
  readonly fillOf: (code: number) => string | null;
  /** Territory whose outline is drawn in accent, −1 = none. */
  readonly selected: number;
  /** Under a layer of units the fills alone are drawn, and pale. */
  readonly isPale: boolean;
  /** Fill of unassigned land, drawn on the surface's colour; null = bare. */
  readonly hatch: string | CanvasPattern | null;
}

/** Who has the accounts shows through who has the land. */
const PALE_OPACITY = 0.4;

/** Draws fills, county and state lines, borders and the outline of the selected territory. */
export function paintTerritories(
  context: MapContext,
  frame: MapFrame,
  basemap: Basemap,
  levels: BasemapLevels,
  theme: MapTheme,
  land: LandDrawing,
  look: TerritoryLook,
): void {
  context.lineJoin = 'round';
  context.lineCap = 'round';
  if (look.isPale) context.globalAlpha = PALE_OPACITY;
  paintFills(context, frame, levels.us, theme, land, look);
  context.globalAlpha = 1;
  paintInlandLakes(context, frame, basemap, levels, theme, 0.85);
  if (!look.isPale) {
    paintCountyLines(context, frame, levels.us, theme, land);
    paintZip3Lines(context, frame, levels, theme);
  }
  strokeArcs(context, frame, levels.us, arcsOfStates(basemap), theme.county, frame.zoom < 5 ? 0.7 : 1, 0.95);
  if (!look.isPale) paintBorders(context, frame, levels.us, theme, land);
  // Codes below zero stand for nobody; no selection is one of them, too.
  const outline = look.selected < 0 ? undefined : land.outlines.get(look.selected);
  if (outline) {
    context.beginPath();
    traceRings(context, levels.us, outline, frame);
    stroke(context, theme.halo, 5, 1);
    stroke(context, theme.accent, 2.4, 1);
  }
}

function paintBorders(
  context: MapContext,
  frame: MapFrame,
  arcs: ArcLevels,
  theme: MapTheme,
  land: LandDrawing,
): void {
  strokeArcs(context, frame, arcs, land.borders.outer, theme.territoryInk, 0.7, 0.28);
  const isFar = frame.zoom < 5;
  const { between } = land.borders;
  strokeArcs(context, frame, arcs, between, theme.territoryEdge, isFar ? 2.4 : 3.4, 1);
  strokeArcs(context, frame, arcs, between, theme.territoryInk, isFar ? 1 : 1.3, 0.8);
}

function paintFills(
  context: MapContext,
  frame: MapFrame,
  levels: ArcLevels,
  theme: MapTheme,
  land: LandDrawing,
  look: TerritoryLook,
): void {
  // Territories of one fill are drawn as one path: no seam where two of them meet.
  const byFill = new Map<string | CanvasPattern, Outline[]>();
  for (const [owner, outline] of look.classes ?? land.outlines) {
    const fill = owner >= 0 ? look.fillOf(owner) : fillOfNobody(theme, look, owner);
    if (fill === null) continue;
    const list = byFill.get(fill);
    if (list) list.push(outline);
    else byFill.set(fill, [outline]);
  }
  for (const [fill, outlines] of byFill) {
    context.beginPath();
    for (const outline of outlines) traceRings(context, levels, outline, frame);
    if (fill === look.hatch) {
      context.fillStyle = theme.surface;
      context.fill();
    }
    context.fillStyle = fill;
    context.fill();
  }
}

/** House is flat grey, unassigned is white under a 45° hatch; land outside the plan stays bare. */
function fillOfNobody(theme: MapTheme, look: TerritoryLook, owner: number): string | CanvasPattern | null {
  if (owner === HOUSE) return theme.house;
  return owner === UNASSIGNED ? look.hatch : null;
}

/** Pixels from one line of the hatch to the next. */
export const HATCH_PX = 6;
/** Opacity of the hatch's lines. */
export const HATCH_OPACITY = 0.6;
const hatches = new Map<string, CanvasPattern>();

/** The hatch of unassigned land for a canvas. */
export function hatchPattern(
  context: CanvasRenderingContext2D,
  frame: Pick<MapFrame, 'left' | 'top'>,
  theme: MapTheme,
): CanvasPattern | null {
  const hatch = hatches.get(theme.hatch) ?? makeHatch(context, theme);
  if (!hatch) return null;
  hatches.set(theme.hatch, hatch);
  // The hatch lies still on the map: it meets itself where a drag adds a strip.
  hatch.setTransform(new DOMMatrix().translate(-(frame.left % HATCH_PX), -(frame.top % HATCH_PX)));
  return hatch;
}

function makeHatch(context: CanvasRenderingContext2D, theme: MapTheme): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = tile.height = HATCH_PX;
  const ink = tile.getContext('2d')!;
  ink.strokeStyle = theme.hatch;
  ink.globalAlpha = HATCH_OPACITY;
  ink.beginPath();
  for (const shift of [-HATCH_PX, 0, HATCH_PX]) {
    ink.moveTo(shift, HATCH_PX);
    ink.lineTo(shift + HATCH_PX, 0);
  }
  ink.stroke();
  return context.createPattern(tile, 'repeat');
}

function paintCountyLines(
  context: MapContext,
  frame: MapFrame,
  levels: ArcLevels,
  theme: MapTheme,
  land: LandDrawing,
): void {
  if (frame.zoom < 4) return;
  const isFar = frame.zoom < 5;
  strokeArcs(context, frame, levels, land.innerArcs, theme.county, isFar ? 0.4 : 0.6, isFar ? 0.32 : 0.5);
}

/** Areas that nobody has drawn officially have no firm line. */
function paintZip3Lines(context: MapContext, frame: MapFrame, levels: BasemapLevels, theme: MapTheme): void {
  const zip3 = levels.detail.linesAt('zip3', frame.zoom);
  if (!zip3) return;
  context.setLineDash([3, 3]);
  strokeArcs(context, frame, zip3.arcLevels, zip3.arcs, theme.territoryInk, 0.7, 0.3);
  context.setLineDash([]);
}

function strokeArcs(
  context: MapContext,
  frame: MapFrame,
  levels: ArcLevels,
  arcs: Int32Array,
  color: string,
  width: number,
  opacity: number,
): void {
  context.beginPath();
  traceLines(context, levels, arcs, frame);
  stroke(context, color, width, opacity);
}

function stroke(context: MapContext, color: string, width: number, opacity: number): void {
  context.globalAlpha = opacity;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
  context.globalAlpha = 1;
}

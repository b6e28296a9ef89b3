import { ArcLevels, arcsOfMap, traceLines, traceUnits } from './arcPath';
import { basemapDetail, type BasemapDetail } from './basemapDetail';
import type { Basemap } from './basemapFiles';
import type { MapContext } from './mapContext';
import { boundsOfFrame, type MapFrame } from './mapFrame';
import type { MapTheme } from './mapTheme';

/** The two sources of land may differ by this much along the borders of the USA. */
const BRIDGE_KM = 5;
const KM_PER_UNIT_AT_45 = 40075 * Math.SQRT1_2;

/** Arc levels of the three sources of the base map, and what it shows from near. */
export interface BasemapLevels {
  readonly world: ArcLevels;
  readonly us: ArcLevels;
  readonly water: ArcLevels;
  readonly detail: BasemapDetail;
}

/** Levels of a base map, to be kept. @param extraDetail as ArcLevels has it */
export function basemapLevels(basemap: Basemap, extraDetail = 0): BasemapLevels {
  return {
    world: new ArcLevels(basemap.countries.arcs, extraDetail),
    us: new ArcLevels(basemap.counties.arcs, extraDetail),
    water: new ArcLevels(basemap.waterArcs, extraDetail),
    detail: basemapDetail,
  };
}

let countryArcs: { basemap: Basemap; arcs: Int32Array } | null = null;

function arcsOfCountries(basemap: Basemap): Int32Array {
  if (countryArcs?.basemap !== basemap) {
    countryArcs = { basemap, arcs: arcsOfMap(basemap.countries) };
  }
  return countryArcs.arcs;
}

/** Draws water, land outside the plan, lakes and rivers; water alone before the base map is read. */
export function paintGround(
  context: MapContext,
  frame: MapFrame,
  basemap: Basemap | null,
  levels: BasemapLevels | null,
  theme: MapTheme,
): void {
  context.fillStyle = theme.water;
  context.fillRect(0, 0, frame.width, frame.height);
  if (!basemap || !levels) return;
  context.lineJoin = 'round';

  context.beginPath();
  traceUnits(context, levels.world, basemap.countries, frame);
  context.fillStyle = theme.land;
  context.fill();

  context.beginPath();
  traceLines(context, levels.world, basemap.bridge, frame);
  context.strokeStyle = theme.land;
  context.lineWidth = Math.max(1.5, (BRIDGE_KM / KM_PER_UNIT_AT_45) * frame.scale);
  context.stroke();

  context.beginPath();
  traceLines(context, levels.world, arcsOfCountries(basemap), frame);
  context.strokeStyle = theme.landLine;
  context.lineWidth = 0.8;
  context.stroke();

  const regions = levels.detail.linesAt('region', frame.zoom);
  if (regions) {
    context.beginPath();
    traceLines(context, regions.arcLevels, regions.arcs, frame);
    context.lineWidth = frame.zoom < 5 ? 0.4 : 0.6;
    context.stroke();
  }

  paintLakes(context, frame, basemap, levels, theme);
}

let stateArcs: { basemap: Basemap; arcs: Int32Array } | null = null;

/** Borders between states, and their coasts. */
export function arcsOfStates(basemap: Basemap): Int32Array {
  if (stateArcs?.basemap !== basemap) stateArcs = { basemap, arcs: arcsOfMap(basemap.states) };
  return stateArcs.arcs;
}

function paintLakes(
  context: MapContext,
  frame: MapFrame,
  basemap: Basemap,
  levels: BasemapLevels,
  theme: MapTheme,
): void {
  context.beginPath();
  traceUnits(context, levels.water, basemap.lakes, frame);
  context.fillStyle = theme.water;
  context.fill();
  if (frame.zoom >= 4) {
    context.strokeStyle = theme.landLine;
    context.lineWidth = 0.6;
    context.stroke();
  }
  // US land is cut out along the shores of the Great Lakes: it covers what the coarser lakes overlap.
  const [west, , east] = boundsOfFrame(frame);
  if (east > 0 && west < 0.5) {
    context.beginPath();
    traceUnits(context, levels.us, basemap.states, frame);
    context.fillStyle = theme.land;
    context.fill();
    context.beginPath();
    traceLines(context, levels.us, arcsOfStates(basemap), frame);
    context.strokeStyle = theme.landLine;
    context.lineWidth = 0.8;
    context.stroke();
  }
  if (frame.zoom < 3.5) return;
  context.beginPath();
  traceLines(context, levels.water, basemap.rivers, frame);
  context.strokeStyle = theme.water;
  context.lineWidth = frame.zoom < 5 ? 0.7 : 1.1;
  context.stroke();
  paintInlandLakes(context, frame, basemap, levels, theme, 1);
}

/** Draws the lakes inside counties, on land or above the fill of territories. */
export function paintInlandLakes(
  context: MapContext,
  frame: MapFrame,
  basemap: Basemap,
  levels: BasemapLevels,
  theme: MapTheme,
  opacity: number,
): void {
  if (frame.zoom < 4.5) return;
  context.globalAlpha = opacity;
  context.beginPath();
  traceUnits(context, levels.water, basemap.inlandLakes, frame);
  context.fillStyle = theme.water;
  context.fill();
  context.globalAlpha = 1;
}

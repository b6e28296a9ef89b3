import { UNASSIGNED } from '../../shared/model/alignment';
import { outlinesByOwner, type Outline } from '../../shared/geo/territoryOutlines';
import { arcsOfMap, traceLines, traceRings, traceUnits } from './arcPath';
import { keepWhileSame } from './keepWhileSame';
import type { MapContext } from './mapContext';
import type { MapFrame } from './mapFrame';
import type { MapTheme } from './mapTheme';
import type { UnitGround } from './unitMapFiles';

/** Claimed land of one level. */
export interface ClaimedUnits {
  readonly ground: UnitGround;
  /** Territory index or a negative code, one a unit. */
  readonly owners: Int32Array;
}

/** Geographic units on the map: who claims them, and which are picked. */
export interface MapUnits {
  /** Coarsest first: finer claims lie above. */
  readonly claimed: readonly ClaimedUnits[];
  /** The units that tools pick. */
  readonly ground: UnitGround;
  /** Class 0 to 5 of each unit of the ground by a measure; null = filled by their owners. */
  readonly classOfUnit: Int32Array | null;
  /** Indices of the picked units. */
  readonly picked: readonly number[];
}

const LEAST_LINE_ZOOM = { country: 0, region: 2.5, county: 4, zip3: 3.5 } as const;

/** Draws units over the land of the plan: fills of their owners, the lines between them, and the picked ones. */
export class UnitLayerDrawing {
  private units: MapUnits | null = null;
  private readonly outlinesOf = new WeakMap<Int32Array, ReadonlyMap<number, Outline>>();
  private readonly linesOf = keepWhileSame((ground: UnitGround) => arcsOfMap(ground.map));

  set(units: MapUnits | null): void {
    this.units = units;
  }

  paint(
    context: MapContext,
    frame: MapFrame,
    theme: MapTheme,
    fillOf: (code: number) => string | null,
  ): void {
    const { units } = this;
    if (!units) return;
    const { ground } = units;
    context.lineJoin = 'round';
    if (units.classOfUnit) {
      const fillOfClass = (code: number) => theme.sequential[code] ?? null;
      this.fill(context, frame, { ground, owners: units.classOfUnit }, theme, fillOfClass);
    } else {
      for (const claimed of units.claimed) this.fill(context, frame, claimed, theme, fillOf);
    }
    if (frame.zoom >= LEAST_LINE_ZOOM[ground.level]) {
      context.beginPath();
      traceLines(context, ground.arcLevels, this.linesOf(ground), frame);
      context.strokeStyle = theme.territoryInk;
      context.globalAlpha = 0.35;
      context.lineWidth = 0.7;
      // Areas that nobody has drawn officially have no firm line.
      if (ground.level === 'zip3') context.setLineDash([3, 2]);
      context.stroke();
      context.setLineDash([]);
      context.globalAlpha = 1;
    }
    this.paintPicked(context, frame, theme, units);
  }

  private fill(
    context: MapContext,
    frame: MapFrame,
    { ground, owners }: ClaimedUnits,
    theme: MapTheme,
    fillOf: (code: number) => string | null,
  ): void {
    let outlines = this.outlinesOf.get(owners);
    if (!outlines) this.outlinesOf.set(owners, (outlines = outlinesByOwner(ground.map, owners)));
    for (const [code, outline] of outlines) {
      const fill = code >= 0 ? fillOf(code) : code < UNASSIGNED && code > -4 ? theme.house : null;
      if (fill === null) continue;
      context.beginPath();
      traceRings(context, ground.arcLevels, outline, frame);
      context.fillStyle = fill;
      context.fill();
      context.strokeStyle = theme.territoryInk;
      context.lineWidth = 1.2;
      context.globalAlpha = 0.8;
      context.stroke();
      context.globalAlpha = 1;
    }
  }

  private paintPicked(
    context: MapContext,
    frame: MapFrame,
    theme: MapTheme,
    { ground, picked }: MapUnits,
  ): void {
    if (picked.length === 0) return;
    context.beginPath();
    traceUnits(context, ground.arcLevels, ground.map, frame, picked);
    context.fillStyle = theme.accent;
    context.globalAlpha = 0.22;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = theme.halo;
    context.lineWidth = 3.6;
    context.stroke();
    context.strokeStyle = theme.accent;
    context.lineWidth = 1.8;
    context.stroke();
  }
}

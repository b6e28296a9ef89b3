import type L from 'leaflet';
import type { Outline } from '../../shared/geo/territoryOutlines';
import { createUnitLocator, type UnitLocator } from '../../shared/geo/unitLocator';
import type { Basemap } from './basemapFiles';
import { CanvasStack } from './CanvasStack';
import { controlBoxes } from './controlBoxes';
import { createLeaflet } from './createLeaflet';
import type { DotView } from './crowding';
import { DensityLayer } from './DensityLayer';
import { DotLayer } from './DotLayer';
import { dotColoringOf } from './dotStyles';
import { fitBox } from './fitBox';
import { boxOfChange, boxOfOwners } from './landBoxes';
import { LabelLayer } from './LabelLayer';
import type { LabelBox } from './labelLayout';
import type { DotSizes, MapPoints } from './mapAccounts';
import { fillOfCode, fillOfOwner, type MapAlignment, type MapColoring } from './mapColoring';
import type { MapFrame } from './mapFrame';
import { onSchemeChange, readMapTheme, type MapTheme } from './mapTheme';
import { basemapLevels, paintGround, type BasemapLevels } from './paintGround';
import type { TerritoryLabel } from './placeLabels';
import {
  drawingOfOwners,
  hatchPattern,
  outlinesOfClasses,
  paintTerritories,
  type LandDrawing,
} from './paintTerritories';
import { ShapeLayer } from './ShapeLayer';
import { takenBoxes } from './takenBoxes';
import { ToolGestures, type MapPoint, type ToolEvents } from './toolGestures';
import { UnitLayerDrawing, type MapUnits } from './UnitLayerDrawing';

/** Where a map looks; kept so that a screen comes back as it was left. */
export interface MapView {
  readonly lat: number;
  readonly lng: number;
  readonly zoom: number;
}

/** The 48 states, before a plan says where to look. */
const HOME: MapView = { lat: 39.5, lng: -96.5, zoom: 4.25 };
const ZOOM_STEP = 0.5;

type LayerName = 'ground' | 'territories' | 'units' | 'heat' | 'dots' | 'selection' | 'shape' | 'labels';

/** The map of a plan: owns the Leaflet instance and its canvases. Told what to show, it draws what changed. */
export class TerritoryMap {
  readonly shapes: ShapeLayer;
  private readonly leaflet: L.Map;
  private readonly stack: CanvasStack<LayerName>;
  private readonly gestures: ToolGestures;
  private readonly dots = new DotLayer();
  private readonly density = new DensityLayer();
  private readonly unitLayer = new UnitLayerDrawing();
  private readonly labelLayer = new LabelLayer();
  private hasUnits = false;
  private readonly stopTheme: () => void;
  private theme: MapTheme = readMapTheme();
  private basemap: Basemap | null = null;
  private levels: BasemapLevels | null = null;
  private locator: UnitLocator | null = null;
  private land: LandDrawing | null = null;
  private alignment: MapAlignment | null = null;
  private coloring: MapColoring = { kind: 'territory' };
  private classes: ReadonlyMap<number, Outline> | null = null;
  private selectedTerritory = -1;
  /** What to look at, until somebody moves the map: panels unfold and fold after the first look. */
  private firstLook: (() => void) | null = null;

  constructor(
    element: HTMLElement,
    view: MapView | null,
    events: ToolEvents,
    onView: (view: MapView) => void,
  ) {
    const start = view ?? HOME;
    this.leaflet = createLeaflet(element, start, ZOOM_STEP);
    this.stack = new CanvasStack<LayerName>(
      this.leaflet,
      {
        ground: (context, frame) => paintGround(context, frame, this.basemap, this.levels, this.theme),
        territories: (context, frame) => this.drawTerritories(context, frame),
        units: (context, frame) =>
          this.unitLayer.paint(context, frame, this.theme, (code) => this.ownerFill(code)),
        heat: (context, frame) => this.density.paint(context, frame, this.theme),
        dots: (context, frame) => this.dots.paint(context.canvas, frame, this.theme),
        selection: (context, frame) => this.dots.paintSelection(context.canvas, frame, this.theme),
        shape: (context, frame) => this.shapes.paint(context, frame, this.theme),
        labels: (context, frame, isBlank) =>
          this.labelLayer.paint(context, frame, this.theme, controlBoxes(this.leaflet, frame), isBlank),
      },
      {
        shiftable: ['ground', 'territories', 'units'],
        pixels: ['dots', 'selection'],
        kept: ['labels'],
        // Water alone is the background of the element.
        hidden: ['ground', 'territories', 'units', 'heat', 'selection', 'shape', 'labels'],
      },
    );
    this.gestures = new ToolGestures(this.leaflet, events);
    this.shapes = new ShapeLayer(this.leaflet, this.stack, this.gestures);
    for (const act of ['pointerdown', 'wheel', 'keydown']) {
      element.addEventListener(act, () => (this.firstLook = null), { passive: true });
    }
    this.leaflet.on('moveend', () => {
      // Names keep clear of the controls, which stand still while the map moves.
      this.stack.invalidate('labels');
      onView(this.view());
    });
    // Before the canvases are drawn at their new zoom.
    this.leaflet.on('zoomend', () => this.followZoom());
    this.stopTheme = onSchemeChange(() => {
      this.theme = readMapTheme();
      if (this.alignment) this.dots.setAlignment(this.alignment, this.theme);
      this.stack.invalidate();
    });
    void document.fonts.ready.then(() => {
      this.labelLayer.forgetWidths();
      this.stack.invalidate('labels');
    });
  }

  setBasemap(basemap: Basemap): void {
    this.basemap = basemap;
    this.locator = createUnitLocator(basemap.counties);
    this.levels = basemapLevels(basemap);
    this.labelLayer.setThings({ basemap, detail: this.levels.detail });
    this.stack.show('ground', true);
    this.stack.show('territories', true);
    this.stack.show('labels', true);
    this.stack.invalidate('ground', 'territories', 'labels');
    this.followZoom();
  }

  /** @param names one a row, told when the map is near; null = none are */
  setAccounts(places: MapPoints, sizes: DotSizes, names: readonly string[] | null = null): void {
    this.labelLayer.setThings({ accounts: names && { places, names } });
    this.dots.setAccounts(places, sizes);
    this.density.setAccounts(places);
    this.followZoom();
    this.stack.invalidate('dots', 'selection', 'labels', 'heat');
  }

  /** Shows who has what; of an edit only the dots and outlines that it touches are drawn anew. */
  setAlignment(alignment: MapAlignment): void {
    const { land } = this;
    this.alignment = alignment;
    const rows = this.dots.setAlignment(alignment, this.theme);
    const frame = this.stack.currentFrame();
    if (!rows || !this.dots.repaint(this.stack.canvasOf('dots'), frame, this.theme, rows)) {
      this.stack.invalidate('dots');
    }
    if (this.basemap && alignment.owners) this.land = drawingOfOwners(this.basemap, alignment.owners, land);
    if (this.land === land && rows) return;
    const box = rows && land && this.land && boxOfChange(this.basemap!, land, this.land);
    if (box) this.stack.invalidateBox('territories', box);
    this.stack.invalidate('units', ...(box ? [] : ['territories' as const]));
  }

  setColoring(coloring: MapColoring): void {
    this.coloring = coloring;
    this.classes = this.basemap && outlinesOfClasses(this.basemap, coloring);
    this.dots.setColoring(dotColoringOf(coloring));
    this.density.setColoring(coloring);
    this.followZoom();
    if (this.alignment) this.dots.setAlignment(this.alignment, this.theme);
    this.stack.invalidate('dots', 'territories', 'units', 'heat');
  }

  /** Accounts as dots, by their density, or by what the zoom has room for. */
  setDotView(view: DotView): void {
    this.density.setView(view);
    this.followZoom();
  }

  /** Shows geographic units above the land, which then turns pale: it shows whose accounts are where; null = none. */
  setUnits(units: MapUnits | null): void {
    this.unitLayer.set(units);
    if (this.hasUnits !== (units !== null)) this.stack.invalidate('territories');
    this.hasUnits = units !== null;
    this.stack.show('units', this.hasUnits);
    this.stack.invalidate('units');
  }

  /** @param labels the first has the best right to its place */
  setLabels(labels: readonly TerritoryLabel[]): void {
    this.labelLayer.setThings({ territories: labels });
    this.stack.show('labels', labels.length > 0 || this.basemap !== null);
    this.stack.invalidate('labels');
  }

  setSelection(rows: Int32Array): void {
    this.dots.setSelection(rows);
    this.stack.show('selection', rows.length > 0);
    this.stack.invalidate('selection');
  }

  /** Draws the outline of a territory in accent; −1 = none. */
  selectTerritory(territory: number): void {
    if (territory === this.selectedTerritory) return;
    const box = this.land && boxOfOwners(this.basemap!, this.land, [territory, this.selectedTerritory]);
    this.selectedTerritory = territory;
    if (box) this.stack.invalidateBox('territories', box);
  }

  setTool(tool: Parameters<ToolGestures['setTool']>[0]): void {
    this.gestures.setTool(tool);
  }

  /** The account at a place, within a few pixels; −1 = none. */
  accountAt(point: MapPoint, withinPx = 7): number {
    return this.dots.nearest(point, withinPx / this.stack.currentFrame().scale);
  }

  /** The owner of the land at a place: a territory index, or a negative code; null = no land of the plan. */
  ownerAt(point: MapPoint): number | null {
    const unit = this.locator?.locate(point.x, point.y) ?? -1;
    const owner = this.alignment?.owners?.[unit];
    return owner === undefined ? null : owner;
  }

  /** A place in CSS pixels from the map's left and top edge. */
  toPixels(point: MapPoint): { readonly left: number; readonly top: number } {
    const corner = this.leaflet.getPixelBounds().min!;
    const scale = 256 * 2 ** this.leaflet.getZoom();
    return { left: point.x * scale - corner.x, top: point.y * scale - corner.y };
  }

  /** Boxes on the view that names and controls take, CSS pixels. */
  takenBoxes(labels: readonly TerritoryLabel[]): LabelBox[] {
    return takenBoxes(this.leaflet, labels);
  }

  size(): { readonly width: number; readonly height: number } {
    const size = this.leaflet.getSize();
    return { width: size.x, height: size.y };
  }

  view(): MapView {
    const center = this.leaflet.getCenter();
    return { lat: center.lat, lng: center.lng, zoom: this.leaflet.getZoom() };
  }

  /** West, north, east and south edge of what is shown, in the unit square. */
  shownBox(): readonly [number, number, number, number] {
    const { min, max } = this.leaflet.getPixelBounds();
    const scale = 256 * 2 ** this.leaflet.getZoom();
    return [min!.x / scale, min!.y / scale, max!.x / scale, max!.y / scale];
  }

  zoomBy(steps: number): void {
    this.firstLook = null;
    this.leaflet.setZoom(this.leaflet.getZoom() + steps * ZOOM_STEP);
  }

  /** Shows a box of the unit square. @param mostZoom never closer than this */
  fit(box: readonly [number, number, number, number], isAnimated: boolean, mostZoom = 11): void {
    this.firstLook = isAnimated ? null : () => this.fit(box, false, mostZoom);
    fitBox(this.leaflet, box, isAnimated, mostZoom);
  }

  /** Takes over a new size of its element. */
  resize(): void {
    this.leaflet.invalidateSize({ animate: false, pan: false });
    this.firstLook?.();
  }

  destroy(): void {
    this.stopTheme();
    this.gestures.destroy();
    this.stack.destroy();
    this.leaflet.remove();
  }

  private drawTerritories(context: CanvasRenderingContext2D, frame: MapFrame): void {
    if (!this.basemap || !this.levels || !this.alignment?.owners) return;
    this.land ??= drawingOfOwners(this.basemap, this.alignment.owners, null);
    paintTerritories(context, frame, this.basemap, this.levels, this.theme, this.land, {
      classes: this.classes,
      fillOf: (code) => fillOfCode(this.coloring, this.alignment!.colorIndices, this.theme, code),
      selected: this.selectedTerritory,
      isPale: this.hasUnits && this.coloring.kind !== 'measure',
      hatch: hatchPattern(context, frame, this.theme),
    });
  }

  /** Where density is shown, dots are not; from near the base map has more lines. */
  private followZoom(): void {
    const zoom = this.leaflet.getZoom();
    const isDensity = this.density.isShown(zoom);
    this.stack.show('heat', isDensity);
    this.stack.show('dots', !isDensity);
    this.levels?.detail.want(zoom, () => this.stack.invalidate('ground', 'territories', 'labels'));
  }

  private ownerFill(code: number): string | null {
    return this.alignment ? fillOfOwner(this.coloring, this.alignment.colorIndices, this.theme, code) : null;
  }
}

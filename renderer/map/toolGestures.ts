import type L from 'leaflet';
import type { ClosedLine, SelectionMode } from '../../shared/geo/lassoSelect';
import type { MapTool } from '../state/viewStore';

/** A place in the unit square. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

export interface ToolEvents {
  /** The shape so far, while it is drawn; null when it is dropped. */
  readonly onDraft: (line: ClosedLine | null) => void;
  readonly onShape: (line: ClosedLine, mode: SelectionMode) => void;
  /** The brush moved; places on its way since the last call. */
  readonly onBrush: (
    path: readonly MapPoint[],
    radius: number,
    mode: SelectionMode,
    phase: 'start' | 'move' | 'end',
  ) => void;
  readonly onClick: (point: MapPoint, mode: SelectionMode) => void;
  readonly onHover: (point: MapPoint | null) => void;
}

/** A lasso keeps a point this often, CSS pixels. */
const LASSO_STEP_PX = 3;
/** A press that moves less is a click. */
const CLICK_PX = 4;
/** A click this near to a polygon's first corner closes it. */
const CLOSE_PX = 9;
export const BRUSH_RADIUS_PX = 14;
const CIRCLE_CORNERS = 72;

function modeOf(event: { shiftKey: boolean; altKey: boolean }): SelectionMode {
  if (event.altKey) return 'remove';
  return event.shiftKey ? 'add' : 'replace';
}

function flatten(points: readonly MapPoint[]): ClosedLine {
  return Float64Array.from(points.flatMap((point) => [point.x, point.y]));
}

function rectangle(a: MapPoint, b: MapPoint): MapPoint[] {
  return [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];
}

/** A circle on the map; Web Mercator keeps circles of this size round. */
function circle(center: MapPoint, edge: MapPoint): MapPoint[] {
  const radius = Math.hypot(edge.x - center.x, edge.y - center.y);
  return Array.from({ length: CIRCLE_CORNERS }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / CIRCLE_CORNERS;
    return { x: center.x + radius * Math.cos(angle), y: center.y + radius * Math.sin(angle) };
  });
}

/**
 * Turns presses and moves of the pointer into shapes of the chosen tool. Shift adds, Alt removes. With any tool
 * but Select the map is dragged with the right or middle button, or with Space held.
 */
export class ToolGestures {
  private readonly map: L.Map;
  private readonly events: ToolEvents;
  private readonly element: HTMLElement;
  private tool: MapTool = 'select';
  private draft: MapPoint[] = [];
  private pressed: { x: number; y: number; isDrag: boolean } | null = null;
  private isResting = false;
  private readonly abort = new AbortController();

  constructor(map: L.Map, events: ToolEvents) {
    this.map = map;
    this.events = events;
    this.element = map.getContainer();
    const { signal } = this.abort;
    const on = <K extends keyof HTMLElementEventMap>(
      name: K,
      listener: (event: HTMLElementEventMap[K]) => void,
    ) => this.element.addEventListener(name, listener, { signal });
    on('pointerdown', (event) => this.press(event));
    on('pointermove', (event) => this.move(event));
    on('pointerup', (event) => this.release(event));
    on('pointercancel', () => this.cancel());
    on('pointerleave', () => this.events.onHover(null));
    on('dblclick', () => this.closePolygon('replace'));
    on('contextmenu', (event) => this.tool !== 'select' && event.preventDefault());
    document.addEventListener('keydown', (event) => this.key(event), { signal, capture: true });
  }

  setTool(tool: MapTool): void {
    if (tool === this.tool) return;
    this.cancel();
    this.tool = tool;
    if (tool === 'select') this.map.dragging.enable();
    else this.map.dragging.disable();
    this.element.dataset['tool'] = tool;
  }

  /** Drops what is being drawn. @returns whether there was anything */
  cancel(): boolean {
    const hadDraft = this.draft.length > 0;
    this.draft = [];
    this.pressed = null;
    if (hadDraft) this.events.onDraft(null);
    return hadDraft;
  }

  /** Presses are somebody else's while a boundary is edited. */
  rest(isResting: boolean): void {
    this.cancel();
    this.isResting = isResting;
  }

  destroy(): void {
    this.abort.abort();
  }

  private pointOf(event: MouseEvent): MapPoint {
    const pixel = this.map.mouseEventToContainerPoint(event).add(this.map.getPixelBounds().min!);
    const scale = 256 * 2 ** this.map.getZoom();
    return { x: pixel.x / scale, y: pixel.y / scale };
  }

  private isBrush(): boolean {
    return this.tool === 'paint' || this.tool === 'erase';
  }

  /** The eraser takes off whatever is held. */
  private brushMode(event: PointerEvent): SelectionMode {
    return this.tool === 'erase' ? 'remove' : modeOf(event);
  }

  private pxPerUnit(): number {
    return 256 * 2 ** this.map.getZoom();
  }

  /** Controls that float above the map keep their own clicks. */
  private isOnMap(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('[data-map-control]') === null;
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0 || this.isResting || !this.isOnMap(event)) return;
    this.pressed = { x: event.clientX, y: event.clientY, isDrag: false };
    if (this.tool === 'select' || this.tool === 'polygon') return;
    this.element.setPointerCapture(event.pointerId);
    this.draft = [this.pointOf(event)];
    if (this.isBrush()) {
      this.events.onBrush(this.draft, BRUSH_RADIUS_PX / this.pxPerUnit(), this.brushMode(event), 'start');
    }
  }

  private move(event: PointerEvent): void {
    const point = this.pointOf(event);
    if (
      this.pressed &&
      Math.hypot(event.clientX - this.pressed.x, event.clientY - this.pressed.y) > CLICK_PX
    ) {
      this.pressed.isDrag = true;
    }
    if (!this.pressed || this.tool === 'select') {
      if (this.tool === 'polygon' && this.draft.length > 0)
        this.events.onDraft(flatten([...this.draft, point]));
      this.events.onHover(this.isOnMap(event) ? point : null);
      return;
    }
    const first = this.draft[0];
    if (!first || !this.pressed.isDrag) return;
    if (this.tool === 'lasso') this.extendLasso(event);
    else if (this.tool === 'rectangle') this.events.onDraft(flatten(rectangle(first, point)));
    else if (this.tool === 'radius') this.events.onDraft(flatten(circle(first, point)));
    else if (this.isBrush()) {
      const path = event.getCoalescedEvents?.().map((each) => this.pointOf(each)) ?? [];
      this.events.onBrush(
        [...path, point],
        BRUSH_RADIUS_PX / this.pxPerUnit(),
        this.brushMode(event),
        'move',
      );
    }
  }

  private extendLasso(event: PointerEvent): void {
    const moves = event.getCoalescedEvents?.() ?? [];
    for (const each of moves.length > 0 ? moves : [event]) {
      const point = this.pointOf(each);
      const last = this.draft[this.draft.length - 1]!;
      const step = Math.hypot(point.x - last.x, point.y - last.y) * this.pxPerUnit();
      if (step >= LASSO_STEP_PX) this.draft.push(point);
    }
    this.events.onDraft(flatten(this.draft));
  }

  private release(event: PointerEvent): void {
    const { pressed } = this;
    this.pressed = null;
    if (event.button !== 0 || !pressed) return;
    const point = this.pointOf(event);
    const mode = modeOf(event);
    if (this.tool === 'polygon') {
      if (!pressed.isDrag) this.addCorner(point, mode);
      return;
    }
    const first = this.draft[0];
    const drawn = this.draft;
    this.draft = [];
    if (this.isBrush()) {
      this.events.onBrush([point], BRUSH_RADIUS_PX / this.pxPerUnit(), this.brushMode(event), 'end');
    } else if (this.tool === 'select' || !pressed.isDrag || !first) {
      this.events.onDraft(null);
      if (!pressed.isDrag) this.events.onClick(point, mode);
    } else if (this.tool === 'lasso') {
      this.events.onShape(flatten(drawn), mode);
    } else {
      const corners = this.tool === 'rectangle' ? rectangle(first, point) : circle(first, point);
      this.events.onShape(flatten(corners), mode);
    }
  }

  private addCorner(point: MapPoint, mode: SelectionMode): void {
    const near = (other: MapPoint | undefined, limitPx: number) =>
      other !== undefined && Math.hypot(point.x - other.x, point.y - other.y) * this.pxPerUnit() < limitPx;
    if (this.draft.length >= 3 && near(this.draft[0], CLOSE_PX)) {
      this.closePolygon(mode);
      return;
    }
    // The second click of a double click lies on the first.
    if (near(this.draft[this.draft.length - 1], 2)) return;
    this.draft.push(point);
    this.events.onDraft(flatten(this.draft));
  }

  private closePolygon(mode: SelectionMode): void {
    if (this.tool !== 'polygon' || this.draft.length < 3) return;
    const line = flatten(this.draft);
    this.draft = [];
    this.events.onShape(line, mode);
  }

  private key(event: KeyboardEvent): void {
    if (this.draft.length === 0) return;
    if (event.key === 'Escape') {
      this.cancel();
    } else if (event.key === 'Enter' && this.tool === 'polygon') {
      this.closePolygon(modeOf(event));
    } else if (event.key === 'Backspace' && this.tool === 'polygon') {
      this.draft.pop();
      this.events.onDraft(this.draft.length > 0 ? flatten(this.draft) : null);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

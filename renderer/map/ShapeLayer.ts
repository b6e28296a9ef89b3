import type L from 'leaflet';
import type { ClosedLine } from '../../shared/geo/lassoSelect';
import { editBoundary } from './editBoundary';
import type { MapFrame } from './mapFrame';
import type { MapTheme } from './mapTheme';
import { paintBoundaries } from './paintBoundaries';
import { paintShape } from './paintShape';
import type { ToolGestures } from './toolGestures';

/** The canvas that the layer is drawn on. */
interface ShapeCanvas {
  show(name: 'shape', isShown: boolean): void;
  invalidate(name: 'shape'): void;
}

/** What is drawn on the map by hand: the shape of a tool, and the boundaries of territories. */
export class ShapeLayer {
  private shape: ClosedLine | null = null;
  private boundaries: readonly ClosedLine[] = [];
  private readonly leaflet: L.Map;
  private readonly stack: ShapeCanvas;
  private readonly gestures: ToolGestures;

  constructor(leaflet: L.Map, stack: ShapeCanvas, gestures: ToolGestures) {
    this.leaflet = leaflet;
    this.stack = stack;
    this.gestures = gestures;
  }

  /** Shows the shape of a tool, or none. */
  setShape(line: ClosedLine | null): void {
    this.shape = line;
    this.redraw();
  }

  setBoundaries(lines: readonly ClosedLine[]): void {
    this.boundaries = lines;
    this.redraw();
  }

  /** Lets a boundary be drawn or edited; see editBoundary. The tools rest meanwhile. */
  editBoundary(start: ClosedLine | null, onLine: (line: ClosedLine) => void): () => void {
    this.gestures.rest(true);
    const end = editBoundary(this.leaflet, start, onLine);
    return () => {
      end();
      this.gestures.rest(false);
    };
  }

  paint(context: CanvasRenderingContext2D, frame: MapFrame, theme: MapTheme): void {
    paintBoundaries(context, frame, this.boundaries, theme);
    paintShape(context, frame, this.shape, theme);
  }

  private redraw(): void {
    this.stack.show('shape', this.shape !== null || this.boundaries.length > 0);
    this.stack.invalidate('shape');
  }
}

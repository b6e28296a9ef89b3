import { changedRows } from '../../shared/geo/accountUnits';
import { DotPainter } from './DotPainter';
import {
  drawingOrder,
  dotInks,
  dotStyles,
  inkOfRow,
  selectedStyles,
  styleRows,
  type DotAlignment,
  type DotColoring,
} from './dotStyles';
import type { DotSizes, MapPoints } from './mapAccounts';
import type { MapFrame } from './mapFrame';
import type { MapTheme } from './mapTheme';
import { NO_DOT } from './stampDots';
import type { MapPoint } from './toolGestures';

/** Beyond this many, stamping all dots anew is as quick and leaves them in order. */
const MOST_REPAINTED_ROWS = 4000;

/** The accounts of the map: which style each row's dot has, and the selected ones above them. */
export class DotLayer {
  private readonly painter = new DotPainter();
  private readonly selectionPainter = new DotPainter();
  private accounts: (MapPoints & DotSizes) | null = null;
  private order: Int32Array = new Int32Array(0);
  private alignment: DotAlignment | null = null;
  private theme: MapTheme | null = null;
  private styles = new Uint16Array(0);
  private selectionStyles = new Uint16Array(0);
  private selected: Int32Array = new Int32Array(0);
  private coloring: DotColoring = null;

  setAccounts(places: MapPoints, dotSizes: DotSizes): void {
    const accounts = { ...places, ...dotSizes };
    this.accounts = accounts;
    this.painter.forget();
    this.selectionPainter.forget();
    this.order = drawingOrder(accounts.sizes, accounts.hidden);
    this.alignment = null;
    this.styles = new Uint16Array(accounts.sizes.length).fill(NO_DOT);
    this.selectionStyles = new Uint16Array(accounts.sizes.length);
    styleRows(this.selectionStyles, null, accounts.hidden, accounts.sizes, accounts.hollow, () => 0);
  }

  /** Dots by their territory (null), by a column of their own, or in one quiet colour where the areas below speak. */
  setColoring(coloring: DotColoring): void {
    if (coloring !== this.coloring) this.alignment = null;
    this.coloring = coloring;
  }

  /** @returns rows whose dots changed, null where all must be drawn anew */
  setAlignment(next: DotAlignment, theme: MapTheme): Int32Array | null {
    const { accounts, alignment } = this;
    const rows =
      alignment &&
      this.theme === theme &&
      alignment.assignment.length === next.assignment.length &&
      alignment.colorIndices.join() === next.colorIndices.join()
        ? changedRows(alignment.assignment, next.assignment)
        : null;
    this.alignment = next;
    this.theme = theme;
    if (!rows || rows.length > MOST_REPAINTED_ROWS) this.painter.forget();
    if (!accounts || accounts.sizes.length !== next.assignment.length) return null;
    styleRows(
      this.styles,
      rows,
      accounts.hidden,
      accounts.sizes,
      accounts.hollow,
      inkOfRow(next, this.coloring, theme),
    );
    return rows;
  }

  setSelection(rows: Int32Array): void {
    this.selected = rows;
    this.selectionPainter.forget();
  }

  paint(canvas: HTMLCanvasElement, frame: MapFrame, theme: MapTheme): void {
    if (!this.accounts) return;
    const styles = dotStyles(dotInks(theme), theme, frame.zoom);
    this.painter.paint(canvas, frame, { ...this.accounts.points, styles: this.styles }, styles, this.order);
  }

  /** Stamps some rows anew. @returns false where that is no gain and all are to be painted */
  repaint(canvas: HTMLCanvasElement, frame: MapFrame, theme: MapTheme, rows: Int32Array): boolean {
    if (!this.accounts || rows.length > MOST_REPAINTED_ROWS) return false;
    const styles = dotStyles(dotInks(theme), theme, frame.zoom);
    this.painter.repaint(canvas, frame, { ...this.accounts.points, styles: this.styles }, styles, rows);
    return true;
  }

  /** Draws the selected accounts on a canvas of their own. */
  paintSelection(canvas: HTMLCanvasElement, frame: MapFrame, theme: MapTheme): void {
    if (!this.accounts || this.selected.length === 0) {
      canvas.getContext('2d')!.clearRect(0, 0, canvas.width, canvas.height);
      return;
    }
    const columns = { ...this.accounts.points, styles: this.selectionStyles };
    this.selectionPainter.paint(canvas, frame, columns, selectedStyles(theme, frame.zoom), this.selected);
  }

  /** The nearest account; −1 = none within the radius (unit square). */
  nearest(point: MapPoint, radius: number): number {
    return this.accounts?.index.nearest(point.x, point.y, radius) ?? -1;
  }
}

import { isDensityShown, type DotView } from './crowding';
import type { MapPoints } from './mapAccounts';
import type { MapColoring } from './mapColoring';
import type { MapContext } from './mapContext';
import type { MapFrame } from './mapFrame';
import type { MapTheme } from './mapTheme';
import { paintHeat } from './paintHeat';

/** Where accounts are dense, in place of their dots: when it is shown, and what it counts. */
export class DensityLayer {
  private places: MapPoints | null = null;
  private coloring: MapColoring = { kind: 'territory' };
  private view: DotView = 'dots';

  setAccounts(places: MapPoints): void {
    this.places = places;
  }

  setColoring(coloring: MapColoring): void {
    this.coloring = coloring;
  }

  setView(view: DotView): void {
    this.view = view;
  }

  isShown(zoom: number): boolean {
    return this.places !== null && isDensityShown(this.view, this.coloring.kind, this.places, zoom);
  }

  paint(context: MapContext, frame: MapFrame, theme: MapTheme): void {
    const { places, coloring } = this;
    if (!places || !this.isShown(frame.zoom)) return;
    const weights = coloring.kind === 'heat' ? coloring.weights : null;
    // A column of another plan's accounts is on its way out.
    if (weights && weights.length !== places.hidden.length) return;
    paintHeat(context, frame, places, weights, theme);
  }
}

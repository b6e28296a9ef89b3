import type { ClosedLine } from '../../shared/geo/lassoSelect';
import type { MapContext } from './mapContext';
import type { MapFrame } from './mapFrame';
import type { MapTheme } from './mapTheme';

/** Draws the boundaries of territories: a long-dashed line in the ink of borders, with a halo. */
export function paintBoundaries(
  context: MapContext,
  frame: MapFrame,
  lines: readonly ClosedLine[],
  theme: MapTheme,
): void {
  context.lineJoin = 'round';
  for (const line of lines) {
    context.beginPath();
    for (let i = 0; i < line.length; i += 2) {
      const [x, y] = [line[i]! * frame.scale - frame.left, line[i + 1]! * frame.scale - frame.top];
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
    context.strokeStyle = theme.halo;
    context.lineWidth = 4;
    context.stroke();
    context.setLineDash([10, 4]);
    context.strokeStyle = theme.territoryInk;
    context.lineWidth = 1.8;
    context.stroke();
    context.setLineDash([]);
  }
}

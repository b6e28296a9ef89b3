import type { ClosedLine } from '../../shared/geo/lassoSelect';
import type { MapFrame } from './mapFrame';
import type { MapTheme } from './mapTheme';

/** Draws the shape of a tool: a dashed line round a light fill. */
export function paintShape(
  context: CanvasRenderingContext2D,
  frame: MapFrame,
  line: ClosedLine | null,
  theme: MapTheme,
): void {
  if (!line || line.length < 4) return;
  context.beginPath();
  for (let i = 0; i < line.length; i += 2) {
    context.lineTo(line[i]! * frame.scale - frame.left, line[i + 1]! * frame.scale - frame.top);
  }
  context.closePath();
  context.fillStyle = theme.accent;
  context.globalAlpha = 0.16;
  context.fill();
  context.globalAlpha = 1;
  context.lineJoin = 'round';
  context.strokeStyle = theme.isDark ? theme.water : theme.halo;
  context.lineWidth = 3.5;
  context.stroke();
  context.setLineDash([4, 3]);
  context.strokeStyle = theme.lasso;
  context.lineWidth = 1.7;
  context.stroke();
  context.setLineDash([]);
}

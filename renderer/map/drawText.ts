import type { MapContext } from './mapContext';

/** Writes a text on a halo, so that it is read on any ground. */
export function drawText(
  context: MapContext,
  text: string,
  x: number,
  y: number,
  color: string,
  halo: string,
  haloWidth: number,
  haloOpacity: number,
  opacity = 1,
): void {
  context.globalAlpha = haloOpacity;
  context.strokeStyle = halo;
  context.lineWidth = haloWidth;
  context.strokeText(text, x, y);
  context.globalAlpha = opacity;
  context.fillStyle = color;
  context.fillText(text, x, y);
  context.globalAlpha = 1;
}

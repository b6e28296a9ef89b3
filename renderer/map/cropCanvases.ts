/**
 * Canvases that lie on each other as one picture.
 * @param left, top, width, height the part that is shown, CSS pixels of the canvases
 * @param ratio device pixels a CSS pixel
 */
export function cropCanvases(
  canvases: Iterable<HTMLCanvasElement>,
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  ratio: number,
): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  picture.width = Math.round(box.width * ratio);
  picture.height = Math.round(box.height * ratio);
  const context = picture.getContext('2d')!;
  for (const canvas of canvases) {
    if (canvas.width === 0) continue;
    context.drawImage(canvas, -Math.round(box.left * ratio), -Math.round(box.top * ratio));
  }
  return picture;
}

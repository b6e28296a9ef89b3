import type { MapContext } from '../../../map/mapContext';

/** A text as far as it has room, in the font that is set; what is cut ends in an ellipsis. */
export function shortText(context: Pick<MapContext, 'measureText'>, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  const letters = [...text];
  let [fits, tooMany] = [0, letters.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    const isShort = context.measureText(`${letters.slice(0, middle).join('')}…`).width <= width;
    if (isShort) fits = middle;
    else tooMany = middle;
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`;
}

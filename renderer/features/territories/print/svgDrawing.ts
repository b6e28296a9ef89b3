import { escapeXml } from '../../../../shared/io/export/files/escapeXml';
import type { MapTheme } from '../../../map/mapTheme';
import { HATCH_OPACITY, HATCH_PX, type TerritoryLook } from '../../../map/paintTerritories';
import { SvgContext } from '../../../map/SvgContext';
import type { MapContext } from '../../../map/mapContext';
import type { PageSize } from './paintMapPage';

/** Width of a text in a font, CSS pixels. */
export type TextMeasure = (text: string, font: string) => number;

/** The width of texts as this browser writes them. */
export function browserMeasure(): TextMeasure {
  const context = document.createElement('canvas').getContext('2d')!;
  return (text, font) => {
    context.font = font;
    return context.measureText(text).width;
  };
}

interface DrawingOptions {
  readonly size: PageSize;
  /** What it shows, for those who can't see it. */
  readonly title: string;
  /** Width and height in a unit of length, e.g. '297mm'; null = as large as it is put. */
  readonly length: readonly [string, string] | null;
  readonly theme: MapTheme;
  readonly measure: TextMeasure;
  /** Sets its ids apart from those of other drawings on the same page. */
  readonly prefix: string;
}

/** A whole SVG of what a painter draws. */
export function svgDrawing(
  { size, title, length, theme, measure, prefix }: DrawingOptions,
  paint: (context: MapContext, hatch: TerritoryLook['hatch']) => void,
): string {
  const context = new SvgContext(measure, prefix);
  paint(context, context.addHatch(theme.hatch, HATCH_OPACITY, HATCH_PX));
  const [width, height] = [size.width, size.height].map((value) => Math.round(value * 10) / 10);
  const lengths = length ? ` width="${length[0]}" height="${length[1]}"` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg"${lengths} viewBox="0 0 ${width} ${height}" role="img">` +
    `<title>${escapeXml(title)}</title>${context.content()}</svg>`
  );
}

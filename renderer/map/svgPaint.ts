import { escapeXml } from '../../shared/io/export/files/escapeXml';
import type { MapContext } from './mapContext';

/** CSS pixels to a tenth. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Opacity as an attribute; none where it is whole. */
export function opacityPaint(paint: 'fill' | 'stroke', alpha: number): string {
  return alpha >= 1 ? '' : ` ${paint}-opacity="${Math.round(alpha * 1000) / 1000}"`;
}

/** Gradients and patterns of a canvas have no name; painters give those of this file (addHatch). */
export function paintName(style: MapContext['fillStyle']): string {
  return typeof style === 'string' ? style : 'none';
}

/** A canvas font, e.g. 'italic 450 11px "Inter Variable", sans-serif', as attributes. */
export function fontPaint(font: string): string {
  const [, italic = '', weight = '400', size = '10', family = 'sans-serif'] =
    /^(italic )?(?:(\d+) )?([\d.]+)px (.+)$/.exec(font) ?? [];
  return (
    ` font-family="${escapeXml(family)}" font-size="${size}" font-weight="${weight}"` +
    (italic === '' ? '' : ' font-style="italic"')
  );
}

import { kmPerUnit } from '../../shared/geo/projection';

const KM_PER_MILE = 1.609344;
const ROUND_FIGURES = [1, 2, 5] as const;

/** A round distance and how long it is on the map. */
export interface ScaleBar {
  readonly widthPx: number;
  readonly text: string;
}

/**
 * The longest round distance that fits.
 * @param y height on the map, unit square: the scale of Web Mercator changes with latitude
 */
export function scaleBar(zoom: number, y: number, unit: 'km' | 'mi', mostPx = 72): ScaleBar {
  const unitsPerPx = 1 / (256 * 2 ** zoom);
  const perPx = (kmPerUnit(y) * unitsPerPx) / (unit === 'mi' ? KM_PER_MILE : 1);
  const most = perPx * mostPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const distance = Math.max(
    ...ROUND_FIGURES.map((figure) => figure * power).filter((value) => value <= most),
  );
  const text = distance.toLocaleString('en-US', { maximumFractionDigits: 3 });
  return { widthPx: distance / perPx, text: `${text} ${unit}` };
}

import { indexBand, INDEX_BANDS } from '../palette/indexBand';
import type { MapTheme } from './mapTheme';

/** What areas are coloured by. */
export type MapColoring =
  | { readonly kind: 'territory' }
  /** By territory index, 100 = on target. */
  | { readonly kind: 'index'; readonly index: Float64Array }
  /** Class 0 to 5 of each county, OUTSIDE_PLAN = none; null where a layer of units shows the measure. */
  | { readonly kind: 'measure'; readonly classOfUnit: Int32Array | null }
  /** Density of a weight, one a row. */
  | { readonly kind: 'heat'; readonly weights: Float64Array }
  | AccountColoring;

/** Dots by a column of their own: six classes of a measure, or up to fourteen kinds; a negative code is neither. */
export interface AccountColoring {
  readonly kind: 'accounts';
  readonly scale: 'sequential' | 'categorical';
  /** One a row. */
  readonly codeOfRow: Int32Array;
}

/** The alignment as the map draws it. */
export interface MapAlignment {
  /** Territory index or a negative code, one a row. */
  readonly assignment: Int32Array;
  /** Palette index by territory. */
  readonly colorIndices: readonly number[];
  /** Owner of each county; null before the base map is there. */
  readonly owners: Int32Array | null;
}

/** Fill of a territory, or of a class of a measure; null = none. */
export function fillOfCode(
  coloring: MapColoring,
  colorIndices: readonly number[],
  theme: MapTheme,
  code: number,
): string | null {
  // Land is bare where dots or their density speak.
  if (coloring.kind === 'accounts' || coloring.kind === 'heat') return null;
  if (coloring.kind === 'measure') return coloring.classOfUnit ? (theme.sequential[code] ?? null) : null;
  return fillOfOwner(coloring, colorIndices, theme, code);
}

/** Fill of a territory; where a measure colours the map that of the territory itself. */
export function fillOfOwner(
  coloring: MapColoring,
  colorIndices: readonly number[],
  theme: MapTheme,
  territory: number,
): string | null {
  if (coloring.kind !== 'index') return theme.fills[colorIndices[territory]!] ?? null;
  const index = coloring.index[territory];
  if (index === undefined || Number.isNaN(index)) return null;
  return theme.diverging[INDEX_BANDS.indexOf(indexBand(index))]!;
}

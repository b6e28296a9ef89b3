import { HOUSE } from '../../shared/model/alignment';
import type { DotStyle } from './dotSprites';
import type { AccountColoring, MapAlignment, MapColoring } from './mapColoring';
import type { MapTheme } from './mapTheme';
import { NO_DOT } from './stampDots';

/** Diameters at zoom 6, CSS pixels: small, middle, large. */
const DIAMETERS = [2.4, 3.6, 5.2] as const;
const HALO_PX = 0.7;
const HALO_OPACITY = 0.85;
const SELECTED_HALO_PX = 1.4;
/** A selected dot is drawn larger by this much, so that the smallest can be told too. */
const SELECTED_GROWTH_PX = 3.2;

export const SIZE_COUNT = DIAMETERS.length;
/** Styles a colour has: each size, whole and hollow. */
const STYLES_PER_COLOR = SIZE_COUNT * 2;

/** Dots shrink on a map of the world and grow in a town. */
function growthAt(zoom: number): number {
  if (zoom < 4) return 0.8;
  return Math.min(1.9, 1 + Math.max(0, zoom - 6.5) * 0.22);
}

/** Style of a dot: colour · 6 + size · 2 + hollow. */
export function dotStyle(color: number, size: number, isHollow: boolean): number {
  return color * STYLES_PER_COLOR + size * 2 + (isHollow ? 1 : 0);
}

/** Styles for a list of ink colours, in the order of dotStyle. */
export function dotStyles(inks: readonly string[], theme: MapTheme, zoom: number): DotStyle[] {
  const growth = growthAt(Math.round(zoom * 2) / 2);
  return inks.flatMap((ink) =>
    DIAMETERS.flatMap((diameter) =>
      [false, true].map((isHollow) => ({
        radius: ((isHollow ? diameter + 1 : diameter) * growth) / 2,
        ink,
        halo: theme.halo,
        haloWidth: HALO_PX,
        haloOpacity: HALO_OPACITY,
        isHollow,
      })),
    ),
  );
}

/** Styles of selected dots: accent in a white ring. */
export function selectedStyles(theme: MapTheme, zoom: number): DotStyle[] {
  const growth = growthAt(Math.round(zoom * 2) / 2);
  return DIAMETERS.flatMap((diameter) =>
    [false, true].map((isHollow) => ({
      radius: (diameter * growth + SELECTED_GROWTH_PX) / 2,
      ink: theme.accent,
      halo: '#ffffff',
      haloWidth: SELECTED_HALO_PX,
      haloOpacity: 1,
      isHollow,
    })),
  );
}

/** Inks by colour index, those of house and of accounts that nobody has, and the classes of a measure. */
export function dotInks(theme: MapTheme): string[] {
  return [...theme.inks, theme.house, theme.territoryInk, ...theme.sequential];
}

/** Whose each account is, and the palette index of each territory. */
export type DotAlignment = Pick<MapAlignment, 'assignment' | 'colorIndices'>;
/** By their territory (null), by a column of their own, or in one quiet colour where the areas below speak. */
export type DotColoring = AccountColoring | 'neutral' | null;

/** How a map's colouring colours its dots. */
export function dotColoringOf(coloring: MapColoring): DotColoring {
  if (coloring.kind === 'accounts') return coloring;
  return coloring.kind === 'territory' ? null : 'neutral';
}

/** Colour code of each row in dotInks. */
export function inkOfRow(
  { assignment, colorIndices }: DotAlignment,
  coloring: DotColoring,
  theme: MapTheme,
): (row: number) => number {
  const neutral = theme.inks.length + 1;
  if (coloring === 'neutral') return () => neutral;
  if (coloring === null) {
    return (row) => {
      const code = assignment[row]!;
      if (code >= 0) return colorIndices[code] ?? neutral;
      return code <= HOUSE ? theme.inks.length : neutral;
    };
  }
  const { codeOfRow, scale } = coloring;
  const first = scale === 'sequential' ? neutral + 1 : 0;
  return (row) => (codeOfRow[row]! < 0 ? neutral : first + codeOfRow[row]!);
}

/**
 * Style of each row.
 * @param colorOf colour code of a row
 */
export function styleRows(
  target: Uint16Array,
  rows: Int32Array | null,
  hidden: Uint8Array,
  sizes: Uint8Array,
  hollow: Uint8Array,
  colorOf: (row: number) => number,
): void {
  const count = rows ? rows.length : target.length;
  for (let i = 0; i < count; i++) {
    const row = rows ? rows[i]! : i;
    target[row] = hidden[row] ? NO_DOT : dotStyle(colorOf(row), sizes[row]!, hollow[row] === 1);
  }
}

/** Rows in drawing order: the small first, so that the large lie above; within a size by row. */
export function drawingOrder(sizes: Uint8Array, hidden: Uint8Array): Int32Array {
  const counts = new Int32Array(SIZE_COUNT);
  for (let row = 0; row < sizes.length; row++) if (!hidden[row]) counts[sizes[row]!]!++;
  const next = new Int32Array(SIZE_COUNT);
  for (let size = 1; size < SIZE_COUNT; size++) next[size] = next[size - 1]! + counts[size - 1]!;
  const order = new Int32Array(next[SIZE_COUNT - 1]! + counts[SIZE_COUNT - 1]!);
  for (let row = 0; row < sizes.length; row++) if (!hidden[row]) order[next[sizes[row]!]!++] = row;
  return order;
}

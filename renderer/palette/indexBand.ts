import { isInCorridor } from '../../shared/measures/territoryIndex';

/** How far an index (100 = on target) is off, in the seven steps of the diverging scale. */
export const INDEX_BANDS = ['under-3', 'under-2', 'under-1', 'mid', 'over-1', 'over-2', 'over-3'] as const;
/** What a legend says of each band. */
export const INDEX_BAND_WORDS = [
  'below 75',
  '75 to 85',
  '85 to 95',
  '95 to 105',
  '105 to 115',
  '115 to 125',
  'above 125',
] as const;
export type IndexBand = (typeof INDEX_BANDS)[number];

/** Limits between the bands of the design's table: below 75, 85, 95; 105, 115 and 125 and above. */
export function indexBand(index: number): IndexBand {
  if (index < 75) return 'under-3';
  if (index < 85) return 'under-2';
  if (index < 95) return 'under-1';
  if (index <= 105) return 'mid';
  if (index <= 115) return 'over-1';
  if (index <= 125) return 'over-2';
  return 'over-3';
}

export type CorridorSide = 'under' | 'inside' | 'over';

/** Which side of the corridor an index is on; corridorShare 0.15 is 85 to 115. NaN is on none. */
export function corridorSide(index: number, corridorShare: number): CorridorSide {
  if (Number.isNaN(index) || isInCorridor(index, corridorShare)) return 'inside';
  return index < 100 ? 'under' : 'over';
}

import { createPointIndex, type PointIndex } from '../../shared/geo/pointIndex';
import { projectColumns, type ProjectedPoints } from '../../shared/geo/projection';
import {
  countedValue,
  type AccountTable,
  type AttributeColumn,
  type MeasureColumn,
} from '../../shared/model/accountTable';
import { isApproximate } from '../../shared/model/placeLevel';

/** Places of the accounts, as the map finds them. */
export interface MapPoints {
  readonly points: ProjectedPoints;
  readonly index: PointIndex;
  /** 1 where a row has no dot: removed, or not placed. */
  readonly hidden: Uint8Array;
  /** 1 where the place is approximate. */
  readonly hollow: Uint8Array;
}

/** How large each account's dot is. */
export interface DotSizes {
  /** 0 small, 1 middle, 2 large. */
  readonly sizes: Uint8Array;
  /** What the sizes stand for, small to large, e.g. ["Community", "Enterprise"]; [] = all alike. */
  readonly sizeNames: readonly string[];
}

/** Share of accounts below which a dot is small, and above which it is large, where no segment says so. */
const SIZE_QUANTILES = [0.6, 0.9] as const;
/** A segment with more values than this says nothing about size. */
const MOST_SEGMENTS = 6;

type PlaceColumns = Pick<AccountTable, 'lat' | 'lng' | 'placeLevels' | 'removed'>;

/** Projects and indexes the places of a table. */
export function readMapPoints({ lat, lng, placeLevels, removed }: PlaceColumns): MapPoints {
  const points = projectColumns(lat, lng);
  const hidden = new Uint8Array(removed.length);
  const hollow = new Uint8Array(removed.length);
  for (let row = 0; row < removed.length; row++) {
    if (removed[row] || Number.isNaN(points.x[row]!) || Number.isNaN(points.y[row]!)) hidden[row] = 1;
    if (isApproximate(placeLevels[row]!)) hollow[row] = 1;
  }
  return { points, index: createPointIndex(points, hidden), hidden, hollow };
}

/** Segments by their mean measure, the least first: codes of the segment's dictionary and their names. */
export function rankSegments(
  segment: AttributeColumn,
  measure: MeasureColumn | null,
  removed: Uint8Array,
): { readonly codes: readonly number[]; readonly names: readonly string[] } {
  const sums = new Float64Array(segment.dictionary.length);
  const counts = new Float64Array(segment.dictionary.length);
  const { codes: codeOfRow } = segment;
  for (let row = 0; row < codeOfRow.length; row++) {
    if (removed[row]) continue;
    const code = codeOfRow[row]!;
    counts[code]! += 1;
    if (measure) sums[code]! += countedValue(measure, row);
  }
  const codes = segment.dictionary
    .map((_, code) => code)
    .filter((code) => code > 0 && counts[code]! > 0)
    .sort((a, b) => sums[a]! / counts[a]! - sums[b]! / counts[b]! || counts[b]! - counts[a]!);
  return { codes, names: codes.map((code) => segment.dictionary[code]!) };
}

/**
 * Sizes of dots: by segment where there are a few, else by a measure.
 * @param measure what size follows; null = all alike
 */
export function dotSizesOf(
  rowCount: number,
  segment: AttributeColumn | null,
  measure: MeasureColumn | null,
  removed: Uint8Array,
): DotSizes {
  const sizes = new Uint8Array(rowCount);
  const ranked = segment ? rankSegments(segment, measure, removed) : null;
  if (segment && ranked && ranked.codes.length >= 2 && ranked.codes.length <= MOST_SEGMENTS) {
    const { codes, names } = ranked;
    const sizeOfCode = new Uint8Array(segment.dictionary.length);
    codes.forEach((code, rank) => (sizeOfCode[code] = Math.round((2 * rank) / (codes.length - 1))));
    const { codes: codeOfRow } = segment;
    for (let row = 0; row < rowCount; row++) sizes[row] = sizeOfCode[codeOfRow[row]!]!;
    return { sizes, sizeNames: names };
  }
  if (!measure) return { sizes: sizes.fill(1), sizeNames: [] };
  const sorted = Float64Array.from(sizes, (_, row) => countedValue(measure, row)).sort();
  const [middle, large] = SIZE_QUANTILES.map((share) => sorted[Math.floor(share * rowCount)] ?? 0);
  for (let row = 0; row < rowCount; row++) {
    const value = countedValue(measure, row);
    sizes[row] = value > large! ? 2 : value > middle! ? 1 : 0;
  }
  return { sizes, sizeNames: [`Less ${measure.name}`, `more`] };
}

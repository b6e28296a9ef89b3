import { createPointIndex, type PointIndex } from '../../shared/geo/pointIndex';
import { projectColumns, type ProjectedPoints } from '../../shared/geo/projection';
import {
  countedValue,
  findAttribute,
  type AccountTable,
  type MeasureColumn,
} from '../../shared/model/accountTable';
import { isApproximate } from '../../shared/model/placeLevel';
import { drawingOrder } from './dotStyles';

/** What the map knows of the accounts that does not depend on who has them. */
export interface MapAccounts {
  readonly points: ProjectedPoints;
  readonly index: PointIndex;
  /** 1 where a row has no dot: removed, or not placed. */
  readonly hidden: Uint8Array;
  /** 1 where the place is approximate. */
  readonly hollow: Uint8Array;
  /** 0 small, 1 middle, 2 large. */
  readonly sizes: Uint8Array;
  readonly order: Uint32Array;
  /** What the sizes stand for, small to large, e.g. ["Community", "Enterprise"]; [] = all alike. */
  readonly sizeNames: readonly string[];
}

/** Share of accounts below which a dot is small, and above which it is large, where no segment says so. */
const SIZE_QUANTILES = [0.6, 0.9] as const;
/** A segment with more values than this says nothing about size. */
const MOST_SEGMENTS = 6;

/** Projects, indexes and sizes the accounts of a table. @param measure what size follows; null = none */
export function readMapAccounts(table: AccountTable, measure: MeasureColumn | null): MapAccounts {
  const points = projectColumns(table.lat, table.lng);
  const hidden = new Uint8Array(table.rowCount);
  const hollow = new Uint8Array(table.rowCount);
  for (let row = 0; row < table.rowCount; row++) {
    const isPlaced = !Number.isNaN(points.x[row]!) && !Number.isNaN(points.y[row]!);
    hidden[row] = table.removed[row] || !isPlaced ? 1 : 0;
    hollow[row] = isApproximate(table.placeLevels[row]!) ? 1 : 0;
  }
  const { sizes, sizeNames } = sizesOf(table, measure);
  return {
    points,
    index: createPointIndex(points, hidden),
    hidden,
    hollow,
    sizes,
    order: drawingOrder(sizes, hidden),
    sizeNames,
  };
}

/** Segments by their mean measure, the least first. */
export function rankSegments(
  table: AccountTable,
  measure: MeasureColumn | null,
): { readonly codes: readonly number[]; readonly names: readonly string[] } {
  const segment = findAttribute(table, 'segment');
  if (!segment) return { codes: [], names: [] };
  const sums = new Float64Array(segment.dictionary.length);
  const counts = new Float64Array(segment.dictionary.length);
  for (let row = 0; row < table.rowCount; row++) {
    if (table.removed[row]) continue;
    const code = segment.codes[row]!;
    counts[code]! += 1;
    if (measure) sums[code]! += countedValue(measure, row);
  }
  const codes = segment.dictionary
    .map((_, code) => code)
    .filter((code) => code > 0 && counts[code]! > 0)
    .sort((a, b) => sums[a]! / counts[a]! - sums[b]! / counts[b]! || counts[b]! - counts[a]!);
  return { codes, names: codes.map((code) => segment.dictionary[code]!) };
}

function sizesOf(
  table: AccountTable,
  measure: MeasureColumn | null,
): Pick<MapAccounts, 'sizes' | 'sizeNames'> {
  const sizes = new Uint8Array(table.rowCount);
  const { codes, names } = rankSegments(table, measure);
  if (codes.length >= 2 && codes.length <= MOST_SEGMENTS) {
    const segment = findAttribute(table, 'segment')!;
    const sizeOfCode = new Uint8Array(segment.dictionary.length);
    codes.forEach((code, rank) => (sizeOfCode[code] = Math.round((2 * rank) / (codes.length - 1))));
    for (let row = 0; row < sizes.length; row++) sizes[row] = sizeOfCode[segment.codes[row]!]!;
    return { sizes, sizeNames: names };
  }
  if (!measure) return { sizes: sizes.fill(1), sizeNames: [] };
  const sorted = Float64Array.from(sizes, (_, row) => countedValue(measure, row)).sort();
  const [middle, large] = SIZE_QUANTILES.map((share) => sorted[Math.floor(share * sorted.length)] ?? 0);
  for (let row = 0; row < sizes.length; row++) {
    const value = countedValue(measure, row);
    sizes[row] = value > large! ? 2 : value > middle! ? 1 : 0;
  }
  return { sizes, sizeNames: [`Less ${measure.name}`, `More ${measure.name}`] };
}

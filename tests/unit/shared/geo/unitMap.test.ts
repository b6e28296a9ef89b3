import { feature } from 'topojson-client';
import type { FeatureCollection, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { decodeArcs, thinArcs } from '../../../../shared/geo/arcStore';
import { mercatorX, mercatorY, projectColumns } from '../../../../shared/geo/projection';
import { createUnitLocator, locateColumns } from '../../../../shared/geo/unitLocator';
import { arcsOfUnit, readUnitMap } from '../../../../shared/geo/unitMap';
import { readUnitedStates, SQUARES } from './unitedStates';

const topology = readUnitedStates();
const counties = readUnitMap(topology, 'counties');

describe('decodeArcs', () => {
  it('decodes the quantized arcs to the same places as topojson-client', () => {
    const cook = counties.ids.indexOf('17031');
    const collection = feature(topology, topology.objects['counties']!) as unknown as FeatureCollection;
    const ring = (collection.features[cook]!.geometry as Polygon).coordinates[0]!;
    const [firstArc] = arcsOfUnit(counties, cook);
    const point =
      firstArc! >= 0 ? counties.arcs.offsets[firstArc!]! : counties.arcs.offsets[~firstArc! + 1]! - 1;
    expect(counties.arcs.xy[2 * point]).toBeCloseTo(mercatorX(ring[0]![0]!), 12);
    expect(counties.arcs.xy[2 * point + 1]).toBeCloseTo(mercatorY(ring[0]![1]!), 12);
  });

  it('thins arcs for a small scale and keeps both ends of each', () => {
    const full = decodeArcs(topology);
    const thin = thinArcs(full, 1 / (256 * 2 ** 4));
    expect(thin.xy.length).toBeLessThan(full.xy.length * 0.75);
    for (let arc = 0; arc < full.offsets.length - 1; arc += 97) {
      const ends = (store: typeof full) =>
        [store.offsets[arc]!, store.offsets[arc + 1]! - 1].map((point) => store.xy[2 * point]);
      expect(ends(thin)).toEqual(ends(full));
    }
  });
});

describe('createUnitLocator', () => {
  const locator = createUnitLocator(counties);
  const countyAt = (lat: number, lng: number) => {
    const unit = locator.locate(mercatorX(lng), mercatorY(lat));
    return unit < 0 ? null : `${counties.ids[unit]} ${counties.names[unit]}`;
  };

  it.each([
    [41.88, -87.63, '17031 Cook'],
    [34.05, -118.24, '06037 Los Angeles'],
    [64.84, -147.72, '02090 Fairbanks North Star'],
    [18.4, -66.06, '72127 San Juan'],
    [21.31, -157.86, '15003 Honolulu'],
  ])('finds the county of %f, %f', (lat, lng, county) => {
    expect(countyAt(lat, lng)).toBe(county);
  });

  it('finds no county in Lake Michigan, in Toronto, or for NaN', () => {
    expect(countyAt(43.5, -87.0)).toBeNull();
    expect(countyAt(43.65, -79.38)).toBeNull();
    expect(countyAt(Number.NaN, Number.NaN)).toBeNull();
  });

  it('takes a hole as outside', () => {
    const squares = readUnitMap(SQUARES, 'units');
    const units = locateColumns(
      squares,
      projectColumns(Float64Array.of(5, 5, 1, 15, 50), Float64Array.of(5, 45, 41, 15, 5)),
    );
    expect(Array.from(units, (unit) => squares.ids[unit] ?? 'none')).toEqual(['D', 'none', 'C', 'B', 'none']);
  });
});

import { latOfY, lngOfX } from '../../../shared/geo/projection';
import { createUnitLocator } from '../../../shared/geo/unitLocator';
import { encodeAttribute, type AccountTable } from '../../../shared/model/accountTable';
import type { Basemap } from '../../../renderer/map/basemapFiles';

/** A seeded source of chance (mulberry32), 0 to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Accounts scattered round US towns, the larger ones more often, and a nearest-seed assignment. */
export function generateAccounts(
  basemap: Basemap,
  count: number,
  territoryCount: number,
): { table: AccountTable; assignment: Int32Array } {
  const random = seededRandom(7);
  const { towns } = basemap;
  const locator = createUnitLocator(basemap.counties);
  const inUs = towns.names
    .map((_, town) => town)
    .filter((town) => locator.locate(towns.x[town]!, towns.y[town]!) >= 0)
    .slice(0, 1600);
  const lat = new Float64Array(count);
  const lng = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const town = inUs[Math.floor(random() ** 1.7 * inUs.length)]!;
    const spread = 0.06 + 0.5 * random() ** 3;
    lat[row] = latOfY(towns.y[town]!) + (random() + random() - 1) * spread;
    lng[row] = lngOfX(towns.x[town]!) + (random() + random() - 1) * spread * 1.3;
  }
  const seeds = Array.from({ length: territoryCount }, () => Math.floor(random() * count));
  const assignment = Int32Array.from(lat, (_, row) => {
    let best = 0;
    let bestDistance = Infinity;
    seeds.forEach((seed, k) => {
      const distance = (lat[row]! - lat[seed]!) ** 2 + ((lng[row]! - lng[seed]!) * 0.78) ** 2;
      if (distance < bestDistance) {
        best = k;
        bestDistance = distance;
      }
    });
    return best;
  });
  const values = Float64Array.from(lat, () => Math.round(1000 * Math.exp(2 * random())));
  const segments = Array.from(values, (value) =>
    value > 5000 ? 'Enterprise' : value > 2500 ? 'Mid-market' : 'Community',
  );
  const table: AccountTable = {
    rowCount: count,
    ids: Array.from(lat, (_, row) => `A${row}`),
    names: Array.from(lat, (_, row) => `Account ${row}`),
    lat,
    lng,
    placeLevels: Uint8Array.from(lat, () => (random() < 0.05 ? 3 : 1)),
    measures: [{ id: 'potential', name: 'Potential', kind: 'money', values, isNegativeReal: false }],
    attributes: [encodeAttribute('segment', 'Segment', segments)],
    removed: new Uint8Array(count),
  };
  return { table, assignment };
}

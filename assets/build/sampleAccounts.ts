import type { AccountTable } from '../../shared/model/accountTable';
import { encodeAttribute } from '../../shared/model/accountTable';
import { placeLevelCode } from '../../shared/model/placeLevel';
import { makeCompanyNames } from './sampleCompanyNames';
import { drawPlaces } from './sampleGeography';
import type { SeededRandom } from './seededRandom';

/** A segment with its share of accounts, potential in $, visits a year and hours a visit (medians). */
const SEGMENTS = [
  { name: 'Enterprise', share: 0.16, potential: 235_000, visits: 24, hours: 2.6 },
  { name: 'Mid-market', share: 0.44, potential: 92_000, visits: 12, hours: 1.9 },
  { name: 'Community', share: 0.4, potential: 34_000, visits: 6, hours: 1.3 },
] as const;
const INDUSTRIES = ['Hospital', 'Clinic', 'Laboratory', 'Pharmacy', 'Home care', 'Research'] as const;

/** Hours of travel that a visit takes besides, until territories say otherwise. */
const TRAVEL_HOURS_A_VISIT = 0.5;
/** Accounts whose file gave no coordinates, placed by ZIP. */
const BY_POSTAL_SHARE = 0.12;
/** Prospects: no revenue yet. */
const PROSPECT_SHARE = 0.23;
/** How far an address lies from the middle of its ZIP, in degrees (standard deviation). */
const SCATTER_DEGREES = 0.035;

/** The accounts of the sample plan: real places, invented companies. Workload = visits × (hours + travel hours). */
export function makeAccounts(rowCount: number, random: SeededRandom): AccountTable {
  const names = makeCompanyNames(rowCount, random);
  const places = drawPlaces(rowCount, random);
  const lat = new Float64Array(rowCount);
  const lng = new Float64Array(rowCount);
  const placeLevels = new Uint8Array(rowCount);
  const workload = new Float64Array(rowCount);
  const potential = new Float64Array(rowCount);
  const revenue = new Float64Array(rowCount);
  const segments: string[] = [];
  const industries: string[] = [];
  for (let row = 0; row < rowCount; row++) {
    const place = places[row]!;
    const isByPostal = random.next() < BY_POSTAL_SHARE;
    const scatter = isByPostal ? 0 : SCATTER_DEGREES;
    lat[row] = round(place.lat + scatter * random.normal(), 1e4);
    lng[row] = round(place.lng + scatter * random.normal(), 1e4);
    placeLevels[row] = placeLevelCode(isByPostal ? 'postal' : 'exact');
    const segment = drawSegment(random);
    segments.push(segment.name);
    industries.push(random.pick(INDUSTRIES));
    const visits = Math.max(1, Math.round(segment.visits * (0.7 + 0.6 * random.next())));
    workload[row] = round(visits * (segment.hours * (0.8 + 0.4 * random.next()) + TRAVEL_HOURS_A_VISIT), 2);
    potential[row] = round(random.lognormal(segment.potential, 0.5), 0.01);
    revenue[row] =
      random.next() < PROSPECT_SHARE
        ? Number.NaN
        : round(potential[row]! * 0.13 * random.lognormal(1, 0.35), 0.1);
  }
  const measure = { isNegativeReal: false };
  return {
    rowCount,
    ids: names.map((_, row) => `A-${String(10_001 + row)}`),
    names,
    lat,
    lng,
    placeLevels,
    measures: [
      { ...measure, id: 'workload', name: 'Workload', kind: 'hours', values: workload },
      { ...measure, id: 'potential', name: 'Potential', kind: 'money', values: potential },
      { ...measure, id: 'revenue', name: 'Revenue FY26', kind: 'money', values: revenue },
    ],
    attributes: [
      encodeAttribute(
        'city',
        'City',
        places.map((place) => place.city),
      ),
      encodeAttribute(
        'region',
        'State',
        places.map((place) => place.state),
      ),
      encodeAttribute(
        'postal',
        'Postal code',
        places.map((place) => place.zip),
      ),
      encodeAttribute(
        'county',
        'County',
        places.map((place) => place.county),
      ),
      encodeAttribute(
        'country',
        'Country',
        places.map(() => 'US'),
      ),
      encodeAttribute('segment', 'Segment', segments),
      encodeAttribute('industry', 'Industry', industries),
    ],
    removed: new Uint8Array(rowCount),
  };
}

function drawSegment(random: SeededRandom): (typeof SEGMENTS)[number] {
  let left = random.next();
  for (const segment of SEGMENTS) if ((left -= segment.share) < 0) return segment;
  return SEGMENTS[2];
}

function round(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}

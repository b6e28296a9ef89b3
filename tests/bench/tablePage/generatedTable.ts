import { encodeAttribute, type AccountTable } from '../../../shared/model/accountTable';
import { seededRandom } from '../mapPage/generatedAccounts';

const FIRST = [
  'Mercy',
  'Saint Vincent',
  'Lakeside',
  'Élan',
  'Northern',
  'Blue Ridge',
  'Harbor',
  'Union',
  'Valley',
];
const LAST = ['Hospital', 'Medical Center', 'Brewing', 'Clinic', 'Market', 'Supply', 'Logistics', 'Foods'];

/** A list as a CRM gives it: distinct names and ids, cities of a few thousand, measures with gaps. */
export function generateTable(rowCount: number): AccountTable {
  const random = seededRandom(11);
  const pick = (texts: readonly string[]): string => texts[Math.floor(random() * texts.length)]!;
  const cities = Array.from(
    { length: 4000 },
    (_, city) => `${pick(FIRST)} ${pick(['City', 'Falls', 'Park'])} ${city}`,
  );
  const texts = (make: () => string): string[] => Array.from({ length: rowCount }, make);
  const numbers = (make: () => number): Float64Array => Float64Array.from({ length: rowCount }, make);
  const measure = (id: string, name: string, make: () => number) => ({
    id,
    name,
    kind: 'number' as const,
    values: numbers(make),
    isNegativeReal: false,
  });
  return {
    rowCount,
    ids: Array.from({ length: rowCount }, (_, row) => `A-${1_000_000 + row}`),
    names: texts(() => `${pick(FIRST)} ${pick(LAST)} ${Math.floor(random() * 1_000_000)}`),
    lat: numbers(() => 28 + 20 * random()),
    lng: numbers(() => -120 + 45 * random()),
    placeLevels: Uint8Array.from({ length: rowCount }, () => (random() < 0.95 ? 2 : 3)),
    measures: [
      measure('revenue', 'Revenue', () => (random() < 0.1 ? NaN : Math.round(1e6 * random() ** 3))),
      measure('potential', 'Potential', () => Math.round(1e6 * random())),
      measure('visits', 'Visits', () => Math.round(24 * random())),
      measure('beds', 'Beds', () => (random() < 0.04 ? -999 : Math.round(900 * random()))),
    ],
    attributes: [
      encodeAttribute(
        'city',
        'City',
        texts(() => pick(cities)),
      ),
      encodeAttribute(
        'region',
        'State',
        texts(() => `S${Math.floor(50 * random())}`),
      ),
      encodeAttribute(
        'postal',
        'Postal code',
        texts(() => String(10_000 + Math.floor(89_999 * random()))),
      ),
      encodeAttribute(
        'owner',
        'Owner',
        texts(() => `Rep ${Math.floor(60 * random())}`),
      ),
      encodeAttribute(
        'segment',
        'Segment',
        texts(() => pick(['Enterprise', 'Mid-market', 'Community'])),
      ),
    ],
    removed: new Uint8Array(rowCount),
  };
}

import { seededRandom } from './steps/seededRandom';

/** Towns that the invented hospitals lie round: city, state, ZIP, latitude, longitude. */
const TOWNS = [
  ['SEATTLE', 'WA', '98101', 47.61, -122.33],
  ['PORTLAND', 'OR', '97201', 45.5, -122.69],
  ['SACRAMENTO', 'CA', '95814', 38.58, -121.49],
  ['LOS ANGELES', 'CA', '90012', 34.06, -118.24],
  ['PHOENIX', 'AZ', '85003', 33.45, -112.08],
  ['SALT LAKE CITY', 'UT', '84101', 40.76, -111.9],
  ['DENVER', 'CO', '80202', 39.75, -104.99],
  ['ALBUQUERQUE', 'NM', '87102', 35.08, -106.65],
  ['BILLINGS', 'MT', '59101', 45.78, -108.5],
  ['DALLAS', 'TX', '75201', 32.79, -96.8],
  ['HOUSTON', 'TX', '77002', 29.76, -95.36],
  ['OMAHA', 'NE', '68102', 41.26, -95.93],
  ['MINNEAPOLIS', 'MN', '55401', 44.98, -93.27],
  ['KANSAS CITY', 'MO', '64106', 39.1, -94.57],
  ['CHICAGO', 'IL', '60601', 41.89, -87.62],
  ['DETROIT', 'MI', '48226', 42.33, -83.05],
  ['COLUMBUS', 'OH', '43215', 39.97, -83.0],
  ['NASHVILLE', 'TN', '37201', 36.17, -86.78],
  ['ATLANTA', 'GA', '30303', 33.75, -84.39],
  ['MIAMI', 'FL', '33130', 25.77, -80.2],
  ['CHARLOTTE', 'NC', '28202', 35.23, -80.84],
  ['PITTSBURGH', 'PA', '15222', 40.45, -79.99],
  ['ALBANY', 'NY', '12207', 42.66, -73.75],
  ['CONCORD', 'NH', '3301', 43.2, -71.54],
] as const;

const HEADERS =
  'X,Y,FID,ID,NAME,ADDRESS,CITY,STATE,ZIP,ZIP4,TELEPHONE,TYPE,STATUS,POPULATION,COUNTRY,LATITUDE,LONGITUDE,' +
  'OWNER,TTL_STAFF,BEDS,HELIPAD';
const OWNERS = ['PROPRIETARY', 'NON-PROFIT', 'GOVERNMENT - STATE', 'NOT AVAILABLE'];
const KINDS = ['GENERAL ACUTE CARE', 'CRITICAL ACCESS', 'PSYCHIATRIC', 'LONG TERM CARE'];
/** How the list writes "not known" in a column of numbers. */
const NOT_KNOWN = -999;

/** A CSV list of invented hospitals in the form of the public HIFLD list, faults and all; always the same. */
export function lookAlikeHospitals(rowCount = 2_400): string {
  const random = seededRandom(7_596);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const rows = Array.from({ length: rowCount }, (_, at) => {
    const [city, state, zip, lat, lng] = pick(TOWNS);
    const latitude = lat + (random() - 0.5) * 2.4;
    const longitude = lng + (random() - 0.5) * 2.4;
    const beds = random() < 0.04 ? NOT_KNOWN : Math.round(8 + 500 * random() ** 3);
    return [
      (longitude * 111_319.49).toFixed(4),
      (latitude * 111_319.49).toFixed(4),
      at + 1,
      String(at + 10_000).padStart(10, '0'),
      `${city} HOSPITAL ${at + 1}`,
      `${100 + at} MAIN STREET`,
      city,
      state,
      zip,
      'NOT AVAILABLE',
      'NOT AVAILABLE',
      pick(KINDS),
      random() < 0.04 ? 'CLOSED' : 'OPEN',
      random() < 0.1 ? NOT_KNOWN : beds,
      'USA',
      latitude.toFixed(6),
      longitude.toFixed(6),
      pick(OWNERS),
      NOT_KNOWN,
      beds,
      'N',
    ].join(',');
  });
  // The public list begins with a byte order mark.
  return `\uFEFF${HEADERS}\n${rows.join('\n')}\n`;
}

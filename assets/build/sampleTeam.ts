/** The team of the sample plan: 24 invented reps in four regions, each at a real city. */
export interface SampleSeat {
  readonly region: string;
  readonly district: string;
  readonly territory: string;
  readonly rep: string;
  readonly city: string;
  readonly lat: number;
  readonly lng: number;
  /** Index of the territory today, 100 = on target: what years of hiring and leaving have made of it. */
  readonly indexToday: number;
  readonly targetIncentive: number;
  /** Index into TERRITORY colours, no two neighbours alike. */
  readonly colorIndex: number;
}

type Row = [string, string, string, string, string, number, number, number, number, number];

const ROWS: readonly Row[] = [
  ['West', 'Pacific', 'Cascadia', 'Maya Lindqvist', 'Seattle, WA', 47.6062, -122.3321, 92, 96, 0],
  [
    'West',
    'Pacific',
    'Northern California',
    'Daniel Okafor',
    'Sacramento, CA',
    38.5816,
    -121.4944,
    107,
    104,
    1,
  ],
  [
    'West',
    'Pacific',
    'Southern California',
    'Sofia Marchetti',
    'Los Angeles, CA',
    34.0522,
    -118.2437,
    110,
    110,
    12,
  ],
  ['West', 'Mountain', 'Rockies', 'Jonas Hale', 'Denver, CO', 39.7392, -104.9903, 84, 92, 4],
  ['West', 'Mountain', 'Desert Southwest', 'Ana Whitehorse', 'Phoenix, AZ', 33.4484, -112.074, 102, 100, 7],
  ['Central', 'Plains', 'Upper Midwest', 'Ingrid Solberg', 'Minneapolis, MN', 44.9778, -93.265, 87, 92, 5],
  ['Central', 'Plains', 'Plains', 'Caleb Whitman', 'Omaha, NE', 41.2565, -95.9345, 98, 96, 9],
  ['Central', 'Plains', 'Mid-Mississippi', 'Renee Fontaine', 'St. Louis, MO', 38.627, -90.1994, 105, 104, 3],
  ['Central', 'Great Lakes', 'Chicago', 'Marcus Bell', 'Chicago, IL', 41.8781, -87.6298, 126, 110, 6],
  ['Central', 'Great Lakes', 'Michigan', 'Hannah Vos', 'Detroit, MI', 42.3314, -83.0458, 100, 104, 1],
  ['Central', 'Great Lakes', 'Indiana', 'Luis Cordero', 'Indianapolis, IN', 39.7684, -86.1581, 76, 92, 8],
  ['South', 'Gulf', 'North Texas', 'Elena Garza', 'Dallas, TX', 32.7767, -96.797, 121, 108, 2],
  ['South', 'Gulf', 'South Texas', 'Jake Tolliver', 'Houston, TX', 29.7604, -95.3698, 90, 100, 13],
  ['South', 'Gulf', 'Delta', 'Andre Thibault', 'Jackson, MS', 32.2988, -90.1848, 78, 92, 1],
  [
    'South',
    'Southeast',
    'Tennessee Valley',
    'Grace Mullins',
    'Nashville, TN',
    36.1627,
    -86.7816,
    107,
    104,
    9,
  ],
  ['South', 'Southeast', 'Georgia', 'Terrence Boyd', 'Atlanta, GA', 33.749, -84.388, 87, 96, 12],
  ['South', 'Southeast', 'Florida', 'Isabel Reyes', 'Orlando, FL', 28.5383, -81.3792, 133, 112, 2],
  ['East', 'Mid-Atlantic', 'Carolinas', 'Nora Pettigrew', 'Charlotte, NC', 35.2271, -80.8431, 105, 104, 4],
  ['East', 'Mid-Atlantic', 'Chesapeake', 'Owen Adeyemi', 'Washington, DC', 38.9072, -77.0369, 98, 104, 11],
  ['East', 'Mid-Atlantic', 'Keystone', 'Ruth Kessler', 'Philadelphia, PA', 39.9526, -75.1652, 109, 106, 2],
  ['East', 'Northeast', 'Ohio Valley', 'Priya Raman', 'Columbus, OH', 39.9612, -82.9988, 96, 100, 7],
  ['East', 'Northeast', 'New York', 'Victor Chen', 'New York, NY', 40.7128, -74.006, 115, 112, 1],
  ['East', 'Northeast', 'Upstate', 'Tom Becker', 'Syracuse, NY', 43.0481, -76.1474, 75, 90, 6],
  ['East', 'Northeast', 'New England', 'Claire Dubois', 'Boston, MA', 42.3601, -71.0589, 101, 104, 0],
];

export const SAMPLE_SEATS: readonly SampleSeat[] = ROWS.map(
  ([region, district, territory, rep, city, lat, lng, indexToday, targetThousands, colorIndex]) => ({
    region,
    district,
    territory,
    rep,
    city,
    lat,
    lng,
    indexToday,
    targetIncentive: targetThousands * 1000,
    colorIndex,
  }),
);

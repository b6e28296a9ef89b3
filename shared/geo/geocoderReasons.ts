/** Why an account lies where it lies, in words for the person who checks it. */
export const PLACE_REASONS = {
  coordinates: 'Coordinates in the file',
  postal: 'Postal code',
  postalZeroRestored: 'Postal code, lost zero restored',
  postalNineDigits: 'Postal code, first five of nine digits',
  postalShortened: 'Postal code, its first part',
  militaryPost: 'Postal code of a military post office',
  postalOtherRegion: 'Postal code; it lies in another state than the file says',
  postalOtherCity: 'Postal code; the city of the row lies elsewhere',
  city: 'City and state',
  cityAfterPostal: 'City and state; the postal code lies in another state',
  cityOneLetter: 'City and state, one letter corrected',
  cityNearRegion: 'City nearest to the region of that name',
  cityOnly: 'City alone, the largest of that name',
  cityUnique: 'City alone, the only one of that name in the country',
  zip3: 'First three digits of the postal code',
  county: 'County and state',
  region: 'State or region only',
  country: 'Country only',
  none: 'Nothing known to place it by',
} as const;
export type PlaceReason = keyof typeof PLACE_REASONS;

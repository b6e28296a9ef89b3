import { encodeAttribute, type AttributeColumn } from '../../model/accountTable';
import { placeLevelCode, type PlaceLevel } from '../../model/placeLevel';
import type { Geocoder, Placement } from '../../geo/geocoder';
import { PLACE_REASONS, type PlaceReason } from '../../geo/geocoderReasons';
import type { CleanedColumns } from './cleanColumns';
import type { TextColumn } from './cleanText';
import type { ColumnMapping } from './fields';
import type { Findings } from './findings';
import type { ImportProgress, RawSheet } from './rawSheets';

export interface PlacedAccounts {
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  /** Codes of PLACE_LEVELS. */
  readonly levels: Uint8Array;
  readonly placed: Record<Exclude<PlaceLevel, 'hand'>, number>;
  /** placeReason ("How placed") and countyFips ("County code"). */
  readonly attributes: readonly AttributeColumn[];
}

const SLICE_ROWS = 20_000;

/** Places the kept rows: by their coordinates, else by what the address says. */
export function* placeAccounts(
  sheet: RawSheet,
  mapping: readonly ColumnMapping[],
  rows: Int32Array,
  kept: Int32Array,
  cleaned: CleanedColumns,
  geocoder: Geocoder,
  findings: Findings,
): Generator<ImportProgress, PlacedAccounts> {
  const count = kept.length;
  const lat = new Float64Array(count);
  const lng = new Float64Array(count);
  const levels = new Uint8Array(count);
  const reasons = new Array<string>(count);
  const counties = new Array<string>(count);
  const placed = { none: 0, exact: 0, postal: 0, city: 0, zip3: 0, county: 0, region: 0, country: 0 };
  const { city, region, postal, county, country } = cleaned.texts;
  const postalColumn = mapping.find(({ field }) => field === 'postal')?.columnIndex ?? -1;
  for (let at = 0; at < count; at++) {
    const i = kept[at]!;
    const row = sheet.rowNumbers[rows[i]!]!;
    const place = geocoder.geocode({
      lat: cleaned.points.lat[i]!,
      lng: cleaned.points.lng[i]!,
      city: city?.texts[i] ?? '',
      region: region?.texts[i] ?? '',
      postal: postal?.texts[i] ?? '',
      county: county?.texts[i] ?? '',
      country: country?.texts[i] ?? '',
    });
    lat[at] = place.lat;
    lng[at] = place.lng;
    levels[at] = placeLevelCode(place.level);
    placed[place.level as keyof typeof placed]++;
    reasons[at] = PLACE_REASONS[place.reason];
    counties[at] = place.countyFips;
    if (place.reason !== 'coordinates' && place.reason !== 'postal')
      notePlace(place, row, postalColumn, postal?.texts[i] ?? '', findings);
    noteCity(place, row, city, i, findings);
    if (at % SLICE_ROWS === SLICE_ROWS - 1) yield { stage: 'place', share: at / count };
  }
  const attributes = [
    encodeAttribute('placeReason', 'How placed', reasons),
    ...(counties.some((fips) => fips !== '') ? [encodeAttribute('countyFips', 'County code', counties)] : []),
  ];
  return { lat, lng, levels, placed, attributes };
}

/** Why a city may be another one than the list means. */
const CITY_DOUBTS: Partial<Record<PlaceReason, string>> = {
  cityOnly: 'the largest city of that name, since no state is told',
  cityOneLetter: 'with one letter corrected',
  cityNearRegion: 'the city of that name nearest to the region, which has none',
};

/** Reports what a person may want to put right on the map. */
function notePlace(
  place: Placement,
  row: number,
  postalColumn: number,
  postal: string,
  findings: Findings,
): void {
  if (place.level === 'none') {
    findings.problem(
      row,
      -1,
      'not-placed',
      'error',
      'nothing in the row tells where the account is; place it on the map.',
    );
  } else if (place.reason === 'cityAfterPostal' || place.reason === 'postalOtherRegion') {
    const text =
      place.reason === 'cityAfterPostal'
        ? `postal code ${postal} lies in another state; the account is placed by city and state.`
        : `postal code ${postal} lies in another state than the row says; the account is placed by it.`;
    findings.problem(row, postalColumn, 'postal-in-other-region', 'warning', text);
  } else if (place.reason === 'postalOtherCity') {
    const text = `the city of the row lies far from postal code ${postal}, or in another country; the account is placed by the code.`;
    findings.problem(row, postalColumn, 'postal-in-other-city', 'warning', text);
  } else if (place.reason === 'militaryPost') {
    const text = `${postal} is a military post office abroad; the account is placed where the post lies.`;
    findings.problem(row, postalColumn, 'military-post', 'info', text);
  } else if (place.level !== 'postal' && place.level !== 'city' && place.level !== 'exact') {
    const text = `the account is placed roughly: ${PLACE_REASONS[place.reason].toLowerCase()}.`;
    findings.problem(row, postal ? postalColumn : -1, 'placed-roughly', 'warning', text);
  }
}

function noteCity(
  { reason }: Placement,
  row: number,
  city: TextColumn | undefined,
  i: number,
  findings: Findings,
): void {
  const doubt = CITY_DOUBTS[reason];
  if (!doubt || !city) return;
  const text = `the account is placed by “${city.texts[i]!}”, ${doubt}; is it that one?`;
  findings.problem(row, city.columnIndex, 'city-doubtful', 'warning', text);
}

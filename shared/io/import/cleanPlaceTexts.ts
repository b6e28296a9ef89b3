import type { Geocoder } from '../../geo/geocoder';
import { foldText } from '../../geo/geocoderNames';
import type { Area } from '../../geo/geocoderRegions';
import { readUsPostal } from '../../geo/geocoderPostal';
import { isNoneMark } from './cleanNumber';
import type { CleanedText } from './cleanText';

/** Postal codes of other countries in their usual form; each entry needs the shape to match in full. */
const FOREIGN_FORMS: readonly (readonly [shape: RegExp, form: string])[] = [
  [/^([ABCEGHJ-NPRSTVXY]\d[A-Z])[ -]?(\d[A-Z]\d)$/i, '$1 $2'],
  [/^([ABCEGHJ-NPRSTVXY]\d[A-Z])$/i, '$1'],
  [/^([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$/i, '$1 $2'],
  [/^(?:DE?|AT?|CH|FR?|BE?|LU?|NL|DK|SE?|NO?|FI|PL|CZ|SK|I|IT|E|ES)-(\d{4,5})$/i, '$1'],
  [/^(\d{4}) ?([A-Z]{2})$/i, '$1 $2'],
];

/**
 * Reads a postal code: ZIP codes with their lost zeros (in the US only), others in their usual form.
 * A zero is put back only where the code that results exists in the row's state.
 * @param area what the row's country and region mean
 * @returns isReadable false where no ZIP code can be made of the text
 */
export function cleanPostal(
  text: string,
  area: Area,
  geocoder: Geocoder,
): CleanedText & { isReadable: boolean } {
  const { country } = area;
  if (country !== 'US' && country !== '') return { ...cleanForeignPostal(text), isReadable: true };
  if (text.length === 5 && /^\d+$/.test(text)) return { text, rule: null, isReadable: true };
  if (isNoneMark(text)) return { text: '', rule: 'noValue', isReadable: true };
  const code = readUsPostal(text);
  const isPadded = code?.repair === 'zeroRestored' || code?.repair === 'nineDigitsZeroRestored';
  if (!code || (isPadded && !geocoder.isKnownZip(code.zip, area))) {
    return { ...cleanForeignPostal(text), isReadable: country === '' };
  }
  return { ...cleanUsPostal(text, code.zip, code.repair), isReadable: true };
}

function cleanForeignPostal(text: string): CleanedText {
  if (isNoneMark(text)) return { text: '', rule: 'noValue' };
  const bare = text.replace(/(?<=\d)\.0+$/, '');
  for (const [shape, form] of FOREIGN_FORMS) {
    if (!shape.test(bare)) continue;
    const usual = bare.replace(shape, form).toUpperCase();
    return { text: usual, rule: usual === text ? null : 'postalForm' };
  }
  return { text: bare, rule: bare === text ? null : 'idForm' };
}

function cleanUsPostal(text: string, zip: string, repair: string): CleanedText {
  if (/^\d{5}-\d{4}$/.test(text)) return { text, rule: null };
  if (repair === 'zeroRestored') return { text: zip, rule: 'zeroRestored' };
  if (repair === 'none') return { text: zip, rule: null };
  return { text: zip, rule: repair === 'trimmed' ? 'postalForm' : 'nineDigits' };
}

/** Writes a US state or Canadian province by its usual short form where it is neither the form nor the full name. */
export function cleanRegion(text: string, country: string, geocoder: Geocoder): CleanedText {
  if (text === '' || /^[A-Z]{2}$/.test(text)) return { text, rule: null };
  if (isNoneMark(text)) return { text: '', rule: 'noValue' };
  const area = geocoder.findArea({ region: text, country });
  if (area.country !== 'US' || area.region === '') return { text, rule: null };
  const isFullName =
    geocoder.regionName(area) === text || foldText(geocoder.regionName(area)) === foldText(text);
  return isFullName ? { text, rule: null } : { text: area.region, rule: 'regionCode' };
}

/** County names stay; FIPS codes that lost their zero (6037) get it back. */
export function cleanCounty(text: string): CleanedText {
  if (isNoneMark(text)) return { text: '', rule: 'noValue' };
  const digits = /^(\d{4,5})(\.0)?$/.exec(text)?.[1];
  if (!digits) return { text, rule: null };
  const fips = digits.padStart(5, '0');
  return { text: fips, rule: fips === text ? null : 'fips' };
}

/** Ids are texts; a spreadsheet's "10140.0" is 10140. */
export function cleanId(text: string): CleanedText {
  const whole = text.includes('.') ? /^(\d+)\.0+$/.exec(text)?.[1] : undefined;
  if (isNoneMark(text)) return { text: '', rule: 'noValue' };
  return whole ? { text: whole, rule: 'idForm' } : { text, rule: null };
}

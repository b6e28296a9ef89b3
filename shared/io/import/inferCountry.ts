import type { Geocoder } from '../../geo/geocoder';
import type { RawSheet } from './rawSheets';
import type { ColumnMapping, SimpleField } from './fields';
import type { Findings } from './findings';

/** Rows that are asked, spread over the list. */
const SAMPLE = 400;
/** Share of the rows that must tell one country, or whose cities must lie in it. */
const MAJORITY = 0.6;

export interface ListCountry {
  /** ISO code; the geocoder's own default where the list points to none. */
  readonly code: string;
  /** Whether the list points to it, or a person chose it: then it is more than an assumption. */
  readonly isTold: boolean;
  /** Whether a row leans on it; false where all tell their country. */
  readonly isNeeded: boolean;
}

/** What stands where a list points to no country. */
const DEFAULT_COUNTRY = 'US';

/**
 * The country that rows naming none are taken to lie in: the one most rows tell, else, where hardly a row tells one,
 * the one in which the named cities lie. A list that tells mostly nothing and fits the United States keeps that.
 * @param chosen ISO code that a person chose; '' = as the list tells
 */
export function inferCountry(
  sheet: RawSheet,
  mapping: readonly ColumnMapping[],
  rows: Int32Array,
  geocoder: Geocoder,
  chosen: string,
): ListCountry {
  const cells = (field: SimpleField): readonly string[] | null => {
    const column = mapping.find((each) => each.field === field);
    return column ? sheet.columns[column.columnIndex]! : null;
  };
  const [country, region, postal, city] = [cells('country'), cells('region'), cells('postal'), cells('city')];
  const told = new Map<string, number>();
  const ofCity = new Map<string, number>();
  let asked = 0;
  let toldCount = 0;
  let cityCount = 0;
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  for (let i = 0; i < rows.length; i += step) {
    const row = rows[i]!;
    const area = geocoder.findArea({
      country: country?.[row] ?? '',
      region: region?.[row] ?? '',
      postal: postal?.[row] ?? '',
    });
    asked++;
    if (!area.isAssumed) {
      toldCount++;
      told.set(area.country, (told.get(area.country) ?? 0) + 1);
    } else if (city?.[row]) {
      cityCount++;
      for (const code of geocoder.countriesOfCity(city[row])) ofCity.set(code, (ofCity.get(code) ?? 0) + 1);
    }
  }
  const isNeeded = toldCount < asked;
  if (chosen) return { code: chosen, isTold: true, isNeeded };
  const byTold = likeliest(told, asked * MAJORITY);
  const isTold = byTold !== null || toldCount > asked * (1 - MAJORITY);
  const code = isTold ? byTold : likeliest(ofCity, Math.max(2, cityCount * MAJORITY));
  return { code: code ?? DEFAULT_COUNTRY, isTold: code !== null && code !== DEFAULT_COUNTRY, isNeeded };
}

/** The one key that at least so many count for, and more than for any other. */
function likeliest(counts: ReadonlyMap<string, number>, least: number): string | null {
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < least || first[1] === second?.[1]) return null;
  return first[0];
}

/** Says once which country was taken, since the list does not. */
export function noteCountry(country: string, row: number, columnIndex: number, findings: Findings): void {
  const name = new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? country;
  const text = `rows that name no country are taken to lie in ${name}, as most of the list does. Choose another country, or add a column of it, if that is wrong.`;
  findings.problem(row, columnIndex, 'country-assumed', 'info', text);
}

import { describe, expect, it } from 'vitest';
import { packColumns, unpackColumns } from '../../../../shared/geo/geocoderColumns';
import { countyKey, isOneEditAway, placeKey } from '../../../../shared/geo/geocoderNames';
import { foreignPostalKeys, readUsPostal } from '../../../../shared/geo/geocoderPostal';

describe('geocoderNames', () => {
  it.each([
    ['St. Paul', 'Saint Paul'],
    ['Ft. Worth', 'Fort Worth'],
    ['DuBois', 'Du Bois'],
    ["O'Fallon", 'OFallon'],
    ['Cañon City', 'Canon City'],
    ['N Little Rock', 'North Little Rock'],
    ['Straße', 'STRASSE'],
  ])('%s and %s have one key', (a, b) => {
    expect(placeKey(a)).toBe(placeKey(b));
  });

  it('compares counties without what kind they are', () => {
    expect(countyKey('Orleans Parish')).toBe(countyKey('ORLEANS'));
    expect(countyKey('St. Louis County')).toBe(countyKey('Saint Louis'));
  });

  it('knows one edit', () => {
    for (const [a, b] of [
      ['boston', 'bosten'],
      ['boston', 'bostn'],
      ['boston', 'bostton'],
      ['boston', 'botson'],
    ] as const) {
      expect(isOneEditAway(a, b)).toBe(true);
    }
    for (const [a, b] of [
      ['boston', 'boston'],
      ['boston', 'bsotno'],
      ['boston', 'austin'],
      ['boston', 'bost'],
    ] as const) {
      expect(isOneEditAway(a, b)).toBe(false);
    }
  });
});

describe('geocoderPostal', () => {
  it.each([
    ['02138', '02138', 'none'],
    [' 02138 ', '02138', 'trimmed'],
    ['2138.0', '02138', 'zeroRestored'],
    ['2138-1234', '02138', 'nineDigitsZeroRestored'],
    ['02138 1234', '02138', 'nineDigits'],
    ['MA 02138', '02138', 'trimmed'],
  ])('%s is %s', (text, zip, repair) => {
    expect(readUsPostal(text)).toEqual({ zip, repair });
  });

  it.each(['513338', 'MA', 'n/a', '12', '00000', '99999', 'Route 12345 6', ''])('%j is none', (text) => {
    expect(readUsPostal(text)).toBeNull();
  });

  it('gives the keys of other countries, longest first', () => {
    expect(foreignPostalKeys('CA', 'm5v-3l9')).toEqual(['M5V3L9', 'M5V']);
    expect(foreignPostalKeys('GB', 'SW1A 1AA')).toEqual(['SW1A1AA', 'SW1A']);
    expect(foreignPostalKeys('DE', 'D-1067')).toEqual(['1067', '01067']);
    expect(foreignPostalKeys('NL', '1017 AB')).toEqual(['1017AB', '1017']);
  });
});

describe('geocoderColumns', () => {
  it('unpacks what it packed', () => {
    const columns = {
      rowCount: 4,
      texts: { name: ['a', '', 'Zürich', 'd e'] },
      numbers: { lat: Int32Array.of(-5, 900_000, 0, -1_800_000) },
    };
    expect(unpackColumns(packColumns(columns))).toEqual(columns);
  });
});

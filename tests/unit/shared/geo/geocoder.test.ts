import { describe, expect, it } from 'vitest';
import { createGeocoder, type PlaceFields } from '../../../../shared/geo/geocoder';
import { loadPlaces } from '../../../bench/loadPlaces';

const places = loadPlaces();
const geocoder = createGeocoder(places);
const place = (fields: PlaceFields) => {
  const { level, reason } = geocoder.geocode(fields);
  return `${level} ${reason}`;
};
const point = (fields: PlaceFields) => {
  const { lat, lng } = geocoder.geocode(fields);
  return [Math.round(lat * 10) / 10, Math.round(lng * 10) / 10];
};

describe('geocoder', () => {
  it.each<[PlaceFields, string]>([
    [{ lat: 42.36, lng: -71.06, postal: '02138' }, 'exact coordinates'],
    [{ postal: '02138', region: 'MA' }, 'postal postal'],
    [{ postal: '2138', region: 'Massachusetts' }, 'postal postalZeroRestored'],
    [{ postal: '501' }, 'postal postalZeroRestored'],
    [{ postal: '021381234' }, 'postal postalNineDigits'],
    [{ postal: '21381234', region: 'MA' }, 'postal postalNineDigits'],
    [{ postal: '02138-1234' }, 'postal postalNineDigits'],
    [{ postal: 'MA 02138' }, 'postal postal'],
    [{ postal: '2138', region: 'TX', city: 'Austin' }, 'city city'],
    [{ postal: '02138', region: 'TX', city: 'Austin' }, 'city cityAfterPostal'],
    [{ postal: '02138', region: 'TX', city: 'Nowhere at all' }, 'postal postalOtherRegion'],
    [{ postal: '09007', region: 'AE', city: 'APO' }, 'postal militaryPost'],
    [{ postal: '00000', city: 'Boston', region: 'MA' }, 'city city'],
    [{ city: 'St. Paul', region: 'MN' }, 'city city'],
    [{ city: 'saint paul', region: 'Minn.' }, 'city city'],
    [{ city: 'Boston, MA' }, 'city city'],
    [{ city: 'Ft Worth', region: 'TX' }, 'city city'],
    [{ city: 'City of Bozeman', region: 'Montana' }, 'city city'],
    [{ city: 'Minneapolos', region: 'MN' }, 'city cityOneLetter'],
    [{ city: 'Los Angeles' }, 'city cityOnly'],
    [{ city: 'Quebec', region: 'QC', country: 'CA' }, 'city city'],
    [{ city: 'München', region: 'Bayern', country: 'Deutschland' }, 'city city'],
    [{ postal: '02198', region: 'MA' }, 'zip3 zip3'],
    [{ county: 'Middlesex County', region: 'MA' }, 'county county'],
    [{ county: '6037', region: 'CA' }, 'county county'],
    [{ region: 'WY', city: 'Nowhere at all' }, 'region region'],
    [{ country: 'France' }, 'country country'],
    [{ city: 'Nowhere at all' }, 'none none'],
    [{}, 'none none'],
  ])('%j is placed by %s', (fields, expected) => {
    expect(place(fields)).toBe(expected);
  });

  it('tells California from Canada by what stands beside it', () => {
    expect(geocoder.findArea({ region: 'CA', postal: '90210' })).toMatchObject({
      country: 'US',
      region: 'CA',
    });
    expect(geocoder.findArea({ region: 'ON', country: 'CA' })).toMatchObject({ country: 'CA', region: '08' });
    expect(geocoder.findArea({ region: 'TX', country: 'CA' })).toMatchObject({ country: 'US', region: 'TX' });
    expect(geocoder.findArea({ country: 'CA', postal: 'M5V 3L9' })).toMatchObject({
      country: 'CA',
      region: '08',
    });
    expect(geocoder.findArea({ country: 'California' })).toMatchObject({ country: 'US', region: 'CA' });
  });

  it('chooses the city of the state that is named', () => {
    expect(point({ city: 'Portland', region: 'ME' })).toEqual([43.7, -70.3]);
    expect(point({ city: 'Portland', region: 'OR' })).toEqual([45.5, -122.7]);
    expect(point({ city: 'Kansas City', region: 'KS' })[1]).toBe(-94.6);
    expect(point({ postal: '00901', country: 'PRI' })).toEqual([18.5, -66.1]);
  });

  it('names the US county of a placed account', () => {
    expect(geocoder.geocode({ postal: '90012' }).countyFips).toBe('06037');
    expect(geocoder.geocode({ postal: '06103' }).countyFips).toBe('09003');
    expect(geocoder.geocode({ city: 'Boston', region: 'MA' }).countyFips).toBe('25025');
    expect(geocoder.geocode({ city: 'Lyon', country: 'France' }).countyFips).toBe('');
  });

  it('takes a country’s postal codes from a GeoNames file', () => {
    const own = createGeocoder(places);
    const lines = [
      'CA\tM5V\tDowntown Toronto\tOntario\tON\t\t\t\t\t43.6404\t-79.3995\t6',
      'DE\t01067\tDresden\tSachsen\tSN\t\t\t\t\t51.06\t13.72\t4',
      'not a line of such a file',
    ];
    expect(own.addPostalFile(lines.join('\n'))).toBe(2);
    expect(own.geocode({ postal: 'm5v3l9', country: 'Canada' })).toMatchObject({
      level: 'postal',
      reason: 'postalShortened',
      lat: 43.6404,
    });
    expect(own.geocode({ postal: '1067', country: 'Germany' })).toMatchObject({
      level: 'postal',
      lat: 51.06,
    });
    expect(geocoder.geocode({ postal: 'm5v3l9', country: 'Canada', region: 'ON' }).level).toBe('region');
  });

  it('doubts points outside their state and far from any place', () => {
    const texas = geocoder.findArea({ region: 'TX' });
    expect(geocoder.points.isInArea(texas, 30.3, -97.7)).toBe(true);
    expect(geocoder.points.isInArea(texas, 42.4, -71.1)).toBe(false);
    expect(geocoder.points.isNearPlace(30.3, -97.7)).toBe(true);
    expect(geocoder.points.isNearPlace(38.5, -66)).toBe(false);
  });
});

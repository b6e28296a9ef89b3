import { describe, expect, it } from 'vitest';
import { readUnitMeasure, withKnownUnits } from '../../../../../shared/io/import/unitMeasures';

describe('readUnitMeasure', () => {
  it('reads counties with lost zeros, sums doubles and says what it left out', () => {
    const text =
      'County,FIPS,Potential ($)\nA,6075,"$1,200"\nB,36061,50\nC,6075,300\nD,abc,7\nE,36047,n/a\nF,36085,lots\n';
    expect(readUnitMeasure(text, 'potential.csv')).toEqual({
      level: 'county',
      name: 'Potential ($)',
      kind: 'money',
      values: { '06075': 1500, '36061': 50 },
      rowsOf: { '06075': [2, 4], '36061': [3] },
      problems: [
        { row: 5, text: '"abc" is no code of a county; the row is left out.' },
        { row: 7, text: '"lots" is no number; the row is left out.' },
      ],
    });
  });

  it.each([
    ['sep=;\nBundesland;Umsatz\nDE-BY;1.234,5\nDE-BE;2,5\n', 'region', { 'DE-BY': 1234.5, 'DE-BE': 2.5 }],
    ['zip3,v\nCA-941,3\nny 100,4\n', 'zip3', { 'CA-941': 3, 'NY-100': 4 }],
    ['State,ZIP3,Beds\nCA,941,1200\nMA,21,3000\n', 'zip3', { 'CA-941': 1200, 'MA-021': 3000 }],
    ['State;ZIP3;Beds\nCA;941;1200\nNY;100;3000\nTX;abc;3\n', 'zip3', { 'CA-941': 1200, 'NY-100': 3000 }],
    ['State,Beds\nCA,1200\nny,3000\n', 'region', { 'US-CA': 1200, 'US-NY': 3000 }],
    ['FIPS,Beds\n6075,1200\n36061,3000\n', 'county', { '06075': 1200, '36061': 3000 }],
    ['Beds,FIPS\n1200,6075\n3000,36061\n', 'county', { '06075': 1200, '36061': 3000 }],
    ['Bundesland,Umsatz\nDE-BY,1200\nDE-BE,3000\n', 'region', { 'DE-BY': 1200, 'DE-BE': 3000 }],
    ['State,FIPS,v\nCA,06075,3\nNY,36061,4\n', 'county', { '06075': 3, '36061': 4 }],
    ['iso,v\nUS,3\nde,4\n', 'country', { US: 3, DE: 4 }],
  ])('knows the level by the codes: %s', (text, level, values) => {
    expect(readUnitMeasure(text, 'list.csv')).toMatchObject({ level, values });
  });

  it.each([
    ['Beds', '5', 'count'],
    ['Households', '5', 'number'],
    ['Sales', '5', 'money'],
    ['Potential', '"$5"', 'money'],
  ])('knows by name and sign what the figures are: %s %s', (name, cell, kind) => {
    expect(readUnitMeasure(`fips,${name}\n06075,${cell}\n`, 'list.csv').kind).toBe(kind);
  });

  it('refuses lists without codes or numbers, and says what is missing', () => {
    expect(() => readUnitMeasure('name,v\nAda,3\n', 'a.csv')).toThrow('a.csv has no column of county FIPS');
    expect(() => readUnitMeasure('fips,v\n06075,x\n', 'a.csv')).toThrow('no column of numbers');
    expect(() => readUnitMeasure('ZIP3;Beds\n941;1200\n100;3000\n', 'a.csv')).toThrow(
      'a.csv has ZIP3 codes without their state',
    );
    expect(() => readUnitMeasure('', 'a.csv')).toThrow('no column of county FIPS');
  });

  it('leaves out, by their rows, codes of no unit on the map', () => {
    const read = readUnitMeasure('fips,v\n06075,3\n99999,5\n6075,4\nabc,1\n99999,2\n', 'list.csv');
    const known = withKnownUnits(read, (key) => key === '06075');
    expect(known.values).toEqual({ '06075': 7 });
    expect(known.problems).toEqual([
      { row: 3, text: '"99999" is no county on the map; the row is left out.' },
      { row: 5, text: '"abc" is no code of a county; the row is left out.' },
      { row: 6, text: '"99999" is no county on the map; the row is left out.' },
    ]);
  });
});

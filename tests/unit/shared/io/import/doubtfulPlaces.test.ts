import { describe, expect, it } from 'vitest';
import { attributeText } from '../../../../../shared/model/accountTable';
import type { BuildSettings } from '../../../../../shared/io/import/buildSettings';
import { importBytes } from './importFixture';

const read = (csv: string, settings?: Partial<BuildSettings>) =>
  importBytes(new TextEncoder().encode(csv), 'list.csv', settings);
const doubts = (csv: string) =>
  read(csv)
    .problems.filter(({ code }) => /^(city-|country-|postal-in)/.test(code))
    .map(({ row, code, severity }) => [row, code, severity]);

describe('doubtful places are named', () => {
  it('names a city that could be another one', () => {
    const csv =
      'Id,Name,City,State,Zip,Country\n1,a,Paris,,,\n2,b,Boston,MA,,\n3,c,Bostn,MA,,\n4,d,Munich,,,\n5,e,Worcester,MA,,\n6,f,Salem,MA,,\n7,g,Lynn,MA,,\n';
    expect(doubts(csv)).toEqual([
      [2, 'city-doubtful', 'warning'],
      [4, 'city-doubtful', 'warning'],
      [5, 'city-doubtful', 'warning'],
    ]);
  });

  it('names a ZIP code that lies far from the city of the row', () => {
    const csv =
      'Id,Name,City,State,Zip\n1,a,Boston,MA,02110\n2,b,Buffalo,NY,10115\n3,c,Brooklyn Hts,NY,11201\n4,d,Albany,NY,12203\n';
    expect(doubts(csv)).toEqual([[3, 'postal-in-other-city', 'warning']]);
  });

  it('takes the country that the cities of the list lie in, and says so', () => {
    const csv =
      'Kundennr;Kunde;PLZ;Ort;Umsatz\n1;Müller GmbH;01067;Dresden;5\n2;Groß;80331;München;6\n3;Öl;10115;Berlin;7\n4;X;20095;Hamburg;8\n';
    const { table } = read(csv);
    expect(Math.round(table.lat[2]! * 10) / 10).toBe(52.5);
    expect(Math.round(table.lng[2]! * 10) / 10).toBe(13.4);
    expect(doubts(csv)[0]).toEqual([2, 'country-assumed', 'info']);
  });

  it('takes the country that most rows tell for those that tell none', () => {
    const csv =
      'Id,Name,City,Country\n1,a,Lyon,France\n2,b,Lille,France\n3,c,Nantes,FR\n4,d,Paris,\n5,e,Nice,France\n';
    const { table } = read(csv);
    expect(Math.round(table.lat[3]! * 10) / 10).toBe(48.9);
    expect(doubts(csv).map(([row, code]) => [row, code])).toContainEqual([2, 'country-assumed']);
  });

  it('takes the country that a person chose over the one the list points to, without a doubt', () => {
    const csv = 'Id,Name,City\n1,a,London\n2,b,Cambridge\n3,c,Windsor\n';
    const { table, country } = read(csv, { country: 'CA' });
    expect(country).toEqual({ code: 'CA', isTold: true, isNeeded: true });
    expect(Math.round(table.lng[0]!)).toBe(-81);
    expect(read(csv, { country: 'GB' }).table.lng[0]).toBeCloseTo(-0.1, 0);
  });

  it('keeps the United States for a list that fits them', () => {
    const csv =
      'Id,Name,City,Zip\n1,a,Boston,02110\n2,b,Portland,97201\n3,c,Austin,78701\n4,d,Denver,80202\n';
    expect(doubts(csv)).toEqual([]);
    expect(read(csv).placed.postal).toBe(4);
  });

  it('places by the same-named city nearest to a region that has none, and names it', () => {
    const csv =
      'Id,Name,City,Region,Country\n1,a,Richmond,Alberta,Canada\n2,b,Frankfurt,Bayern,Germany\n3,c,Edmonton,Alberta,Canada\n';
    const { table, placed } = read(csv);
    expect(placed.city).toBe(3);
    expect(Math.round(table.lat[0]! * 10) / 10).toBe(49.2);
    expect(Math.round(table.lng[1]! * 10) / 10).toBe(8.7);
    expect(attributeText(table, 'placeReason', 0)).toBe('City nearest to the region of that name');
    expect(doubts(csv).map(([row]) => row)).toEqual([2, 3]);
  });
});

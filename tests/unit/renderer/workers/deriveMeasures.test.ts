import { describe, expect, it } from 'vitest';
import { deriveAll, previewFormula } from '../../../../renderer/workers/deriveMeasures';
import { createGeocoder } from '../../../../shared/geo/geocoder';
import { buildAccounts } from '../../../../shared/io/import/buildAccounts';
import { defaultBuildSettings } from '../../../../shared/io/import/buildSettings';
import { guessMapping } from '../../../../shared/io/import/guessMapping';
import { readPastedText } from '../../../../shared/io/import/readFile';
import { loadPlaces } from '../../../bench/loadPlaces';

const geocoder = createGeocoder(loadPlaces());

function build(text: string) {
  const file = readPastedText(text);
  const sheet = file.sheets[0]!;
  return buildAccounts(sheet, guessMapping(sheet).columns, geocoder, defaultBuildSettings('list.tsv'));
}

const visits =
  'Acct #\tCustomer\tZip\tVisits\tHours\n1\tA\t02115\t4\t2\n2\tB\t83702\t3\t5\n3\tC\t89501\t\t5\n';

describe('deriveMeasures', () => {
  it('adds measures that use one another, row by row; none where a value is none', () => {
    const { table } = build(visits);
    const { table: extended, errors } = deriveAll(table, [
      { name: 'Workload', formula: '[Visits] * [Hours]' },
      { name: 'Double', formula: 'Workload * 2' },
    ]);
    expect(errors).toEqual([]);
    const valuesOf = (name: string) => [...extended.measures.find((each) => each.name === name)!.values];
    expect(valuesOf('Workload')).toEqual([8, 15, NaN]);
    expect(valuesOf('Double')).toEqual([16, 30, NaN]);
  });

  it('names what it cannot compute and leaves the table as it is', () => {
    const { table } = build(visits);
    const { table: same, errors } = deriveAll(table, [
      { name: 'Visits', formula: '1' },
      { name: 'Odd', formula: 'Calls * 2' },
    ]);
    expect(same.measures).toHaveLength(table.measures.length);
    expect(errors.map(({ name }) => name)).toEqual(['Visits', 'Odd']);
    expect(previewFormula(table, 'Calls * 2').error).toContain('Calls');
    expect(previewFormula(table, 'Visits + 1').rows.map(({ value }) => value)).toEqual([5, 4, NaN]);
  });

  it('names every row whose currency has no rate', () => {
    const text = 'Acct #\tCustomer\tZip\tCurrency\tRevenue\n1\tA\t02115\tEUR\t10\n2\tB\t83702\tEUR\t20\n';
    const built = build(text);
    expect(built.currenciesWithoutRate).toEqual(['EUR']);
    expect(built.problems.filter(({ code }) => code === 'rate-missing').map(({ row }) => row)).toEqual([
      2, 3,
    ]);
  });
});

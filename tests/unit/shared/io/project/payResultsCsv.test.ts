import { expect, test } from 'vitest';
import type { PayResult } from '../../../../../shared/model/payResult';
import { readPayResults, writePayResults } from '../../../../../shared/io/project/payResultsCsv';

const plain: PayResult = { repId: 'r1', component: 'b', period: '2027-01', credited: 12_345.5, quota: 7 };
const ofDeals: PayResult = {
  repId: 'r,2',
  component: 'b',
  period: '2027-Q1',
  credited: 0.1 + 0.2,
  deals: [0.1, 0.2],
};

test('results read back as they were written, deal by deal where they came so', () => {
  for (const results of [[plain], [plain, ofDeals], []]) {
    expect(readPayResults(writePayResults(results))).toEqual(results);
  }
});

test('without deals the file has no column for them, and names the row that is none', () => {
  expect(writePayResults([plain])).not.toContain('deals');
  expect(() => readPayResults('repId,component,period,credited,quota,deals\nr1,b,2027,1,,5 six')).toThrow(
    'row 2',
  );
});

import { describe, expect, it } from 'vitest';
import { createCellStyles } from '../../../../electron/export/cellStyles';

describe('formats of money', () => {
  it.each([
    ['USD', '"$"#,##0.00'],
    ['CHF', '"CHF "#,##0.00'],
    ['JPY', '"¥"#,##0'],
    ['KRW', '"KRW "#,##0'],
    ['not a code', '"not a code "#,##0.00'],
  ])('have cents where the currency has them: %s', (currency, expected) => {
    expect(createCellStyles(currency)('moneyCents', 'plain').numFmt).toBe(expected);
  });
});

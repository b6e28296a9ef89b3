import { describe, expect, it } from 'vitest';
import {
  emptyAccountTable,
  type AccountTable,
  type MeasureColumn,
} from '../../../../../shared/model/accountTable';
import {
  compileFormula,
  countDoubtfulOperands,
  deriveMeasure,
  FormulaError,
} from '../../../../../shared/io/import/measureFormula';

const measure = (name: string, values: number[]): MeasureColumn => ({
  id: name,
  name,
  kind: 'number',
  values: Float64Array.from(values),
  isNegativeReal: false,
});
const table: AccountTable = {
  ...emptyAccountTable(),
  rowCount: 3,
  measures: [
    measure('Visits/yr', [12, 24, NaN]),
    measure('Hours', [1.5, 2, 1]),
    measure('2026 Rev ($)', [4400, 0, 90]),
  ],
};
const derive = (formula: string) => [...deriveMeasure(table, 'x', 'X', 'hours', formula).values];

describe('measureFormula', () => {
  it('computes over columns by name', () => {
    expect(derive('[Visits/yr] * Hours')).toEqual([18, 48, NaN]);
    expect(derive('[visits/YR] * (hours + 0.5) - 1')).toEqual([23, 59, NaN]);
    expect(derive('Hours > 1 ? 24 : 12')).toEqual([24, 24, 12]);
    expect(derive('max(Hours, 1.6) ^ 2')).toEqual([2.5600000000000005, 4, 2.5600000000000005]);
    expect(derive('none([Visits/yr], 6) * -Hours')).toEqual([-18, -48, -6]);
  });

  it('does not compute with −999 and other values below zero, unless they are real', () => {
    const known = {
      ...emptyAccountTable(),
      rowCount: 3,
      measures: [measure('Visits', [10, -999, 5]), measure('Hours', [2, -999, -999])],
    };
    expect([...deriveMeasure(known, 'w', 'W', 'hours', 'Visits * Hours').values]).toEqual([20, NaN, NaN]);
    expect(countDoubtfulOperands(known, 'Visits * Hours')).toBe(2);
    const real = { ...known, measures: known.measures.map((each) => ({ ...each, isNegativeReal: true })) };
    expect([...deriveMeasure(real, 'w', 'W', 'hours', 'Visits * Hours').values]).toEqual([20, 998001, -4995]);
    expect(countDoubtfulOperands(real, 'Visits * Hours')).toBe(0);
  });

  it('gives none where a division has no result', () => {
    expect(derive('Hours / [2026 Rev ($)]')[1]).toBeNaN();
  });

  it.each([
    ['Hourz * 2', 'There is no measure “Hourz”'],
    ['Hours *', 'can’t be read'],
    ['import("x")', 'There is no function “import”'],
    ['constructor("return 1")', 'There is no function “constructor”'],
    ['Hours.constructor', 'A formula may hold'],
    ['f(x) = x', 'A formula may hold'],
    ['"text"', 'is no number'],
    ['[1, 2]', 'There is no measure'],
    ['Hours!', 'can’t be used'],
    ['round(1, 2)', 'round takes 1 value'],
  ])('%s is refused: %s', (formula, part) => {
    expect(() => compileFormula(formula, ['Hours'])).toThrow(FormulaError);
    expect(() => compileFormula(formula, ['Hours'])).toThrow(part);
  });
});

import type { FormulaSheets } from './readFormulas';

export interface Difference {
  readonly address: string;
  readonly formula: string;
  readonly expected: string | number;
  readonly found: string | number;
}

export interface Comparison {
  readonly equal: number;
  readonly differences: readonly Difference[];
}

/**
 * Compares each formula's value in one workbook with that of the formula in the same cell of another.
 * @param expected as Evenland wrote it, values and all
 * @param found the same sheets, recalculated by another program
 */
export function compareFormulas(expected: FormulaSheets, found: FormulaSheets): Comparison {
  const differences: Difference[] = [];
  let equal = 0;
  for (const [sheet, cells] of expected) {
    const others = found.get(sheet);
    for (const [address, { formula, value }] of cells) {
      const there = others?.get(address)?.value ?? (others ? '(no formula)' : '(no such sheet)');
      if (areEqual(value, there)) equal++;
      else differences.push({ address: `${sheet}!${address}`, formula, expected: value, found: there });
    }
  }
  return { equal, differences };
}

/** To the cent in amounts, and to a part in a million in ratios and other small figures. */
function areEqual(expected: string | number, found: string | number): boolean {
  if (typeof expected !== 'number' || typeof found !== 'number') return expected === found;
  return Math.abs(expected - found) < (Math.abs(expected) < 100 ? 1e-6 : 0.004);
}

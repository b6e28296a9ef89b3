import type { MeasureColumn, MeasureKind } from '../../model/accountTable';
import { decideDecimalMark, readNumber, type DecimalMark, type NumberReading } from './cleanNumber';
import { noteFormula } from './cleanText';
import { convertAmount, currencyOf, type CurrencySettings } from './currencyRates';
import type { Findings, RepairRule } from './findings';
import { CELL_KIND, type RawSheet } from './rawSheets';

export interface MeasureSource {
  readonly columnIndex: number;
  readonly id: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly isNegativeReal: boolean;
}

/** What the list says of each row's amounts; null where it has no such column. */
export interface AmountColumns {
  /** ISO codes, '' where the row says none. */
  readonly currencies: readonly string[] | null;
  /** ISO days that the amounts hold on, '' where the row says none. */
  readonly dates: readonly string[] | null;
}

/** Values such as −999 that stand for "not known". */
function isSentinel(value: number): boolean {
  return value <= -9 && /^-9+$/.test(String(value));
}

/** Cells looked at to tell the decimal mark of a column. */
const MARK_SAMPLE = 2000;

/**
 * Reads a column of numbers, one an account row, NaN where there is none. Every cell that is not plainly a
 * number is a repair or a problem; negative values are kept and reported.
 */
export function cleanMeasure(
  sheet: RawSheet,
  source: MeasureSource,
  rows: Int32Array,
  fallbackMark: DecimalMark,
  currency: CurrencySettings,
  amounts: AmountColumns,
  findings: Findings,
): MeasureColumn {
  const cells = sheet.columns[source.columnIndex]!;
  const kinds = sheet.cellKinds[source.columnIndex] ?? null;
  const mark = decideDecimalMark(sampleTexts(cells, rows), fallbackMark);
  const values = new Float64Array(rows.length).fill(NaN);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const text = cells[row]!;
    if (text === '') continue;
    const number = sheet.rowNumbers[row]!;
    const kind = kinds?.[row] ?? CELL_KIND.text;
    if (kind === CELL_KIND.formulaWithoutValue) {
      noteFormula(findings, number, source.columnIndex, text);
      continue;
    }
    const reading: NumberReading =
      kind === CELL_KIND.number
        ? { kind: 'number', value: Number(text), rule: null, currency: '' }
        : readNumber(text, mark);
    let value = settle(reading, text, number, source, findings);
    if (reading.kind === 'number' && !Number.isNaN(value) && source.kind === 'money') {
      const code = currencyOf(reading.currency, amounts.currencies?.[i] ?? '', currency.planCurrency);
      const onDate = amounts.dates?.[i] || currency.onDate;
      const converted = convertAmount(value, code, currency, onDate);
      if (converted === null) noteMissingRate(value, code, onDate, number, source, currency, findings);
      else if (converted !== value) {
        if (findings.repair(number, source.columnIndex, text, String(converted), 'converted'))
          value = converted;
      }
    }
    values[i] = value;
    if (value < 0 && !source.isNegativeReal) noteNegative(value, number, source, findings);
  }
  const { id, name, kind, isNegativeReal } = source;
  return { id, name, kind, values, isNegativeReal };
}

function* sampleTexts(cells: readonly string[], rows: Int32Array): Generator<string> {
  const step = Math.max(1, Math.floor(rows.length / MARK_SAMPLE));
  for (let i = 0; i < rows.length; i += step) yield cells[rows[i]!]!;
}

function settle(
  reading: NumberReading,
  text: string,
  row: number,
  source: MeasureSource,
  findings: Findings,
): number {
  const column = source.columnIndex;
  switch (reading.kind) {
    case 'number': {
      const rule: RepairRule | null = reading.rule;
      if (rule === null) return reading.value;
      if (findings.repair(row, column, text, String(reading.value), rule)) return reading.value;
      findings.problem(
        row,
        column,
        'not-a-number',
        'warning',
        `“${text.trim()}” stays as it is written, as you chose; it counts as none.`,
      );
      return NaN;
    }
    case 'none':
      if (reading.isMarked) {
        findings.problem(
          row,
          column,
          'no-value',
          'warning',
          `“${text.trim()}” is read as no value; it counts as none, not as 0.`,
        );
      }
      return NaN;
    case 'formulaError':
      findings.problem(
        row,
        column,
        'formula-error',
        'error',
        `${text.trim()} is a formula's error; it counts as none.`,
      );
      return NaN;
    case 'unreadable':
      findings.problem(
        row,
        column,
        'not-a-number',
        'error',
        `“${text.trim()}” is no number; it counts as none.`,
      );
      return NaN;
  }
}

function noteMissingRate(
  value: number,
  code: string,
  onDate: string,
  row: number,
  source: MeasureSource,
  { planCurrency }: CurrencySettings,
  findings: Findings,
): void {
  findings.currenciesWithoutRate.add(code);
  const text = `${value} ${code} is taken as it stands, since there is no rate from ${code} to ${planCurrency} on ${onDate}. Give the rate beside the columns.`;
  findings.problem(row, source.columnIndex, 'rate-missing', 'error', text);
}

function noteNegative(value: number, row: number, source: MeasureSource, findings: Findings): void {
  const isMark = isSentinel(value);
  const text = isMark
    ? `${value} seems to stand for “not known”; it counts as 0 in totals unless you say that it is real.`
    : `${value} is below zero; it counts as 0 in totals unless you say that it is real.`;
  findings.problem(row, source.columnIndex, isMark ? 'sentinel' : 'negative', 'warning', text);
}

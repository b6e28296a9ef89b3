import type { Font, Style } from 'exceljs';
import type { CellFormat, CellStyle } from '../../shared/io/export/workbook';
import { hasCents } from '../../shared/model/money';

/** Colours of the workbook, as ARGB: inputs blue on a light ground, titles dark. */
const INPUT_FONT = 'FF1F3FAE';
const INPUT_FILL = 'FFEDF1FE';
const HEADER_FILL = 'FFF0F2F5';
const NOTE_FONT = 'FF636D7B';

/** Excel's number format of each kind of figure; money in the plan's currency. */
function numberFormats(currency: string): Record<CellFormat, string> {
  const sign = CURRENCY_SIGNS[currency] ?? `"${currency} "`;
  return {
    text: '@',
    integer: '#,##0',
    // A year or a seed: a number that is read, not counted.
    plainInteger: '0',
    decimal: '#,##0.00##',
    money: `${sign}#,##0`,
    moneyCents: hasCents(currency) ? `${sign}#,##0.00` : `${sign}#,##0`,
    percent: '0.0%',
    index: '0.0',
    coordinate: '0.0000##',
    date: 'yyyy-mm-dd',
    edge: '[>=1000000000000]"and above";[<=-1000000000000]"and below";#,##0.00##',
  };
}

const CURRENCY_SIGNS: Readonly<Record<string, string>> = { USD: '"$"', EUR: '"€"', GBP: '"£"', JPY: '"¥"' };

/**
 * Styles by format and kind of cell. The same object comes back for the same pair: the writer then stores each
 * style once and looks it up by identity.
 */
export function createCellStyles(currency: string): (format: CellFormat, style: CellStyle) => Partial<Style> {
  const formats = numberFormats(currency);
  const made = new Map<string, Partial<Style>>();
  return (format, style) => {
    const key = `${format} ${style}`;
    let found = made.get(key);
    if (!found) {
      found = { numFmt: formats[format], ...placeOf(format, style), ...lookOf(style) };
      made.set(key, found);
    }
    return found;
  };
}

/** Named in full: a font of which a file says only that it is bold is shown in another face by some programs. */
const font = (more: Partial<Font>): Pick<Style, 'font'> => ({
  font: { name: 'Calibri', family: 2, size: 11, ...more },
});

/** Texts stand off from the figure at their left, and headings stand over what is below them. */
function placeOf(format: CellFormat, style: CellStyle): Partial<Style> {
  const isHeader = style === 'header';
  const lines = isHeader ? ({ wrapText: true, vertical: 'middle' } as const) : {};
  if (format !== 'text') return isHeader ? { alignment: { ...lines, horizontal: 'right' } } : {};
  if (style === 'title') return {};
  return { alignment: { ...lines, horizontal: 'left', indent: 1 } };
}

function lookOf(style: CellStyle): Partial<Style> {
  const line = { style: 'thin', color: { argb: 'FFCDD3DA' } } as const;
  switch (style) {
    case 'input':
      return {
        ...font({ color: { argb: INPUT_FONT } }),
        fill: solid(INPUT_FILL),
        protection: { locked: false },
      };
    case 'header':
      return { ...font({ bold: true }), fill: solid(HEADER_FILL), border: { bottom: line } };
    case 'title':
      return font({ bold: true, size: 16 });
    case 'note':
      return font({ color: { argb: NOTE_FONT } });
    case 'total':
      return { ...font({ bold: true }), border: { top: line } };
    case 'plain':
      return {};
  }
}

function solid(argb: string): NonNullable<Style['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

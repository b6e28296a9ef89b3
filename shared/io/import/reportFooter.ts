import type { RawSheet } from './rawSheets';

/** Lines that reports end with. */
const FOOTER =
  /^(grand totals?|confidential|copyright|©|\(c\) |(generated|prepared|exported|printed|created|produced|published|compiled) (by|on|at|from)\b|filtered by|filters?:|(data )?as of |last (updated|refreshed)|(report|run) (name|date|generated|on|by)\b|source:|notes?:|disclaimer|page \d+ of |end of (report|file|list)|(rows?|records?) exported|(total|number of) (records|rows)|\d+ (records|rows)\b|applied filters|all rights reserved)/i;

/**
 * Stored row at which a report's footer begins: of the last rows that hold one text, the first that reads like a
 * footer, and all below it, such as the name of the firm; or lone lines set off by a blank row.
 * @param isTotal rows known as totals, which may stand among the lines
 */
export function findFooter(sheet: RawSheet, first: number, isTotal: (row: number) => boolean): number {
  const { columns, rowNumbers, rowCount } = sheet;
  let footer = rowCount;
  let setOff = rowCount;
  let words = 0;
  for (let row = rowCount - 1; row >= first; row--) {
    if (isTotal(row)) continue;
    const filled = columns.filter((cells) => cells[row]!.trim() !== '');
    const text = filled[0]?.[row]?.trim() ?? '';
    const isLine = filled.length <= 2 && FOOTER.test(text);
    const isLone = filled.length === 1 && filled[0] === columns[0] && columns.length > 1;
    if (!isLine && !isLone) break;
    const isAfterBlank = row > first && rowNumbers[row]! - rowNumbers[row - 1]! > 1;
    if (/\s/.test(text)) words++;
    if (isLine) footer = row;
    // Two columns or fewer leave a lone text to be an account without its figure.
    else if (isAfterBlank && words > 0 && columns.length > 2) setOff = row;
    // A heading of the lines, directly above one of them.
    else if (columns.length > 2 && footer < rowCount && footer === row + 1 && /\s/.test(text)) footer = row;
  }
  return Math.min(footer, setOff);
}

import { parseDelimited } from './parseDelimited';

export interface Sniffed {
  readonly delimiter: string;
  /** Characters of a `sep=;` line, which Excel reads and does not show. */
  readonly skipCharacters: number;
}

const CANDIDATES = [',', ';', '\t', '|'] as const;
const SAMPLE_CHARACTERS = 64 * 1024;
const SAMPLE_ROWS = 60;

/** Which character parts the fields: the one that parts most rows into the same number of fields, more than one. */
export function sniffDelimiter(text: string): Sniffed {
  const said = /^"?sep=([^\r\n])"?[ \t]*(\r\n|\n|\r)/i.exec(text.slice(0, 20));
  if (said) return { delimiter: said[1]!, skipCharacters: said[0].length };
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best: string = ',';
  let bestScore = 0;
  for (const delimiter of CANDIDATES) {
    const score = scoreDelimiter(sample, delimiter);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return { delimiter: best, skipCharacters: 0 };
}

/** Rows of the most usual width count in full, others against; wider is better among equals. */
function scoreDelimiter(sample: string, delimiter: string): number {
  const steps = parseDelimited(sample, delimiter, 1, SAMPLE_ROWS);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { columns, rowCount } = step.value;
  if (columns.length < 2 || rowCount === 0) return 0;
  const widths = new Map<number, number>();
  for (let row = 0; row < rowCount; row++) {
    let width = 0;
    for (let column = 0; column < columns.length; column++)
      if (columns[column]![row] !== '') width = column + 1;
    // Trailing empty fields are usual, so near widths count together.
    for (const near of [width, width + 1]) widths.set(near, (widths.get(near) ?? 0) + 1);
  }
  let usual = 0;
  let usualCount = 0;
  for (const [width, count] of widths)
    if (width > 1 && count >= usualCount) [usual, usualCount] = [width, count];
  return (usualCount / rowCount) * Math.log2(1 + usual);
}

import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';

/**
 * A table of places as compressed columns: a JSON heading, then one line a column, values parted by tabs.
 * Numbers are whole and stored as differences from the row above, which gzip squeezes best.
 */
export interface PackedColumns {
  readonly rowCount: number;
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly numbers: Readonly<Record<string, Int32Array>>;
}

interface Heading {
  rowCount: number;
  columns: { name: string; kind: 'text' | 'number' }[];
}

/** Columns → gzip bytes; the reverse of unpackColumns. Texts must hold no tab and no line break. */
export function packColumns(columns: PackedColumns): Uint8Array {
  const heading: Heading = { rowCount: columns.rowCount, columns: [] };
  const lines: string[] = [];
  for (const [name, values] of Object.entries(columns.texts)) {
    heading.columns.push({ name, kind: 'text' });
    lines.push(values.join('\t'));
  }
  for (const [name, values] of Object.entries(columns.numbers)) {
    heading.columns.push({ name, kind: 'number' });
    lines.push(Array.from(values, (value, row) => value - (row === 0 ? 0 : values[row - 1]!)).join('\t'));
  }
  // A fixed time stamp, so that the same places give the same bytes.
  return gzipSync(strToU8([JSON.stringify(heading), ...lines].join('\n')), { level: 9, mtime: '2026-01-01' });
}

/** Gzip bytes → columns. Throws where the bytes are not what packColumns wrote. */
export function unpackColumns(bytes: Uint8Array): PackedColumns {
  const [head, ...lines] = strFromU8(gunzipSync(bytes)).split('\n');
  const heading = JSON.parse(head!) as Heading;
  const texts: Record<string, readonly string[]> = {};
  const numbers: Record<string, Int32Array> = {};
  heading.columns.forEach(({ name, kind }, index) => {
    if (kind === 'text') texts[name] = lines[index]!.split('\t');
    else numbers[name] = undoDifferences(lines[index]!, heading.rowCount);
  });
  return { rowCount: heading.rowCount, texts, numbers };
}

function undoDifferences(line: string, rowCount: number): Int32Array {
  const values = new Int32Array(rowCount);
  let value = 0;
  let difference = 0;
  let sign = 1;
  let row = 0;
  for (let i = 0; i <= line.length; i++) {
    const code = i < line.length ? line.charCodeAt(i) : 9;
    if (code === 9) {
      value += sign * difference;
      if (row < rowCount) values[row++] = value;
      difference = 0;
      sign = 1;
    } else if (code === 45) sign = -1;
    else difference = difference * 10 + (code - 48);
  }
  return values;
}

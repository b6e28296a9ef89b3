import { decodeText } from './decodeText';
import { ImportFileError } from './importFileError';
import { readZipDirectory, unpackEntry } from './zipDirectory';

/**
 * The text of a GeoNames postal file as it is downloaded: "DE.zip" with "DE.txt" in it, or the text itself.
 * Give it to Geocoder.addPostalFile.
 * @throws ImportFileError where it is neither
 */
export function readPostalFile(bytes: Uint8Array, fileName: string): string {
  const text = decodeText(isZip(bytes) ? unpackList(bytes, fileName) : bytes, fileName).text;
  const first = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n')).split('\t');
  if (first.length >= 11 && /^[A-Z]{2}$/.test(first[0]!)) return text;
  throw new ImportFileError(
    'not-a-table',
    `${fileName} is no GeoNames postal file. Its lines hold country, postal code, place … latitude, longitude, parted by tabs.`,
  );
}

/** Countries and number of codes in the text of a postal file. */
export function summarizePostalFile(text: string): { countries: string[]; codeCount: number } {
  const countries = new Set<string>();
  let codeCount = 0;
  for (const line of text.split('\n')) {
    const fields = line.split('\t');
    if (fields.length < 11 || !fields[1] || !fields[9] || !fields[10]) continue;
    countries.add(fields[0]!);
    codeCount++;
  }
  return { countries: [...countries].sort(), codeCount };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function unpackList(bytes: Uint8Array, fileName: string): Uint8Array {
  const entries = [...readZipDirectory(bytes, fileName).values()];
  const lists = entries.filter(({ name }) => /\.txt$/i.test(name) && !/readme/i.test(name));
  const largest = lists.sort((a, b) => b.unpackedBytes - a.unpackedBytes)[0];
  if (!largest) throw new ImportFileError('not-a-table', `${fileName} holds no text file with postal codes.`);
  return unpackEntry(bytes, largest, fileName);
}

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

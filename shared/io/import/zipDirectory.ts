import { inflateSync } from 'fflate';
import { ImportFileError } from './importFileError';

export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly compressedBytes: number;
  /** As the directory declares it. */
  readonly unpackedBytes: number;
  /** Of the entry's local header. */
  readonly offset: number;
}

/** A workbook larger than this unpacked is refused before it is unpacked. */
export const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;

/** Deflate can't shrink text of a workbook further than this; what claims to is a bomb. */
const MAX_RATIO = 400;
const RATIO_FROM_BYTES = 64 * 1024 * 1024;

const END_RECORD = 0x06054b50;
const ZIP64_END = 0x06064b50;
const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

/**
 * Lists a zip file's entries from its directory, and refuses it where unpacking would not be safe: larger than
 * 512 MB, shrunk beyond what deflate can, or entries that share the same bytes.
 */
export function readZipDirectory(bytes: Uint8Array, fileName: string): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(view);
  if (end < 0) throw damaged(fileName);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === 0xffffffff || count === 0xffff) {
    const zip64 = end - 20 >= 0 ? Number(view.getBigUint64(end - 20 + 8, true)) : -1;
    if (zip64 < 0 || zip64 + 56 > bytes.length || view.getUint32(zip64, true) !== ZIP64_END)
      throw damaged(fileName);
    count = Number(view.getBigUint64(zip64 + 32, true));
    at = Number(view.getBigUint64(zip64 + 48, true));
  }
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL_HEADER) throw damaged(fileName);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = asciiText(bytes, at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    entries.set(name, readEntry(view, at, name, nameLength, extraLength));
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  refuseBombs([...entries.values()], count, fileName);
  return entries;
}

function findEndRecord(view: DataView): number {
  const from = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= from; at--)
    if (view.getUint32(at, true) === END_RECORD) return at;
  return -1;
}

function readEntry(
  view: DataView,
  at: number,
  name: string,
  nameLength: number,
  extraLength: number,
): ZipEntry {
  let unpackedBytes = view.getUint32(at + 24, true);
  let compressedBytes = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  const extraEnd = Math.min(view.byteLength, at + 46 + nameLength + extraLength);
  for (let extra = at + 46 + nameLength; extra + 4 <= extraEnd;) {
    const size = view.getUint16(extra + 2, true);
    if (view.getUint16(extra, true) === 1) {
      let field = extra + 4;
      const next = () =>
        field + 8 <= extraEnd ? Number(view.getBigUint64((field += 8) - 8, true)) : Infinity;
      if (unpackedBytes === 0xffffffff) unpackedBytes = next();
      if (compressedBytes === 0xffffffff) compressedBytes = next();
      if (offset === 0xffffffff) offset = next();
    }
    extra += 4 + size;
  }
  return { name, method: view.getUint16(at + 10, true), compressedBytes, unpackedBytes, offset };
}

function refuseBombs(entries: readonly ZipEntry[], count: number, fileName: string): void {
  const total = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (total > MAX_UNPACKED_BYTES) {
    const size = Number.isFinite(total) ? `${Math.round(total / 1024 / 1024)} MB` : 'more than 512 MB';
    throw new ImportFileError(
      'too-large',
      `${fileName} would unpack to ${size}; the limit is 512 MB. Save only the sheet with the accounts, or save it as CSV.`,
    );
  }
  const sorted = entries.slice().sort((a, b) => a.offset - b.offset);
  const isOverlapping = sorted.some(
    (entry, i) => i > 0 && sorted[i - 1]!.offset + sorted[i - 1]!.compressedBytes > entry.offset,
  );
  const isShrunkTooFar = entries.some(
    ({ unpackedBytes, compressedBytes }) =>
      unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > compressedBytes * MAX_RATIO,
  );
  if (isOverlapping || isShrunkTooFar || entries.length < count) {
    throw new ImportFileError(
      'too-large',
      `${fileName} is packed in a way that no workbook is (a “zip bomb”), and was not unpacked. Save it again from Excel.`,
    );
  }
}

/** Unpacks one entry; never more bytes than the directory declared. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, fileName: string): Uint8Array {
  const { offset, method, compressedBytes, unpackedBytes } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged(fileName);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + compressedBytes);
  if (packed.length < compressedBytes || (method !== 0 && method !== 8)) throw damaged(fileName);
  if (method === 0) return packed;
  try {
    // One byte of room tells an entry that holds more than it declares.
    const unpacked = inflateSync(packed, { out: new Uint8Array(unpackedBytes + 1) });
    if (unpacked.length === unpackedBytes) return unpacked;
  } catch {
    // Falls through to the one message for all damage.
  }
  throw damaged(fileName);
}

/** The error for a workbook whose inside can't be read. */
export function damaged(fileName: string): ImportFileError {
  return new ImportFileError(
    'damaged-workbook',
    `${fileName} is damaged or cut short and can't be read. Open it in Excel, save it again as .xlsx, and import that.`,
  );
}

/** Bytes of ASCII as text. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

import { ImportFileError } from './importFileError';

/** Typing of the decoder that browsers, workers and Node all have. */
declare class TextDecoder {
  constructor(label: string, options?: { ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

const SAMPLE_BYTES = 64 * 1024;

/**
 * Bytes of a text file → text: UTF-8 with or without BOM, UTF-16 with or without, else Windows-1252.
 * @throws ImportFileError where the bytes are no text
 */
export function decodeText(bytes: Uint8Array, fileName: string): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode(bytes.subarray(3), 'utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes.subarray(2), 'utf-16be');
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const wide = guessWideEncoding(sample);
  if (wide) return decode(bytes, wide);
  if (looksBinary(sample)) {
    throw new ImportFileError(
      'not-a-table',
      `${fileName} holds binary data, not a table of text. Export it again as CSV or XLSX.`,
    );
  }
  // The strict decoder is several times slower than looking for the mark that the lenient one leaves.
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes(REPLACEMENT) && !holdsReplacement(bytes)
    ? decode(bytes, 'windows-1252')
    : { text, encoding: 'utf-8' };
}

/** What a decoder puts for bytes that are no UTF-8. */
const REPLACEMENT = '\ufffd';

/** Whether the file itself holds that mark (EF BF BD), as text that was once read wrong does. */
function holdsReplacement(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return true;
  }
  return false;
}

function decode(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding };
}

/** Latin text in UTF-16 has a zero in every other byte. */
function guessWideEncoding(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = sample.length / 2;
  if (half < 2) return null;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** More than a stray control character in a thousand bytes is no text. */
function looksBinary(sample: Uint8Array): boolean {
  let controls = 0;
  let zeros = 0;
  for (const byte of sample) {
    if (byte === 0) zeros++;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  }
  return zeros > Math.max(1, sample.length / 500) || controls > Math.max(4, sample.length / 100);
}

import { ImportFileError } from './importFileError';

/** Typing of the decoder that browsers, workers and Node all have. */
declare class TextDecoder {
  constructor(label: string, options?: { ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Whether bytes that are no UTF-8 stand as \ufffd in the text. */
  readonly isDamaged: boolean;
}

const SAMPLE_BYTES = 64 * 1024;

/**
 * Bytes of a text file → text: UTF-8 with or without BOM, UTF-16 with or without, else Windows-1252. A file that is
 * UTF-8 but for a few bytes stays UTF-8.
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
  const isDamaged = text.includes(REPLACEMENT);
  return isDamaged && !holdsReplacement(bytes) && !isMostlyUtf8(text)
    ? { text: decodeWindows(bytes), encoding: 'windows-1252', isDamaged: false }
    : { text, encoding: 'utf-8', isDamaged };
}

/**
 * Whether letters beyond ASCII were read far more often than not: those of Windows-1252 hardly ever pass for UTF-8.
 * A file that was cut off within a letter counts too.
 */
function isMostlyUtf8(text: string): boolean {
  let read = 0;
  let unread = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) unread++;
    else if (code > 127) read++;
  }
  return read >= 2 * unread || (unread === 1 && read > 0 && text.endsWith(REPLACEMENT));
}

/** What Windows-1252 has at 0x80 to 0x9f; blanks are not used. */
const WINDOWS_MARKS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Node's decoder leaves 0x80 to 0x9f as control characters, so that €, quotes and dashes would be lost. */
function decodeWindows(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes).replace(/[\x80-\x9f]/g, (control) => {
    const mark = WINDOWS_MARKS[control.charCodeAt(0) - 0x80]!;
    return mark === ' ' ? control : mark;
  });
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
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, encoding, isDamaged: text.includes(REPLACEMENT) };
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

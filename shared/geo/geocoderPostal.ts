/** What a postal text says in the United States, and how it had to be read. */
export interface UsPostalCode {
  /** Five digits. */
  readonly zip: string;
  readonly repair: 'none' | 'zeroRestored' | 'nineDigits' | 'nineDigitsZeroRestored' | 'trimmed';
}

/**
 * Reads a ZIP code as files really hold it: 02138, 2138, 501, 2138.0, 02138-1234, 021381234, 21381234, "MA 02138".
 * @returns null where the text holds no ZIP code
 */
export function readUsPostal(text: string): UsPostalCode | null {
  if (text.length === 5 && isDigits(text)) return placeholderFree({ zip: text, repair: 'none' });
  const plain = text
    .trim()
    .replace(/\.0+$/, '')
    .replace(/[\u2010-\u2015]/g, '-');
  const wasTrimmed = plain !== text;
  if (/^\d+$/.test(plain)) return placeholderFree(fromDigits(plain, wasTrimmed));
  const parts = /^(\d{3,5})\s*[- ]\s*(\d{4})$/.exec(plain);
  if (parts) {
    const zip = parts[1]!.padStart(5, '0');
    return placeholderFree({ zip, repair: parts[1]!.length === 5 ? 'nineDigits' : 'nineDigitsZeroRestored' });
  }
  if (/^\d{5}-$/.test(plain)) return placeholderFree({ zip: plain.slice(0, 5), repair: 'trimmed' });
  const inText = plain.match(/(?<!\d)\d{5}(?!\d)/g);
  return inText?.length === 1 && /^[A-Za-z .,:-]*\d{5}(-\d{4})?[ .,;-]*$/.test(plain)
    ? placeholderFree({ zip: inText[0], repair: 'trimmed' })
    : null;
}

function fromDigits(digits: string, wasTrimmed: boolean): UsPostalCode | null {
  switch (digits.length) {
    case 3:
    case 4:
      return { zip: digits.padStart(5, '0'), repair: 'zeroRestored' };
    case 5:
      return { zip: digits, repair: wasTrimmed ? 'trimmed' : 'none' };
    case 7:
    case 8:
      return { zip: digits.padStart(9, '0').slice(0, 5), repair: 'nineDigitsZeroRestored' };
    case 9:
      return { zip: digits.slice(0, 5), repair: 'nineDigits' };
    default:
      return null;
  }
}

/** 00000 and 99999 stand for "not known". */
function placeholderFree(code: UsPostalCode | null): UsPostalCode | null {
  return code && code.zip !== '00000' && code.zip !== '99999' ? code : null;
}

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/**
 * The keys under which a postal code of another country may be listed, longest first: "M5V 3L9" is listed
 * as M5V by GeoNames, "SW1A 1AA" as SW1A, "1017 AB" as 1017, "D-01067" as 01067.
 */
export function foreignPostalKeys(country: string, text: string): string[] {
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/\.0+$/, '')
    .replace(/^([A-Z]{1,3})-(?=\d)/, '')
    .replace(/[^A-Z0-9]/g, '');
  if (!bare) return [];
  const keys = [bare];
  const usual = USUAL_DIGITS[country];
  if (usual && /^\d+$/.test(bare) && bare.length < usual) keys.push(bare.padStart(usual, '0'));
  if (country === 'CA') keys.push(bare.slice(0, 3));
  if (country === 'GB' && bare.length > 4) keys.push(bare.slice(0, -3));
  if (country === 'NL' || country === 'PT') keys.push(bare.slice(0, 4));
  if (country === 'IE') keys.push(bare.slice(0, 3));
  if (country === 'BR') keys.push(`${bare.slice(0, 5)}000`);
  return keys;
}

/** Digits of a postal code in countries where spreadsheets lose its zero. */
const USUAL_DIGITS: Readonly<Record<string, number>> = {
  DE: 5,
  FR: 5,
  ES: 5,
  IT: 5,
  MX: 5,
  FI: 5,
  EE: 5,
  AU: 4,
  NO: 4,
  ZA: 4,
  JP: 7,
};

/** The text by which postal codes are compared: a ZIP+4 is the place of its first five digits. */
export function postalKey(text: string): string {
  return /^\d{5}-\d{4}$/.test(text.trim()) ? text.trim().slice(0, 5) : text.trim();
}

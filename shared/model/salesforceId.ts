/** Digits of the check suffix: five bits each, base 32. */
const SUFFIX_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three check characters of a 15-character id: each tells which of five characters are capitals (Salesforce, "ID field type"). */
export function salesforceSuffix(id15: string): string {
  let suffix = '';
  for (let chunk = 0; chunk < 3; chunk++) {
    let bits = 0;
    for (let at = 0; at < 5; at++) {
      const code = id15.charCodeAt(chunk * 5 + at);
      if (code >= 65 && code <= 90) bits |= 1 << at;
    }
    suffix += SUFFIX_DIGITS[bits];
  }
  return suffix;
}

/**
 * The text by which an id is compared: an 18-character Salesforce id is the same record as its first 15.
 * Ids are case-sensitive.
 */
export function idKey(id: string): string {
  if (id.length !== 18 || !/^[a-zA-Z0-9]{18}$/.test(id)) return id;
  const id15 = id.slice(0, 15);
  return salesforceSuffix(id15) === id.slice(15).toUpperCase() ? id15 : id;
}

/** Small steps through the bytes of a worksheet's XML. */

const LT = 60;
const GT = 62;
const SLASH = 47;
const QUOTE = 34;
const APOSTROPHE = 39;

/** Position of the tag's ">", quotes passed over. */
export function tagEnd(xml: Uint8Array, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const byte = xml[at]!;
    if (byte === GT) return at;
    if (byte === QUOTE || byte === APOSTROPHE) {
      at++;
      while (at < xml.length && xml[at] !== byte) at++;
    }
  }
  return xml.length;
}

/** Start of the value of an attribute whose name is one letter; -1 where the tag has none. */
export function attributeRange(xml: Uint8Array, from: number, end: number, letter: number): number {
  for (let at = from; at + 2 < end; at++) {
    const byte = xml[at]!;
    if (byte === QUOTE || byte === APOSTROPHE) {
      at++;
      while (at < end && xml[at] !== byte) at++;
    } else if (byte === letter && xml[at + 1] === 61 && xml[at - 1]! <= 32) return at + 3;
  }
  return -1;
}

/** Digits from here on as a number. */
export function wholeNumber(xml: Uint8Array, from: number): number {
  let value = 0;
  for (let at = from; at < xml.length; at++) {
    const digit = xml[at]! - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return value;
}

/** A1-style letters → index from 0. */
export function columnOf(xml: Uint8Array, from: number): number {
  let column = 0;
  for (let at = from; at < xml.length; at++) {
    const letter = xml[at]! - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Position of "</c>" (or "</x:c>") from here on. */
export function cellEnd(xml: Uint8Array, from: number): number {
  for (let at = xml.indexOf(LT, from); at >= 0; at = xml.indexOf(LT, at + 1)) {
    if (xml[at + 1] !== SLASH) continue;
    let close = at + 2;
    while (xml[close] !== GT && close < xml.length) close++;
    if (xml[close - 1] === 99 && (close - at === 3 || xml[close - 2] === 58)) return at;
  }
  return xml.length;
}

/** Start of the content of a one-letter element; for an empty one (<v/>) the position of the next "<". */
export function findElement(xml: Uint8Array, from: number, close: number, letter: number): number {
  for (let at = xml.indexOf(LT, from); at >= 0 && at < close; at = xml.indexOf(LT, at + 1)) {
    let name = at + 1;
    if (xml[name + 1] === 58) name += 2;
    else if (xml[name + 2] === 58) name += 3;
    const after = xml[name + 1]!;
    if (xml[name] !== letter || (after > 32 && after !== GT && after !== SLASH)) continue;
    const end = tagEnd(xml, name);
    return xml[end - 1] === SLASH ? xml.indexOf(LT, end) : end + 1;
  }
  return -1;
}

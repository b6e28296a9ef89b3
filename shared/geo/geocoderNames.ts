/** How names of places are compared: without accents, marks, blanks, capitals, and with the usual short forms spelt out. */

const EXPANDED: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  ft: 'fort',
  mt: 'mount',
  mtn: 'mountain',
  pt: 'point',
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
  no: 'north',
  so: 'south',
  vlg: 'village',
  hts: 'heights',
  spgs: 'springs',
  spg: 'spring',
  jct: 'junction',
  is: 'island',
  cty: 'city',
};

/** Letters that Unicode does not part into a base letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Lower-case words of a name, accents and marks gone; the form before short forms are spelt out. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (isPlainAscii(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßøæœłđðþı]/g, (letter) => LETTERS[letter]!)
    .replace(/[\u2018\u2019\u02bc]/g, "'");
}

function isPlainAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/**
 * The key under which a place is looked up: "St. Paul" and "Saint Paul", "Du Bois" and "DuBois",
 * "O'Fallon" and "OFallon" have one key.
 */
export function placeKey(name: string): string {
  const words = foldText(name)
    .replace(/['.`]/g, '')
    .split(/[^\p{L}\p{N}]+/u);
  let key = '';
  for (const word of words) key += EXPANDED[word] ?? word;
  return key;
}

/** Words that say what kind of area a county is and are left out when counties are compared. */
const COUNTY_WORDS =
  /\b(county|parish|borough|census area|municipality|municipio|planning region|city and borough|city)\b|\(.*?\)/g;

/** County names are compared without "County", "Parish", "Borough" and the like. */
export function countyKey(name: string): string {
  const short = foldText(name).replace(COUNTY_WORDS, ' ');
  return placeKey(short) || placeKey(name);
}

/** Whether two keys differ by one letter more, one fewer, one other, or two neighbours swapped. */
export function isOneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB.slice(1)) return true;
  if (restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

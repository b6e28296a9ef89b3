import { strFromU8 } from 'fflate';
import { damaged, unpackEntry, type ZipEntry } from './zipDirectory';

/** One sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** How numbers of a cell style are shown, as far as it changes what they mean. */
export type StyleMeaning =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'digits'; readonly groups: readonly number[] };

export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  /** Day 0 is in 1904, as on old Macs. */
  readonly is1904: boolean;
  readonly sharedStrings: readonly string[];
  /** One a cell style index. */
  readonly styles: readonly StyleMeaning[];
}

/** Reads what the sheets refer to: their list, the shared texts and the number formats. */
export function readWorkbookParts(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  fileName: string,
): WorkbookParts {
  const read = (path: string) => {
    const entry = findEntry(entries, path);
    return entry ? strFromU8(unpackEntry(bytes, entry, fileName)) : '';
  };
  const workbookPath =
    relationTargets(read('_rels/.rels'), '').find(({ type }) => type.endsWith('/officeDocument'))?.target ??
    'xl/workbook.xml';
  const workbook = read(workbookPath);
  if (!workbook) throw damaged(fileName);
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1);
  const file = workbookPath.slice(folder.length);
  const relations = relationTargets(read(`${folder}_rels/${file}.rels`), folder);
  const pathOf = (ending: string) => relations.find(({ type }) => type.endsWith(ending))?.target ?? '';
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*?)\/?>/g)].flatMap(([, text]) => {
    const relation = relations.find(({ id }) => id === attribute(text!, '(?:\\w+:)?id'));
    if (!relation?.type.endsWith('/worksheet')) return [];
    const state = attribute(text!, 'state');
    const name = decodeEntities(attribute(text!, 'name') ?? '');
    return [{ name, path: relation.target, isHidden: state === 'hidden' || state === 'veryHidden' }];
  });
  return {
    sheets,
    is1904: /<(?:\w+:)?workbookPr[^>]*date1904="(1|true)"/.test(workbook),
    sharedStrings: readSharedStrings(read(pathOf('/sharedStrings'))),
    styles: readStyles(read(pathOf('/styles'))),
  };
}

/** An entry by path, whatever the capitals: some writers are careless. */
export function findEntry(entries: ReadonlyMap<string, ZipEntry>, path: string): ZipEntry | undefined {
  const plain = path.replace(/^\//, '');
  const exact = entries.get(plain);
  if (exact || plain === '') return exact;
  const lower = plain.toLowerCase();
  return [...entries.values()].find(({ name }) => name.toLowerCase() === lower);
}

function relationTargets(xml: string, folder: string): { id: string; type: string; target: string }[] {
  return [...xml.matchAll(/<(?:\w+:)?Relationship\s([^>]*?)\/?>/g)].map(([, text]) => {
    const target = decodeEntities(attribute(text!, 'Target') ?? '');
    return {
      id: attribute(text!, 'Id') ?? '',
      type: attribute(text!, 'Type') ?? '',
      target: target.startsWith('/') ? target.slice(1) : resolvePath(folder + target),
    };
  });
}

function resolvePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function attribute(text: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(text)
    ?.slice(1)
    .find((value) => value !== undefined);
}

/** The texts that cells refer to by number; formatting runs are joined, reading aids (rPh) left out. */
function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  const item = /<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g;
  for (const [, inner = ''] of xml.matchAll(item)) strings.push(joinTexts(inner));
  return strings;
}

/** All <t> of a piece of XML, joined and decoded. */
export function joinTexts(xml: string): string {
  // The usual item is one plain text, and a regular expression for it costs most of the time.
  if (xml.startsWith('<t>') && xml.indexOf('<', 3) === xml.length - 4)
    return decodeEntities(xml.slice(3, -4));
  const bare = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml;
  let text = '';
  for (const [, inner = ''] of bare.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g))
    text += inner;
  return decodeEntities(text);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML entities and Excel's own _x000D_ for characters that XML can't hold. */
export function decodeEntities(text: string): string {
  const plain = text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
        (whole, hex?: string, decimal?: string, name?: string) => {
          if (name) return ENTITIES[name] ?? whole;
          const code = hex ? parseInt(hex, 16) : Number(decimal);
          return code <= 0x10ffff ? String.fromCodePoint(code) : '';
        },
      )
    : text;
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : plain;
}

/** Formats of Excel's own that show dates (ECMA-376, 18.8.30); times alone are no dates. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

function readStyles(xml: string): StyleMeaning[] {
  const codes = new Map<number, string>();
  for (const [, text] of xml.matchAll(/<(?:\w+:)?numFmt\s([^>]*?)\/?>/g)) {
    codes.set(Number(attribute(text!, 'numFmtId')), decodeEntities(attribute(text!, 'formatCode') ?? ''));
  }
  const formats = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  return [...formats.matchAll(/<(?:\w+:)?xf\s([^>]*?)\/?>/g)].map(([, text]) => {
    const id = Number(attribute(text!, 'numFmtId') ?? 0);
    const code = codes.get(id);
    return code === undefined ? { kind: isBuiltInDate(id) ? 'date' : 'number' } : meaningOf(code);
  });
}

function meaningOf(code: string): StyleMeaning {
  const bare = code
    .split(';')[0]!
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '')
    .trim();
  // Formats of ZIP codes: 00000 and 00000-0000 show the zeros that the number has lost.
  if (/^0{2,}(-0+)?$/.test(code.replace(/\\-/g, '-'))) {
    return {
      kind: 'digits',
      groups: code
        .replace(/\\/g, '')
        .split('-')
        .map((group) => group.length),
    };
  }
  return { kind: /[yd]/i.test(bare) && !/general/i.test(bare) ? 'date' : 'number' };
}

import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';

/** A cell with a formula, as its file has it. */
export interface FormulaCell {
  readonly formula: string;
  /** The value the file brings along; booleans are 1 and 0, errors their name, none is ''. */
  readonly value: string | number;
}

/** Cells with formulas by address, of sheets by name. */
export type FormulaSheets = ReadonlyMap<string, ReadonlyMap<string, FormulaCell>>;

/**
 * Formulas of a workbook and their values, straight from its XML: a reader of all that a workbook can hold takes many
 * times as long, which was most of what a recalculation of many workbooks took.
 * @throws Error where the file is no workbook, or has a formula that is not written alone in its cell
 */
export function readFormulas(path: string): FormulaSheets {
  const parts = unzipSync(readFileSync(path), {
    filter: ({ name }) => /^xl\/(worksheets|_rels|workbook)/.test(name),
  });
  const text = (name: string): string => {
    const part = parts[name];
    if (!part) throw new Error(`${path} has no ${name}.`);
    return strFromU8(part);
  };
  const targets = new Map<string, string>();
  for (const [tag] of text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)) {
    targets.set(attribute(tag, 'Id'), attribute(tag, 'Target'));
  }
  const sheets = new Map<string, ReadonlyMap<string, FormulaCell>>();
  for (const [tag] of text('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)) {
    const name = decode(attribute(tag, 'name'));
    const xml = text(`xl/${targets.get(attribute(tag, 'r:id'))}`);
    const cells = readCells(xml);
    const written = xml.split('<f').length - xml.split('<formula').length;
    if (cells.size !== written)
      throw new Error(`${name} of ${path}: ${cells.size} of ${written} formulas read.`);
    sheets.set(name, cells);
  }
  if (sheets.size === 0) throw new Error(`${path} has no sheets.`);
  return sheets;
}

const FORMULA_CELL =
  /<c ([^>]*)><f(?: [^>]*[^>/])?>([^<]*)<\/f>(?:<v[^>]*[^>/]?>([^<]*)<\/v>|<v[^>]*\/>)?<\/c>/g;

function readCells(xml: string): Map<string, FormulaCell> {
  const cells = new Map<string, FormulaCell>();
  for (const [, attributes, formula, value] of xml.matchAll(FORMULA_CELL)) {
    const isText = / t="(str|e)"/.test(attributes!);
    cells.set(attribute(` ${attributes}`, 'r'), {
      formula: decode(formula!),
      value: isText || !value ? decode(value ?? '') : Number(value),
    });
  }
  return cells;
}

function attribute(tag: string, name: string): string {
  const mark = ` ${name}="`;
  const start = tag.indexOf(mark);
  if (start < 0) throw new Error(`No ${name} in "${tag}".`);
  const from = start + mark.length;
  return tag.slice(from, tag.indexOf('"', from));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it was before it was written as XML, and before SpreadsheetML's own way of writing control characters. */
function decode(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text;
  return text
    .replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
      return String.fromCodePoint(name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
    })
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

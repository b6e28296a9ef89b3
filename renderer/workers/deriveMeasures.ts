import type { AccountTable } from '../../shared/model/accountTable';
import { measureKindOf } from '../../shared/io/import/fields';
import { countDoubtfulOperands, deriveMeasure, FormulaError } from '../../shared/io/import/measureFormula';
import type { BuildSummary, DerivedMeasure, FormulaPreview } from './importContract';

const PREVIEW_ROWS = 5;

/** The table with the derived measures it has the columns for; the others are named with the reason, and so are
 * those that leave doubtful values out. */
export function deriveAll(
  table: AccountTable,
  derived: readonly DerivedMeasure[],
): { readonly table: AccountTable; readonly errors: BuildSummary['derivedErrors'] } {
  const errors: { name: string; message: string }[] = [];
  let extended = table;
  for (const { name, formula } of derived) {
    try {
      if (extended.measures.some((measure) => measure.name.toLowerCase() === name.toLowerCase()))
        throw new FormulaError(`There is a measure “${name}” already. Give this one another name.`);
      const column = deriveMeasure(extended, freshId(name, extended), name, measureKindOf(name), formula);
      const doubtful = countDoubtfulOperands(extended, formula);
      if (doubtful > 0) errors.push({ name, message: doubtText(doubtful) });
      extended = { ...extended, measures: [...extended.measures, column] };
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      errors.push({ name, message: error.message });
    }
  }
  return { table: extended, errors };
}

function doubtText(count: number): string {
  const accounts = count === 1 ? 'One account has' : `${count} accounts have`;
  return `${accounts} a value below zero in its formula, such as −999 for “not known”. It counts as none there, unless you say that it is real.`;
}

/** What a formula gives on the first accounts, so that a person sees it before it is added. */
export function previewFormula(table: AccountTable, formula: string): FormulaPreview {
  try {
    const { values } = deriveMeasure(table, 'preview', 'preview', 'number', formula);
    const rows = table.names
      .slice(0, PREVIEW_ROWS)
      .map((name, row) => ({ account: name || table.ids[row]!, value: values[row]! }));
    return { error: null, rows };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { error: error.message, rows: [] };
  }
}

function freshId(name: string, { measures }: AccountTable): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const base = plain || 'derived';
  let id = base;
  for (let count = 2; measures.some((measure) => measure.id === id); count++) id = `${base}-${count}`;
  return id;
}

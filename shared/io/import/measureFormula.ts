import { create, parseDependencies, type MathNode } from 'mathjs';
import type { AccountTable, MeasureColumn, MeasureKind } from '../../model/accountTable';

/** A formula that can't be computed; the message is fit to be shown. */
export class FormulaError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FormulaError';
  }
}

/** One number a row from the numbers of the columns that the formula names. NaN = none. */
type RowFormula = (values: Float64Array) => number;

export interface CompiledFormula {
  /** Names of the measures that the formula uses; `evaluate` takes their values in this order. */
  readonly uses: readonly string[];
  readonly evaluate: RowFormula;
}

// Only mathjs's parser is used; its evaluators are not even loaded. What it parses is walked below, and only
// numbers, columns and the functions listed here are computed.
const { parse } = create(parseDependencies ?? {});

const FUNCTIONS: Readonly<
  Record<
    string,
    { readonly least: number; readonly most: number; readonly run: (values: readonly number[]) => number }
  >
> = {
  min: { least: 1, most: Infinity, run: (values) => Math.min(...values) },
  max: { least: 1, most: Infinity, run: (values) => Math.max(...values) },
  sum: { least: 1, most: Infinity, run: (values) => values.reduce((total, value) => total + value, 0) },
  abs: { least: 1, most: 1, run: ([value = NaN]) => Math.abs(value) },
  round: { least: 1, most: 1, run: ([value = NaN]) => Math.round(value) },
  floor: { least: 1, most: 1, run: ([value = NaN]) => Math.floor(value) },
  ceil: { least: 1, most: 1, run: ([value = NaN]) => Math.ceil(value) },
  sqrt: { least: 1, most: 1, run: ([value = NaN]) => Math.sqrt(value) },
  log: { least: 1, most: 1, run: ([value = NaN]) => Math.log(value) },
  exp: { least: 1, most: 1, run: ([value = NaN]) => Math.exp(value) },
  /** none(x, y): x where there is a value, else y. */
  none: { least: 2, most: 2, run: ([value = NaN, other = NaN]) => (Number.isNaN(value) ? other : value) },
};

const OPERATORS: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  pow: (a, b) => a ** b,
  mod: (a, b) => a % b,
  smaller: (a, b) => Number(a < b),
  smallerEq: (a, b) => Number(a <= b),
  larger: (a, b) => Number(a > b),
  largerEq: (a, b) => Number(a >= b),
  equal: (a, b) => Number(a === b),
  unequal: (a, b) => Number(a !== b),
  and: (a, b) => Number(a !== 0 && b !== 0),
  or: (a, b) => Number(a !== 0 || b !== 0),
};

/**
 * Compiles a formula over measures, e.g. `visits * hours`, `[2026 Rev ($)] / 1000`, `Beds > 100 ? 24 : 12`.
 * A name with blanks or signs stands in square brackets; capitals do not matter.
 * @throws FormulaError for what can't be parsed, unknown names and anything but arithmetic
 */
export function compileFormula(formula: string, measureNames: readonly string[]): CompiledFormula {
  const uses: string[] = [];
  const slotOf = (name: string): number => {
    const wanted = name.trim().toLowerCase();
    const known = measureNames.find((other) => other.toLowerCase() === wanted);
    if (known === undefined) {
      throw new FormulaError(
        `There is no measure “${name.trim()}”. Measures: ${measureNames.join(', ') || 'none yet'}.`,
      );
    }
    const at = uses.indexOf(known);
    return at >= 0 ? at : uses.push(known) - 1;
  };
  // Bracketed names become plain symbols that the parser takes.
  const symbols = new Map<string, number>();
  const plain = formula.replace(/\[([^\]]+)\]/g, (_, name: string) => {
    const symbol = `column_${symbols.size}_`;
    symbols.set(symbol, slotOf(name));
    return symbol;
  });
  const compile = (node: MathNode) => compileNode(node, (name) => symbols.get(name) ?? slotOf(name));
  let root: MathNode;
  try {
    root = parse(plain);
  } catch (error) {
    throw new FormulaError(
      `“${formula}” can’t be read: ${error instanceof Error ? error.message : 'unknown'}.`,
    );
  }
  return { uses, evaluate: compile(root) };
}

type Compile = (node: MathNode) => RowFormula;

/** Fields of the parser's nodes that are read here; its own types differ by kind. */
interface NodeFields {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly fn?: string | { readonly name?: string };
  readonly args?: readonly MathNode[];
  readonly content?: MathNode;
  readonly condition?: MathNode;
  readonly trueExpr?: MathNode;
  readonly falseExpr?: MathNode;
}

function compileNode(node: MathNode, slotOf: (name: string) => number): RowFormula {
  const compile: Compile = (child) => compileNode(child, slotOf);
  const fields = node as unknown as NodeFields;
  switch (fields.type) {
    case 'ConstantNode': {
      const value = fields.value;
      if (typeof value !== 'number') throw new FormulaError(`“${String(value)}” is no number.`);
      return () => value;
    }
    case 'SymbolNode': {
      const slot = slotOf(fields.name!);
      return (values) => values[slot]!;
    }
    case 'ParenthesisNode':
      return compile(fields.content!);
    case 'ConditionalNode': {
      const [condition, yes, no] = [
        compile(fields.condition!),
        compile(fields.trueExpr!),
        compile(fields.falseExpr!),
      ];
      return (values) => (condition(values) ? yes(values) : no(values));
    }
    case 'OperatorNode':
      return compileOperator(fields, compile);
    case 'FunctionNode':
      return compileFunction(fields, compile);
    default:
      throw new FormulaError(
        'A formula may hold numbers, measures, + − × ÷ ^, comparisons and functions only.',
      );
  }
}

function compileOperator({ fn, args }: NodeFields, compile: Compile): RowFormula {
  const name = typeof fn === 'string' ? fn : '';
  const [first, second] = (args ?? []).map(compile);
  if (first && !second && name === 'unaryMinus') return (values) => -first(values);
  if (first && !second && name === 'unaryPlus') return first;
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (!operator || !first || !second)
    throw new FormulaError(`The operator “${name}” can’t be used in a formula.`);
  return (values) => operator(first(values), second(values));
}

function compileFunction({ fn, args = [] }: NodeFields, compile: Compile): RowFormula {
  const name = typeof fn === 'object' ? (fn.name ?? '') : (fn ?? '');
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!known)
    throw new FormulaError(
      `There is no function “${name}”. Functions: ${Object.keys(FUNCTIONS).join(', ')}.`,
    );
  if (args.length < known.least || args.length > known.most) {
    throw new FormulaError(
      `${name} takes ${known.least === known.most ? known.least : `at least ${known.least}`} value(s), not ${args.length}.`,
    );
  }
  const parts = args.map(compile);
  return (values) => known.run(parts.map((part) => part(values)));
}

/**
 * A new measure computed from others, row by row; NaN where a value that it needs is none, or the result is not
 * finite (a division by zero). A value below zero that the planner did not call real, such as −999 for “not known”,
 * is none here: two of them would multiply to a plausible number.
 * @throws FormulaError
 */
export function deriveMeasure(
  table: AccountTable,
  id: string,
  name: string,
  kind: MeasureKind,
  formula: string,
): MeasureColumn {
  const { uses, evaluate } = compileFormula(
    formula,
    table.measures.map((measure) => measure.name),
  );
  const columns = operandsOf(table, uses);
  const values = new Float64Array(table.rowCount);
  const row = new Float64Array(columns.length);
  for (let at = 0; at < table.rowCount; at++) {
    for (let column = 0; column < columns.length; column++) {
      const { values: operands, isNegativeReal } = columns[column]!;
      const operand = operands[at]!;
      row[column] = operand < 0 && !isNegativeReal ? NaN : operand;
    }
    const value = evaluate(row);
    values[at] = Number.isFinite(value) ? value : NaN;
  }
  return { id, name, kind, values, isNegativeReal: false };
}

function operandsOf(table: AccountTable, uses: readonly string[]): MeasureColumn[] {
  return uses.map((used) => table.measures.find((measure) => measure.name === used)!);
}

/**
 * Rows of a table in which a formula meets a value below zero that the planner did not call real.
 * @throws FormulaError
 */
export function countDoubtfulOperands(table: AccountTable, formula: string): number {
  const names = table.measures.map((measure) => measure.name);
  const columns = operandsOf(table, compileFormula(formula, names).uses);
  const doubted = columns.filter(({ isNegativeReal }) => !isNegativeReal);
  let count = 0;
  for (let row = 0; row < table.rowCount; row++) {
    if (doubted.some(({ values }) => values[row]! < 0)) count++;
  }
  return count;
}

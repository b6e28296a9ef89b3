/** What a verb may reach of the world; files are Node's own. */
export interface CommandLineWorld {
  out(text: string): void;
  err(text: string): void;
  /** Where the bundled places and the sample plan lie. */
  readonly assetsFolder: URL;
}

/** The call's words are off: exit 2, with the verb's usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The work failed: exit 1, with a message that says what, where and what to do. */
export class WorkError extends Error {
  override readonly name = 'WorkError';
}

/** Options as they came: `--name value` any number of times, `--flag`, and the rest in order. */
export interface VerbArguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly flags: ReadonlySet<string>;
}

export interface Verb {
  /** One line, as in cli.md, without the program's name. */
  readonly usage: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** Options that take a value; all others in `flags` take none. `--json` is known to every verb. */
  readonly options: readonly string[];
  readonly flags: readonly string[];
  run(args: VerbArguments, world: CommandLineWorld): Promise<VerbResult>;
}

export interface VerbResult {
  /** The one value that goes to stdout with --json. */
  readonly json: unknown;
  /** The same for a person. */
  readonly text: string;
}

/** The last value of an option; null where it was not given. */
export function optionOf(args: VerbArguments, name: string): string | null {
  return args.values[name]?.at(-1) ?? null;
}

/** @throws UsageError where the option is missing */
export function requireOption(args: VerbArguments, name: string): string {
  const value = optionOf(args, name);
  if (value === null) throw new UsageError(`--${name} is missing.`);
  return value;
}

/**
 * An option that is a number within bounds.
 * @throws UsageError where it is none; @returns null where it was not given
 */
export function numberOption(args: VerbArguments, name: string, least: number, most: number): number | null {
  const text = optionOf(args, name);
  if (text === null) return null;
  return readNumber(`--${name}`, text, least, most);
}

/** @throws UsageError where the text is no number within the bounds */
export function readNumber(what: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < least || value > most) {
    throw new UsageError(`${what} takes a number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}

/** The one positional of a verb, e.g. PLAN. @throws UsageError */
export function requirePositional(args: VerbArguments, position: number, name: string): string {
  const value = args.positionals[position];
  if (value === undefined) throw new UsageError(`${name} is missing.`);
  return value;
}

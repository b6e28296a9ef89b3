import type { Verb, VerbArguments } from './commandLine';
import { UsageError } from './commandLine';

/**
 * Reads the words after the verb. `--name=value` and `--name value` are the same; `--` ends the options.
 * @throws UsageError for an option that the verb does not know, or one without its value
 */
export function parseArguments(verb: Verb, words: readonly string[]): VerbArguments {
  const positionals: string[] = [];
  const values: Record<string, string[]> = {};
  const flags = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--') {
      positionals.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('--')) {
      positionals.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = word.slice(2, equals < 0 ? undefined : equals);
    if (verb.flags.includes(name) || name === 'json') {
      if (equals >= 0) throw new UsageError(`--${name} takes no value.`);
      flags.add(name);
    } else if (verb.options.includes(name)) {
      const value = equals >= 0 ? word.slice(equals + 1) : words[++at];
      if (value === undefined) throw new UsageError(`--${name} needs a value.`);
      (values[name] ??= []).push(value);
    } else {
      throw new UsageError(`There is no option --${name}.`);
    }
  }
  return { positionals, values, flags };
}

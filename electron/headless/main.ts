import type { CommandLineWorld, Verb } from './commandLine';
import { UsageError, WorkError } from './commandLine';
import { parseArguments } from './parseArguments';
import { balanceVerb } from './verbs/balance';
import { compareVerb } from './verbs/compare';
import { exportVerb } from './verbs/export';
import { importVerb } from './verbs/import';
import { infoVerb } from './verbs/info';
import { payoutVerb } from './verbs/payout';
import { quotaVerb } from './verbs/quota';
import { sampleVerb } from './verbs/sample';
import { simulateVerb } from './verbs/simulate';
import { teamVerb } from './verbs/team';

const VERBS: ReadonlyMap<string, Verb> = new Map([
  ['sample', sampleVerb],
  ['import', importVerb],
  ['info', infoVerb],
  ['balance', balanceVerb],
  ['team', teamVerb],
  ['quota', quotaVerb],
  ['payout', payoutVerb],
  ['simulate', simulateVerb],
  ['compare', compareVerb],
  ['export', exportVerb],
]);

/** Errors whose message is written for the user; any other is a defect. */
const PLAIN_ERRORS = new Set([
  'WorkError',
  'ImportFileError',
  'ProjectFileError',
  'CommandError',
  'HostError',
]);

/**
 * Runs one command (cli.md): JSON alone on stdout with --json, messages on stderr.
 * @returns the exit code: 0 done, 1 the work failed, 2 the call's words are off
 */
export async function runCommandLine(argv: readonly string[], world: CommandLineWorld): Promise<number> {
  const [name, ...words] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    if (name === undefined) world.err(helpText());
    else world.out(helpText());
    return name === undefined ? 2 : 0;
  }
  const verb = VERBS.get(name);
  if (!verb) {
    world.err(`There is no command "${name}".\n${helpText()}`);
    return 2;
  }
  try {
    const args = parseArguments(verb, words);
    const result = await verb.run(args, world);
    world.out(args.flags.has('json') ? `${JSON.stringify(result.json)}\n` : `${result.text}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      world.err(`${error.message}\nusage: evenland ${verb.usage}\n`);
      return 2;
    }
    world.err(`${plainMessage(error)}\n`);
    return 1;
  }
}

function helpText(): string {
  const lines = [...VERBS.values()].map((verb) => `  ${verb.usage}\n      ${verb.summary}\n`);
  return `usage: evenland VERB …\n${lines.join('')}`;
}

function plainMessage(error: unknown): string {
  if (!(error instanceof Error)) return `Something went wrong: ${String(error)}`;
  if (error instanceof WorkError || PLAIN_ERRORS.has(error.name)) return error.message;
  return `Something went wrong inside Evenland: ${error.message}. Your files were left as they were.`;
}

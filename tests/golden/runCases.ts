import { readFileSync } from 'node:fs';
import { ZodError } from 'zod';
import { mismatches } from './caseMatch';
import { Fields, type GoldenCase, type GoldenKind } from './goldenCase';
import { bonusKinds } from './kinds/bonusKinds';
import { conditionKinds } from './kinds/conditionKinds';
import { creditKinds } from './kinds/creditKinds';
import { curveKinds } from './kinds/curveKinds';
import { figureKinds } from './kinds/figureKinds';
import { kpiKinds } from './kinds/kpiKinds';
import { limitKinds } from './kinds/limitKinds';
import { quotaKinds } from './kinds/quotaKinds';
import { tierKinds } from './kinds/tierKinds';

/** Every kind of case there is: each maps to plan components and engine calls, none has a formula of its own. */
const goldenKinds: Record<string, GoldenKind> = {
  ...tierKinds,
  ...curveKinds,
  ...conditionKinds,
  ...limitKinds,
  ...creditKinds,
  ...bonusKinds,
  ...quotaKinds,
  ...figureKinds,
  ...kpiKinds,
};

export interface CaseOutcome {
  id: string;
  kind: string;
  verdict: 'passed' | 'failed' | 'unsupported';
  /** What differs, or what went wrong. */
  details: string[];
}

/** Runs one case through the engine. */
export function runCase(golden: GoldenCase): CaseOutcome {
  const { id, kind } = golden;
  const run = goldenKinds[kind];
  if (!run) return { id, kind, verdict: 'unsupported', details: [`no kind "${kind}"`] };
  try {
    const actual = run(new Fields(golden.plan), new Fields(golden.inputs), golden);
    const found = mismatches(golden.expected, actual);
    return {
      id,
      kind,
      verdict: found.length === 0 ? 'passed' : 'failed',
      details: found.map(
        (each) =>
          `${each.path}: expected ${JSON.stringify(each.expected)}, got ${JSON.stringify(each.actual)}`,
      ),
    };
  } catch (error) {
    return { id, kind, verdict: 'failed', details: [saidOf(error)] };
  }
}

/** What went wrong with a case, in one line. */
function saidOf(error: unknown): string {
  if (error instanceof ZodError) {
    const { path, message } = error.issues[0]!;
    return `the plan of the case is not whole: ${path.join('.')}: ${message}`;
  }
  const message = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');
  return error instanceof TypeError || error instanceof RangeError
    ? `the case has not the form of its kind; compare it with one that passes (${message})`
    : message;
}

/** A file's text; throws a message for a person where it can't be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const said =
      code === 'ENOENT'
        ? 'there is no such file; check the name and the folder'
        : code === 'EISDIR'
          ? 'it is a folder; name a file in it'
          : `the system says ${code}; check that you may read it`;
    throw new Error(said, { cause: error });
  }
}

/** The cases of a file's text: a list, or an object with `cases`; throws a message for a person otherwise. */
export function readCases(text: string): GoldenCase[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new Error(`it is not JSON (${error instanceof Error ? error.message : String(error)})`, {
      cause: error,
    });
  }
  const list = Array.isArray(parsed) ? parsed : (parsed as { cases?: unknown } | null)?.cases;
  if (!Array.isArray(list))
    throw new Error('it holds no list of cases; write {"cases": [{"kind", "plan", "inputs", "expected"}]}');
  return list.map((each: Partial<GoldenCase> | null, i) => {
    if (typeof each?.kind !== 'string') throw new Error(`case ${i + 1} has no kind`);
    return {
      id: typeof each.id === 'string' ? each.id : `case ${i + 1}`,
      kind: each.kind,
      plan: each.plan ?? {},
      inputs: each.inputs ?? {},
      expected: each.expected ?? {},
    };
  });
}

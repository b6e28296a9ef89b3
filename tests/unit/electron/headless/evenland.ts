import { runCommandLine } from '../../../../electron/headless/main';

/** What a call of the command line left behind. */
export interface Call {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `evenland` with these words in this process, on the project's own assets. */
export async function evenland(...argv: string[]): Promise<Call> {
  let out = '';
  let err = '';
  const code = await runCommandLine(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    assetsFolder: new URL('../../../../assets/', import.meta.url),
  });
  return { code, out, err };
}

import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const TOKEN = /^[\w-]{43}$/;

/**
 * The secret between this installation's server and its browser, made at the first start. It outlives restarts,
 * so that a page that was left open goes on where it was. Only the person's own account can read the file.
 */
export function readToken(path: string): string {
  const kept = readKept(path);
  if (kept !== null) return kept;
  mkdirSync(dirname(path), { recursive: true });
  const token = randomBytes(32).toString('base64url');
  try {
    writeFileSync(path, token, { flag: 'wx', mode: 0o600 });
    return token;
  } catch {
    // Two first starts at once: the other one's token is as good. A broken file is replaced.
    const other = readKept(path);
    if (other !== null) return other;
    writeFileSync(path, token, { mode: 0o600 });
    return token;
  }
}

function readKept(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8');
    return TOKEN.test(text) ? text : null;
  } catch {
    return null;
  }
}

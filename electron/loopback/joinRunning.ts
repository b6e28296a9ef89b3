import { createHmac } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';

const ANSWER_LIMIT_MS = 2_000;
export const JOIN_HEADER = 'x-evenland-join';

/** Proves to know the token without telling it: the port may belong to somebody else by now. */
export function joinProof(token: string): string {
  return createHmac('sha256', token).update('join').digest('hex');
}

/** Notes the port of the server that runs, for a second start to find. */
export function notePort(path: string, port: number): void {
  writeFileSync(path, JSON.stringify({ port }), { mode: 0o600 });
}

export function forgetPort(path: string): void {
  rmSync(path, { force: true });
}

/** The port noted last; a crash may have left it behind. */
export function readPort(path: string): number | null {
  try {
    const { port } = JSON.parse(readFileSync(path, 'utf8')) as { port?: unknown };
    return typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
  } catch {
    return null;
  }
}

/**
 * Asks the server at a port to open a window.
 * @returns false where no server of this person's Evenland answers
 */
export function joinRunning(port: number, token: string): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = { host: `127.0.0.1:${port}`, [JOIN_HEADER]: joinProof(token) };
    const joining = request(
      { host: '127.0.0.1', port, path: '/join', method: 'POST', headers, timeout: ANSWER_LIMIT_MS },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    joining.on('timeout', () => joining.destroy());
    joining.on('error', () => resolve(false));
    joining.end();
  });
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { decodeWire, encodeWire } from '../../shared/bridge/wire';
import { answerChannel } from '../host/answerChannel';
import type { Host } from '../host/createHost';
import { securityHeaders } from '../host/serveAsset';

/** A plan of 100,000 accounts is some 30 MB; what is far beyond is no plan. */
const BODY_LIMIT_BYTES = 1 << 30;
const HEARTBEAT_MS = 15_000;

/** One call of the page: encoded arguments in, encoded answer out. */
export async function answerCall(
  host: Host,
  request: IncomingMessage,
  response: ServerResponse,
  channel: string,
): Promise<void> {
  // A form of another site can't set this header, nor be sent as POST without asking first.
  if (request.method !== 'POST' || request.headers['x-evenland'] !== '1') {
    return sendText(response, 405, 'Not allowed.');
  }
  const body = await readBody(request);
  if (body === null) return sendText(response, 413, 'This is too large.');
  let args: unknown;
  try {
    args = decodeWire(body);
  } catch {
    return sendText(response, 400, 'This call can not be read.');
  }
  const bytes = encodeWire(await answerChannel(host.api, channel, args));
  const headers = {
    ...securityHeaders,
    'content-type': 'application/octet-stream',
    'cache-control': 'no-store',
  };
  response.writeHead(200, headers).end(bytes);
}

/** Keeps the connection open and sends every event down it (server-sent events). */
export function streamEvents(host: Host, response: ServerResponse, onEnd: () => void): void {
  const headers = { ...securityHeaders, 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
  response.writeHead(200, headers).write('retry: 1000\n\n');
  const stop = host.api.onEvent((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    stop();
    clearInterval(heartbeat);
    onEnd();
  });
}

/** A file the host laid out for this page, as a download. */
export async function sendFile(host: Host, response: ServerResponse, fileId: string): Promise<void> {
  let path: string;
  try {
    path = host.pathOf(fileId);
  } catch {
    return sendText(response, 404, 'There is no such file.');
  }
  const { size } = await stat(path);
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': 'application/octet-stream',
    'content-length': size,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
    'cache-control': 'no-store',
  });
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response);
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, {
      ...securityHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    })
    .end(text);
}

/** @returns null where the body is larger than allowed */
async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > BODY_LIMIT_BYTES) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Host } from '../host/createHost';
import { securityHeaders, serveAsset } from '../host/serveAsset';
import { answerCall, sendFile, sendText, streamEvents } from './answerRequests';
import { createTickets } from './createTickets';
import { JOIN_HEADER, joinProof } from './joinRunning';
import { listenOnLoopback } from './listenOnLoopback';
import { hasToken, isOurRequest, isSameSecret, tokenCookie } from './requestGuard';

export interface LoopbackSettings {
  host: Host;
  rendererFolder: string;
  /** The secret of this installation; see readToken. */
  token: string;
  /** Tried first; where it is taken, any free port. */
  port: number;
  now: () => number;
  /** Another start of the app asks for a window. */
  onJoin: () => void;
  /** The number of pages that listen has changed. */
  onPages: (count: number) => void;
}

export interface LoopbackServer {
  port: number;
  /** Path and query that let a browser in, once and within this time. */
  entrancePath: (lifetimeMs: number) => string;
  close: () => Promise<void>;
}

/** Serves the renderer and the host's channels to browsers on this machine, and to nobody else. */
export async function createLoopbackServer(settings: LoopbackSettings): Promise<LoopbackServer> {
  const { host, token } = settings;
  const tickets = createTickets(settings.now);
  const pages = new Set<ServerResponse>();
  let port = 0;

  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) sendText(response, 500, 'Evenland could not answer this.');
      else response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(`http://host${request.url ?? '/'}`);
    if (!isOurRequest(request, port)) return sendText(response, 403, 'This address serves Evenland alone.');
    if (pathname === '/join' && request.method === 'POST') return join(request, response);
    if (pathname === '/enter' && request.method === 'GET')
      return enter(response, searchParams.get('ticket') ?? '');
    if (!hasToken(request, token))
      return sendText(response, 401, 'Open Evenland with "npm start": this address is closed.');
    if (pathname.startsWith('/api/call/'))
      return answerCall(host, request, response, pathname.slice('/api/call/'.length));
    if (request.method !== 'GET') return sendText(response, 405, 'Not allowed.');
    if (pathname === '/api/events') return listen(response);
    if (pathname.startsWith('/api/files/'))
      return sendFile(host, response, pathname.slice('/api/files/'.length));
    const { status, headers, body } = await serveAsset(settings.rendererFolder, pathname);
    response.writeHead(status, headers).end(body);
  }

  function join(request: IncomingMessage, response: ServerResponse): void {
    const sent = request.headers[JOIN_HEADER];
    if (typeof sent !== 'string' || !isSameSecret(sent, joinProof(token))) {
      return sendText(response, 401, 'Not allowed.');
    }
    sendText(response, 200, 'evenland');
    settings.onJoin();
  }

  /** Trades the ticket for the cookie, and leaves an address without it. */
  function enter(response: ServerResponse, ticket: string): void {
    if (!tickets.redeem(ticket)) {
      return sendText(response, 401, 'This address was good once. Open Evenland with "npm start" again.');
    }
    response.writeHead(303, { ...securityHeaders, location: '/', 'set-cookie': tokenCookie(token) }).end();
  }

  function listen(response: ServerResponse): void {
    pages.add(response);
    settings.onPages(pages.size);
    streamEvents(host, response, () => {
      pages.delete(response);
      settings.onPages(pages.size);
    });
  }

  port = await listenOnLoopback(server, settings.port);
  return {
    port,
    entrancePath: (lifetimeMs) => `/enter?ticket=${tickets.issue(lifetimeMs)}`,
    async close() {
      for (const page of pages) page.end();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The one name the pages live under: a browser keeps every plan by it. It resolves to this machine by standard. */
export const LOOPBACK_NAME = 'evenland.localhost';
export const LOOPBACK_PORT = 47113;
export const LOOPBACK_ORIGIN = `http://${LOOPBACK_NAME}:${LOOPBACK_PORT}`;
const COOKIE = 'evenland';

/**
 * Whether a request may be heard at all. The Host header must be ours, or a foreign site's name could be
 * pointed at this port (DNS rebinding); where the browser names the asking page, it must be ours too.
 * @param port the port really listened on, which may differ from the origin's
 */
export function isOurRequest(request: IncomingMessage, port: number): boolean {
  const hosts = [`${LOOPBACK_NAME}:${LOOPBACK_PORT}`, ...hostsOf(port)];
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (host === undefined || !hosts.includes(host)) return false;
  if (origin !== undefined && !hosts.some((name) => origin === `http://${name}`)) return false;
  return site === undefined || site === 'same-origin' || site === 'none';
}

function hostsOf(port: number): string[] {
  return [LOOPBACK_NAME, 'localhost', '127.0.0.1'].map((name) => `${name}:${port}`);
}

export function hasToken(request: IncomingMessage, token: string): boolean {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  const sent = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return sent !== undefined && isSameSecret(sent, token);
}

/** No script can read it, no other site's page makes the browser send it. A year: the token outlives restarts. */
export function tokenCookie(token: string): string {
  return `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`;
}

/** Compares in a time that tells nothing about where two secrets part. */
export function isSameSecret(sent: string, secret: string): boolean {
  const [a, b] = [Buffer.from(sent), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

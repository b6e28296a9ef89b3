import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.topojson': 'application/json; charset=utf-8',
  '.geojson': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * What a page of ours may do: its own files and nothing else. Mantine writes style elements and attributes,
 * hence 'unsafe-inline' for styles alone. No eval, no plugins, no frames, no foreign address.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer of both hosts. Opener and embedder policy together give the page SharedArrayBuffer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=(), serial=(), hid=(), payment=()',
};

export interface Asset {
  status: 200 | 404;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/**
 * Reads one file of the built renderer.
 * @param root folder of the built renderer
 * @param encodedPath path of a URL as it came, still percent-encoded; `/` is the page
 * @returns 404 for whatever is not a file under root, by whatever way out of it (dots, encoding, links)
 */
export async function serveAsset(root: string, encodedPath: string): Promise<Asset> {
  const path = await assetPath(root, encodedPath);
  const body = path === null ? null : await readFile(path).catch(() => null);
  if (path === null || body === null) {
    return {
      status: 404,
      headers: { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' },
      body: new TextEncoder().encode('Not found'),
    };
  }
  // Vite puts a digest of the content into the names under assets/.
  const caching = encodedPath.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  const contentType = CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  return {
    status: 200,
    headers: { ...securityHeaders, 'content-type': contentType, 'cache-control': caching },
    body: new Uint8Array(body),
  };
}

async function assetPath(root: string, encodedPath: string): Promise<string | null> {
  let path: string;
  try {
    path = decodeURIComponent(encodedPath);
  } catch {
    return null;
  }
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.some((part) => part.startsWith('.') || /[\\:\0]/.test(part))) return null;
  try {
    const realRoot = await realpath(root);
    const realFile = await realpath(join(realRoot, ...(parts.length === 0 ? ['index.html'] : parts)));
    return realFile.startsWith(realRoot + sep) ? realFile : null;
  } catch {
    return null;
  }
}

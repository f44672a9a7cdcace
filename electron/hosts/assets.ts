import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ifUnanswered } from '../engine/machine/unanswered.ts';

/** What a page of ours may load and do. Starts from nothing. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer, of whatever kind. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

export type Assets = (request: Request) => Promise<Response>;

/** Serves the built renderer; the same for app:// and for http. */
export function createAssets(folder: string): Assets {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plain(405, 'method not allowed');
    const parts = assetParts(new URL(request.url).pathname);
    const contentType = parts && contentTypes[path.extname(parts.at(-1) ?? '')];
    if (!parts || !contentType) return plain(404, 'not found');
    const bytes = await readOrNull(path.join(folder, ...parts));
    if (!bytes) return plain(404, 'not found');
    const headers = {
      ...securityHeaders,
      'content-type': contentType,
      // Vite puts a hash of the content into the names of what lies in assets/.
      'cache-control': parts[0] === 'assets' ? 'public, max-age=31536000, immutable' : 'no-store',
    };
    return new Response(request.method === 'HEAD' ? null : bytes, { status: 200, headers });
  };
}

/**
 * The folders and the file of an address, or null where one of them is anything but a plain name.
 * A name starts with a letter, digit or underscore: so there is no "..", no hidden file, no drive
 * letter, no separator in disguise (%2f, %5c), no stream (file:name) and no NUL.
 */
export function assetParts(pathname: string): string[] | null {
  if (pathname === '/') return ['index.html'];
  const parts = pathname.slice(1).split('/');
  return parts.every((part) => /^\w[\w.-]*$/.test(part)) ? parts : null;
}

async function readOrNull(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  // Missing, a folder, unreadable: for the asker it is not there.
  const bytes = await readFile(file).catch(ifUnanswered(null));
  return bytes && new Uint8Array(bytes);
}

function plain(status: number, text: string): Response {
  const headers = { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' };
  return new Response(text, { status, headers });
}

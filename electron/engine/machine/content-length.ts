import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Bytes behind an address, asked for without fetching it. null where the server does not
 * say, or cannot be asked the way pip asks (a proxy with a password, a private certificate):
 * a size is a courtesy, so no failure of it is a Problem.
 */
export async function contentLength(url: string, signal?: AbortSignal): Promise<number | null> {
  try {
    if (url.startsWith('file:')) return (await stat(fileURLToPath(url))).size;
    const limit = AbortSignal.timeout(5000);
    const answer = await fetch(url, {
      method: 'HEAD',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const length = answer.headers.get('content-length');
    return answer.ok && length !== null ? Number(length) : null;
  } catch {
    return null;
  }
}

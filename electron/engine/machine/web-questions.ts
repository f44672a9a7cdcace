import { eitherSignal } from './either-signal.ts';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseJson } from './json-text.ts';
import { codeOf } from './read-file.ts';
import { ifUnanswered } from './unanswered.ts';

/**
 * Bytes behind an address, asked for without fetching it. null where the server does not
 * say, or cannot be asked the way pip asks (a proxy with a password, a private certificate):
 * a size is a courtesy, so no failure of it is a Problem.
 */
export async function contentLength(url: string, signal?: AbortSignal): Promise<number | null> {
  try {
    if (url.startsWith('file:')) return (await stat(fileURLToPath(url))).size;
    const answer = await fetch(url, {
      method: 'HEAD',
      signal: eitherSignal(signal, AbortSignal.timeout(5000)),
    });
    const length = answer.headers.get('content-length');
    return answer.ok && length !== null ? Number(length) : null;
  } catch (thrown) {
    return nullIfUnreachable(thrown);
  }
}

/** Bytes: enough that a slow line shows. */
const mostTried = 256 * 1024;

/** See System.fetchTime. */
export async function fetchTime(url: string, timeLimit: number): Promise<number | null> {
  const begin = performance.now();
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeLimit) });
    if (!answer.ok || answer.body === null) return null;
    let bytes = 0;
    for await (const chunk of answer.body) {
      bytes += chunk.length;
      if (bytes >= mostTried) break;
    }
    return Math.round(performance.now() - begin);
  } catch (thrown) {
    return nullIfUnreachable(thrown);
  }
}

/** A short question to a program on this machine; anything but a JSON answer in time is null. */
export async function localJson(url: string, timeLimit: number): Promise<unknown> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeLimit), redirect: 'error' });
    return answer.ok ? (parseJson(await answer.text()) ?? null) : null;
  } catch (thrown) {
    return nullIfUnreachable(thrown); // busy with a picture, or not a ComfyUI at all
  }
}

/** Bytes: the largest picture that is fetched. */
const largestAnswer = 64 * 1024 * 1024;

/** See System.localAnswer. */
export async function localAnswer(
  url: string,
  { json, timeLimit }: { json?: unknown; timeLimit: number },
): Promise<{ status: number; bytes: Uint8Array } | null> {
  try {
    const sent = json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) };
    const answer = await fetch(url, {
      ...sent,
      ...(json === undefined ? {} : { headers: { 'Content-Type': 'application/json' } }),
      signal: AbortSignal.timeout(timeLimit),
      redirect: 'error',
    });
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of answer.body ?? []) {
      bytes += part.length;
      if (bytes > largestAnswer) return null;
      parts.push(part);
    }
    return { status: answer.status, bytes: Buffer.concat(parts) };
  } catch (thrown) {
    return nullIfUnreachable(thrown);
  }
}

/**
 * The failures of a network are TypeErrors with a cause for `fetch`, those of time DOMExceptions,
 * and what is no address has a code. Source: the Fetch Standard, and undici for the cause.
 */
export function nullIfUnreachable(thrown: unknown): null {
  const isOfNetwork = thrown instanceof TypeError && thrown.cause !== undefined;
  const isNoAddress = codeOf(thrown)?.startsWith('ERR_INVALID_') === true;
  if (isOfNetwork || isNoAddress || thrown instanceof DOMException) return null;
  return ifUnanswered(null)(thrown);
}

import { fail } from '../../../shared/problem.ts';
import { limitOf } from '../machine/time-limits.ts';
import type { System } from '../machine/system.ts';
import { mostBytes } from './signed-file.ts';

/** Whether somebody means an address and not a file. */
export function isAddress(from: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(from);
}

/**
 * An address that can be asked: https, or http on this very machine. Throws `tables-address`.
 */
export function usableAddress(address: string): string {
  const url = parseUrl(address);
  const isHere = url !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  const usable = url?.protocol === 'https:' || (isHere && url.protocol === 'http:');
  return url && usable && url.username === ''
    ? url.href
    : fail('tables-address', { params: { address } });
}

/** The text of a file or behind an address; see the problems `tables-…` for what can go wrong. */
export async function fetchTables(
  system: System,
  from: string,
  signal?: AbortSignal,
): Promise<string> {
  const bytes = isAddress(from)
    ? await download(system, usableAddress(from), signal)
    : await readFile(system, from);
  return Buffer.from(bytes).toString('utf8');
}

async function download(
  system: System,
  address: string,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const timeLimit = limitOf(system, 'tables');
  const options = { most: mostBytes, timeLimit, ...(signal ? { signal } : {}) };
  const answer = await system.fetchFile(address, options);
  if (signal?.aborted === true) fail('cancelled');
  const { host } = new URL(address);
  if (answer === null) return fail('tables-unreachable', { params: { host } });
  switch (answer.kind) {
    case 'file':
      return answer.bytes;
    case 'refused':
      return fail('tables-refused', { params: { host, status: answer.status } });
    case 'too-large':
      return tooLarge();
    case 'elsewhere':
      return fail('tables-elsewhere', { params: { host, to: answer.host } });
  }
}

async function readFile(system: System, file: string): Promise<Uint8Array> {
  const info = await system.files.info(file);
  if (info && info.bytes > mostBytes) return tooLarge();
  return (await system.files.readBytes(file)) ?? fail('not-a-file', { params: { file } });
}

function tooLarge(): never {
  return fail('tables-too-large', { params: { mib: mostBytes / 1024 ** 2 } });
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch (thrown) {
    if (thrown instanceof TypeError) return null;
    throw thrown;
  }
}

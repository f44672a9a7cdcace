import path from 'node:path';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

/** Where the loader looks besides what a library says itself. */
export type LinuxPlaces = {
  /** Asked in this order. */
  folders: readonly string[];
  /** The system's own libraries by their names; null: another system's, which cannot be seen. */
  cache: ReadonlyMap<string, string> | null;
  /** Where LD_LIBRARY_PATH of whoever starts ComfyUI may lead, which is not ours to see. */
  toolkits: readonly string[];
};

const standardFolders = ['/lib64', '/usr/lib64', '/lib', '/usr/lib'];
/** Where CUDA's and AMD's installers put their libraries, and images of containers theirs. */
const toolkits = [
  '/usr/local/cuda/lib64',
  '/usr/local/cuda/extras/CUPTI/lib64',
  '/usr/local/nvidia/lib64',
  '/usr/local/lib',
  '/opt/rocm/lib',
];
const mostCacheBytes = 8 * 1024 * 1024;

/** `folders` come from the environment. `isOwn`: it runs on this very system. */
export async function linuxPlaces(
  system: System,
  folders: readonly string[],
  isOwn: boolean,
): Promise<LinuxPlaces> {
  if (!isOwn) return { folders, cache: null, toolkits: [] };
  const told = (system.environment.LD_LIBRARY_PATH ?? '').split(/[:;]/);
  const bytes = await system.files
    .readBytes('/etc/ld.so.cache', { limit: mostCacheBytes })
    .catch(ifUnanswered(null));
  return {
    folders: [...folders, ...told.filter((each) => path.isAbsolute(each)), ...standardFolders],
    cache: bytes ? parseLibraryCache(bytes) : new Map(),
    toolkits,
  };
}

const magic = 'glibc-ld.so.cache1.1';
const headerBytes = 48;
const entryBytes = 24;
/** elf-libc6 for x86-64 and for aarch64 (sysdeps/generic/ldconfig.h). */
const kinds = [0x0303, 0x0a03];

/** The names and paths of /etc/ld.so.cache (glibc, sysdeps/generic/dl-cache.h); none where it is damaged. */
export function parseLibraryCache(content: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const found = new Map<string, string>();
  // An older table may stand before it.
  const start = bytes.indexOf(magic, 0, 'latin1');
  if (start === -1 || start + headerBytes > bytes.length) return found;
  const fit = Math.floor((bytes.length - start - headerBytes) / entryBytes);
  const count = Math.min(bytes.readUInt32LE(start + 20), fit);
  for (let index = 0; index < count; index++) {
    const at = start + headerBytes + index * entryBytes;
    if (!kinds.includes(bytes.readUInt32LE(at))) continue;
    const name = textAt(bytes, start + bytes.readUInt32LE(at + 4));
    const file = textAt(bytes, start + bytes.readUInt32LE(at + 8));
    if (name !== '' && file !== '' && !found.has(name)) found.set(name, file);
  }
  return found;
}

function textAt(bytes: Buffer, from: number): string {
  const end = bytes.indexOf(0, Math.min(from, bytes.length));
  return end === -1 || end - from > 4096 ? '' : bytes.toString('latin1', from, end);
}

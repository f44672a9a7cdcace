import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** What a hand-made wheel is made of. */
export type WheelParts = {
  /** As its author writes it, for example flash_attn. */
  name: string;
  version: string;
  summary?: string;
  /** Requires-Dist lines. */
  requires?: readonly string[];
  requiresPython?: string;
  /** "py3-none-any" unless asked. */
  tag?: string;
  /** Path inside site-packages to content. */
  files: Readonly<Record<string, string | Uint8Array>>;
  /** Console scripts, as "name = package.module:function". */
  scripts?: readonly string[];
  /** Bytes that no compression makes smaller, to test progress and cancel. */
  padding?: number;
};

/** A wheel as it lies on an index. */
export type BuiltWheel = {
  name: string;
  version: string;
  fileName: string;
  bytes: Uint8Array;
  sha256: string;
  metadata: string;
  /** What the archive holds, path to content. */
  entries: ReadonlyMap<string, Uint8Array>;
};

/** Makes a wheel: the files, a dist-info folder, and a RECORD with the right hashes. */
export function buildWheel(parts: WheelParts): BuiltWheel {
  const entries = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(parts.files)) entries.set(path, asBytes(content));
  const folder = `${escapeName(parts.name)}-${parts.version}.dist-info`;
  if (parts.padding) {
    entries.set(`${escapeName(parts.name)}/_padding.bin`, noise(parts.padding));
  }
  const metadata = metadataOf(parts);
  entries.set(`${folder}/METADATA`, asBytes(metadata));
  entries.set(`${folder}/WHEEL`, asBytes(wheelFile(parts)));
  if (parts.scripts) {
    const lines = ['[console_scripts]', ...parts.scripts];
    entries.set(`${folder}/entry_points.txt`, asBytes(`${lines.join('\n')}\n`));
  }
  entries.set(`${folder}/RECORD`, asBytes(recordOf(entries, `${folder}/RECORD`)));
  const bytes = zip(entries);
  return {
    name: parts.name,
    version: parts.version,
    fileName: `${escapeName(parts.name)}-${parts.version}-${parts.tag ?? 'py3-none-any'}.whl`,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    metadata,
    entries,
  };
}

/** The name of PEP 503: lower case, runs of -_. become one dash. */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** One line of a RECORD: path, hash and size. */
export function recordLine(path: string, content: Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('base64url');
  return `${path},sha256=${hash},${content.length}`;
}

/** The Python files of an imitation, as they lie in test/support/wheels/python. */
export function imitationFiles(packageName: string): Record<string, string> {
  // By the working folder, so that a bundled benchmark finds it too: tests run in the checkout.
  const root = resolve('test/support/wheels/python');
  const files: Record<string, string> = {};
  for (const entry of readdirSync(join(root, packageName), { recursive: true })) {
    const path = `${packageName}/${String(entry).replaceAll('\\', '/')}`;
    if (path.endsWith('.py')) files[path] = readFileSync(join(root, path), 'utf8');
  }
  return files;
}

function escapeName(name: string): string {
  return name.replace(/[-_.]+/g, '_');
}

function metadataOf(parts: WheelParts): string {
  const lines = [
    'Metadata-Version: 2.1',
    `Name: ${parts.name}`,
    `Version: ${parts.version}`,
    `Summary: ${parts.summary ?? `An imitation of ${parts.name} for tests`}`,
    `Requires-Python: ${parts.requiresPython ?? '>=3.8'}`,
    ...(parts.requires ?? []).map((requirement) => `Requires-Dist: ${requirement}`),
  ];
  return `${lines.join('\n')}\n`;
}

function wheelFile(parts: WheelParts): string {
  const tag = parts.tag ?? 'py3-none-any';
  const pure = tag.endsWith('-none-any');
  return `Wheel-Version: 1.0\nGenerator: attention-doctor-tests\nRoot-Is-Purelib: ${pure}\nTag: ${tag}\n`;
}

function recordOf(entries: ReadonlyMap<string, Uint8Array>, self: string): string {
  const lines = [...entries].map(([path, content]) => recordLine(path, content));
  return `${[...lines, `${self},,`].join('\n')}\n`;
}

function zip(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tree: Zippable = {};
  for (const [path, content] of entries) {
    tree[path] = [content, { level: path.endsWith('.bin') ? 0 : 6 }];
  }
  return zipSync(tree, { mtime: new Date(2026, 0, 1) });
}

function asBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** The same noise every time, so that a wheel has the same hash in every run. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 0x9e3779b9;
  for (let index = 0; index < length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state & 0xff;
  }
  return bytes;
}

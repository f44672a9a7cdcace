import { join } from 'node:path';
import { createNodeSystem } from '../../../electron/engine/machine/node-system.ts';
import type { System } from '../../../electron/engine/machine/system.ts';
import type { Surroundings } from '../../../electron/engine/loader/examine-extensions.ts';
import { elfFile, type ElfParts } from './elf-file.ts';
import { peFile, type PeParts } from './pe-file.ts';

/** site-packages with made-up compiled files, by their places below it. */
export async function paperSite(
  root: string,
  files: Readonly<Record<string, ElfParts | PeParts | Buffer>>,
): Promise<string> {
  const site = join(root, 'site-packages');
  const system = createNodeSystem();
  for (const [place, parts] of Object.entries(files)) {
    const content = Buffer.isBuffer(parts)
      ? parts
      : /\.(dll|pyd)$/.test(place)
        ? peFile(parts as PeParts)
        : elfFile(parts as ElfParts);
    await system.files.writeBytes(join(site, place), content);
  }
  return site;
}

/** What surrounds it, seen from another system unless a test says otherwise. */
export function around(
  site: string,
  packages: readonly string[],
  own: Partial<Surroundings> = {},
): Surroundings {
  return {
    platform: 'linux',
    isOwnSystem: false,
    environmentRoot: join(site, '..'),
    executable: join(site, '..', 'bin', 'python'),
    base: null,
    python: '3.11',
    distributions: packages.map((name) => ({
      name,
      version: '1.0',
      location: join(site, `${name.replaceAll('-', '_')}-1.0.dist-info`),
      hasRecord: true,
    })),
    torch: {
      build: { version: '2.9.1+cu128', cuda: '12.8', hip: null, xpu: null },
      folder: join(site, 'torch'),
    },
    ...own,
  };
}

/** This machine with a list of system libraries of our own (/etc/ld.so.cache). */
export function systemWithCache(libraries: Readonly<Record<string, string>>): System {
  const system = createNodeSystem();
  return {
    ...system,
    environment: {},
    files: {
      ...system.files,
      readBytes: (file, options) =>
        file === '/etc/ld.so.cache'
          ? Promise.resolve(libraryCache(libraries))
          : system.files.readBytes(file, options),
    },
  };
}

/** As glibc's ldconfig writes it, for x86-64. */
function libraryCache(libraries: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(libraries);
  const head = Buffer.alloc(48 + entries.length * 24);
  head.write('glibc-ld.so.cache1.1', 0, 'latin1');
  head.writeUInt32LE(entries.length, 20);
  let texts = Buffer.alloc(0);
  const text = (each: string): number => {
    const place = head.length + texts.length;
    texts = Buffer.concat([texts, Buffer.from(`${each}\0`, 'latin1')]);
    return place;
  };
  entries.forEach(([name, file], index) => {
    const at = 48 + index * 24;
    head.writeUInt32LE(0x0303, at);
    head.writeUInt32LE(text(name), at + 4);
    head.writeUInt32LE(text(file), at + 8);
  });
  return Buffer.concat([head, texts]);
}

import path from 'node:path';
import type { Launcher } from '../../../../shared/install.ts';
import type { System } from '../../machine/system.ts';
import { readConfigText } from './config-file.ts';
import { splitWords } from '../../launch/settings/words.ts';

const composeFiles = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
  'compose.override.yaml',
  'docker-compose.override.yml',
];

/**
 * The flags that an image takes from one of its variables: from our own environment inside the
 * container, and from the compose files of these folders outside of it.
 * Source: docs.docker.com/reference/compose-file/services (environment).
 */
export async function containerFlags(
  system: System,
  variable: string,
  folders: readonly string[],
): Promise<Launcher[]> {
  const own = splitWords(system.environment[variable] ?? '');
  const files = folders.flatMap((folder) => composeFiles.map((name) => path.join(folder, name)));
  const described = await Promise.all(
    files.map(async (file) => {
      const flags = flagsInCompose((await readConfigText(system, file)) ?? '', variable);
      return flags === null ? [] : [{ path: file, flags }];
    }),
  );
  return [...(own.length > 0 ? [{ path: `$${variable}`, flags: own }] : []), ...described.flat()];
}

/** `- NAME=value`, `- "NAME=value"` or `NAME: value`; what another variable says is not here. */
export function flagsInCompose(text: string, variable: string): string[] | null {
  const line = new RegExp(`^[ \\t]*(?:-[ \\t]*)?(["']?)${variable}\\1[ \\t]*[=:](.*)$`, 'm');
  const quotedItem = new RegExp(`^[ \\t]*-[ \\t]*(["'])${variable}=(.*)\\1[ \\t]*$`, 'm');
  const value = quotedItem.exec(text)?.[2] ?? line.exec(text)?.[2];
  if (value === undefined) return null;
  const plain = value.trim().replace(/\s+#.*$/, '');
  const inner = /^(["'])(.*)\1$/.exec(plain)?.[2] ?? plain;
  return splitWords(inner).filter((word) => !word.includes('${'));
}

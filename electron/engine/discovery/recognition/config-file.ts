import path from 'node:path';
import type { z } from 'zod';
import { parseJson } from '../../machine/json-text.ts';
import { decodeBytes } from '../../machine/line-reader.ts';
import type { FolderEntry, System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';

/** The biggest settings file met so far has 300 KB; a larger one is not what its name says. */
const largestConfig = 4 * 1024 * 1024;

/** A settings file in whatever encoding. null: not there, not readable, or far too big. */
export async function readConfigText(system: System, file: string): Promise<string | null> {
  const limit = largestConfig;
  const bytes = await system.files.readBytes(file, { limit }).catch(ifUnanswered(null));
  if (bytes === null) return null;
  // PowerShell's redirection writes UTF-16 with a mark.
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return utf16 ? new TextDecoder('utf-16le').decode(bytes) : decodeBytes(bytes);
}

/**
 * The part of a JSON file that `schema` asks for; everything else in it (keys, tokens) is
 * dropped here. null where it is broken or half-written: another program owns it.
 */
export async function readConfig<T>(
  system: System,
  file: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const text = await readConfigText(system, file);
  if (text === null) return null;
  const parsed = schema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

/** Nothing where there is no such folder or it may not be read. */
export async function entriesOf(system: System, folder: string): Promise<FolderEntry[]> {
  return (await system.files.list(folder).catch(ifUnanswered(null))) ?? [];
}

export async function hasFile(system: System, ...parts: string[]): Promise<boolean> {
  const info = await system.files.info(path.join(...parts)).catch(ifUnanswered(null));
  return info?.kind === 'file';
}

export async function hasFolder(system: System, ...parts: string[]): Promise<boolean> {
  const info = await system.files.info(path.join(...parts)).catch(ifUnanswered(null));
  return info?.kind === 'folder';
}

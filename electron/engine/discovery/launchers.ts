import path from 'node:path';
import type { Launcher } from '../../../shared/install.ts';
import { decodeBytes } from '../machine/line-reader.ts';
import type { System } from '../system.ts';

/** What a start script is called. */
export const launcherName = /\.(bat|cmd|sh|command|ps1)$/i;
const largestLauncher = 64 * 1024;

/** The scripts beside main.py that start it, with the flags they give it. */
export async function findLaunchers(system: System, folder: string): Promise<Launcher[]> {
  const entries = (await system.files.list(folder)) ?? [];
  const found: Launcher[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'file' || !launcherName.test(entry.name)) continue;
    const file = path.join(folder, entry.name);
    const text = await readLauncher(system, file);
    const flags = text === null ? null : flagsInScript(text);
    if (flags) found.push({ path: file, flags });
  }
  return found;
}

/** The text of a start script; null where it cannot be read, or is too large to be one. */
export async function readLauncher(system: System, file: string): Promise<string | null> {
  const bytes = await system.files.readBytes(file);
  return bytes && bytes.length <= largestLauncher ? decodeBytes(bytes) : null;
}

/** What follows main.py on the line that starts it; null where no line does. */
export function flagsInScript(text: string): string[] | null {
  for (const raw of text.replace(/[\^\\]\r?\n/g, ' ').split(/\r?\n/)) {
    const line = raw.trim();
    if (/^(#|::|rem\b)/i.test(line)) continue;
    const match = /(?:^|[\s"'\\/])main\.py["']?(?=\s|$)(.*)$/.exec(line);
    if (!match) continue;
    const words = (match[1] ?? '').match(/(?:[^\s"']|"[^"]*"|'[^']*'|["'])+/g) ?? [];
    // A quote inside of the other kind of quotes belongs to the value.
    const plain = words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
    const end = plain.findIndex((word) => /^(%\*|\$@|\$\*|&&?|\|\|?|;|>>?|2>.*)$/.test(word));
    return end === -1 ? plain : plain.slice(0, end);
  }
  return null;
}

import path from 'node:path';
import type { Launcher } from '../../../shared/install.ts';
import { decodeBytes } from '../machine/line-reader.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { dialectOf, type Dialect } from './start-scripts/dialect.ts';
import { scriptCommands } from './start-scripts/script-commands.ts';

/** What a start script is called. */
export const launcherName = /\.(bat|cmd|sh|command|ps1)$/i;
/** Bytes; larger ones are no start scripts. */
export const largestLauncher = 64 * 1024;

/** The scripts beside main.py that start it, with the flags they give it. */
export async function findLaunchers(system: System, folder: string): Promise<Launcher[]> {
  const entries = (await system.files.list(folder)) ?? [];
  const found: Launcher[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'file' || !launcherName.test(entry.name)) continue;
    const file = path.join(folder, entry.name);
    const text = await readLauncher(system, file);
    const flags = text === null ? null : flagsOfScript(file, text);
    if (flags) found.push({ path: file, flags });
  }
  return found;
}

/** The text of a start script; null where it cannot be read, or is too large to be one. */
export async function readLauncher(system: System, file: string): Promise<string | null> {
  const bytes = await system.files
    .readBytes(file, { limit: largestLauncher })
    .catch(ifUnanswered(null));
  return bytes && decodeBytes(bytes);
}

/** What a variable or parameter is called that nothing fills in: it is no flag. */
const leftOpen =
  /^(%[^%]+%|%~?[*\d]|![^!]+!|[$@](\w+|[@*#])|\$\{\w+(\[[@*]\])?([:?+-][^}]*)?\}|\$env:\w+|[{}]|)$/;

/** The flags that a start script gives ComfyUI; null where it starts none. */
export function flagsOfScript(file: string, text: string): string[] | null {
  return flagsInScript(text, dialectOf(file));
}

/** What follows main.py in the command that starts it; null where none does. */
export function flagsInScript(text: string, dialect: Dialect): string[] | null {
  // Only Windows does not tell case apart.
  const mainScript = new RegExp(
    String.raw`(?:^|[\s"'\\/])main\.py["']?(?=\s|$)(.*)$`,
    dialect === 'shell' ? '' : 'i',
  );
  for (const command of scriptCommands(text, dialect)) {
    const match = mainScript.exec(command);
    if (!match) continue;
    // One quote too many belongs to the command around: cmd /k "python main.py --cpu".
    const open = (match[1] ?? '').split('"').length % 2 === 0;
    const rest = (match[1] ?? '').replace(open ? /"(?=[^"]*$)/ : /$/, '');
    const words = rest.match(/(?:[^\s"']|"[^"]*"|'[^']*'|["'])+/g) ?? [];
    // A quote inside of the other kind of quotes belongs to the value.
    const plain = words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
    const end = plain.findIndex((word) => /^(\d?[<>]|&>)/.test(word));
    return (end === -1 ? plain : plain.slice(0, end)).filter((word) => !leftOpen.test(word));
  }
  return null;
}

import path from 'node:path';
import type { Facts } from '../../../shared/facts.ts';
import type { Install } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { launcherName, readLauncher } from './launchers.ts';
import { dialectOf } from './start-scripts/dialect.ts';
import { scriptCommands } from './start-scripts/script-commands.ts';

/** Stands for the script's own folder while its words are read; no path has this character. */
const here = '\uE000';

type LaunchPythons = NonNullable<NonNullable<Facts['comfyui']>['pythons']>;

/** The Pythons that the start scripts of an install name. */
export async function readLaunchPythons(system: System, install: Install): Promise<LaunchPythons> {
  const scripts = install.launchers
    .map((each) => each.path)
    .filter((each) => launcherName.test(each));
  const read = await Promise.all([...new Set(scripts)].map((each) => readScript(system, each)));
  return read.flat();
}

async function readScript(system: System, script: string): Promise<LaunchPythons> {
  const text = await readLauncher(system, script).catch(ifUnanswered(null));
  if (text === null) return [];
  const named = [...new Set(pythonsInScript(text, script))];
  return Promise.all(
    named.map(async (python) => {
      // A container's path, or that of the machine a script came from, starts nothing here.
      const info =
        python === null ? null : await system.files.info(python).catch(ifUnanswered(null));
      return { script, python: info ? python : null };
    }),
  );
}

/**
 * The program before main.py on each line that starts it, as an absolute path; null where the
 * search path, an activated venv or a variable decides.
 */
export function pythonsInScript(text: string, script: string): (string | null)[] {
  const found: (string | null)[] = [];
  // After `cd` nobody knows from which folder a relative path counts.
  let moved = false;
  const dialect = dialectOf(script);
  for (const command of scriptCommands(ownFolderMarked(text, script), dialect)) {
    const words = wordsOf(command, dialect === 'shell');
    let start = 0;
    for (const [index, word] of words.entries()) {
      if (/^@?(cd|chdir|pushd|set-location)$/i.test(word)) {
        moved ||= !staysHere(words.slice(index + 1));
      }
      if (!/(^|[\s\\/])main\.py(?![\w.])/i.test(word)) continue;
      const program = programOf(words.slice(start, index));
      start = index + 1;
      found.push(program === null ? null : locate(program, script, moved));
    }
  }
  return found;
}

function ownFolderMarked(text: string, script: string): string {
  if (/\.ps1$/i.test(script)) return text.replace(/\$PSScriptRoot\b|\$\{PSScriptRoot\}/gi, here);
  if (!isShell(script)) return text.replace(/%~dp0/gi, `${here}\\`);
  const self = String.raw`(?:0|\{0\}|BASH_SOURCE|\{BASH_SOURCE(?:\[0\])?\})`;
  return text
    .replace(new RegExp(String.raw`\$\(\s*dirname\s+(?:--\s+)?"?\$${self}"?\s*\)`, 'g'), here)
    .replace(/\$\{(?:0|BASH_SOURCE(?:\[0\])?)%\/\*\}/g, here)
    .replace(new RegExp(String.raw`\$\(\s*cd\s+"?${here}"?\s*(?:&&|;)\s*pwd\s*\)`, 'g'), here);
}

function wordsOf(line: string, shell: boolean): string[] {
  const parts = shell
    ? /(?:\\.|[^\s"'\\]|"[^"]*"|'[^']*'|["'\\])+/g
    : /(?:[^\s"']|"[^"]*"|'[^']*'|["'])+/g;
  return (line.match(parts) ?? []).map((word) => {
    const plain = word.replace(/^[({@]+/, '').replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2');
    return shell ? plain.replaceAll(/\\(.)/g, '$1') : plain;
  });
}

/** The Python nearest before main.py in the same command. */
function programOf(words: string[]): string | null {
  const isPython = (word: string): boolean => /^python[\w.-]*$/i.test(path.win32.basename(word));
  return words.findLast(isPython) ?? null;
}

function staysHere(words: string[]): boolean {
  const target = words.find((word) => !/^(\/d|--|-path)$/i.test(word)) ?? '.';
  return new RegExp(String.raw`^(${here}|\.)[\\/]*[.]?[\\/]*[;)]?$`).test(target);
}

function locate(word: string, script: string, moved: boolean): string | null {
  if (!/[\\/]/.test(word) || /[%$`]|^~|![\w ]+!/.test(word)) return null;
  if (/^([a-z]:[\\/]|\\\\)/i.test(word)) return path.win32.normalize(word);
  if (word.startsWith(here)) return joined(script, word.slice(here.length));
  if (word.startsWith('/') && isShell(script)) return path.posix.normalize(word);
  // From the root of whichever drive, or from the folder of a drive.
  if (/^([\\/]|[a-z]:)/i.test(word) || moved) return null;
  return joined(script, word);
}

function joined(script: string, word: string): string {
  return script.startsWith('/')
    ? path.posix.join(path.posix.dirname(script), word.replaceAll('\\', '/'))
    : path.win32.join(path.win32.dirname(script), word);
}

function isShell(script: string): boolean {
  return /\.(sh|command)$/i.test(script);
}

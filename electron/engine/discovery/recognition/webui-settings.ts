import path from 'node:path';
import type { Launcher } from '../../../../shared/install.ts';
import { splitWords } from '../../launch/settings/words.ts';
import type { System } from '../../machine/system.ts';
import { readConfigText } from './config-file.ts';
import type { FolderView } from './locator.ts';
import { settingsLauncher } from './settings-launcher.ts';

export type WebuiSettings = { launcher: Launcher; python: string; folder: string };

/**
 * COMMANDLINE_ARGS, PYTHON and VENV_DIR as webui-user.bat or .sh set them. The file that sets
 * flags goes first: a tree copied between systems has both.
 * Source: AUTOMATIC1111/stable-diffusion-webui webui-user.bat, webui-user.sh, webui.bat.
 */
export async function webuiSettings(system: System, folder: string): Promise<WebuiSettings[]> {
  const found: WebuiSettings[] = [];
  const texts: string[] = [];
  for (const name of ['webui-user.bat', 'webui-user.sh']) {
    const file = path.join(folder, name);
    const text = await readConfigText(system, file);
    const launcher = await settingsLauncher(system, file, { id: 'webui', entry: null });
    if (text === null) continue;
    texts.push(text);
    found.push({
      launcher: launcher ?? { path: file, flags: [] },
      python: (setIn(text, 'PYTHON') ?? '').replaceAll('"', ''),
      folder: (setIn(text, 'VENV_DIR') ?? '').replaceAll('"', ''),
    });
  }
  // Set for the whole shell; an empty line in a script takes it away again.
  const given = system.environment['COMMANDLINE_ARGS'] ?? '';
  if (given !== '' && !texts.some((text) => setIn(text, 'COMMANDLINE_ARGS') !== null))
    found.push({
      launcher: { path: '$COMMANDLINE_ARGS', flags: splitWords(given) },
      python: '',
      folder: '',
    });
  return found.sort((a, b) => Number(hasFlags(b)) - Number(hasFlags(a)));
}

function hasFlags({ launcher }: WebuiSettings): boolean {
  return launcher.flags.length > 0;
}

/**
 * The last one wins, as in the script; null where none sets it: commented lines start with # or
 * rem and do not match.
 */
function setIn(text: string, name: string): string | null {
  const line = new RegExp(`^[ \\t]*@?(?:set|export)?[ \\t]*"?${name}=(.*)$`, 'gim');
  const value = [...text.matchAll(line)].at(-1)?.[1];
  if (value === undefined) return null;
  const plain = value.trim();
  // export NAME="all of it", and batch's set "NAME=all of it" whose first quote is gone by now.
  const quoted = /^"([^"]*)"$|^'([^']*)'$|^([^"]*)"$/.exec(plain);
  const inner = quoted ? (quoted[1] ?? quoted[2] ?? quoted[3] ?? '') : plain;
  return inner.replaceAll(`%${name}%`, '').replaceAll(`$${name}`, '').trim();
}

/** launch.py and webui.py are not enough: Fooocus has them too, and no start script of theirs. */
export function isWebui(view: FolderView): boolean {
  const scripts = ['webui-user.bat', 'webui-user.sh', 'webui.bat', 'webui.sh', 'webui.ps1'];
  return (
    view.hasFile('launch.py') &&
    view.hasFile('webui.py') &&
    view.hasFolder('modules') &&
    scripts.some((name) => view.hasFile(name))
  );
}

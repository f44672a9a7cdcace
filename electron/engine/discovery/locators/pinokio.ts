import path from 'node:path';
import * as z from 'zod';
import type { Launcher } from '../../../../shared/install.ts';
import type { System } from '../../machine/system.ts';
import { readConfig, readConfigText } from '../recognition/config-file.ts';
import { environmentFolders, firstEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { isPathHere } from '../recognition/settings-folders.ts';
import { sourceBelow } from '../recognition/sources.ts';
import { splitWords } from '../../launch/settings/words.ts';

const configSchema = z.object({ home: z.string() });
const startScripts = ['start.js', 'start.json'];

/**
 * One ComfyUI of Pinokio: scripts around a clone in `app`, with `env` inside; forks call it
 * otherwise.
 * Source: pinokiocomputer/pinokiod kernel/store.js, pinokiofactory/comfy install.js and start.js.
 */
export const pinokio: Locator = {
  kind: 'pinokio',
  marks: ['pinokio.js'],
  async recognise(system, view) {
    if (!view.hasFile('pinokio.js') || !view.hasFolder('app')) return [];
    const source = await sourceBelow(system, view.folder, 'app');
    if (!source) return [];
    const names = ['env', ...environmentFolders, 'conda_env'];
    const located = await makeInstall(system, {
      kind: 'pinokio',
      name: (await titleIn(system, view.folder)) ?? path.basename(view.folder),
      sourceRoot: source.folder,
      environment: await firstEnvironment(
        system,
        [source.folder, view.folder].flatMap((folder) =>
          names.map((name) => path.join(folder, name)),
        ),
      ),
      launchers: await launchersOf(system, view.folder),
    });
    return [located];
  },
  async places(system) {
    const config = path.join(system.homeFolder, '.pinokio', 'config.json');
    const home = (await readConfig(system, config, configSchema))?.home;
    const homes = [home, path.join(system.homeFolder, 'pinokio'), 'C:\\pinokio'];
    return homes.flatMap((each) =>
      each !== undefined && isPathHere(each) ? [path.join(each, 'api')] : [],
    );
  },
};

async function titleIn(system: System, folder: string): Promise<string | null> {
  const text = await readConfigText(system, path.join(folder, 'pinokio.js'));
  return /\btitle["']?\s*:\s*["'`]([^"'`\r\n]+)["'`]/.exec(text ?? '')?.[1] ?? null;
}

/** start.js is a program; each command line in it that names main.py is one way it may start. */
async function launchersOf(system: System, folder: string): Promise<Launcher[]> {
  const found = new Map<string, Launcher>();
  const variables = await variablesOf(system, folder);
  for (const name of startScripts) {
    const file = path.join(folder, name);
    const whole = (await readConfigText(system, file)) ?? '';
    const text = whole.replace(/^\s*\/\/.*$/gm, '');
    for (const match of text.matchAll(/\bmain\.py(?=[\s"'`])([^"'`\r\n]*)/g)) {
      const filled = fillIn(match[1] ?? '', variables);
      const words = splitWords(filled.replace(/\{\{.*?\}\}/g, ' '));
      found.set(`${file} ${words.join(' ')}`, { path: file, flags: words });
    }
  }
  return [...found.values()];
}

/**
 * The ENVIRONMENT of the whole Pinokio, and that of the app, which goes first. They hold
 * tokens too: only what the start command names is taken over.
 */
async function variablesOf(system: System, folder: string): Promise<Map<string, string>> {
  const home = path.dirname(path.dirname(folder));
  const values = new Map<string, string>();
  for (const each of [home, folder]) {
    const text = await readConfigText(system, path.join(each, 'ENVIRONMENT'));
    for (const [, name = '', value = ''] of (text ?? '').matchAll(/^[ \t]*(\w+)=(.*)$/gm)) {
      const plain = /^(["'])(.*)\1$/.exec(value.trim())?.[2] ?? value.trim();
      if (plain !== '') values.set(name, plain);
    }
  }
  return values;
}

/** {{env.NAME}} of Pinokio, and $NAME, ${NAME} or %NAME% of the shell that it starts. */
function fillIn(command: string, variables: ReadonlyMap<string, string>): string {
  const named = /\{\{\s*envs?\.(\w+)\s*\}\}|\$\{(\w+)\}|\$(\w+)|%(\w+)%/g;
  return command.replace(named, (whole, ...names: unknown[]) => {
    const name = names.slice(0, 4).find((each) => typeof each === 'string');
    return (typeof name === 'string' ? variables.get(name) : undefined) ?? whole;
  });
}

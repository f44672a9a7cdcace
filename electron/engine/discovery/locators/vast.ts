import path from 'node:path';
import { isSourceRoot } from '../source-root.ts';
import { readConfigText } from './config-file.ts';
import { firstEnvironment } from './environments.ts';
import type { Locator } from './locator.ts';
import { makeInstall } from './make-install.ts';
import { isPathHere } from './settings-folders.ts';
import { rootAbove } from './sources.ts';
import { splitWords } from './words.ts';

/**
 * vast.ai's template: $WORKSPACE/ComfyUI with /venv/main, started by supervisor with
 * COMFYUI_ARGS, or the default that stands in the script.
 * Source: vast-ai/base-image derivatives/pytorch/derivatives/comfyui .../comfyui.sh.
 */
export const vast: Locator = {
  kind: 'vast',
  marks: ['main.py'],
  async recognise(system, view) {
    if (!isSourceRoot(view.entries)) return [];
    const workspace = path.dirname(view.folder);
    const own = rootAbove(workspace, [path.basename(workspace)]);
    const root = workspace === system.environment['WORKSPACE'] ? '/' : own;
    for (const each of new Set([root, own])) {
      if (each === null) continue;
      const file = path.join(each, 'opt', 'supervisor-scripts', 'comfyui.sh');
      const script = await readConfigText(system, file);
      if (script === null) continue;
      const told = system.environment['COMFYUI_ARGS'];
      const usual = /\$\{COMFYUI_ARGS:-([^}\n]*)\}/.exec(script)?.[1] ?? '';
      const located = await makeInstall(system, {
        kind: 'vast',
        name: path.basename(view.folder),
        sourceRoot: view.folder,
        environment: await firstEnvironment(system, [path.join(each, 'venv', 'main')]),
        launchers: [
          { path: told ? '$COMFYUI_ARGS' : file, flags: splitWords(told ? told : usual) },
        ],
      });
      return [located];
    }
    return [];
  },
  async places(system) {
    const workspace = system.environment['WORKSPACE'] ?? '';
    const folders = isPathHere(workspace) ? [workspace, '/workspace'] : ['/workspace'];
    return folders.map((folder) => path.join(folder, 'ComfyUI'));
  },
};

import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { readConfigText } from '../recognition/config-file.ts';
import { firstEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { isPathHere, isSameFolder } from '../recognition/settings-folders.ts';
import { isSourceRoot } from '../recognition/source-root.ts';
import { rootAbove } from '../recognition/sources.ts';
import { splitWords } from '../../launch/settings/words.ts';

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
    const root = await rootOfTemplate(system, view.folder);
    if (root === null) return [];
    const file = path.join(root, 'opt', 'supervisor-scripts', 'comfyui.sh');
    const script = await readConfigText(system, file);
    if (script === null) return [];
    const told = system.environment['COMFYUI_ARGS'];
    const usual = /\$\{COMFYUI_ARGS:-([^}\n]*)\}/.exec(script)?.[1] ?? '';
    const located = await makeInstall(system, {
      kind: 'vast',
      name: path.basename(view.folder),
      sourceRoot: view.folder,
      environment: await firstEnvironment(system, [path.join(root, 'venv', 'main')]),
      launchers: [{ path: told ? '$COMFYUI_ARGS' : file, flags: splitWords(told ? told : usual) }],
    });
    return [located];
  },
  async places(system) {
    const workspace = system.environment['WORKSPACE'] ?? '';
    const folders = isPathHere(workspace) ? [workspace, '/workspace'] : ['/workspace'];
    return folders.map((folder) => path.join(folder, 'ComfyUI'));
  },
};

/**
 * The template starts $WORKSPACE/ComfyUI and no other of the machine; seen from outside (a disk
 * that is mounted here) it has its usual name, workspace.
 */
async function rootOfTemplate(system: System, sourceRoot: string): Promise<string | null> {
  if (path.basename(sourceRoot) !== 'ComfyUI') return null;
  const workspace = path.dirname(sourceRoot);
  const told = system.environment['WORKSPACE'] ?? '';
  if (isPathHere(told) && (await isSameFolder(system, told, workspace)))
    return path.parse(told).root;
  const root = rootAbove(workspace, ['workspace']);
  const isOwn = root !== null && path.dirname(root) === root;
  return isOwn && isPathHere(told) ? null : root;
}

import path from 'node:path';
import { innerEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { settingsLauncher } from '../recognition/settings-launcher.ts';
import { isSourceRoot } from '../recognition/source-root.ts';

/**
 * RunPod's ComfyUI pod: the clone below runpod-slim, its flags in comfyui_args.txt beside. The
 * environment sees the image's packages, torch among them.
 * Source: runpod-workers/comfyui-base start.sh.
 */
export const runpodBase: Locator = {
  kind: 'runpod_base',
  marks: ['main.py'],
  async recognise(system, view) {
    if (!isSourceRoot(view.entries)) return [];
    const above = path.dirname(view.folder);
    if (path.basename(above) !== 'runpod-slim') return [];
    const file = path.join(above, 'comfyui_args.txt');
    const launcher = await settingsLauncher(system, file, { id: 'runpod_base', entry: null });
    const located = await makeInstall(system, {
      kind: 'runpod_base',
      name: path.basename(view.folder),
      sourceRoot: view.folder,
      environment: await innerEnvironment(system, view),
      launchers: launcher ? [launcher] : [],
    });
    return [located];
  },
  places: async () => ['/workspace/runpod-slim/ComfyUI'],
};

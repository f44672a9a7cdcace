import path from 'node:path';
import { flagsInScript } from '../../launch/launchers.ts';
import { readConfigText } from '../recognition/config-file.ts';
import { firstEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { isSourceRoot } from '../recognition/source-root.ts';
import { rootAbove } from '../recognition/sources.ts';

/**
 * RunPod's serverless worker: /comfyui, started by /start.sh with the Python in /opt/venv.
 * Source: runpod-workers/worker-comfyui Dockerfile, src/start.sh.
 */
export const runpodWorker: Locator = {
  kind: 'runpod_worker',
  marks: ['main.py'],
  async recognise(system, view) {
    const root = rootAbove(view.folder, ['comfyui']);
    if (root === null || !isSourceRoot(view.entries)) return [];
    const file = path.join(root, 'start.sh');
    const script = await readConfigText(system, file);
    if (!script?.includes('/comfyui/main.py')) return [];
    const flags = flagsInScript(script, 'shell');
    const located = await makeInstall(system, {
      kind: 'runpod_worker',
      name: path.basename(view.folder),
      sourceRoot: view.folder,
      environment: await firstEnvironment(system, [path.join(root, 'opt', 'venv')]),
      launchers: flags === null ? [] : [{ path: file, flags }],
    });
    return [located];
  },
  places: async () => ['/comfyui'],
};

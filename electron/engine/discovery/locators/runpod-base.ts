import path from 'node:path';
import { readConfigText } from '../recognition/config-file.ts';
import { innerEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { isSourceRoot } from '../recognition/source-root.ts';
import { splitWords } from '../recognition/words.ts';

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
    const text = await readConfigText(system, file);
    const lines = (text ?? '').split(/\r?\n/).filter((line) => !line.startsWith('#'));
    const located = await makeInstall(system, {
      kind: 'runpod_base',
      name: path.basename(view.folder),
      sourceRoot: view.folder,
      environment: await innerEnvironment(system, view),
      launchers: text === null ? [] : [{ path: file, flags: lines.flatMap(splitWords) }],
    });
    return [located];
  },
  places: async () => ['/workspace/runpod-slim/ComfyUI'],
};

import path from 'node:path';
import { hasFolder } from '../recognition/config-file.ts';
import { pythonOfImage } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { isSourceRoot } from '../recognition/source-root.ts';
import { rootAbove } from '../recognition/sources.ts';

/**
 * ComfyUI on Google Colab, on the machine's disk or in the mounted Drive, with the machine's
 * own Python. The notebook holds the flags, and is not on the disk.
 * Source: the ComfyUI Colab notebook (WORKSPACE = /content/drive/MyDrive/ComfyUI).
 */
export const colab: Locator = {
  kind: 'colab',
  marks: ['main.py'],
  async recognise(system, view) {
    const root =
      rootAbove(view.folder, ['content', 'ComfyUI']) ??
      rootAbove(view.folder, ['content', 'drive', 'MyDrive', 'ComfyUI']);
    if (root === null || !isSourceRoot(view.entries)) return [];
    // Anybody may have a folder called content; it stands beside usr only on Colab.
    if (!(await hasFolder(system, root, 'usr', 'bin'))) return [];
    const located = await makeInstall(system, {
      kind: 'colab',
      name: path.basename(view.folder),
      sourceRoot: view.folder,
      environment: await pythonOfImage(system, root, 'python3'),
      launchers: [],
    });
    return [located];
  },
  places: async () => ['/content/ComfyUI', '/content/drive/MyDrive/ComfyUI'],
};

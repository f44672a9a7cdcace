import path from 'node:path';
import { firstEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { launchersIn } from '../recognition/portable-build.ts';
import { isSourceRoot } from '../recognition/source-root.ts';
import { sourceBelow } from '../recognition/sources.ts';

const launcherProgram = /绘世.*\.exe$/i;

/**
 * Aki's packages (秋叶整合包), known by their launcher program. In v1 the root is ComfyUI itself,
 * with its Python in .ext, later in python; since v2 ComfyUI and python lie side by side.
 * Where the launcher keeps its flags is not known: they are set in its window.
 * Source: public repositories that name the paths of ComfyUI-aki-v1 to v3.
 */
export const aki: Locator = {
  kind: 'aki',
  marks: ['main.py', 'comfyui'],
  async recognise(system, view) {
    const hasLauncher = view.entries.some(
      (entry) => entry.kind === 'file' && launcherProgram.test(entry.name),
    );
    if (!hasLauncher) return [];
    const below = await sourceBelow(system, view.folder, 'ComfyUI');
    const source = isSourceRoot(view.entries) ? view : below;
    if (!source) return [];
    const environment = await firstEnvironment(
      system,
      ['python', '.ext'].map((name) => path.join(view.folder, name)),
    );
    const located = await makeInstall(system, {
      kind: 'aki',
      name: path.basename(view.folder),
      sourceRoot: source.folder,
      environment,
      launchers: await launchersIn(system, [view.folder]),
    });
    return [located];
  },
};

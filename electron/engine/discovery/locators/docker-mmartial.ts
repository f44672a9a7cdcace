import path from 'node:path';
import type { System } from '../../system.ts';
import { isSourceRoot } from '../source-root.ts';
import { entriesOf, hasFolder } from './config-file.ts';
import { firstEnvironment } from './environments.ts';
import { isPathHere } from './settings-folders.ts';
import type { Locator } from './locator.ts';
import { makeInstall } from './make-install.ts';
import { rootAbove } from './sources.ts';
import { splitWords } from './words.ts';

/** Beside the clone: what only this image's start script makes. A venv there may be anybody's. */
const ownTraces = /^(venv-[a-z]+\d.*_cuda.*|postvenv_script\.bash|user_script\.bash)$/;

/**
 * mmartial/comfyui-nvidia-docker: the run folder with ComfyUI and venv side by side, the data in
 * basedir. The venv-<os>_<cuda> folders are retired ones.
 * Source: mmartial/ComfyUI-Nvidia-Docker README.md, init.bash, compose.yaml.
 */
export const dockerMmartial: Locator = {
  kind: 'docker_mmartial',
  async recognise(system, view) {
    if (!isSourceRoot(view.entries)) return [];
    const run = path.dirname(view.folder);
    const root = rootAbove(run, ['comfy', 'mnt']);
    const names = (await entriesOf(system, run)).map((entry) => entry.name);
    const traced = names.includes('venv') && names.some((name) => ownTraces.test(name));
    if (root === null && !traced) return [];
    const data = await dataFolder(system, root ?? path.dirname(run));
    const flags = splitWords(system.environment['COMFY_CMDLINE_EXTRA'] ?? '');
    const located = await makeInstall(system, {
      kind: 'docker_mmartial',
      name: path.basename(view.folder),
      sourceRoot: view.folder,
      ...(data === null ? {} : { dataRoot: data }),
      environment: await firstEnvironment(system, [path.join(run, 'venv')]),
      launchers: flags.length > 0 ? [{ path: '$COMFY_CMDLINE_EXTRA', flags }] : [],
    });
    return [located];
  },
  places: async () => ['/comfy/mnt/ComfyUI'],
};

/** compose.yaml mounts ./run and ./basedir, so on the host they lie side by side too. */
async function dataFolder(system: System, above: string): Promise<string | null> {
  const told = system.environment['BASE_DIRECTORY'] ?? '';
  const candidates = [...(isPathHere(told) ? [told] : []), path.join(above, 'basedir')];
  for (const folder of candidates) if (await hasFolder(system, folder)) return folder;
  return null;
}
